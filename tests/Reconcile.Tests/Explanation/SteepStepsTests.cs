using Xunit;

namespace Reconcile.Tests.Explanation;

/// <summary>A stock may move by anything, so that days apart do not conflict; but a slip looks the same.</summary>
public class SteepStepsTests
{
    private static readonly DateOnly June = new(2025, 6, 14);

    [Fact]
    public void A_stock_that_one_source_puts_at_a_tenth_of_what_others_say_beside_it_gets_a_warning()
    {
        var result = Displaced().Claim("displaced", "910,000", "iom", June.AddDays(1)).Claim("displaced", "90,000", "government", June.AddDays(2)).Claim("displaced", "905,000", "unhcr", June.AddDays(3)).Reconcile();

        var warning = Assert.Single(result.Warnings, warning => warning.Code == "RC233");
        Assert.Equal("c3", warning.ClaimId);
        Assert.Equal(
            "displaced, 90,000 (government), is far from 910,000 (iom, 15 June 2025) [c2]. A stock may move, so both are believed and no conflict is reported. If they speak of the same state of things, give both one day: then they are compared.",
            warning.Message);
    }

    [Fact]
    public void So_does_one_that_another_source_puts_lower_the_next_day()
    {
        var result = Displaced().Claim("displaced", "about 500,000", "government", June.AddDays(1)).Reconcile();

        Assert.Equal("c2", Assert.Single(result.Warnings, warning => warning.Code == "RC233").ClaimId);
        Assert.Empty(result.Conflicts);
    }

    [Theory]
    [InlineData("about 500,000", "unhcr", 1)]
    [InlineData("700,000", "government", 1)]
    [InlineData("about 500,000", "government", 8)]
    [InlineData("at most 500,000", "government", 1)]
    public void None_where_the_root_tells_both_days_the_step_is_small_the_days_lie_apart_or_no_value_is_given(string figure, string source, int days)
    {
        var result = Displaced().Claim("displaced", figure, source, June.AddDays(days)).Reconcile();

        Assert.DoesNotContain(result.Warnings, warning => warning.Code == "RC233");
    }

    [Fact]
    public void None_where_the_declared_drift_explains_it()
    {
        var result = Dossier.Create().Quantity(new Quantity { Id = "displaced", Kind = QuantityKind.Stock, Drift = 0.2 }).Claim("displaced", "900,000", "unhcr", June).Claim("displaced", "about 500,000", "government", June.AddDays(1)).Reconcile();

        Assert.DoesNotContain(result.Warnings, warning => warning.Code == "RC233");
    }

    private static Dossier Displaced() => Dossier.Create().Quantity("displaced", QuantityKind.Stock).Claim("displaced", "900,000", "unhcr", June);
}
