using Reconcile.Accounts;
using Reconcile.Inference.Posteriors;
using Reconcile.Modelling;

namespace Reconcile.Inference;

/// <summary>
/// How many views a component can afford: each costs as much as the component is large, and there is one for each account of each dispute, so that without a
/// bound the work would grow with the square of the claims. Counted like the steps of a search, one for each node of each view, never timed. The heaviest accounts come first.
/// </summary>
internal sealed class ViewBudget
{
    /// <summary>So many views are made however large the component is: a reader of a large one wants to see, too, what its heaviest rival accounts would change (convention).</summary>
    private const int FewestViews = 8;

    private readonly HashSet<AccountChoice>? _viewed;

    /// <param name="component">The component.</param>
    /// <param name="disputes">Its disputes.</param>
    /// <param name="posteriors">What makes the posteriors.</param>
    /// <param name="limits">How far a search may go.</param>
    public ViewBudget(Component component, DisputeSet disputes, IAccountPosteriors posteriors, SearchLimits limits)
    {
        var cost = component.Claims.Length + posteriors.Cost;
        MostViews = Math.Max(FewestViews, limits.MaxSteps / Math.Max(1, cost));
        long alternatives = 0;
        foreach (var dispute in disputes.Disputes) alternatives += dispute.Accounts.Length - 1;
        if (alternatives > MostViews) _viewed = Heaviest(disputes);
    }

    public long MostViews { get; }

    /// <summary>Whether an account is among those for which there is a view.</summary>
    public bool IsViewed(int dispute, int account) => _viewed?.Contains(new AccountChoice(dispute, account)) != false;

    private HashSet<AccountChoice> Heaviest(DisputeSet disputes)
    {
        var all = new List<(double Weight, AccountChoice Choice)>();
        for (var dispute = 0; dispute < disputes.Disputes.Count; dispute++)
        {
            var accounts = disputes.Disputes[dispute].Accounts;
            for (var account = 1; account < accounts.Length; account++) all.Add((accounts[account].Weight, new AccountChoice(dispute, account)));
        }

        return [.. all.OrderByDescending(item => item.Weight).ThenBy(item => item.Choice.Dispute).ThenBy(item => item.Choice.Account).Take((int)Math.Min(int.MaxValue, MostViews)).Select(item => item.Choice)];
    }
}
