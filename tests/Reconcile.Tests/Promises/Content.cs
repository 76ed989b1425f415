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

    /// <summary>The same in every part that a reader sees, but for the claims that are set aside.</summary>
    public static void AssertSameThroughout(Reconciliation expected, Reconciliation actual)
    {
        AssertSame(expected, actual);
        Assert.Equal(Verdicts(expected), Verdicts(actual));
        foreach (var estimate in expected.Estimates)
        {
            var other = actual[estimate.Quantity.Id];
            Assert.Equal((estimate.Roots, estimate.Confidence, estimate.ToString()), (other.Roots, other.Confidence, other.ToString()));
            Assert.Equal(Influences(estimate), Influences(other));
        }
    }

    public static void AssertSameDisputes(Reconciliation expected, Reconciliation actual, double tolerance)
    {
        Assert.Equal(Conflicts(expected), Conflicts(actual));
        Assert.Equal(Disputes(expected), Disputes(actual));
        foreach (var (dispute, other) in Ordered(expected).Zip(Ordered(actual)))
        {
            AssertNear(dispute.Doubt, other.Doubt, tolerance, "doubt");
            foreach (var (account, twin) in ByContent(dispute).Zip(ByContent(other))) AssertNear(account.Weight, twin.Weight, tolerance, "weight");
        }
    }

    public static string[] Conflicts(Reconciliation result) =>
        [.. result.Conflicts.Select(conflict => $"{conflict.Severity} {conflict.Kind}: {Of(conflict.Claims)}").Order(StringComparer.Ordinal)];

    /// <summary>The accounts of each dispute.</summary>
    public static string[] Disputes(Reconciliation result) => [.. Ordered(result).Select(Of)];

    public static string Of(Dispute dispute) => string.Join(" // ", ByContent(dispute).Select(account => $"{Of(account.Accepts)} NOT {Of(account.Rejects)}"));

    private static void AssertSame(Estimate expected, Estimate actual, double tolerance)
    {
        var name = expected.Quantity.Id;
        AssertSame(name, (expected.Low, expected.Best, expected.High), (actual.Low, actual.Best, actual.High), tolerance);
        Assert.Equal(expected.Alternatives.Count, actual.Alternatives.Count);
        foreach (var (part, other) in expected.Alternatives.Zip(actual.Alternatives))
        {
            AssertSame(name + " part", (part.Low, part.Best, part.High), (other.Low, other.Best, other.High), tolerance);
            AssertNear(part.Weight, other.Weight, tolerance, name + " part weight");
        }
    }

    private static void AssertSame(string name, (double? Low, double? Best, double? High) expected, (double? Low, double? Best, double? High) actual, double tolerance)
    {
        AssertNear(expected.Best, actual.Best, tolerance, name + " best");
        AssertNear(expected.Low, actual.Low, tolerance, name + " low");
        AssertNear(expected.High, actual.High, tolerance, name + " high");
    }

    /// <summary>What became of each claim that counts, and with which weight.</summary>
    private static string[] Verdicts(Reconciliation result) =>
    [
        .. result.Verdicts.Where(verdict => verdict.Outcome is Outcome.Accepted or Outcome.Contested or Outcome.Rejected)
            .Select(verdict => string.Create(CultureInfo.InvariantCulture, $"{Of(verdict.Claim)} {verdict.Outcome} {verdict.Weight:F9} {verdict.Tension:F6}")).Order(StringComparer.Ordinal),
    ];

    /// <summary>Shares to nine digits, by what has them.</summary>
    private static string[] Influences(Estimate estimate) =>
    [
        .. estimate.Influences.Select(influence => string.Create(CultureInfo.InvariantCulture, $"{(influence.Claim is { } claim ? Of(claim) : influence.Relation?.Rule ?? "prior")} {influence.Share:F9}"))
            .Order(StringComparer.Ordinal),
    ];

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
