namespace Reconcile.Accounts;

/// <summary>How far a search may go: accounts kept in one dispute, and counted steps, never time.</summary>
internal readonly record struct SearchLimits(int MaxAccounts, long MaxSteps)
{
    /// <summary>Accounts lighter than the best by more than this factor are left out, but for the runner-up, so that a reader always sees what the rival version would be.</summary>
    public const double LeastShareOfBest = 1.0 / 50;

    /// <summary>
    /// In systems so large that they are decided by propagation, and among very many claims with dates, a runner-up that is lighter than this is not looked for: a figure out of line contradicts hundreds
    /// of claims on the dates around it there, and to find the version in which all of these are wrong would take longer than all else.
    /// </summary>
    public const double LeastShareOfRunnerUp = 1e-3;

    /// <summary>Costs this close are equal.</summary>
    public const double CostTolerance = 1e-9;

    public bool AreSpent(long steps) => steps > MaxSteps;

    /// <summary>Whether nothing is left of the half as many steps again in which a search that ended early is brought to a result that can be shown.</summary>
    public bool AreFarSpent(long steps) => steps - (MaxSteps / 2) > MaxSteps;

    /// <summary>
    /// Most accounts kept where more than <see cref="MaxAccounts"/> weigh the same: twice as many (convention). A search needs to find one more than these to know that there are more.
    /// </summary>
    public int MostEquals => (int)Math.Min(2L * MaxAccounts, int.MaxValue - 1);

    /// <summary>Whether these accounts, cheapest first, tell what will be kept and that something was cut: those that may still be found change neither.</summary>
    public bool AreEnough(List<RivalAccount> found) =>
        found.Count > MaxAccounts && (found.Count > MostEquals || LeavesRival(FirstLike(found)) || found[^1].Cost > found[MaxAccounts].Cost + CostTolerance);

    /// <summary>
    /// Cuts accounts, heaviest first, to their most. Those of one weight are kept or cut together, so that nothing decides between them: cut where a leader and a runner-up are left, else
    /// kept up to <see cref="MostEquals"/>. Of still more equals the first stay.
    /// </summary>
    public Cuts Cut(List<RivalAccount> accounts)
    {
        if (accounts.Count <= MaxAccounts) return Cuts.None;
        var (first, last) = (FirstLike(accounts), accounts[MaxAccounts].Cost + CostTolerance);
        var beyond = accounts.FindIndex(MaxAccounts, account => account.Cost > last) is var next and >= 0 ? next : accounts.Count;
        var kept = LeavesRival(first) ? first : beyond <= MostEquals ? beyond : MaxAccounts;
        if (kept == accounts.Count) return Cuts.None;
        accounts.RemoveRange(kept, accounts.Count - kept);
        return kept == MaxAccounts && kept > first ? Cuts.Accounts | Cuts.Equals : Cuts.Accounts;
    }

    /// <summary>The first account that weighs the same as the first one beyond the limit.</summary>
    private int FirstLike(List<RivalAccount> accounts)
    {
        var least = accounts[MaxAccounts].Cost - CostTolerance;
        return accounts.FindIndex(account => account.Cost >= least);
    }

    private bool LeavesRival(int kept) => kept >= Math.Min(2, MaxAccounts);
}
