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

    /// <summary>Cuts accounts, cheapest first, to their most. Those of one cost are kept or cut together, so that nothing decides between them; of more equal leaders than the limit the first stay.</summary>
    /// <returns>Whether any were cut.</returns>
    public bool Cut(List<RivalAccount> accounts)
    {
        if (accounts.Count <= MaxAccounts) return false;
        var firstCut = accounts[MaxAccounts].Cost;
        var kept = accounts.FindIndex(account => account.Cost > firstCut - CostTolerance);
        if (kept == 0) kept = MaxAccounts;
        accounts.RemoveRange(kept, accounts.Count - kept);
        return true;
    }
}
