using FsCheck.Xunit;
using Reconcile.Reporting;
using Xunit;

namespace Reconcile.Tests.Reporting;

public sealed class TextReportTests
{
    private static readonly string Report = Fabricated.Disputed().ToString();

    [Property(MaxTest = 30)]
    public bool No_line_is_wider_than_100_columns_whatever_the_dossier_says(string? title, string? source)
    {
        var report = Fabricated.Disputed(string.Concat(Enumerable.Repeat(title ?? "", 20)), string.Concat(Enumerable.Repeat(source ?? "", 20))).ToString();
        return report.Split('\n').All(line => PrintableText.Columns(line) <= 100 && !line.Any(char.IsControl));
    }

    [Fact]
    public void The_sections_come_in_the_order_in_which_one_reads()
    {
        string[] headings =
        [
            "Strike on the depot", "As of 5 March 2025", "5 claims from 2 sources, 1 conflict, 1 minor discrepancy, 1 dispute",
            "Conflicts", "Minor discrepancies", "Disputes", "Estimates, with ranges of 90 % probability", "Why this confidence",
            "Differences: look like a conflict and are none", "Set aside, or in dispute", "Warnings",
        ];
        var places = headings.Select(heading => ("\n" + Report).IndexOf("\n" + heading, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void A_conflict_is_a_numbered_sentence() =>
        Assert.Contains("  k1   People killed cannot be both 471 (Ministry of Health) and 100 to 300 (Wire agency).\n", Report, StringComparison.Ordinal);

    [Fact]
    public void An_account_says_its_weight_its_value_and_whom_it_believes() => Assert.Contains(
        "        62 %  People killed 200 (92–308)\n"
        + "              accepts \"100 to 300\" (Wire agency) [c2]\n"
        + "              rejects \"471\" (Ministry of Health) [c1]\n",
        Report,
        StringComparison.Ordinal);

    [Fact]
    public void Doubt_has_its_own_line() => Assert.Contains("         9 %  none of these\n", Report, StringComparison.Ordinal);

    [Fact]
    public void The_table_shows_printed_numbers_and_alternatives_beneath() => Assert.Contains(
        "  quantity                best         range  confidence  roots\n"
        + "  People killed (people)   200        92–511  low             1\n"
        + "    either 200 (92–308), 62 %\n"
        + "    or 471 (431–511), 29 %\n"
        + "  wounded                    –   at least 92  low             1\n"
        + "  casualties                 –  at least 184  low             1\n",
        Report,
        StringComparison.Ordinal);

    [Fact]
    public void A_range_that_spans_what_nobody_says_is_printed_with_its_own_part_too() => Assert.Contains(
        "  killed      60  17–64  low             1\n"
        + "    either 60 (53.4–66.6), 42 %\n"
        + "    or 20 (17–23), 42 %\n",
        Dossier.Create().Claim("killed", "20", "a").Claim("killed", "60", "b").Reconcile().ToString(),
        StringComparison.Ordinal);

    [Fact]
    public void Quantities_with_the_same_reasons_are_read_together() =>
        Assert.Contains("  low for wounded, casualties: one root: Wire agency\n", Report, StringComparison.Ordinal);

    [Fact]
    public void What_was_set_aside_says_why() => Assert.Contains(
        "  - \"450\" (Ministry of Health) [c4], superseded: replaced by \"471\" of the same source\n", Report, StringComparison.Ordinal);

    [Fact]
    public void A_warning_says_where() =>
        Assert.EndsWith("  - Grade 1 needs another root. (claim c2, line 31, RC201)", Report, StringComparison.Ordinal);

    [Fact]
    public void Without_conflicts_it_says_so_and_leaves_out_what_is_empty() => Assert.Equal(
        "Reconciliation\n1 claim from 1 source, no conflict\n\nNo conflicts.\n\n"
        + "Estimates, with ranges of 90 % probability\n"
        + "  quantity  best    range  confidence  roots\n"
        + "  killed     400  347–453  moderate        1",
        Fabricated.Calm().ToString());

    [Fact]
    public void An_estimate_prints_as_one_line()
    {
        Assert.Equal("killed: 400 (347–453), moderate confidence", Fabricated.Calm()["killed"].ToString());
        Assert.Equal("wounded: at least 92, low confidence", Fabricated.Disputed()["wounded"].ToString());
    }

    [Fact]
    public void A_floor_that_only_the_quantity_itself_gives_is_no_estimate()
    {
        var estimate = Fabricated.Disputed()["wounded"] with { Low = 0, Printed = new FigureRange(0, null, null) };
        Assert.Equal("wounded: no estimate, low confidence", estimate.ToString());
    }

    /// <summary>On the day of the estimate the accounts agree; the dispute is about an earlier one.</summary>
    [Fact]
    public void A_dispute_about_an_earlier_day_says_what_each_account_says_of_that_day()
    {
        var first = new DateOnly(2024, 3, 1);
        var dossier = Dossier.Create().Quantity("killed", QuantityKind.Total).Claim("killed", "100", "a", first).Claim("killed", "300", "b", first).Claim("killed", "about 500", "c", first.AddDays(9));

        var text = dossier.Reconcile().ToString();

        Assert.Contains("  d1  killed on 1 March 2024" + "\n", text, StringComparison.Ordinal);
        Assert.Contains("killed on 1 March 2024: 300 (255–345)", text, StringComparison.Ordinal);
        Assert.Contains("killed on 1 March 2024: 100 (", text, StringComparison.Ordinal);
        Assert.Contains("killed on 1 March 2024", dossier.Reconcile().ToMarkdown(), StringComparison.Ordinal);
    }

    /// <summary>A day later the accounts differ by a fiftieth of what they dispute, which is a part of the narrower range all the same.</summary>
    [Fact]
    public void A_dispute_says_what_each_account_says_of_the_day_that_it_is_about()
    {
        var text = Dossier.Create().Quantity("displaced", QuantityKind.Stock)
            .Claim("displaced", "101,000", "agency", new DateOnly(2025, 1, 14)).Claim("displaced", "400,000", "ministry", new DateOnly(2025, 1, 15))
            .Claim("displaced", "95,000", "union", new DateOnly(2025, 1, 15)).Claim("displaced", "100,000", "agency", new DateOnly(2025, 1, 16))
            .Reconcile().ToString();

        Assert.Contains("  d1  displaced on 15 January 2025", text, StringComparison.Ordinal);
    }

    /// <summary>On the day of the estimate only an echo is left of what is disputed: the accounts differ there by a hundredth of the range.</summary>
    [Fact]
    public void A_dispute_of_which_the_day_of_the_estimate_has_an_echo_says_what_each_account_says_of_the_earlier_day()
    {
        var first = new DateOnly(2024, 3, 1);
        var dossier = Dossier.Create().Quantity("killed", QuantityKind.Total)
            .Claim("killed", "100", "a", first).Claim("killed", "300", "b", first).Claim("killed", "310", "c", first.AddDays(1))
            .Claim("killed", "400", "d", first.AddDays(4)).Claim("killed", "405", "e", first.AddDays(4));

        Assert.Contains("  d1  killed on 1 March 2024" + "\n", dossier.Reconcile().ToString(), StringComparison.Ordinal);
    }

    /// <summary>An exact source says 1.23456 ± 0.00002.</summary>
    [Fact]
    public void The_ends_of_a_narrow_range_keep_the_digits_that_tell_them_from_the_best_value()
    {
        var result = Dossier.Create().Source(new Source { Id = "a", RelativeError = 0 }).Claim("mass", Figure.Interval(1.23456, 1.23454, 1.23458), "a").Reconcile();

        Assert.Contains("  mass      1.23456  1.234543–1.234577  low", result.ToString(), StringComparison.Ordinal);
        Assert.Contains("1.234543–1.234577", result.ToMarkdown(), StringComparison.Ordinal);
    }

    /// <summary>Of April something else is said, so that the killed are estimated as of the first of March, and the accounts differ on that day.</summary>
    [Fact]
    public void A_dispute_names_the_day_of_an_estimate_of_another_day_than_the_dossier()
    {
        var first = new DateOnly(2024, 3, 1);
        var text = Dossier.Create().Quantity("killed", QuantityKind.Total).Quantity("wounded", QuantityKind.Total).Relate("hurt = killed + wounded").Quantity("hurt", QuantityKind.Total)
            .Claim("killed", "100", "a", first).Claim("killed", "300", "b", first).Claim("wounded", "at least 20", "c", first.AddDays(40)).Reconcile().ToString();

        Assert.Contains("    as of 1 March 2024\n", text, StringComparison.Ordinal);
        Assert.Contains("  d1  killed on 1 March 2024, hurt\n", text, StringComparison.Ordinal);
        Assert.Contains("killed on 1 March 2024: 100.2 (", text, StringComparison.Ordinal);
    }

    /// <summary>On 26 days it has a value, and nothing bounds it on the last four; of the 30 twelve are shown.</summary>
    [Fact]
    public void A_long_course_shows_the_day_of_the_estimate()
    {
        var first = new DateOnly(2024, 3, 1);
        var dossier = Dossier.Create().Quantity("killed", QuantityKind.Total);
        for (var day = 0; day < 26; day++) dossier = dossier.Claim("killed", Figure.Exactly(100 + day), "a", first.AddDays(day));
        for (var day = 26; day < 30; day++) dossier = dossier.Claim("killed", Figure.AtLeast(100 + day), "a", first.AddDays(day));

        var text = dossier.Reconcile().ToString();

        Assert.Contains("    as of 26 March 2024\n", text, StringComparison.Ordinal);
        Assert.Contains("  2024-03-26  ", text, StringComparison.Ordinal);
        Assert.Contains("  2024-03-30  ", text, StringComparison.Ordinal);
        Assert.Contains("    18 days in between not shown", text, StringComparison.Ordinal);
    }
}
