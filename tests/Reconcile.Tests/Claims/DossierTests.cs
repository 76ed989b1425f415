using System.Diagnostics;
using FsCheck.Xunit;
using Xunit;

namespace Reconcile.Tests.Claims;

public class DossierTests
{
    [Property]
    public void Claims_added_at_once_or_one_by_one_are_the_same(int seed)
    {
        var random = new Random(seed);
        Claim[] claims = [.. Enumerable.Range(0, random.Next(8)).Select(i => Of("killed", random.Next(1000)) with { Id = random.Next(3) == 0 ? $"c{random.Next(8)}" : "" })];

        var oneByOne = claims.Aggregate(Dossier.Create(), (dossier, claim) => dossier.Claim(claim));
        Assert.Equal(Dossier.Create().WithClaims(claims), oneByOne);
        Assert.Equal(Dossier.Create().WithClaims(claims).GetHashCode(), oneByOne.GetHashCode());
    }

    [Fact]
    public void Claims_without_an_id_are_named_by_position()
    {
        var dossier = Dossier.Create().Claim("killed", "around 400", "a").Claim(Of("killed", 5) with { Id = "mine" }).Claim("killed", "dozens", "b");

        Assert.Equal(["c1", "mine", "c3"], dossier.Claims.Select(claim => claim.Id));
    }

    [Fact]
    public void Claims_without_an_id_pass_over_those_that_are_taken()
    {
        var dossier = Dossier.Create().Claim("killed", "1", "a").Claim("killed", "5", "b").WithoutClaim("c1").Claim("killed", "6", "d");
        Assert.Equal(["c2", "c3"], dossier.Claims.Select(claim => claim.Id));
        Assert.Equal("c1", dossier.WithoutClaim("c2").WithoutClaim("c3").Claim("killed", "6", "d").Claims[0].Id);
        Assert.DoesNotContain(dossier.Validate(), finding => finding.Severity == FindingSeverity.Error);

        var read = Dossier.Parse("""{ "reconcile": 1, "claims": [{ "id": "c2", "quantity": "killed", "figure": 1, "source": "a" }] }""");
        Assert.Equal(["c2", "c3", "c4"], read.WithClaims([Of("killed", 5), Of("killed", 6)]).Claims.Select(claim => claim.Id));
        Assert.Equal(["c2147483647", "c2"], Dossier.Create().WithClaims([Of("killed", 5) with { Id = "c2147483647" }, Of("killed", 6)]).Claims.Select(claim => claim.Id));
    }

    [Property]
    public void Claims_without_an_id_never_share_one(int seed)
    {
        var random = new Random(seed);
        var dossier = Dossier.Create();
        for (var i = 0; i < 30; i++) dossier = random.Next(3) == 0 && dossier.Claims.Count > 0 ? dossier.WithoutClaim(dossier.Claims[random.Next(dossier.Claims.Count)].Id) : dossier.Claim(Of("killed", i));

        Assert.Distinct(dossier.Claims.Select(claim => claim.Id));
    }

    [Fact]
    public void Many_taken_ids_are_passed_over_once()
    {
        const int Many = 100_000;
        var dossier = Dossier.Create().WithClaims(Enumerable.Range(1, Many).Select(i => Of("killed", i) with { Id = $"c{Many + i}" }));

        var watch = Stopwatch.StartNew();
        Assert.Equal($"c{3 * Many}", dossier.WithClaims(Enumerable.Range(1, Many).Select(i => Of("killed", i))).Claims[^1].Id);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }

    [Fact]
    public void Many_sources_and_quantities_are_declared_as_one_after_another()
    {
        Source[] sources = [new() { Id = "wire" }, new() { Id = "ministry", Party = "north" }, new() { Id = "wire", Reliability = Reliability.D }];
        Quantity[] quantities = [new() { Id = "wounded" }, new() { Id = "killed", Whole = true }, new() { Id = "wounded", Max = 9 }];
        var dossier = Dossier.Create().Source("police", Reliability.A).Source("ministry", Reliability.B).Quantity("killed", QuantityKind.Total);

        Assert.Equal(sources.Aggregate(dossier, (all, source) => all.Source(source)), dossier.WithSources(sources));
        Assert.Equal([new Source { Id = "police", Reliability = Reliability.A }, sources[1], sources[2]], dossier.WithSources(sources).Sources);
        Assert.Equal(quantities.Aggregate(dossier, (all, quantity) => all.Quantity(quantity)), dossier.WithQuantities(quantities));
        Assert.Equal([quantities[1], quantities[2]], dossier.WithQuantities(quantities).Quantities);
    }

    [Fact]
    public void A_dossier_never_changes()
    {
        var dossier = Dossier.Create("before").Claim("killed", "around 400", "a");
        _ = dossier.WithTitle("after").WithAsOf(new DateOnly(2025, 1, 1)).Relate("a = b").Claim("killed", "dozens", "b").WithoutClaim("c1");

        Assert.Equal(Dossier.Create("before").Claim("killed", "around 400", "a"), dossier);
    }

