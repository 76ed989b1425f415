using Xunit;

namespace Reconcile.Tests.Reporting;

public sealed class MarkdownReportTests
{
    private static readonly string Report = Fabricated.Disputed().ToMarkdown();

    [Fact]
    public void It_has_the_sections_of_the_text() => Assert.Equal(
        ["# Strike on the depot", "## Conflicts", "## Minor discrepancies", "## Disputes", "### d1: People killed", "## Estimates", "## Why this confidence",
            "## Differences: look like a conflict and are none", "## Set aside, or in dispute", "## Warnings"],
        Report.Split('\n').Where(line => line.StartsWith('#')));

    [Fact]
    public void Accounts_are_rows() => Assert.Contains(
        "| Weight | People killed | Accepts | Rejects |\n"
        + "| ---: | ---: | --- | --- |\n"
        + "| 62 % | 200 (92–308) | \"100 to 300\" (Wire agency) \\[c2\\] | \"471\" (Ministry of Health) \\[c1\\] |\n"
        + "| 29 % | 471 (431–511) | \"471\" (Ministry of Health) \\[c1\\] | \"100 to 300\" (Wire agency) \\[c2\\] |\n"
        + "| 9 % |  | none of these |  |\n",
        Report,
        StringComparison.Ordinal);

    [Fact]
    public void Estimates_are_rows() => Assert.Contains(
        "| Quantity | Best | Range (90 %) | Confidence | Roots | Otherwise |\n"
        + "| --- | ---: | ---: | --- | ---: | --- |\n"
        + "| People killed (people) | 200 | 92–511 | low | 1 | or 471 (431–511), 29 % |\n"
        + "| wounded | – | at least 92 | low | 1 |  |\n",
        Report,
        StringComparison.Ordinal);

    [Fact]
    public void Without_conflicts_it_says_so() => Assert.Contains("\n\nNo conflicts.\n", Fabricated.Calm().ToMarkdown(), StringComparison.Ordinal);

    [Fact]
    public void A_dossier_cannot_inject_markup()
    {
        var report = Fabricated.Disputed(Fabricated.Unpleasant, Fabricated.Unpleasant).ToMarkdown();
        Assert.StartsWith("# x�\\[2J\\|\\<b\\>  \\# \\[y\\](http\\://z)", report, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", report, StringComparison.Ordinal);
        Assert.DoesNotContain("http:", report, StringComparison.Ordinal);
        var rows = report.Split('\n').Where(line => line.StartsWith('|')).Select(line => line.Replace("\\|", "", StringComparison.Ordinal).Count(c => c == '|'));
        Assert.Equal([5, 7, 6], rows.Distinct());
    }
}
