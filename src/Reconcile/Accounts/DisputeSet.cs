namespace Reconcile.Accounts;

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
