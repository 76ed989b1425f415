using Xunit;

namespace Reconcile.Tests.Claims;

/// <summary>The day of which a dossier speaks that states none.</summary>
public class DefaultDayTests
{
    [Fact]
    public void It_is_the_latest_day_of_which_a_claim_speaks_or_on_which_one_was_reported()
    {
        Assert.Equal(Day("2025-03-05"), DayOf("""{ "asOf": "2025-03-05" }, { "reported": "2025-03-04" }"""));
        Assert.Equal(Day("2025-03-06"), DayOf("""{ "asOf": "2025-03-05", "reported": "2025-03-06" }, { }"""));
        Assert.Equal(Day("2025-03-07"), DayOf("""{ "reported": "2025-03-06" }, { "quantity": "t", "during": { "from": "2025-03-01", "to": "2025-03-07" } }"""));
        Assert.Equal(Day("2025-03-08"), DayOf("""{ "reported": "2025-03-06" }, { "reported": "2025-03-08", "via": ["wire"] }"""));
        Assert.Null(DayOf("{ }"));
    }

    [Fact]
    public void A_projection_never_gives_it() => Assert.Null(DayOf("""{ "asOf": "2025-12-31", "reported": "2025-03-05", "basis": "projection" }, { }"""));

    [Theory]
    [InlineData("true")]
    [InlineData("\"2026-06-01\"")]
    public void A_withdrawn_claim_does_not_give_it_whatever_the_day_of_its_withdrawal(string retracted) =>
        Assert.Equal(Day("2025-01-02"), DayOf($$"""{ "reported": "2025-12-01", "retracted": {{retracted}} }, { "reported": "2025-01-02" }"""));

    [Fact]
    public void A_claim_that_another_replaces_by_name_does_not_give_it() =>
        Assert.Equal(Day("2025-01-02"), DayOf("""{ "id": "old", "reported": "2025-12-01" }, { "reported": "2025-01-02", "supersedes": ["old"] }"""));

    [Fact]
    public void What_a_withdrawn_claim_would_have_replaced_gives_it() =>
        Assert.Equal(Day("2025-12-01"), DayOf("""{ "id": "old", "reported": "2025-12-01" }, { "reported": "2026-01-02", "supersedes": ["old"], "retracted": true }"""));

    [Fact]
    public void Where_nothing_that_stands_has_a_date_that_of_what_was_withdrawn_or_replaced_counts()
    {
        Assert.Equal(Day("2025-12-01"), DayOf("""{ "reported": "2025-12-01", "retracted": true }, { }"""));
        Assert.Equal(Day("2025-12-01"), DayOf("""{ "id": "old", "reported": "2025-12-01" }, { "supersedes": ["old"] }"""));
    }

    [Theory]
    [InlineData("""{ "asOf": "2025" }""")]
    [InlineData("""{ "reported": "2025-03" }""")]
    [InlineData("""{ "quantity": "t", "during": { "from": "2025-01-01", "to": "2025-03" } }""")]
    public void A_month_or_a_year_gives_none(string claim)
    {
        Assert.Null(DayOf(claim));
        Assert.Equal(Day("2025-01-20"), DayOf(claim + """, { "reported": "2025-01-20" }"""));
    }

    [Fact]
    public void A_year_that_ends_with_the_report_or_the_dossier_is_given_by_these()
    {
        Assert.Equal(Day("2025-03-05"), DayOf("""{ "asOf": "2025", "reported": "2025-03-05" }"""));
        Assert.Equal(Day("2025-03-05"), Dossier.Parse("""{ "reconcile": 1, "asOf": "2025-03-05", "claims": [{ "quantity": "k", "figure": 400, "source": "a", "asOf": "2025" }] }""").Claims[0].AsOf);
    }

    [Fact]
    public void A_date_that_is_set_in_code_is_full() =>
        Assert.Equal(Day("2025-06-30"), Dossier.Create().Claim(Read("""{ "asOf": "2025" }""").Claims[0] with { AsOf = Day("2025-06-30") }).Reconcile().AsOf);

