using FsCheck.Xunit;
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
        + "| People killed (people) | 200 | 92–511 | low | 1 | either 200 (92–308), 62 %; or 471 (431–511), 29 % |\n"
        + "| wounded | – | at least 92 | low | 1 |  |\n",
        Report,
        StringComparison.Ordinal);

    [Fact]
    public void Without_conflicts_it_says_so() => Assert.Contains("\n\nNo conflicts.\n", Fabricated.Calm().ToMarkdown(), StringComparison.Ordinal);

    [Fact]
    public void Words_of_sources_have_a_list_with_links() => Assert.Contains(
        "## Quotes and links\n\n"
        + "- \"400\" (ministry) \\[c1\\]: \"some \\*400\\* \\[died\\](http\\://z)\", <https://example.org/a_b?c=%3Cd%3E&e=%7C>\n"
        + "- \"410\" (wire) \\[c2\\], javascript:alert(1)",
        Quoted("some *400*\n[died](http://z)", "https://example.org/a_b?c=<d>&e=|").ToMarkdown(),
        StringComparison.Ordinal);

    [Property]
    public bool No_words_and_no_address_leave_their_line(string? quote, string? url)
    {
        var report = Quoted(quote ?? "", "http://" + url).ToMarkdown();
        var item = report.Split('\n').SkipWhile(line => line != "## Quotes and links").ElementAt(2);
        var (start, open) = (item.IndexOf(" <http", StringComparison.Ordinal), 0);
        for (var i = 0; i < item.Length; i++)
        {
            if (item[i] == '\\' && i + 1 < item.Length && (start < 0 || i < start)) i++;
            else if (item[i] is '<' or '>') open++;
        }

        return item.StartsWith("- \"400\" (ministry) \\[c1\\]", StringComparison.Ordinal) && report.Split('\n').Count(line => line.StartsWith("- \"4", StringComparison.Ordinal)) == 2
            && open == (start < 0 ? 0 : 2) && (start < 0 || item.EndsWith('>'));
    }

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

    private static Reconciliation Quoted(string quote, string url) => Dossier.Create()
        .Claim(new Claim { Quantity = "killed", Figure = Figure.Parse("400"), Source = "ministry", Quote = quote, Url = url })
        .Claim(new Claim { Quantity = "killed", Figure = Figure.Parse("410"), Source = "wire", Url = "javascript:alert(1)" }).Reconcile();
}
