using Reconcile.Modelling;

namespace Reconcile.Inference.Marginals;

/// <summary>
/// The distribution of one quantity under one account: normal, or a density given at evenly spaced points and linear between them.
/// </summary>
internal sealed class Marginal
{
    /// <summary>Points of a density.</summary>
    public const int Points = 61;

    /// <summary>Half-width of the points of a normal, in standard deviations: beyond lies a billionth.</summary>
    public const double HalfWidth = 6;

    private static readonly double[] NormalDensity = Normalised([.. Enumerable.Range(0, Points).Select(i => -0.5 * Math.Pow(((2.0 * i / (Points - 1)) - 1) * HalfWidth, 2))], 2 * HalfWidth);

    private readonly double[]? _density;

    /// <summary>A normal marginal; sd 0: a point.</summary>
    public Marginal(double mean, double sd)
    {
        Mean = mean;
        Sd = sd;
        Low = mean - (HalfWidth * sd);
        High = mean + (HalfWidth * sd);
    }

    /// <param name="mean">Mean of the normal approximation, in which relations hold exactly.</param>
    /// <param name="sd">Its standard deviation.</param>
    /// <param name="low">The first point.</param>
    /// <param name="high">The last point.</param>
    /// <param name="logDensity">Log density at the points, up to a constant; −∞ where there is none. Becomes the density.</param>
    public Marginal(double mean, double sd, double low, double high, double[] logDensity)
    {
        Mean = mean;
        Sd = sd;
        Low = low;
        High = high;
        _density = Normalised(logDensity, high - low);
    }

    /// <summary>Anything from one value to another alike.</summary>
    public static Marginal Even(double low, double high) =>
        high > low ? new Marginal((low + high) / 2, (high - low) / Math.Sqrt(12), low, high, new double[Points]) : new Marginal(low, 0);

    public double Mean { get; }

    public double Sd { get; }

    /// <summary>The first point: nothing to speak of lies below.</summary>
    public double Low { get; }

    /// <summary>The last point: nothing to speak of lies above.</summary>
    public double High { get; }

    public bool IsNormal => _density is null;

    /// <summary>Whether all lies at one point.</summary>
    public bool IsPoint => !(High > Low);

    /// <summary>Density at the points, times the factor: 1 for a density given at points, the standard deviation for a normal.</summary>
    public ReadOnlySpan<double> Density => _density ?? NormalDensity;

    /// <summary>What <see cref="Density"/> is multiplied by to give the probability per unit.</summary>
    public double Factor => IsNormal ? 1 / Sd : 1;

    /// <summary>The same where it lies within some limits; as it is where all of it does, or nothing.</summary>
    public Marginal Within(Interval limits)
    {
        var (low, high) = (Math.Max(Low, limits.Low), Math.Min(High, limits.High));
        if ((low == Low && high == High) || !(high > low)) return this;
        var density = Density;
        var perPoint = (Points - 1) / (High - Low);
        var logs = new double[Points];
        var hasSome = false;
        for (var i = 0; i < Points; i++)
        {
            logs[i] = Math.Log(Math.Max(0, Between(density, (low + ((high - low) * i / (Points - 1)) - Low) * perPoint)));
            hasSome |= double.IsFinite(logs[i]);
        }

        return hasSome ? new Marginal(Mean, Sd, low, high, logs) : this;
    }

    /// <summary>Mean and standard deviation of the density itself.</summary>
    public (double Mean, double Deviation) Moments()
    {
        if (IsNormal) return (Mean, Sd);
        double sum = 0, first = 0, second = 0;
        for (var i = 0; i < Points; i++)
        {
            var weight = _density![i] * (i is 0 or Points - 1 ? 0.5 : 1);
            sum += weight;
            first += weight * i;
            second += weight * i * i;
        }

        var (mean, step) = (first / sum, (High - Low) / (Points - 1));
        return (Low + (mean * step), Math.Sqrt(Math.Max(0, (second / sum) - (mean * mean))) * step);
    }

    /// <summary>A density between its points, linear.</summary>
    /// <param name="density">At the points.</param>
    /// <param name="position">Counted in points.</param>
    public static double Between(ReadOnlySpan<double> density, double position)
    {
        var cell = Math.Clamp((int)position, 0, density.Length - 2);
        return density[cell] + ((density[cell + 1] - density[cell]) * (position - cell));
    }

    /// <summary>From logs to a density whose integral, linear between points, is 1.</summary>
    private static double[] Normalised(double[] logDensity, double width)
    {
        var greatest = double.NegativeInfinity;
        foreach (var value in logDensity) greatest = Math.Max(greatest, value);
        var sum = 0.0;
        for (var i = 0; i < logDensity.Length; i++)
        {
            logDensity[i] = Math.Exp(logDensity[i] - greatest);
            sum += logDensity[i];
        }

        sum -= 0.5 * (logDensity[0] + logDensity[^1]);
        var scale = (logDensity.Length - 1) / (sum * width);
        for (var i = 0; i < logDensity.Length; i++) logDensity[i] *= scale;
        return logDensity;
    }
}
