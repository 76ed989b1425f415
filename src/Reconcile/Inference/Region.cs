using Reconcile.Mathematics;

namespace Reconcile.Inference;

/// <summary>A marginal with its weight in a mixture.</summary>
internal readonly record struct WeightedMarginal(Marginal Marginal, double Weight);

/// <summary>The smallest region of a stated probability of a mixture, as the interval that bounds it.</summary>
internal static class Region
{
    /// <summary>Cells into which each marginal's support is cut.</summary>
    private const int Cells = 240;

    /// <summary>On a plateau all cells are equally dense; then the middle is preferred, so that rounding does not choose.</summary>
    private const double MiddlePreference = 1e-4;

    /// <summary>Ends of the smallest region that has the probability <paramref name="level"/>; weights need not add up to 1.</summary>
    public static (double Low, double High) Of(ReadOnlySpan<WeightedMarginal> mixture, double level)
    {
        if (mixture.Length == 1 && mixture[0].Marginal.IsNormal)
        {
            var half = StandardNormal.Quantile(0.5 + (0.5 * level)) * mixture[0].Marginal.Sd;
            return (mixture[0].Marginal.Mean - half, mixture[0].Marginal.Mean + half);
        }

        var edges = Edges(mixture);
        if (edges.Length == 1) return (edges[0], edges[0]);
        return Densest(edges, Masses(mixture, edges), level);
    }

    private static double[] Edges(ReadOnlySpan<WeightedMarginal> mixture)
    {
        var edges = new List<double>(mixture.Length * (Cells + 1));
        foreach (var part in mixture)
        {
            var (low, high) = part.Marginal.Support;
            if (!(high > low))
            {
                // A point: a cell around it that is narrow beside everything else.
                var slack = Math.Max(Math.Abs(low), 1) * 1e-12;
                edges.Add(low - slack);
                edges.Add(low + slack);
                continue;
            }

            for (var i = 0; i <= Cells; i++) edges.Add(low + ((high - low) * i / Cells));
        }

        edges.Sort();
        return [.. edges];
    }

    private static double[] Masses(ReadOnlySpan<WeightedMarginal> mixture, double[] edges)
    {
        var masses = new double[edges.Length - 1];
        foreach (var part in mixture)
        {
            var before = part.Marginal.Cdf(edges[0]);
            for (var i = 0; i < masses.Length; i++)
            {
                var after = part.Marginal.Cdf(edges[i + 1]);
                masses[i] += part.Weight * (after - before);
                before = after;
            }
        }

        return masses;
    }

    private static (double Low, double High) Densest(double[] edges, double[] masses, double level)
    {
        var order = new int[masses.Length];
        var thinness = new double[masses.Length];
        var total = 0.0;
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            var width = edges[i + 1] - edges[i];
            var fromMiddle = ((edges[i] + edges[i + 1]) - (edges[0] + edges[^1])) / (edges[^1] - edges[0]);
            thinness[i] = width > 0 ? -masses[i] / width * (1 - (MiddlePreference * fromMiddle * fromMiddle)) : 0;
            total += masses[i];
        }

        Array.Sort(thinness, order);
        var (low, high, sum) = (double.PositiveInfinity, double.NegativeInfinity, 0.0);
        foreach (var cell in order)
        {
            if (sum >= level * total) break;
            sum += masses[cell];
            low = Math.Min(low, edges[cell]);
            high = Math.Max(high, edges[cell + 1]);
        }

        return (low, high);
    }
}
