using Reconcile.Modelling;

namespace Reconcile.Accounts;

/// <summary>
/// The product of 1 + κ (1 − A)/A over what an account accepts: once for all that one root says of one quantity, with the greatest factor among it, since a root that counts
/// day by day is one witness, not hundreds.
/// </summary>
internal sealed class UnseenErrors(Component component)
{
    private readonly Dictionary<(int Root, string Quantity), double> _greatest = [];

    /// <param name="claim">An accepted claim.</param>
    /// <param name="without">The range of what it speaks of without it; null: open.</param>
    public void Add(int claim, Interval? without)
    {
        var modelled = component.Claims[claim];
        var key = (modelled.Root, modelled.Claim.Quantity);
        _greatest[key] = Math.Max(_greatest.GetValueOrDefault(key, 1), AccountWeights.UnseenError(modelled, without));
    }

    /// <summary>The product, in an order that depends on nothing but its factors.</summary>
    public double Product => _greatest.Values.Order().Aggregate(1.0, static (product, factor) => product * factor);
}
