using Reconcile.Mathematics;

namespace Reconcile.Inference;

/// <summary>The part of a posterior's information on a state that one factor brings.</summary>
/// <param name="Origin">What the factor is.</param>
/// <param name="Number">Which one of these.</param>
/// <param name="Share">Between 0 and 1.</param>
internal readonly record struct FactorShare(Origin Origin, int Number, double Share);

/// <summary>
/// An error budget: the share of factor i in quantity q is τ_i (e_qᵀ Σ g_i)² / Σ_qq. The shares add up to 1, for Σ⁻¹ = Σ_i τ_i g_i g_iᵀ.
/// What is known of a shared error is information that its claims bring, and is divided among them; so is what is expected of the steps of a total or
/// stock, by which the claims on other days inform this one.
/// </summary>
internal static class Influences
{
    /// <summary>The shares of claims, relations, bounds and prior, each once, not sorted. Empty when the relations alone fix the state.</summary>
    public static List<FactorShare> Of(Posterior posterior, int state)
    {
        var spread = SpreadOf(posterior, state, out var variance);
        if (!(variance > 0)) return [];
        var sums = new Dictionary<(Origin, int), double>();
        foreach (var normal in posterior.Factors.Normals)
        {
            Add(sums, normal, 1 / (normal.Shape.LowShoulder * normal.Shape.LowShoulder), spread, variance);
        }

        for (var i = 0; i < posterior.Factors.Others.Count; i++)
        {
            Add(sums, posterior.Factors.Others[i], posterior.SitePrecisions[i], spread, variance);
        }

        return Divided(sums, posterior.Factors.ClaimsOf);
    }

    /// <summary>The same with shared errors and movements divided among claims.</summary>
    /// <param name="sums">The share of each factor.</param>
    /// <param name="claimsOf">The claims that share an error.</param>
    public static List<FactorShare> Divided(Dictionary<(Origin, int), double> sums, Func<int, IReadOnlyList<int>> claimsOf)
    {
        DivideSharedErrors(claimsOf, sums);
        DivideMovements(sums);
        return [.. sums.Select(sum => new FactorShare(sum.Key.Item1, sum.Key.Item2, sum.Value))];
    }

    /// <summary>The shares of the prior and of the bounds of quantities alone.</summary>
    public static (double Prior, double Bounds) UnclaimedOf(Posterior posterior, int state)
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

    private static double[] SpreadOf(Posterior posterior, int state, out double variance)
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

    private static void DivideMovements(Dictionary<(Origin, int), double> sums)
    {
        double moved = 0, claimed = 0;
        foreach (var (origin, number) in sums.Keys.Where(key => key.Item1 == Origin.Movement).ToArray())
        {
            sums.Remove((origin, number), out var share);
            moved += share;
        }

        if (moved == 0) return;
        var claims = sums.Keys.Where(key => key.Item1 == Origin.Claim).ToArray();
        foreach (var claim in claims) claimed += sums[claim];
        if (claimed > 0)
        {
            foreach (var claim in claims) sums[claim] *= 1 + (moved / claimed);
        }
        else
        {
            sums[(Origin.Prior, 0)] = sums.GetValueOrDefault((Origin.Prior, 0)) + moved;
        }
    }

    private static void DivideSharedErrors(Func<int, IReadOnlyList<int>> claimsOf, Dictionary<(Origin, int), double> sums)
    {
        foreach (var key in sums.Keys.Where(key => key.Item1 == Origin.SharedError).ToArray())
        {
            sums.Remove(key, out var share);
            var claims = claimsOf(key.Item2);
            var total = claims.Sum(claim => sums.GetValueOrDefault((Origin.Claim, claim)));
            foreach (var claim in claims)
            {
                var own = sums.GetValueOrDefault((Origin.Claim, claim));
                sums[(Origin.Claim, claim)] = own + (share * (total > 0 ? own / total : 1.0 / claims.Count));
            }
        }
    }
}
