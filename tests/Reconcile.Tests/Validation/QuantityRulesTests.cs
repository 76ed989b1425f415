using Xunit;

namespace Reconcile.Tests.Validation;

public class QuantityRulesTests
{
    [Fact]
    public void Ids_are_there_and_unique() => Assert.Equal(
        [
            "quantities[1].id RC111 The id \"a\" is that of quantities[0] already; each quantity needs its own.",
            "quantities[2].id RC110 A quantity needs an id.",
        ],
        Found.In(With(Of("a"), Of("a"), Of(""))));

    [Fact]
    public void A_kind_is_one_of_three() =>
        Found.Only("quantities[0].kind RC117 A kind is fixed, total or stock; found 5.", With(Of("a") with { Kind = (QuantityKind)5 }));

    [Fact]
    public void A_drift_is_not_negative() => Found.Only(
        "quantities[0].drift RC117 A drift is a finite number of 0 or more, such as 0.02 for 2 % a day; found -1.", With(Of("a") with { Drift = -1 }));

    [Fact]
    public void A_minimum_is_not_above_its_maximum()
    {
        Found.Some("quantities[0].max RC118 The maximum 3 is below the minimum 5.", With(Of("a") with { Min = 5, Max = 3 }));
        Found.Some(
            "quantities[0].max RC118 The maximum -3 is below the minimum 0; the default minimum is 0, null is none.", With(Of("a") with { Max = -3 }));
        Assert.Empty(Found.In(With(Of("a") with { Min = 3, Max = 3 })));
    }

    [Fact]
    public void Bounds_are_finite() => Found.Only(
        "quantities[0].min RC116 The minimum must be finite and within ±1e15; found 10000000000000000.",
        With(Of("a") with { Min = 1e16 }));

    [Fact]
    public void A_quantity_that_nothing_mentions_is_a_warning() =>
        Found.Only("quantities[1].id RC203 Neither a claim nor a relation mentions the quantity \"b\".", With(Of("a"), Of("b")));

    [Theory]
    [InlineData("b = a *", null)]
    [InlineData("a = \"b\" b", null)]
    [InlineData("a = 2 b-c", null)]
    [InlineData("a = bb *", "b")]
    [InlineData("a + b", null)]
    public void Of_a_name_in_a_text_that_is_not_understood_it_is_not_said_that_nothing_mentions_it(string rule, string? unused)
    {
        var dossier = Found.Dossier(quantities: [Of("a"), Of("b")], relations: [new Relation { Rule = rule }]);

        var findings = dossier.Validate();

        Assert.Contains(findings, finding => finding.Code == "RC120");
        Assert.Equal(unused == "b" ? ["quantities[1].id"] : [], findings.Where(finding => finding.Code == "RC203").Select(finding => finding.Path));
    }

    [Fact]
    public void Nor_of_a_name_in_the_quantity_of_a_claim() =>
        Assert.Equal(["RC130"], Found.Dossier(quantities: [Of("a")], claims: [new Claim { Id = "c1", Quantity = "a +", Figure = Figure.About(4), Source = "s" }]).Validate().Select(finding => finding.Code));

    [Fact]
    public void A_share_mentions_both_its_quantities() => Assert.Empty(Found.In(Dossier.Create()
        .Quantity(Of("a")).Quantity(Of("b")).Claim("a / b", "25 %", "ministry")));

    private static Quantity Of(string id) => new() { Id = id };

    private static Dossier With(params Quantity[] quantities) =>
        Found.Dossier(quantities: quantities, relations: [new Relation { Rule = "a <= 2 * a" }]);

    [Fact]
    public void Only_a_stock_drifts()
    {
        Found.Only(
            "quantities[0].drift RC228 Only a stock drifts; declare the quantity with the kind stock, or leave drift out.",
            Dossier.Create().Quantity(new Quantity { Id = "killed", Kind = QuantityKind.Total, Drift = 0.1 }).Claim("killed", "12", "police"));
        Assert.Empty(Found.In(Dossier.Create().Quantity(new Quantity { Id = "troops", Kind = QuantityKind.Stock, Drift = 0.1 }).Claim("troops", "12", "police")));
    }
}
