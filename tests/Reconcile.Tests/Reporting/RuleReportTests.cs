using Xunit;

namespace Reconcile.Tests.Reporting;

/// <summary>Other people's rules in the reports.</summary>
public class RuleReportTests
{
    private static readonly Reconciliation Plain = Dossier.Create("Strike on the depot").Relate("casualties = killed + wounded")
        .Quantity(new Quantity { Id = "killed", Name = "People killed", Unit = "people", Whole = true })
        .Quantity("wounded", QuantityKind.Fixed).Quantity("casualties", QuantityKind.Fixed)
        .Claim("killed", "471", "ministry").Claim("killed", "100 to 300", "wire").Claim("killed", "250", "police").Claim("wounded", "at least 92", "wire").Reconcile();

    private static readonly Reconciliation Result = Plain.CompareRules([RuleBook.Acled, RuleBook.Range, RuleBook.Mean, RuleBook.Ucdp]);

    [Fact]
    public void Text_has_a_line_for_each_rule_under_the_estimate()
    {
        var lines = Section(Result.ToString(), "What other people's rules would print from the same claims");

        Assert.Equal("  People killed (people)", lines[0]);
        Assert.Matches(@"^    reconciled +\d+  \d+–\d+  moderate confidence$", lines[1]);
        Assert.Equal("    acled       100           the lowest of 3 figures", lines[2]);
        Assert.Equal("    range            100–471  the least and the most of 3 figures", lines[3]);
        Assert.Equal("    mean        307           of 3 figures", lines[4]);
        Assert.StartsWith("    ucdp        100  100–471  the lowest of the most reliable", lines[5], StringComparison.Ordinal);
    }

    [Fact]
    public void What_nothing_is_decided_on_is_named_in_a_sentence()
    {
        var text = string.Join(' ', Section(Result.ToString(), "What other people's rules would print from the same claims").Select(line => line.Trim()));

        Assert.Contains("Stated by one claim that counts, which such rules can only repeat: wounded.", text, StringComparison.Ordinal);
        Assert.Contains("Stated directly by no claim that counts, so that such rules say nothing: casualties.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("wounded (", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_has_a_column_for_each_rule()
    {
        var lines = Section(Result.ToMarkdown(), "## What other people's rules would print from the same claims");

        Assert.Contains("| Quantity | reconciled | acled | range | mean | ucdp |", lines);
        Assert.Matches(@"^\| People killed \(people\) \| \d+ \(\d+–\d+\) \| 100 \| 100–471 \| 307 \| 100 \(100–471\) \|$", lines.Single(line => line.StartsWith("| People", StringComparison.Ordinal)));
    }

    [Fact]
    public void Csv_has_three_columns_for_each_rule()
    {
        var (plain, compared) = (Lines(Plain), Lines(Result));

        Assert.Equal(plain[0] + ",acled,acled.low,acled.high,range,range.low,range.high,mean,mean.low,mean.high,ucdp,ucdp.low,ucdp.high", compared[0]);
        Assert.Equal(plain[1] + ",100,,,,100,471,307,,,100,100,471", compared[1]);
        Assert.Equal(plain[2] + ",92,,,,92,92,,,,92,92,92", compared[2]);
        Assert.Equal(plain[3] + ",,,,,,,,,,,,", compared[3]);
    }

    [Fact]
    public void Without_rules_the_reports_are_as_before()
    {
        Assert.Empty(Plain.OtherRules);
        Assert.DoesNotContain("acled", Plain.ToString() + Plain.ToMarkdown() + Plain.ToCsv() + Plain.ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("\"rules\"", Plain.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_change_nothing_else() => Assert.Equal(Plain.Estimates, Result.Estimates);

    [Fact]
    public void What_a_rule_of_ones_own_says_is_escaped()
    {
        var result = Plain.CompareRules([new Unpleasant()]);

        Assert.DoesNotContain('\u001b', result.ToString() + result.ToMarkdown());
        Assert.Contains(@"x\|y", result.ToMarkdown(), StringComparison.Ordinal);
        Assert.Contains(",\"x|y\uFFFD,z\",", Lines(result)[0], StringComparison.Ordinal);
    }

    private static string[] Lines(Reconciliation result) => result.ToCsv().Split("\r\n");

    private static string[] Section(string report, string heading)
    {
        var lines = report.Split('\n');
        var start = Array.IndexOf(lines, heading);
        Assert.True(start >= 0, report);
        return [.. lines.Skip(start + 1).SkipWhile(line => line.Length == 0).TakeWhile(line => line.StartsWith(' ') || line.StartsWith('|') || line.StartsWith('-') || line.Length == 0)];
    }

    private sealed class Unpleasant : IRuleBook
    {
        public string Name => "x|y\u001b,z";

        public RuleBookFigure Apply(StatedQuantity stated) => new() { Best = 1, Because = Fabricated.Unpleasant, Claims = [stated.Claims[0].Claim] };
    }
}
