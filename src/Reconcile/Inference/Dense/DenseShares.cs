using Reconcile.Inference.Factors;
using Reconcile.Inference.Posteriors;
using Reconcile.Mathematics;

namespace Reconcile.Inference.Dense;

/// <summary>
/// An error budget: the share of factor i in quantity q is τ_i (e_qᵀ Σ g_i)² / Σ_qq. The shares add up to 1, for Σ⁻¹ = Σ_i τ_i g_i g_iᵀ.
/// </summary>
internal static class DenseShares
{
    /// <summary>The shares of claims, relations, bounds and prior, each once, not sorted. Empty when the relations alone fix the state.</summary>
    public static List<FactorShare> Of(DenseNormal posterior, int state)
    {
        var spread = SpreadOf(posterior, state, out var variance);
        if (!(variance > 0)) return [];
        var sums = new Dictionary<(Origin, int), double>();
        foreach (var (factor, precision) in posterior.Sites()) Add(sums, factor, precision, spread, variance);
        return FactorShares.Divided(sums, posterior.Factors.ClaimsOf);
    }

    /// <summary>The shares of the prior and of the bounds of quantities alone.</summary>
    public static (double Prior, double Bounds) UnclaimedOf(DenseNormal posterior, int state)
    {
        var n = posterior.Factors.Dimension;
        Span<double> spread = n <= 64 ? stackalloc double[n] : new double[n];
        var direction = posterior.Factors.DirectionOf(state);
        posterior.Spread(direction, spread);
        var variance = Vectors.Dot(direction, spread);
        if (!(variance > 0)) return (0, 0);
        double prior = 0, bounds = 0;
        foreach (var normal in posterior.Factors.Normals)
        {
            if (normal.Origin != Origin.Prior) continue;
            var shared = Vectors.Dot(normal.Direction, spread) / normal.Shape.LowShoulder;
            prior += shared * shared;
        }

        for (var i = 0; i < posterior.Factors.Others.Count; i++)
        {
            var other = posterior.Factors.Others[i];
            if (other.Origin != Origin.Bound || posterior.SitePrecisions[i] <= 0) continue;
            var shared = Vectors.Dot(other.Direction, spread);
            bounds += posterior.SitePrecisions[i] * shared * shared;
        }

        return (prior / variance, bounds / variance);
    }

    private static double[] SpreadOf(DenseNormal posterior, int state, out double variance)
    {
        var direction = posterior.Factors.DirectionOf(state);
        var spread = new double[direction.Length];
        posterior.Spread(direction, spread);
        variance = Vectors.Dot(direction, spread);
        return spread;
    }

    private static void Add(Dictionary<(Origin, int), double> sums, Factor factor, double precision, double[] spread, double variance)
    {
        if (precision <= 0) return;
        var shared = Vectors.Dot(factor.Direction, spread);
        var key = (factor.Origin, factor.Origin == Origin.Prior ? 0 : factor.Number);
        sums[key] = sums.GetValueOrDefault(key) + (precision * shared * shared / variance);
    }
}
