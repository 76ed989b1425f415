namespace Reconcile.Accounts;

/// <summary>A maximal set of a dispute's claims that can hold together. Claims are positions within the component, ascending.</summary>
internal sealed record RivalAccount(int[] Accepted, int[] Rejected, double Cost)
{
    /// <summary>Between 0 and 1; the accounts of a dispute and its doubt add up to 1.</summary>
    public double Weight { get; init; }
}

/// <summary>Conflicts linked by shared claims, and the accounts that resolve them.</summary>
/// <param name="Claims">Positions within the component, ascending.</param>
/// <param name="Conflicts">Minimal conflicts, each ascending.</param>
/// <param name="Accounts">Heaviest first.</param>
/// <param name="Doubt">Weight of "none of these".</param>
/// <param name="Leaders">How many accounts are equally the heaviest.</param>
internal sealed record RivalDispute(int[] Claims, IReadOnlyList<int[]> Conflicts, RivalAccount[] Accounts, double Doubt, int Leaders);

/// <summary>What a search had to leave out.</summary>
[Flags]
internal enum Cuts
{
    None = 0,

    /// <summary>More accounts than are kept.</summary>
    Accounts = 1,

    /// <summary>The search ran out of steps.</summary>
    Steps = 2,

    /// <summary>More conflicts than are listed.</summary>
    Conflicts = 4,
}

/// <summary>All disputes of a component.</summary>
internal sealed record DisputeSet(IReadOnlyList<RivalDispute> Disputes, Cuts Cuts)
{
    public static DisputeSet None { get; } = new([], Cuts.None);

    /// <summary>The claims that hold under the leading account of each dispute.</summary>
    public bool[] LeadingClaims(int claims)
    {
        var accepted = new bool[claims];
        Array.Fill(accepted, true);
        foreach (var dispute in Disputes) Reject(accepted, dispute.Accounts[0]);
        return accepted;
    }

    /// <summary>Switches one dispute to an account.</summary>
    public static void Choose(bool[] accepted, RivalAccount account)
    {
        foreach (var claim in account.Accepted) accepted[claim] = true;
        Reject(accepted, account);
    }

    private static void Reject(bool[] accepted, RivalAccount account)
    {
        foreach (var claim in account.Rejected) accepted[claim] = false;
    }
}
