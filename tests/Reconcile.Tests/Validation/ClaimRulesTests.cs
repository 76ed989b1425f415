using Reconcile.Claims;
using Xunit;

namespace Reconcile.Tests.Validation;

public class ClaimRulesTests
{
    [Fact]
    public void Two_claims_cannot_have_one_id() => Found.Only(
        "claims[1].id RC111 The id \"c2\" is that of claims[0] already; each claim needs its own. A claim without an id, such as the c2 here, is called so by its place.",
        Dossier.Parse("""{ "reconcile": 1, "claims": [ { "id": "c2", "quantity": "killed", "figure": 400, "source": "a" }, { "quantity": "killed", "figure": 500, "source": "a" } ] }"""));

    [Fact]
    public void Every_missing_part_is_named() => Assert.Equal(
        [
            "claims[0].id RC110 The id of a claim must not be blank; leave it out to get c1, c2, … by position.",
            "claims[0].quantity RC110 A claim needs a quantity: what it speaks of.",
            "claims[0].figure RC110 A claim needs a figure: what was said.",
            "claims[0].source RC110 A claim needs a source: who knows.",
            "claims[0].via RC110 The list of relays must not be null; without relays leave it empty.",
            "claims[0].supersedes RC110 The list of superseded claims must not be null; without any leave it empty.",
        ],
        Found.In(Dossier.Create().Claim(new Claim { Id = " ", Quantity = null!, Figure = null!, Source = "", Via = null!, Supersedes = null! })));

    [Fact]
    public void The_line_of_the_property_is_given()
    {
        var claim = Of(Figure.About(400)) with { Source = "", Place = new Place(3, [new("source", 7)]) };

        var finding = Assert.Single(Dossier.Create().Claim(claim).Validate());
        Assert.Equal("line 7, claims[0].source (c1): error RC110: A claim needs a source: who knows.", finding.ToString());
    }

    [Fact]
    public void Only_declared_sources_may_speak_and_anybody_may_relay()
    {
        var dossier = Dossier.Create().Source("ministry", Reliability.B);

        Found.Only(
            "claims[1].source RC112 Unknown source \"Ministry\"; did you mean \"ministry\"? Names are case-sensitive.",
            dossier.Claim("killed", Figure.About(400), "ministry").Claim(Of(Figure.About(500)) with { Source = "Ministry", Via = ["anybody"] }));
    }

    [Fact]
    public void Relays_have_names_and_are_not_the_source() => Assert.Equal(
        [
            "claims[0].via RC110 Relay 2 has no name.",
            "claims[0].via RC208 \"ministry\" is the source of this claim and needs no mention as its relay.",
        ],
        Found.In(Dossier.Create().Claim(Of(Figure.About(400)) with { Via = ["wire", "", "ministry"] })));

    [Fact]
    public void A_source_that_relays_itself_twice_is_told_once() => Found.Only(
        "claims[0].via RC208 \"ministry\" is the source of this claim and needs no mention as its relay.",
        Dossier.Create().Claim(Of(Figure.About(400)) with { Via = ["ministry", "wire", "ministry"] }));

    [Fact]
    public void Grades_are_on_their_scales() => Assert.Equal(
        [
            "claims[0].credibility RC117 A credibility is one of those named by Credibility (1 to 6 in a file); found 9.",
            "claims[0].basis RC117 A basis is estimate, count or projection; found 4.",
        ],
        Found.In(Dossier.Create().Claim(Of(Figure.About(400)) with { Credibility = (Credibility)9, Basis = (Basis)4 })));

    [Theory]
    [InlineData("killed wounded", "RC130 The quantity \"killed wounded\" is not understood at column 8: found \"wounded\", expected \"+\", \"-\", \"*\", \"/\" or the end (a name of several words goes in double quotes).")]
    [InlineData("killed - killed", "RC131 No quantity is left in \"killed - killed\"; a claim must speak of one.")]
    [InlineData("killed / 2", "RC131 No quantity is left below the \"/\" in \"killed / 2\"; a part of a quantity is written 0.5 * killed.")]
    [InlineData("1 / killed", "RC131 No quantity is left above the \"/\" in \"1 / killed\"; a share needs one on both sides.")]
    [InlineData("killed / killed", "RC131 The share \"killed / killed\" is the same whatever is counted; above the \"/\" stands the part, below it the whole.")]
    [InlineData("2 * killed / killed", "RC131 The share \"2 * killed / killed\" is the same whatever is counted; above the \"/\" stands the part, below it the whole.")]
    [InlineData("(killed + wounded) / (wounded + killed)", "RC131 The share \"(killed + wounded) / (wounded + killed)\" is the same whatever is counted; above the \"/\" stands the part, below it the whole.")]
    [InlineData("troops-sent", "RC113 Unknown quantity \"troops-sent\": \"-\" subtracts. One name is written troops_sent or \"troops-sent\" in double quotes, a subtraction of quantities known elsewhere troops - sent.")]
    public void A_claim_speaks_of_a_quantity(string quantity, string expected) =>
        Found.Only("claims[0].quantity " + expected, Dossier.Create().Claim(quantity, Figure.About(400), "ministry"));

    [Fact]
    public void A_declared_id_needs_no_quotes() =>
        Assert.Empty(Found.In(Dossier.Create().Quantity("troops-sent", QuantityKind.Stock).Claim("troops-sent", Figure.About(400), "ministry")));

