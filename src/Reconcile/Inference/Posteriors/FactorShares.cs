using Reconcile.Inference.Factors;

namespace Reconcile.Inference.Posteriors;

/// <summary>The part of a posterior's information on a state that one factor brings.</summary>
/// <param name="Origin">What the factor is.</param>
/// <param name="Number">Which one of these.</param>
/// <param name="Share">Between 0 and 1.</param>
internal readonly record struct FactorShare(Origin Origin, int Number, double Share);

/// <summary>
/// What is known of a shared error is information that its claims bring, and is divided among them; so is what is expected of the steps of a total or stock, by which the claims on
/// other days inform this one.
/// </summary>
internal static class FactorShares
{
    /// <summary>The shares of claims, relations, bounds and prior: those of shared errors and movements are divided among claims.</summary>
    /// <param name="sums">The share of each factor.</param>
    /// <param name="claimsOf">The claims that share an error.</param>
    public static List<FactorShare> Divided(Dictionary<(Origin, int), double> sums, Func<int, IReadOnlyList<int>> claimsOf)
    {
        DivideSharedErrors(claimsOf, sums);
        DivideMovements(sums);
        return [.. sums.Select(sum => new FactorShare(sum.Key.Item1, sum.Key.Item2, sum.Value))];
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
