using Xunit;

namespace Reconcile.Tests.Variations;

public class ReadingComparisonTests
{
    private static readonly Dossier Close = Dossier.Create().Claim("killed", "about 300", "a").Claim("killed", "about 380", "b");

    [Fact]
    public void Nothing_is_compared_unless_asked() => Assert.Empty(Close.Reconcile().OtherReadings);

    [Fact]
    public void A_conflict_that_a_narrower_reading_finds_is_named()
    {
        var result = Close.Reconcile().CompareReadings();
        var narrow = Under(result, "ferson-2015");

        Assert.DoesNotContain(result.Conflicts, conflict => conflict.Severity == ConflictSeverity.Conflict);
        Assert.Equal(["c1", "c2"], Assert.Single(narrow.Appearing).Claims.Select(claim => claim.Id));
        Assert.Contains("Under ferson-2015 there is a further conflict: killed cannot be both about 300 (a) and about 380 (b)", OneLine(result.ToString()), StringComparison.Ordinal);
        Assert.Contains("Under ferson-2015 there is a further conflict", result.ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_conflict_that_a_wider_reading_resolves_is_named()
    {
        var result = Dossier.Create().Claim("killed", "about 300", "a").Claim("killed", "about 600", "b").Reconcile().CompareReadings();
        var wide = Under(result, "ferson-2015-wide");

        Assert.Same(result.Conflicts[0], Assert.Single(wide.Vanishing));
        Assert.Contains("Under ferson-2015-wide k1 is no conflict", OneLine(result.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public void An_estimate_that_leaves_its_range_is_named()
    {
        var result = Dossier.Create().Claim("killed", "dozens", "a").Reconcile().CompareReadings();
        var acled = Under(result, "significant-digit+acled");

        Assert.Equal(12, Assert.Single(acled.Moving).Best!.Value, 0.5);
        Assert.Contains("Under significant-digit+acled killed would be 12", OneLine(result.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public void Number_words_are_compared_only_where_one_was_said()
    {
        Assert.Equal(["ferson-2015", "ferson-2015-wide"], Names(Close.Reconcile()));
        Assert.Equal(
            ["ferson-2015", "ferson-2015-wide", "significant-digit+acled", "significant-digit+gtd", "significant-digit+ucdp-inferred"],
            Names(Close.Claim("killed", "hundreds", "c").Reconcile()));
    }

    [Fact]
    public void The_reading_that_was_used_is_the_one_that_is_compared_with()
    {
        var options = new ReconcileOptions { Reading = HedgeReading.Ferson2015 };
        var result = new Reconciler(options).Reconcile(Close).CompareReadings();

        Assert.Same(HedgeReading.Ferson2015, result.Reading);
        Assert.Equal(["significant-digit", "ferson-2015-wide"], result.OtherReadings.Select(change => change.Reading.Name));
        Assert.Single(Under(result, "significant-digit").Vanishing);
        Assert.Contains("Hedges were read by ferson-2015.", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Readings_that_change_nothing_share_a_sentence()
    {
        var text = OneLine(Dossier.Create().Claim("killed", "between 300 and 400", "a").Reconcile().CompareReadings().ToString());

        Assert.Contains("Under ferson-2015 and ferson-2015-wide the conflicts are the same and every best value stays in its range.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_reading_than_the_default_is_named_without_a_comparison()
    {
        Assert.DoesNotContain("Hedges were read", Close.Reconcile().ToString(), StringComparison.Ordinal);
        var options = new ReconcileOptions { Reading = HedgeReading.Ferson2015Wide };
        Assert.EndsWith("Hedges were read by ferson-2015-wide.", new Reconciler(options).Reconcile(Close).ToString(), StringComparison.Ordinal);
    }

    private static ReadingChange Under(Reconciliation result, string reading) => result.OtherReadings.Single(change => change.Reading.Name == reading);

    private static IEnumerable<string> Names(Reconciliation result) => result.CompareReadings().OtherReadings.Select(change => change.Reading.Name);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
