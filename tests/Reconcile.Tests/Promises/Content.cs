using System.Globalization;
using Xunit;

namespace Reconcile.Tests.Promises;

/// <summary>What an answer says, apart from generated ids and from order.</summary>
internal static class Content
{
    /// <summary>What a claim says, without its id.</summary>
    public static string Of(Claim claim) => $"{claim.Source}: {claim.Quantity} {claim.Figure.Text} ({claim.Basis}, {claim.Credibility})";

    /// <summary>What a set of claims says.</summary>
    public static string Of(IEnumerable<Claim> claims) => string.Join(" | ", claims.Select(Of).Distinct().Order(StringComparer.Ordinal));

    /// <summary>The same conflicts, accounts, weights and estimates, numbers to <paramref name="tolerance"/> relative.</summary>
    public static void AssertSame(Reconciliation expected, Reconciliation actual, double tolerance = 1e-12)
    {
        AssertSameDisputes(expected, actual, tolerance);
        foreach (var estimate in expected.Estimates) AssertSame(estimate, actual[estimate.Quantity.Id], tolerance);
    }

    public static void AssertSameDisputes(Reconciliation expected, Reconciliation actual, double tolerance)
    {
        Assert.Equal(Conflicts(expected), Conflicts(actual));
        Assert.Equal(Disputes(expected, 1), Disputes(actual, 1));
        foreach (var (dispute, other) in Ordered(expected).Zip(Ordered(actual)))
        {
            AssertNear(dispute.Doubt, other.Doubt, tolerance, "doubt");
            foreach (var (account, twin) in ByContent(dispute).Zip(ByContent(other))) AssertNear(account.Weight, twin.Weight, tolerance, "weight");
        }
    }

    public static void AssertSame(Estimate expected, Estimate actual, double tolerance)
    {
        var name = expected.Quantity.Id;
        AssertNear(expected.Best, actual.Best, tolerance, name + " best");
        AssertNear(expected.Low, actual.Low, tolerance, name + " low");
        AssertNear(expected.High, actual.High, tolerance, name + " high");
        Assert.Equal(expected.Alternatives.Count, actual.Alternatives.Count);
    }

    public static string[] Conflicts(Reconciliation result) =>
        [.. result.Conflicts.Select(conflict => $"{conflict.Severity} {conflict.Kind}: {Of(conflict.Claims)}").Order(StringComparer.Ordinal)];

    /// <summary>The accounts of each dispute of at least some claims.</summary>
    public static string[] Disputes(Reconciliation result, int least) =>
        [.. Ordered(result).Where(dispute => dispute.Accounts[0].Accepts.Count + dispute.Accounts[0].Rejects.Count >= least).Select(Of)];

    public static string Of(Dispute dispute) => string.Join(" // ", ByContent(dispute).Select(account => $"{Of(account.Accepts)} NOT {Of(account.Rejects)}"));

    private static void AssertNear(double? expected, double? actual, double tolerance, string what)
    {
        if (expected is null || actual is null) Assert.True(expected == actual, Failed(expected, actual, what));
        else Assert.True(Math.Abs(expected.Value - actual.Value) <= tolerance * Math.Max(Math.Abs(expected.Value), Math.Abs(actual.Value)), Failed(expected, actual, what));
    }

    private static string Failed(double? expected, double? actual, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}: {expected?.ToString("R", CultureInfo.InvariantCulture) ?? "open"} became {actual?.ToString("R", CultureInfo.InvariantCulture) ?? "open"}");

    private static IEnumerable<Dispute> Ordered(Reconciliation result) => result.Disputes.OrderBy(Of, StringComparer.Ordinal);

    private static IEnumerable<Account> ByContent(Dispute dispute) => dispute.Accounts.OrderBy(account => Of(account.Accepts) + Of(account.Rejects), StringComparer.Ordinal);
}