    /// <summary>A year that has begun may be over by the day of the dossier or not: it counts, and nothing is said against it.</summary>
    [Fact]
    public void A_claim_about_a_year_that_ends_after_that_day_counts_and_gets_no_warning()
    {
        var result = Read("""{ "asOf": "2025" }, { "quantity": "t", "asOf": "2025" }, { "reported": "2025-03-05", "source": "b" }""").Reconcile();

        Assert.Equal(Day("2025-03-05"), result.AsOf);
        Assert.Empty(result.Warnings);
        Assert.All(result.Verdicts, verdict => Assert.Equal(Outcome.Accepted, verdict.Outcome));
        Assert.Equal(["c1", "c3"], result["k"].Claims.Select(claim => claim.Id));
        Assert.Equal((Day("2025-12-31"), 400), (result["t"].AsOf, Math.Round(result["t"].Best!.Value)));
        Assert.Equal(["c1", "c3"], result.Dossier.ApplyRules([RuleBook.Range])[0].Figure.Claims.Select(claim => claim.Id));
    }

    [Fact]
    public void Of_a_total_such_a_year_is_a_later_day_of_the_series()
    {
        var total = Read("""{ "quantity": "t", "asOf": "2025", "figure": 900 }, { "quantity": "t", "reported": "2025-03-05", "source": "b" }""").Reconcile()["t"];

        Assert.Equal((Day("2025-03-05"), 400), (total.AsOf, Math.Round(total.Best!.Value)));
        Assert.Equal([Day("2025-03-05"), Day("2025-12-31")], total.Series.Select(point => point.AsOf));
        Assert.Equal(900, total.Series[1].Best!.Value, 5.0);
    }

    [Fact]
    public void Where_all_dates_are_years_only_the_series_is_dated()
    {
        var result = Read("""{ "asOf": "2025" }, { "quantity": "t", "asOf": "2024" }, { "quantity": "t", "asOf": "2025", "figure": 500 }""").Reconcile();

        Assert.Null(result.AsOf);
        Assert.Null(result["k"].AsOf);
        Assert.Equal([Day("2024-12-31"), Day("2025-12-31")], result["t"].Series.Select(point => point.AsOf));
        Assert.Equal(500, result["t"].Best!.Value, 5.0);
    }

    [Theory]
    [InlineData("""{ "asOf": "2025" }, { "reported": "2026-07" }""")]
    [InlineData("""{ "asOf": "2025", "reported": "2026-02-01" }, { "quantity": "t", "during": { "from": "2025-02", "to": "2025" } }""")]
    [InlineData("""{ "asOf": "2025", "reported": "2025-02-01" }""")]
    [InlineData("""{ "asOf": "2025-12-31" }""")]
    public void A_dossier_is_written_so_that_it_is_read_with_the_same_day(string claims)
    {
        var dossier = Read(claims);
        var read = Dossier.Parse(dossier.ToJson());

        Assert.Equal(dossier, read);
        Assert.Equal(dossier.Reconcile().AsOf, read.Reconcile().AsOf);
        Assert.Equal(dossier.WithAsOf(Day("2025-06-01")), Dossier.Parse(dossier.WithAsOf(Day("2025-06-01")).ToJson()));
    }

    [Fact]
    public void Dossiers_that_speak_of_different_days_are_not_equal()
    {
        Assert.NotEqual(Read("""{ "asOf": "2025" }"""), Read("""{ "asOf": "2025-12-31" }"""));
        Assert.Equal(Read("""{ "asOf": "2025" }""").Claims[0], Read("""{ "asOf": "2025-12-31" }""").Claims[0]);
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, null);

    private static DateOnly? DayOf(string claims) => Read(claims).Reconcile().AsOf;

    /// <summary>Claims of 400 by a source a on a fixed quantity k, unless they say otherwise; t is a total.</summary>
    private static Dossier Read(string claims)
    {
        var written = System.Text.Json.Nodes.JsonNode.Parse($"[{claims}]")!.AsArray();
        foreach (var claim in written.Select(static node => node!.AsObject()))
        {
            claim.TryAdd("quantity", "k");
            claim.TryAdd("figure", 400);
            claim.TryAdd("source", "a");
        }

        return Dossier.Parse($$"""{ "reconcile": 1, "quantities": [{ "id": "k" }, { "id": "t", "kind": "total" }], "claims": {{written.ToJsonString()}} }""");
    }
}
