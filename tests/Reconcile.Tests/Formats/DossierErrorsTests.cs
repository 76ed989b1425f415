using System.Text;
using FsCheck.Xunit;
using Reconcile.Formats;
using Reconcile.Tests.Generation;
using Reconcile.Validation;
using Xunit;

namespace Reconcile.Tests.Formats;

public class DossierErrorsTests
{
    [Theory]
    [InlineData("""{ "reconcile": 1, "titel": "t" }""", "RC103", "titel", 1, "title")]
    [InlineData("""{ "reconcile": 1, "title": "t", "title": "u" }""", "RC104", "title", 1, "second time")]
    [InlineData("""{ "reconcile": 1, "note": "t", "note": "u" }""", "RC104", "note", 1, "second time")]
    [InlineData("""{ "reconcile": 1, "x-a": "t", "x-a": "u" }""", "RC104", "x-a", 1, "second time")]
    [InlineData("""{ "title": "t" }""", "RC105", "reconcile", 1, "missing")]
    [InlineData("""{ "reconcile": 2 }""", "RC102", "reconcile", 1, "Version 2")]
    [InlineData("""{ "reconcile": "1" }""", "RC106", "reconcile", 1, "number 1")]
    [InlineData("""{ "reconciliation": 1, "title": "t", "estimates": [] }""", "RC102", "reconciliation", 1, "is a result (reconciliation 1), not a dossier")]
    [InlineData("""{ "reconcile": 1, "title": 5 }""", "RC106", "title", 1, "Found the number 5; expected a text")]
    [InlineData("""{ "reconcile": 1, "note": 5 }""", "RC106", "note", 1, "expected a text")]
    [InlineData("""{ "reconcile": 1, "claims": {} }""", "RC106", "claims", 1, "Found an object; expected a list")]
    [InlineData("""{ "reconcile": 1, "sources": [ "ministry" ] }""", "RC106", "sources[0]", 1, "expected a source: an object that starts with { and has \"id\"")]
    [InlineData("""{ "reconcile": 1, "sources": [ { "id": "a" }, {} ] }""", "RC105", "sources[1].id", 1, "missing")]
    [InlineData("""{ "reconcile": 1, "sources": [ { "id": "" } ] }""", "RC107", "sources[0].id", 1, "empty")]
    [InlineData("""{ "reconcile": 1, "sources": [ { "id": "a", "reliability": "G" } ] }""", "RC107", "sources[0].reliability", 1, "\"A\", \"B\"")]
    [InlineData("""{ "reconcile": 1, "sources": [ { "id": "a", "accuracy": 1e400 } ] }""", "RC107", "sources[0].accuracy", 1, "1e400")]
    [InlineData("""{ "reconcile": 1, "sources": [ { "id": "a", "accuracy": "0.9" } ] }""", "RC106", "sources[0].accuracy", 1, "without quotes")]
    [InlineData("""{ "reconcile": 1, "interests": [ { "source": "a" } ] }""", "RC105", "interests[0].tends", 1, "missing")]
    [InlineData("""{ "reconcile": 1, "interests": [ { "source": "a", "tends": "Overstate" } ] }""", "RC107", "interests[0].tends", 1, "\"overstate\" or \"understate\"")]
    [InlineData("""{ "reconcile": 1, "quantities": [ { "id": "a", "min": -1.1e15 } ] }""", "RC107", "quantities[0].min", 1, "-1e15 and 1e15")]
    [InlineData("""{ "reconcile": 1, "quantities": [ { "id": "a", "whole": "yes" } ] }""", "RC106", "quantities[0].whole", 1, "true or false")]
    [InlineData("""{ "reconcile": 1, "relations": [ { "because": "so" } ] }""", "RC105", "relations[0].rule", 1, "missing")]
    [InlineData("""{ "reconcile": 1, "relations": [ 5 ] }""", "RC106", "relations[0]", 1, "a text or an object")]
    [InlineData("{ \"reconcile\": 1,\n \"asOf\":\n \"2025-02-30\" }", "RC107", "asOf", 3, "February 2025 has 28 days")]
    [InlineData("""{ "reconcile": 1, "asOf": "2025-13" }""", "RC107", "asOf", 1, "months are 01 to 12")]
    [InlineData("""{ "reconcile": 1, "asOf": "5 March 2025" }""", "RC107", "asOf", 1, "2025-03-05, 2025-03 or 2025")]
    [InlineData("""{ "reconcile": 1, "asOf": "2024-2-3" }""", "RC107", "asOf", 1, "\"2024-2-3\" is no date; did you mean 2024-02-03?")]
    [InlineData("""{ "reconcile": 1, "date": "2024-02-03" }""", "RC103", "date", 1, "Unknown property \"date\"; did you mean \"asOf\"?")]
    [InlineData("""{ "reconcile": 1, "asOf": 2025 }""", "RC106", "asOf", 1, "a date in double quotes")]
    [InlineData("{ \"reconcile\": 1, \"title\": \"\\ud83d\" }", "RC107", "title", 1, "surrogate")]
    [InlineData("{ \"reconcile\": 1, \"\\ud83d\": 1 }", "RC107", "", 1, "surrogate")]
    [InlineData("{ \"reconcile\": 1, \"x-a\": [{\"b\": \"\\ud83d\"}] }", "RC107", "x-a", 1, "surrogate")]
    public void An_error_names_path_line_and_remedy(string json, string code, string path, int line, string message)
    {
        var finding = Assert.Single(Errors(json));

        Assert.Equal((code, path, line), (finding.Code, finding.Path, finding.Line));
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("date", "\"reported\" (the day on which it was said) or \"asOf\" (the day of which it speaks)")]
    [InlineData("Day", "\"reported\" (the day on which it was said) or \"asOf\" (the day of which it speaks)")]
    [InlineData("when", "\"reported\" (the day on which it was said) or \"asOf\" (the day of which it speaks)")]
    [InlineData("value", "\"figure\"")]
    [InlineData("number", "\"figure\"")]
    [InlineData("count", "\"figure\"")]
    [InlineData("amount", "\"figure\"")]
    [InlineData("name", "\"quantity\"")]
    public void Names_that_others_use_are_known(string name, string proposal)
    {
        var finding = Assert.Single(Errors($$"""{ "reconcile": 1, "claims": [ { "quantity": "killed", "figure": 400, "source": "a", "{{name}}": "2" } ] }"""));

        Assert.Equal($"Unknown property \"{name}\"; did you mean {proposal}?", finding.Message);
    }

