namespace Reconcile.Tests.MonteCarlo;

/// <summary>Mean, standard deviation and the smallest region of 90 % of a sample from a density with one peak.</summary>
internal readonly record struct Summary(double Mean, double Sd, double Low, double High)
{
    private const double Level = 0.9;
    private const int Steps = 100;

    public static Summary Of(double[] sample)
    {
        var sorted = sample.ToArray();
        Array.Sort(sorted);
        var mean = sorted.Average();
        var sd = Math.Sqrt(sorted.Sum(value => (value - mean) * (value - mean)) / (sorted.Length - 1));
        var below = ShareBelow(sorted);
        return new Summary(mean, sd, Quantile(sorted, below), Quantile(sorted, below + Level));
    }

    /// <summary>
    /// How much of the 10 % outside the shortest interval lies below it. The width is nearly flat about its minimum, so the raw minimum of a
    /// sample is noisy; a parabola through the widths about it is not.
    /// </summary>
    private static double ShareBelow(double[] sorted)
    {
        var widths = new double[Steps + 1];
        for (var i = 0; i <= Steps; i++)
        {
            var below = (1 - Level) * i / Steps;
            widths[i] = Quantile(sorted, below + Level) - Quantile(sorted, below);
        }

        var least = Array.IndexOf(widths, widths.Min());
        const int reach = Steps / 5;
        var (first, last) = (Math.Max(0, least - reach), Math.Min(Steps, least + reach));
        var at = Enumerable.Range(first, last - first + 1).ToArray();
        var parabola = MathNet.Numerics.Fit.Polynomial([.. at.Select(i => (double)i)], [.. at.Select(i => widths[i])], 2);
        var lowest = parabola[2] > 0 ? -parabola[1] / (2 * parabola[2]) : least;
        return (1 - Level) * Math.Clamp(lowest, first, last) / Steps;
    }

    private static double Quantile(double[] sorted, double share)
    {
        var position = share * (sorted.Length - 1);
        var index = Math.Min((int)position, sorted.Length - 2);
        return sorted[index] + ((position - index) * (sorted[index + 1] - sorted[index]));
    }
}
