namespace Reconcile.Accounts;

/// <summary>A maximal set of a dispute's claims that can hold together. Claims are positions within the component, ascending.</summary>
internal sealed record RivalAccount(int[] Accepted, int[] Rejected, double Cost)
{
    /// <summary>Between 0 and 1; the accounts of a dispute and its doubt add up to 1.</summary>
    public double Weight { get; init; }

    /// <summary>Whether a claim is among those that it accepts.</summary>
    public bool Accepts(int claim) => Array.BinarySearch(Accepted, claim) >= 0;
}