    [Theory]
    [InlineData("\"credibility\": 0", "RC107", "credibility")]
    [InlineData("\"credibility\": 2.5", "RC107", "credibility")]
    [InlineData("\"credibility\": 7", "RC107", "credibility")]
    [InlineData("\"credibility\": \"2\"", "RC106", "credibility")]
    [InlineData("\"via\": \"wire\"", "RC106", "via")]
    [InlineData("\"via\": [\"wire\", 5]", "RC106", "via[1]")]
    [InlineData("\"during\": { \"from\": \"2025\" }", "RC105", "during.to")]
    [InlineData("\"during\": { \"from\": \"2025-03-02\", \"to\": \"2025-03-01\" }", "RC107", "during")]
    [InlineData("\"during\": { \"from\": \"2025-03-10\", \"to\": \"2025-03\" }, \"reported\": \"2025-03-05\"", "RC107", "during")]
    [InlineData("\"retracted\": 5", "RC106", "retracted")]
    [InlineData("\"basis\": null", "RC106", "basis")]
    [InlineData("\"id\": \"\"", "RC107", "id")]
    public void An_error_in_a_claim_names_the_claim(string property, string code, string path)
    {
        var finding = Assert.Single(Errors($$"""{ "reconcile": 1, "claims": [ { "quantity": "q", "figure": 1, "source": "s", {{property}} } ] }"""));

        Assert.Equal((code, "claims[0]." + path, "c1"), (finding.Code, finding.Path, finding.ClaimId));
    }

