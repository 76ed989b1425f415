using Reconcile.Mathematics;

namespace Reconcile.Inference;

/// <summary>The distribution of one quantity under one account: normal, or a density on a grid that is exponential between its points.</summary>
internal sealed class Marginal
{
    private readonly double[] _points;
    private readonly double[] _logDensity;
    private readonly double[] _below;

    /// <summary>A normal marginal; sd 0: a point.</summary>
    public Marginal(double mean, double sd)
    {
        Mean = mean;
        Sd = sd;
        _points = _logDensity = _below = [];
    }

    /// <param name="mean">Mean of the normal approximation, in which relations hold exactly.</param>
    /// <param name="sd">Its standard deviation.</param>
    /// <param name="points">Grid, ascending.</param>
    /// <param name="logDensity">Log density at the points, up to a constant; −∞ where there is none.</param>
    public Marginal(double mean, double sd, double[] points, double[] logDensity)
    {
        Mean = mean;
        Sd = sd;
        _points = points;
        _logDensity = logDensity;
        _below = Accumulate(points, logDensity);
    }

    public double Mean { get; }

    public double Sd { get; }

    public bool IsNormal => _points.Length == 0;

    /// <summary>The ends between which all but a billionth lies.</summary>
    public (double Low, double High) Support => IsNormal ? (Mean - (6 * Sd), Mean + (6 * Sd)) : (_points[0], _points[^1]);

    /// <summary>Probability below x.</summary>
    public double Cdf(double x)
    {
        if (IsNormal) return Sd > 0 ? StandardNormal.Cdf((x - Mean) / Sd) : x >= Mean ? 1 : 0;
        if (x <= _points[0]) return 0;
        if (x >= _points[^1]) return 1;
        var cell = Array.BinarySearch(_points, x);
        if (cell >= 0) return _below[cell];
        cell = ~cell - 1;
        var width = _points[cell + 1] - _points[cell];
        var (a, b) = (_logDensity[cell], _logDensity[cell + 1]);
        var part = (x - _points[cell]) / width;
        var all = CellMass(a, b, 1);
        var share = all > 0 ? CellMass(a, a + (part * (b - a)), part) / all : 0;
        return _below[cell] + ((_below[cell + 1] - _below[cell]) * Math.Clamp(share, 0, 1));
    }

    private static double[] Accumulate(double[] points, double[] logDensity)
    {
        var greatest = double.NegativeInfinity;
        foreach (var value in logDensity) greatest = Math.Max(greatest, value);
        for (var i = 0; i < logDensity.Length; i++) logDensity[i] = Math.Max(logDensity[i] - greatest, -700);
        var below = new double[points.Length];
        for (var i = 1; i < points.Length; i++)
        {
            below[i] = below[i - 1] + CellMass(logDensity[i - 1], logDensity[i], points[i] - points[i - 1]);
        }

        for (var i = 0; i < below.Length; i++) below[i] /= below[^1] > 0 && i < below.Length - 1 ? below[^1] : 1;
        below[^1] = 1;
        return below;
    }

    /// <summary>∫ of a density that goes exponentially from e^a to e^b over a width.</summary>
    private static double CellMass(double a, double b, double width)
    {
        var fall = b - a;
        return Math.Abs(fall) < 1e-6 ? width * Math.Exp(0.5 * (a + b)) : width * (Math.Exp(b) - Math.Exp(a)) / fall;
    }
}