    [Fact]
    public void A_list_that_changes_later_changes_nothing_that_was_made_with_it()
    {
        List<string> via = ["wire"], supersedes = ["c0"];
        var claim = Of("killed", 5) with { Via = via, Supersedes = supersedes };
        List<Claim> claims = [claim];
        var figure = new RuleBookFigure { Because = "so it is", Claims = claims };
        List<StatedClaim> stated = [new() { Claim = claim }];
        var quantity = new StatedQuantity { Quantity = new Quantity { Id = "killed" }, Claims = stated };
        List<Finding> findings = [new() { Code = "RC101", Severity = FindingSeverity.Error, Message = "no JSON" }];
        var exception = new DossierValidationException(findings);

        via[0] = "paper";
        supersedes.Add("c9");
        claims.Clear();
        stated.Clear();
        findings.Clear();

        Assert.Equal(["wire"], claim.Via);
        Assert.Equal(["c0"], claim.Supersedes);
        Assert.Same(claim, Assert.Single(figure.Claims));
        Assert.Single(quantity.Claims);
        Assert.Single(exception.Findings);
    }

    [Fact]
    public void Claims_without_relays_share_one_empty_list() =>
        Assert.Same(Of("killed", 5).Via, (Of("killed", 6) with { Via = new List<string>() }).Via);

    [Fact]
    public void Declaring_again_replaces_in_place()
    {
        var dossier = Dossier.Create().Source("a", Reliability.A).Source("b", Reliability.B).Source("a", Reliability.F)
            .Quantity("q", QuantityKind.Fixed).Quantity("r", QuantityKind.Fixed).Quantity("q", QuantityKind.Total);

        Assert.Equal([("a", Reliability.F), ("b", Reliability.B)], dossier.Sources.Select(source => (source.Id, source.Reliability!.Value)));
        Assert.Equal([("q", QuantityKind.Total), ("r", QuantityKind.Fixed)], dossier.Quantities.Select(quantity => (quantity.Id, quantity.Kind)));
    }

    [Fact]
    public void Every_part_counts_for_equality()
    {
        Dossier[] dossiers =
        [
            Dossier.Create(),
            Dossier.Create("title"),
            Dossier.Create().WithAsOf(new DateOnly(2025, 1, 1)),
            Dossier.Create().Relate("a = b"),
            Dossier.Create().Relate("a = b", because: "so it is"),
            Dossier.Create().Source("a", Reliability.A),
            Dossier.Create().Quantity("a", QuantityKind.Fixed),
            Dossier.Create().Interest(new Interest { Source = "a", Tends = Tendency.Overstate }),
            Dossier.Create().WithPartiesLean(),
            Dossier.Create().Claim("killed", "around 400", "a"),
            Dossier.Create().Claim("killed", "around 400", "b"),
            Dossier.Create().Claim(Of("killed", 400) with { Via = ["wire"] }),
            Dossier.Create().Claim(Of("killed", 400) with { Via = ["radio"] }),
        ];

        for (var i = 0; i < dossiers.Length; i++)
        {
            for (var j = 0; j < dossiers.Length; j++) Assert.Equal(i == j, dossiers[i].Equals(dossiers[j]));
        }
    }

    [Fact]
    public void Lists_of_claims_are_equal_by_their_items() =>
        Assert.Equal(Of("killed", 400) with { Via = ["wire"], Supersedes = ["c9"] }, Of("killed", 400) with { Via = ["wire"], Supersedes = ["c9"] });

    [Fact]
    public void Claims_with_missing_parts_can_be_compared()
    {
        var missing = Of("killed", 400) with { Via = null!, Supersedes = null!, Figure = null! };

        Assert.Equal(missing, Of("killed", 400) with { Via = null!, Supersedes = null!, Figure = null! });
        Assert.NotEqual(missing, Of("killed", 400));
        Assert.NotEqual(Of("killed", 400), missing);
    }

    [Fact]
    public void Removing_an_unknown_claim_names_the_nearest()
    {
        var dossier = Dossier.Create().Claim(Of("killed", 400) with { Id = "ministry-1" });

        Assert.Empty(dossier.WithoutClaim("ministry-1").Claims);
        Assert.Equal(
            "Unknown claim \"ministry1\"; did you mean \"ministry-1\"?",
            Assert.Throws<KeyNotFoundException>(() => dossier.WithoutClaim("ministry1")).Message);
    }

    [Fact]
    public void Null_is_refused_at_once()
    {
        var dossier = Dossier.Create();
        Assert.Throws<ArgumentNullException>(() => Dossier.Create(null!));
        Assert.Throws<ArgumentNullException>(() => dossier.Claim("killed", (string)null!, "a"));
        Assert.Throws<ArgumentNullException>(() => dossier.Claim(null!, "around 400", "a"));
        Assert.Throws<ArgumentNullException>(() => dossier.WithClaims([null!]));
        Assert.Throws<ArgumentNullException>("sources", () => dossier.WithSources([null!]));
        Assert.Throws<ArgumentNullException>("quantities", () => dossier.WithQuantities(null!));
        Assert.Throws<ArgumentNullException>(() => dossier.Relate((string)null!));
        Assert.Throws<ArgumentNullException>(() => dossier.WithoutClaim(null!));
    }

    [Fact]
    public void A_phrase_that_is_not_understood_is_kept_for_validation() =>
        Assert.Equal("no idea", Dossier.Create().Claim("killed", "no idea", "a").Claims[0].Figure.Text);

    private static Claim Of(string quantity, double value) => new() { Quantity = quantity, Figure = Figure.Exactly(value), Source = "ministry" };
}