    [Theory]
    [InlineData("{}", "needs a low")]
    [InlineData("""{ "low": 5, "high": 4 }""", "low ≤ best ≤ high")]
    [InlineData("""{ "low": 5, "best": 6 }""", "high")]
    [InlineData("""{ "best": 6, "level": 0.9 }""", "level")]
    [InlineData("""{ "low": 5, "best": 6, "high": 7, "level": 95 }""", "level")]
    public void Numbers_that_make_no_figure_are_an_error(string figure, string message)
    {
        var finding = Assert.Single(Errors($$"""{ "reconcile": 1, "claims": [ { "quantity": "q", "figure": {{figure}}, "source": "s" } ] }"""));

        Assert.Equal(("RC107", "claims[0].figure"), (finding.Code, finding.Path));
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_error_is_reported_in_the_order_of_the_file()
    {
        var thrown = Assert.Throws<DossierValidationException>(() => Dossier.Parse("""
            {
              "reconcile": 1,
              "titel": "t",
              "claims": [
                { "quantity": "killed", "source": "s" },
                { "id": "b", "quantity": "killed", "figure": "umpteen",
                  "credibility": 9 },
                5,
                { "id": "d", "quantity": "killed +", "figure": true, "source": "s", "asOf": "2025-02-30" }
              ]
            }
            """));

        Assert.Equal(
            [
                (3, "titel", null), (5, "claims[0].figure", "c1"), (6, "claims[1].source", "b"), (6, "claims[1].figure", "b"), (7, "claims[1].credibility", "b"),
                (8, "claims[2]", "c3"), (9, "claims[3].figure", "d"), (9, "claims[3].asOf", "d"), (9, "claims[3].quantity", "d"),
            ],
            thrown.Findings.Select(finding => (finding.Line ?? 0, finding.Path, finding.ClaimId)));
    }

    [Fact]
    public void Names_that_could_not_be_read_do_not_make_other_names_unknown()
    {
        var errors = Errors("""
            { "reconcile": 1,
              "sources": [ { "id": 5 } ], "quantities": [ { "id": "killed" }, { "id": null } ],
              "claims": [ { "quantity": "wounded", "figure": 5, "source": "ministry" } ], "relations": [ "wounded <= killed" ] }
            """);

        Assert.Equal(["sources[0].id", "quantities[1].id"], errors.Select(finding => finding.Path));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""{ "id": 5, "quantity": "killed", "figure": 5, "source": "s" }""")]
    public void What_could_not_be_read_takes_no_id_from_a_claim(string broken)
    {
        var errors = Errors($$"""{ "reconcile": 1, "claims": [ {{broken}}, { "id": "c1", "quantity": "killed", "figure": 5, "source": "s" } ] }""");

        Assert.StartsWith("claims[0]", Assert.Single(errors).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "nothing here")]
    [InlineData(" \n\t", "nothing here")]
    [InlineData("\uFEFF", "nothing here")]
    [InlineData("{", "ends too early")]
    [InlineData("{ \"reconcile\": 1 \"title\": \"t\" }", "column 18: found \"\"\"")]
    [InlineData("{ \"reconcile\": 1,\n  'title': \"t\" }", "line 2, column 3: found '; names and texts stand in double quotes")]
    [InlineData("{ \"é\": NaN }", "line 1, column 8: found \"N\"")]
    [InlineData("{ \"reconcile\": 1, \"title\": \"a\nb\" }", "line break")]
    [InlineData("{ \"reconcile\": 1, \"title\": \"a\\qb\" }", "after \\")]
    [InlineData("{ \"reconcile\": 1 } {}", "Not JSON: line 1, column 20")]
    [InlineData("{ \"reconcile\": 1, \"claims\": [ } ", "closes nothing")]
    [InlineData("{ \"reconcile\": 1, \"x-a\": 4,000 }", "found 4,000; a number is written without separators, 4000, or as a phrase in double quotes, \"4,000\".")]
    [InlineData("{ \"reconcile\": 1, \"x-a\": 1,234,567, \"x-b\": 1 }", "found 1,234,567; a number is written without separators, 1234567, or as")]
    [InlineData("hello", "Not JSON: line 1, column 1: found \"h\"")]
    [InlineData("{ “reconcile”: 1 }", "Not JSON: line 1, column 3: found “; quotes around names and texts must be straight: \"")]
    [InlineData("{ \"reconcile\": 1, \"title\": „Depot“ }", "Not JSON: line 1, column 28: found „; quotes around names and texts must be straight: \"")]
    public void What_is_not_JSON_is_said_in_plain_words(string json, string message)
    {
        var finding = Errors(json)[^1];

        Assert.Equal("RC101", finding.Code);
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[{ \"reconcile\": 1 }]")]
    [InlineData("5")]
    [InlineData("\"text\"")]
    public void Another_value_than_an_object_is_no_dossier(string json)
    {
        var finding = Assert.Single(Errors(json));

        Assert.Equal(("RC106", "", 1), (finding.Code, finding.Path, finding.Line));
    }

    [Fact]
    public void Deep_nesting_is_an_error_and_no_crash() =>
        Assert.Contains("nested deeper", Errors("{ \"reconcile\": 1, \"x-deep\": " + new string('[', 100_000) + " }")[0].Message, StringComparison.Ordinal);

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_an_error()
    {
        var finding = Assert.Single(Errors([.. "{\n \"é\": \""u8, 0xE9, .. "\" }"u8]));

        Assert.Equal(("RC101", 2), (finding.Code, finding.Line));
        Assert.Contains("column 8: found the byte 0xe9", finding.Message, StringComparison.Ordinal);
        Assert.Contains("UTF-16", Assert.Single(Errors([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("{}")])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_unknown_properties_take_no_time_to_report()
    {
        var properties = string.Join(",\n", Enumerable.Range(0, 10_000).Select(i => $"\"p{i}\": {i}, \"x-{i}\": {i}"));

        Assert.Equal(10_000, Assert.Throws<DossierValidationException>(() => Dossier.Parse("{ \"reconcile\": 1, " + properties + " }")).Findings.Sum(finding => finding.Count));
    }

    [Property(Arbitrary = [typeof(DossierGenerators)])]
    public void A_broken_file_throws_nothing_but_its_own_exception(Dossier dossier, ushort position, byte replaced, byte count)
    {
        var utf8 = Encoding.UTF8.GetBytes(dossier.ToJson());
        var start = position % utf8.Length;
        utf8 = [.. utf8[..start], replaced, .. utf8[Math.Min(utf8.Length, start + (count % 4))..]];

        var findings = new FindingCollector();
        var read = DossierReader.Read(utf8, findings);

        Assert.True(read is not null || findings.Count > 0);
        Assert.All(findings.Findings, finding => Assert.True(finding.Message.Length > 0 && finding.Line > 0));
    }

    private static IReadOnlyList<Finding> Errors(string json) => Errors(Encoding.UTF8.GetBytes(json));

    private static IReadOnlyList<Finding> Errors(byte[] utf8)
    {
        var findings = new FindingCollector();
        DossierReader.Read(utf8, findings);
        return findings.Findings;
    }
}
