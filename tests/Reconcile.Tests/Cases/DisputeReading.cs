using Xunit;

namespace Reconcile.Tests.Cases;

/// <summary>What a test asks of the accounts of a dispute.</summary>
internal static class DisputeReading
{
    /// <summary>The value of a quantity under one account.</summary>
    public static Alternative Under(this Estimate estimate, Account account) =>
        Assert.Single(estimate.ByAccount, value => value.Accounts.Any(a => a.Id == account.Id));

    /// <summary>Holds a range to one that a reference implementation gave, within 15 % of its ends.</summary>
    public static void IsNear(this Alternative actual, double best, double low, double high)
    {
        Assert.InRange(actual.Best!.Value, 0.85 * best, 1.15 * best);
        Assert.InRange(actual.Low!.Value, 0.85 * low, 1.15 * low);
        Assert.InRange(actual.High!.Value, 0.85 * high, 1.15 * high);
    }

    public static void IsNear(this double weight, double expected) => Assert.InRange(weight, expected - 0.1, expected + 0.1);

    public static string[] Ids(this IEnumerable<Claim> claims) => [.. claims.Select(claim => claim.Id).Order(StringComparer.Ordinal)];

    /// <summary>The conflicts that are more than a discrepancy, each as its sorted claim ids.</summary>
    public static string[] ConflictIds(this Reconciliation result) =>
        [.. result.Conflicts.Where(c => c.Severity == ConflictSeverity.Conflict).Select(c => string.Join(' ', c.Claims.Ids())).Order(StringComparer.Ordinal)];
}
