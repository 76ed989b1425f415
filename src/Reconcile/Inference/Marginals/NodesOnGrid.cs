using Reconcile.Mathematics;

namespace Reconcile.Inference.Marginals;

/// <summary>Values on the even grid of a marginal from values at five Chebyshev nodes, by Lagrange.</summary>
internal static class NodesOnGrid
{
    public const int Count = 5;

    private static readonly double[] Positions = [.. Enumerable.Range(0, Count).Select(static node => Math.Cos(((2 * node) + 1) * Math.PI / (2 * Count)))];

    /// <summary>For each grid point the weight of each node.</summary>
    private static readonly double[] Weights = [.. Enumerable.Range(0, Marginal.Points).SelectMany(static point => WeightsAt((2.0 * point / (Marginal.Points - 1)) - 1))];

    /// <summary>Where a node lies between −1 and 1.</summary>
    public static double Position(int node) => Positions[node];

    /// <summary>Adds the polynomial through some values at the nodes to values on the grid.</summary>
    public static void AddInterpolated(ReadOnlySpan<double> atNodes, Span<double> onGrid)
    {
        for (var point = 0; point < onGrid.Length; point++) onGrid[point] += Vectors.Dot(atNodes, Weights.AsSpan(point * Count, Count));
    }

    private static IEnumerable<double> WeightsAt(double x) => Enumerable.Range(0, Count).Select(node =>
        Positions.Where((_, other) => other != node).Aggregate(1.0, (product, other) => product * (x - other) / (Positions[node] - other)));
}
