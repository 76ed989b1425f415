using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace Reconcile.Tests.Cases;

public class DatedRivalTests
{
    private static readonly DateOnly Day = new(2022, 4, 2);

    /// <summary>However unlikely it is: a reader must see what the rival version would be.</summary>
    [Fact]
    public void The_runner_up_is_shown_among_a_few_dated_claims_too()
    {
        var result = Dossier.Create().Source("denial", Reliability.E).Source("mayor", Reliability.A).Source("reporter", Reliability.A).Quantity("found", QuantityKind.Total)
            .Claim("found", "280", "mayor", Day).Claim("found", "281", "reporter", Day).Claim("found", "0", "denial", Day.AddDays(1)).Reconcile();

        Assert.Equal(2, Assert.Single(result.Disputes).Accounts.Count);
    }

    /// <summary>A flat denial is a sharp figure; at half a per cent it has no place in a range of ninety.</summary>
    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("up to 3")]
    public void A_light_account_does_not_stretch_the_range(string denial)
    {
        var killed = Dossier.Create().Source("denial", Reliability.D).Source("a", Reliability.F).Source("b", Reliability.F).Claim("killed", "178", "a").Claim("killed", "180", "b").Claim("killed", denial, "denial").Reconcile()["killed"];

        Assert.InRange(killed.Low!.Value, 160, 178);
        Assert.DoesNotContain(killed.Reasons, reason => reason.Contains("factor of 2", StringComparison.Ordinal));
    }

    /// <summary>A total that never falls lies below the 4,014 of a week later on a day on which an account rejects all that is said.</summary>
    [Fact]
    public void An_account_shows_no_more_for_a_day_than_the_days_beside_allow()
    {
        var day = new DateOnly(2023, 9, 15);
        var result = Dossier.Create().Source("who", Reliability.A).Source("ministry", Reliability.B).Quantity("killed", QuantityKind.Total)
            .Claim("killed", "3,166", "ministry", day).Claim("killed", "3,958", "who", day.AddDays(1)).Claim("killed", "3,283", "ministry", day.AddDays(2)).Claim("killed", "4,014", "who", day.AddDays(8))
            .Reconcile();

        var (disputed, last) = (result["killed"].Series[2], result["killed"].Series[3]);

        Assert.True(disputed.High <= last.High);
        var shown = Regex.Match(result.ToString(), "killed on 17 September 2023: [0-9,]+ .[0-9,]+–([0-9,]+)").Groups[1].Value;
        Assert.InRange(double.Parse(shown, NumberStyles.AllowThousands, CultureInfo.InvariantCulture), 4000, last.High!.Value + 1);
    }

    [Fact]
    public void Of_one_quantity_one_discrepancy_is_reported_however_many_days_it_has()
    {
        var result = Dossier.Create().Quantity("killed", QuantityKind.Total)
            .Claim("killed", "2,100", "a", Day).Claim("killed", "2,191", "b", Day).Claim("killed", "3,300", "a", Day.AddDays(2)).Claim("killed", "3,391", "b", Day.AddDays(2)).Reconcile();

        Assert.Single(result.Conflicts, conflict => conflict.Severity == ConflictSeverity.Discrepancy);
    }

    [Fact]
    public void An_estimate_that_two_open_accounts_share_is_no_alternative_to_itself()
    {
        var text = Dossier.Create().Source("onlooker", Reliability.D).Source("ministry", Reliability.B).Claim("killed", "6", "onlooker").Claim("killed", "at least 17", "ministry").Reconcile().ToString();
        var shared = Dossier.Create().Relate("hurt = killed + wounded").Claim("killed", "500", "a").Claim("killed", "200", "b").Claim("wounded", "at least 900", "b").Reconcile().ToString();

        Assert.Contains("  at least 4.91  low", text, StringComparison.Ordinal);
        Assert.Contains("    or at least 17, 78 %\n    or 6", text, StringComparison.Ordinal);
        Assert.DoesNotContain("or at least", shared, StringComparison.Ordinal);
    }

    [Fact]
    public void Verdicts_read_the_same_in_every_order_of_claims()
    {
        var dossier = Dossier.Create().Relate("total = killed + wounded").Claim("total", "120", "a").Claim("killed", "4", "b").Claim("wounded", "74", "b");
        var reversed = Dossier.Create().Relate("total = killed + wounded").WithClaims(dossier.Claims.Reverse());

        Assert.Equal(Reasons(dossier), Reasons(reversed));

        static string[] Reasons(Dossier dossier) => [.. dossier.Reconcile().Verdicts.Select(verdict => verdict.Because).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void What_a_limit_rules_out_on_its_day_needs_no_other_day()
    {
        var result = Dossier.Create().Quantity(new Quantity { Id = "dead", Max = 264 }).Quantity("hurt", QuantityKind.Total).Relate("hurt <= dead + 400")
            .Claim("dead", "200", "a").Claim("hurt", "2,000", "a", Day).Claim("hurt", "500", "b", Day.AddDays(5)).Reconcile();

        var conflict = Assert.Single(result.Conflicts);
        Assert.Equal("hurt, 2,000 (a) cannot hold under hurt <= dead + 400.", conflict.Explanation);
        Assert.NotEqual(ConflictKind.Fall, conflict.Kind);
    }

    [Fact]
    public void A_fall_of_one_total_needs_no_relation()
    {
        var result = Dossier.Create().Quantity("killed", QuantityKind.Total).Quantity("losses", QuantityKind.Total).Relate("losses = 2 * killed")
            .Claim("killed", "700", "a", Day).Claim("killed", "280", "b", Day.AddDays(15)).Reconcile();

        var conflict = Assert.Single(result.Conflicts);
        Assert.Empty(conflict.Relations);
        Assert.Equal(ConflictKind.Fall, conflict.Kind);
    }
}
