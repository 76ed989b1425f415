using Reconcile.Consistency;
using Reconcile.Modelling;

namespace Reconcile.Accounts;

/// <summary>
/// Weights of the accounts of one dispute: e^(−cost) / Σ_b e^(−cost_b) · Π over i accepted in b of (1 + κ_i (1 − A_i)/A_i). The product is the
/// chance, relative to "all accepted claims are right", that some accepted claim is wrong although nothing contradicts it; what is missing to 1 is doubt.
/// </summary>
internal static class AccountWeights
{
    /// <summary>A range that spans more than this factor hardly limits a claim.</summary>
    private const double WideSpan = 60;

    public static RivalDispute Weigh(ClaimSystem system, int[] members, IReadOnlyList<int[]> conflicts, List<RivalAccount> accounts, bool[] undisputed)
    {
        var active = (bool[])undisputed.Clone();
        var products = new double[accounts.Count];
        for (var i = 0; i < products.Length; i++)
        {
            DisputeSet.Choose(active, accounts[i]);
            products[i] = 1;
            foreach (var claim in accounts[i].Accepted)
            {
                active[claim] = false;
                products[i] *= UnseenError(system.Component.Claims[claim], system.RangeOf(claim, active));
                active[claim] = true;
            }
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
        var least = accounts.Min(account => account.Cost);
        var sum = 0.0;
        for (var i = 0; i < products.Length; i++) sum += Math.Exp(least - accounts[i].Cost) * products[i];
        var weighed = accounts.Select(account => account with { Weight = Math.Exp(least - account.Cost) / sum }).ToArray();
        Sort(component, weighed);
        var leaders = weighed.Count(account => account.Cost <= weighed[0].Cost + SearchLimits.CostTolerance);
        var doubt = Math.Max(0, 1 - weighed.Sum(account => account.Weight));
        IReadOnlyList<int[]> sorted = [.. conflicts.OrderBy(conflict => conflict.Sum(claim => component.Claims[claim].Cost)).ThenBy(conflict => conflict, SetOrder.Instance)];
        return new RivalDispute(members, sorted, weighed, doubt, leaders);
    }

    /// <summary>Heaviest first; equal ones by fewest rejected roots, then the later date, then the content.</summary>
    public static void Sort(Component component, Span<RivalAccount> accounts) => accounts.Sort((a, b) => HeavierFirst(component, a, b));

    /// <summary>1 + κ (1 − A)/A, with κ = 1 where nothing but the claim itself limits what it speaks of, else 1/n.</summary>
    /// <param name="claim">An accepted claim.</param>
    /// <param name="without">The range of what it speaks of without it; null: open.</param>
    public static double UnseenError(ModelledClaim claim, Interval? without)
    {
        var isWide = without is not { IsClosed: true } range || !IsNarrow(range.Low, range.High);
        var kappa = isWide ? 1 : 1 / ClaimAppraiser.FalseValues;
        return 1 + (kappa * (1 - claim.Accuracy) / claim.Accuracy);
    }

    /// <summary>Whether both ends lie on one side of 0 and within the factor.</summary>
    private static bool IsNarrow(double low, double high) => low > 0 ? high <= WideSpan * low : high < 0 && low >= WideSpan * high;

    /// <summary>By weight; equal ones by fewest rejected roots, then the later date, then the content.</summary>
    private static int HeavierFirst(Component component, RivalAccount a, RivalAccount b)
    {
        if (Math.Abs(a.Cost - b.Cost) > SearchLimits.CostTolerance) return a.Cost.CompareTo(b.Cost);
        var byRoots = RejectedRoots(component, a).CompareTo(RejectedRoots(component, b));
        if (byRoots != 0) return byRoots;
        var byDate = Nullable.Compare(LatestDay(component, b), LatestDay(component, a));
        return byDate != 0 ? byDate : SetOrder.Instance.Compare(a.Rejected, b.Rejected);
    }

    private static int RejectedRoots(Component component, RivalAccount account) =>
        account.Rejected.Select(claim => component.Claims[claim].Root).Distinct().Count();

    private static DateOnly? LatestDay(Component component, RivalAccount account) =>
        account.Accepted.Max(claim => component.Claims[claim].Claim.AsOf ?? component.Claims[claim].Claim.Reported);

    private sealed class SetOrder : IComparer<int[]>
    {
        public static SetOrder Instance { get; } = new();

        public int Compare(int[]? x, int[]? y) => x.AsSpan().SequenceCompareTo(y);
    }
}
