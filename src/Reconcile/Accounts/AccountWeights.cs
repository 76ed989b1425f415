using Reconcile.Consistency;
using Reconcile.Modelling;

namespace Reconcile.Accounts;

/// <summary>
/// Weights of the accounts of one dispute: e^(−cost) / Σ_b e^(−cost_b) · Π (1 + κ_i (1 − A_i)/A_i) over what b accepts (<see cref="UnseenErrors"/>). The product is the
/// chance, relative to "all accepted claims are right", that some accepted claim is wrong although nothing contradicts it; what is missing to 1 is doubt.
/// </summary>
internal static class AccountWeights
{
    public static RivalDispute Weigh(
        ClaimSystem system, UnseenErrors errors, int[] members, IReadOnlyList<int[]> conflicts, List<RivalAccount> accounts, bool[] undisputed)
    {
        var active = (bool[])undisputed.Clone();
        var products = new double[accounts.Count];
        for (var i = 0; i < products.Length; i++)
        {
            DisputeSet.Choose(active, accounts[i]);
            products[i] = errors.Product(accounts[i].Accepted, active, system);
        }

        return Weigh(system.Component, members, conflicts, accounts, products);
    }

    /// <param name="component">The component.</param>
    /// <param name="members">The claims of the dispute.</param>
    /// <param name="conflicts">Its conflicts.</param>
    /// <param name="accounts">Its accounts.</param>
    /// <param name="products">Π (1 + κ (1 − A)/A) of each account.</param>
    public static RivalDispute Weigh(Component component, int[] members, IReadOnlyList<int[]> conflicts, List<RivalAccount> accounts, double[] products)
    {
        var least = double.PositiveInfinity;
        foreach (var account in accounts) least = Math.Min(least, account.Cost);
        var sum = 0.0;
        for (var i = 0; i < products.Length; i++) sum += Math.Exp(least - accounts[i].Cost) * products[i];
        var weighed = new RivalAccount[products.Length];
        for (var i = 0; i < weighed.Length; i++) weighed[i] = accounts[i] with { Weight = Math.Exp(least - accounts[i].Cost) / sum };
        Sort(component, weighed);
        var (leaders, doubt) = (0, 1.0);
        foreach (var account in weighed)
        {
            leaders += account.Cost <= weighed[0].Cost + SearchLimits.CostTolerance ? 1 : 0;
            doubt -= account.Weight;
        }

        doubt = Math.Max(0, doubt);
        IReadOnlyList<int[]> sorted = [.. conflicts.OrderBy(conflict => conflict.Sum(claim => component.Claims[claim].Cost)).ThenBy(conflict => conflict, SetOrder.Instance)];
        return new RivalDispute(members, sorted, weighed, doubt, leaders);
    }

    /// <summary>Heaviest first; equal ones by fewest rejected roots, then the later date, then the most relays through which what is rejected came, then the content.</summary>
    public static void Sort(Component component, Span<RivalAccount> accounts)
    {
        var keys = new Key[accounts.Length];
        for (var i = 0; i < keys.Length; i++) keys[i] = new Key(accounts[i].Cost, RejectedRoots(component, accounts[i]), LatestDay(component, accounts[i]), RejectedRelays(component, accounts[i]), accounts[i].Rejected);
        MemoryExtensions.Sort(keys.AsSpan(), accounts, HeavierFirst);
    }

    private readonly record struct Key(double Cost, int RejectedRoots, DateOnly? LatestDay, int RejectedRelays, int[] Rejected);

    private static int HeavierFirst(Key a, Key b)
    {
        if (Math.Abs(a.Cost - b.Cost) > SearchLimits.CostTolerance) return a.Cost.CompareTo(b.Cost);
        var byRoots = a.RejectedRoots.CompareTo(b.RejectedRoots);
        if (byRoots != 0) return byRoots;
        var byDate = Nullable.Compare(b.LatestDay, a.LatestDay);
        if (byDate != 0) return byDate;
        var byRelays = b.RejectedRelays.CompareTo(a.RejectedRelays);
        return byRelays != 0 ? byRelays : SetOrder.Instance.Compare(a.Rejected, b.Rejected);
    }

    private static int RejectedRoots(Component component, RivalAccount account)
    {
        var seen = new bool[component.Roots];
        var count = 0;
        foreach (var claim in account.Rejected)
        {
            ref var root = ref seen[component.Claims[claim].Root];
            count += root ? 0 : 1;
            root = true;
        }

        return count;
    }

    private static int RejectedRelays(Component component, RivalAccount account)
    {
        var relays = 0;
        foreach (var claim in account.Rejected) relays += component.Claims[claim].Claim.Via.Count;
        return relays;
    }

    private static DateOnly? LatestDay(Component component, RivalAccount account)
    {
        DateOnly? latest = null;
        foreach (var claim in account.Accepted)
        {
            var day = component.Claims[claim].Claim.LastDay;
            if (latest is null || day > latest) latest = day ?? latest;
        }

        return latest;
    }

    private sealed class SetOrder : IComparer<int[]>
    {
        public static SetOrder Instance { get; } = new();

        public int Compare(int[]? x, int[]? y) => x.AsSpan().SequenceCompareTo(y);
    }
}
