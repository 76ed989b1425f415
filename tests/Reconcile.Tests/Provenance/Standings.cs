using Reconcile.Provenance;

namespace Reconcile.Tests.Provenance;

/// <summary>Short ways to write claims of one case, and to read what became of them.</summary>
internal static class Standings
{
    public static DateOnly Day(int day) => new DateOnly(2025, 3, 1).AddDays(day - 1);

    /// <summary>A claim on killed by the ministry; relays separated by commas.</summary>
    public static Claim Said(string id, string figure, int? reported = null, string via = "", string quantity = "killed", string source = "ministry", int? asOf = null) => new()
    {
        Id = id,
        Quantity = quantity,
        Figure = Figure.Parse(figure),
        Source = source,
        Via = via.Length == 0 ? [] : via.Split(','),
        AsOf = asOf is { } of ? Day(of) : null,
        Reported = reported is { } day ? Day(day) : null,
    };

    public static Dossier Fixed(params Claim[] claims) => Dossier.Create().WithClaims(claims);

    public static Dossier Total(params Claim[] claims) => Dossier.Create().Quantity("killed", QuantityKind.Total).WithClaims(claims);

    public static Dossier Stock(params Claim[] claims) => Dossier.Create().Quantity("killed", QuantityKind.Stock).WithClaims(claims);

    /// <summary>For example <c>a counts, b repeated a, c superseded a</c>.</summary>
    public static string Of(Dossier dossier)
    {
        var evidence = EvidenceGatherer.Gather(dossier, HedgeReading.SignificantDigit, mayRepeat: true);
        return string.Join(", ", dossier.Claims.Select((claim, i) =>
        {
            var instead = evidence.InsteadOf(i);
            return $"{claim.Id} {evidence.StandingOf(i).ToString().ToLowerInvariant()}{(instead == Evidence.None ? "" : " " + dossier.Claims[instead].Id)}";
        }));
    }

    public static Difference Only(this Reconciliation result, DifferenceKind kind) => Xunit.Assert.Single(result.Differences, difference => difference.Kind == kind);
}