    [Fact]
    public void Only_declared_quantities_can_be_spoken_of() => Found.Only(
        "claims[1].quantity RC113 Unknown quantity \"kiled\"; did you mean \"killed\"?",
        Dossier.Create().Quantity("killed", QuantityKind.Fixed).Claim("killed", "around 400", "ministry").Claim("kiled", "around 500", "ministry"));

    [Fact]
    public void Shares_are_said_of_shares() => Assert.Equal(
        [
            "claims[0].figure RC133 \"killed / casualties\" is a share and takes a share, such as \"25 %\" or \"a third\"; found \"around 400\".",
            "claims[1].figure RC133 \"25 %\" is a share, and \"killed\" is none; say of what it is a share, such as \"killed / total\".",
        ],
        Found.In(Dossier.Create().Claim("killed / casualties", "around 400", "ministry").Claim("killed", "25 %", "ministry")));

    [Fact]
    public void A_figure_outside_the_bounds_is_a_warning()
    {
        Found.Only(
            "claims[0].figure RC209 \"at most -5\" cannot hold: \"killed\" is at least 0 by the bounds of its quantities.",
            Dossier.Create().Claim("killed", "at most -5", "ministry"));
        Found.Only(
            "claims[0].figure RC209 \"exactly 30\" cannot hold: \"a + b\" is at most 20 by the bounds of its quantities.",
            Dossier.Create().Quantity(new Quantity { Id = "a", Max = 10 }).Quantity(new Quantity { Id = "b", Max = 10 }).Claim("a + b", "exactly 30", "ministry"));
        Assert.Empty(Found.In(Dossier.Create().Quantity(new Quantity { Id = "a", Max = 390 }).Claim("a", "about 400", "ministry")));
        Assert.Empty(Found.In(Dossier.Create().Claim("a - b", "at most -5", "ministry")));
    }

    [Fact]
    public void The_same_claim_twice_is_a_warning() => Found.Only(
        "claims[2] RC206 The same as claims[0] (c1) but for its id; it adds nothing.",
        Dossier.Create().Claim("killed", "around 400", "ministry").Claim("killed", "around 500", "ministry").Claim("killed", "around 400", "ministry"));

    [Fact]
    public void Confirmed_alone_is_a_warning()
    {
        const string Warning =
            "claims[0].credibility RC201 Credibility 1 means confirmed by an independent source, but no claim of another source says the same; it reads as 2.";
        var dossier = Dossier.Create().Claim(Of(Figure.About(400)) with { Credibility = Credibility.Confirmed });

        Found.Only(Warning, dossier);
        Found.Only(Warning, dossier.Claim("killed", Figure.Exactly(400), "ministry"));
        Found.Only(Warning, dossier.Claim("killed", Figure.About(4000), "wire"));
        Found.Only(Warning, dossier.Claim("wounded", Figure.About(400), "wire"));
        Found.Only(Warning, dossier.Claim(Of(Figure.About(400)) with { Source = "wire", Retracted = Retraction.Always }));
        Found.Only(Warning, dossier.Claim("killed", Figure.AtLeast(300), "wire"));
        Assert.Empty(Found.In(dossier.Claim("killed", Figure.Between(380, 500), "wire")));
        Assert.Empty(Found.In(dossier.Claim("killed", Figure.AtLeast(300), "ministry").Claim("killed", Figure.Between(380, 500), "wire")));
    }

    [Fact]
    public void What_supersedes_must_exist_and_run_in_no_circle()
    {
        Claim first = Of(Figure.About(400)), second = Of(Figure.About(500)), third = Of(Figure.About(600));

        Found.Only(
            "claims[0].supersedes RC114 Unknown claim \"c9\"; known is \"c1\".", Dossier.Create().Claim(first with { Supersedes = ["c9"] }));
        Found.Only(
            "claims[0].supersedes RC115 A claim cannot supersede itself.", Dossier.Create().Claim(first with { Supersedes = ["c1"] }));
        Found.Only(
            "claims[1].supersedes RC115 This claim supersedes itself by way of \"c1\".",
            Dossier.Create().Claim(first with { Supersedes = ["c2"] }).Claim(second with { Supersedes = ["c1"] }));
        Found.Only(
            "claims[2].supersedes RC115 This claim supersedes itself by way of \"c1\" and \"c2\".",
            Dossier.Create().Claim(first with { Supersedes = ["c2"] }).Claim(second with { Supersedes = ["c3"] }).Claim(third with { Supersedes = ["c1"] }));
        Assert.Empty(Found.In(
            Dossier.Create().Claim(first).Claim(second with { Supersedes = ["c1"] }).Claim(third with { Supersedes = ["c2", "c1"] })));
    }

    [Theory]
    [InlineData(4, "\"a0\", \"a1\" and \"a2\"")]
    [InlineData(5, "\"a0\", \"a1\", \"a2\" and 1 more")]
    [InlineData(2000, "\"a0\", \"a1\", \"a2\" and 1,996 more")]
    public void A_circle_of_superseding_claims_is_named_by_its_first(int length, string others)
    {
        var claims = Enumerable.Range(0, length).Select(i => Of(Figure.About(400 + i)) with { Id = $"a{i}", Supersedes = [$"a{(i + 1) % length}"] });

        Found.Only($"claims[{length}].supersedes RC115 This claim supersedes itself by way of {others}.", Dossier.Create().Claim(Of(Figure.About(300)) with { Id = "z", Supersedes = ["a0"] }).WithClaims(claims));
    }

    private static Claim Of(Figure figure) => new() { Quantity = "killed", Figure = figure, Source = "ministry" };
}
