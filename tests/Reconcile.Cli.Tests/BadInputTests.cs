using System.Text;
using Xunit;

namespace Reconcile.Cli.Tests;

/// <summary>What is wrong with an input goes to standard error with its place, and nothing to standard output.</summary>
public sealed class BadInputTests
{
    private const string Good = "\"quantity\": \"killed\", \"figure\": \"400\", \"source\": \"ministry\"";

    [Theory]
    [InlineData("hello", "line 1: error RC101: Not JSON: line 1, column 1: found \"h\"; the file must be one JSON object, which starts with {.")]
    [InlineData("this is not json", "line 1: error RC101: Not JSON: line 1, column 1: found \"t\"; the file must be one JSON object, which starts with {.")]
    [InlineData("foo", "line 1, column 1: found \"f\"; the file must be one JSON object")]
    [InlineData("nul", "line 1, column 1: found \"n\"; the file must be one JSON object")]
    [InlineData("-", "line 1, column 1: found \"-\"; the file must be one JSON object")]
    [InlineData("2025-03-05,killed,400", "line 1, column 1: found \"2\"; the file must be one JSON object")]
    [InlineData("\"killed\": 400", "line 1: error RC106: Found the text \"killed\"; expected a dossier")]
    [InlineData("\"killed", "line 1, column 1: found \"\"\"; the file must be one JSON object")]
    [InlineData("// a\n/* b */ tree", "line 2: error RC101: Not JSON: line 2, column 9: found \"t\"; the file must be one JSON object")]
    [InlineData("/* a", "line 1: error RC101: Not JSON: line 1, column")]
    [InlineData("// a\n{ \"reconcile\": 1 } x", "found \"x\" behind the end of the object; a file holds one JSON object.")]
    [InlineData("", "line 1: error RC101: There is nothing here")]
    [InlineData("null", "line 1: error RC106: Found null; expected a dossier")]
    [InlineData("[1]", "line 1: error RC106: Found a list; expected a dossier")]
    [InlineData("{ \"reconcile\": 2 }", "line 1, reconcile: error RC102: Version 2 of the dossier format is not known here; this library reads version 1.")]
    [InlineData("{ \"reconcile\": 1 }\n{}", "line 2: error RC101: Not JSON: line 2, column 1: found \"{\" behind the end of the object; a file holds one JSON object.")]
    [InlineData("{ \"reconcile\": 01 }", "found a number that starts with 0; leave the leading zero out")]
    [InlineData("{ \"reconcile\": 1, \"title\": nul\n}", "line 1: error RC101: Not JSON: line 1, column 31: the value before it is broken off")]
    [InlineData("{ \"reconcile\": 1, \"title\": \"a\tb\" }", "a text in quotes must end on its line")]
    [InlineData("{ \"reconcile\": 1 /* a }", "a comment begins with // and ends with its line, or stands between /* and */")]
    [InlineData("{ \"reconcile\": 1, \u0001 }", "found the control character U+0001, which may not stand here; inside of a text it is written \\u0001")]
    [InlineData("{ \"reconcile\": 1, \u0000 }", "found a zero byte; is the file UTF-16? Save it as UTF-8.")]
    [InlineData("{ \"reconciliation\": 1 }", "line 1, reconciliation: error RC102: This file is a result")]
    public void A_file_that_is_no_dossier(string file, string error) => AssertRefused(file, error);

    [Theory]
    [InlineData("\"sorce\": \"x\"", "claims[0].sorce (c1): error RC103: Unknown property \"sorce\"; did you mean \"source\"?")]
    [InlineData("\"source\": \"x\"", "claims[0].source (c1): error RC104: The property \"source\" stands here a second time; keep one of them.")]
    [InlineData("\"credibility\": 0", "claims[0].credibility (c1): error RC107: 0 is not allowed here; allowed: the whole numbers from 1 to 6.")]
    [InlineData("\"credibility\": \"G7\"", "claims[0].credibility (c1): error RC106: Found the text \"G7\"; expected a whole number from 1 to 6, or with the grade of the source a code such as \"B2\".")]
    [InlineData("\"credibility\": NaN", "Not JSON: line 3, column 83: found \"N\"; a value is a number")]
    [InlineData("\"asOf\": \"2025-02-30\"", "claims[0].asOf (c1): error RC107: \"2025-02-30\" is no date; February 2025 has 28 days.")]
    [InlineData("\"asOf\": \"2025-06-01\", \"reported\": \"2025-05-01\"", "claims[0].asOf (c1): error RC140")]
    [InlineData("\"during\": { \"from\": \"2025-03-05\", \"to\": \"2025-03-01\" }", "claims[0].during (c1): error RC107: This period ends before it begins")]
    [InlineData("\"retracted\": \"no\"", "claims[0].retracted (c1): error RC107: \"no\" is no date")]
    [InlineData("\"supersedes\": [\"c9\"]", "claims[0].supersedes (c1): error RC114: Unknown claim \"c9\"")]
    [InlineData("\"supersedes\": [\"c1\"]", "claims[0].supersedes (c1): error RC115: A claim cannot supersede itself.")]
    [InlineData("\"via\": [\"\"]", "claims[0].via (c1): error RC110: Relay 1 has no name.")]
    [InlineData("\"quote\": \"\\ud83d\"", "claims[0].quote (c1): error RC107: This text holds half of a surrogate pair")]
    public void A_wrong_property_of_a_claim(string property, string error) =>
        AssertRefused($"{{ \"reconcile\": 1,\n  \"claims\": [\n    {{ {Good}, {property} }} ] }}", "line 3", error);

    [Theory]
    [InlineData("1e400", "line 3, claims[0].figure (c1): error RC132: \"1e400\" (column 1) is not understood: numbers up to 1,000,000,000,000,000 (1e15) are understood.")]
    [InlineData("NaN", "line 3, claims[0].figure (c1): error RC132: \"NaN\" (column 1) is not understood")]
    [InlineData("about 400 cows", "\"cows\" (column 11) is not understood: it does not belong to a figure; write the figure alone, such as \"about 400\".")]
    [InlineData("400 to", "The phrase \"400 to\" ends at column 7: the upper end is missing")]
    [InlineData("25 %", "error RC133: \"25 %\" is a share, and \"killed\" is none")]
    public void A_phrase_that_is_not_understood(string phrase, string error) =>
        AssertRefused($"{{ \"reconcile\": 1,\n  \"claims\": [\n    {{ \"quantity\": \"killed\", \"figure\": \"{phrase}\", \"source\": \"s\" }} ] }}", error);

    [Fact]
    public void A_phrase_of_a_million_letters() => AssertRefused(
        $"{{ \"reconcile\": 1, \"claims\": [ {{ \"quantity\": \"killed\", \"figure\": \"{new string('4', 1_000_000)}\", \"source\": \"s\" }} ] }}",
        "claims[0].figure (c1): error RC132: The phrase has 1,000,000 characters; a figure has at most 1,000.");

    [Theory]
    [InlineData("a = b +", "line 3, relations[0]: error RC120: The relation \"a = b +\" is not understood at column 8: found the end, expected a number, a name or \"(\".")]
    [InlineData("a * b = c", "column 5: found \"b\", expected a number: only one factor of a product may hold a quantity")]
    [InlineData("a = 1e400", "column 5: found \"1e400\", expected a number of at most 1e15")]
    [InlineData("a = \\u001b[31m", "column 5: found the character U+001B, expected")]
    [InlineData("tue\\u0301s = a", "column 4: found the character U+0301, expected the composed letter in place of letter and mark, or the name in double quotes")]
    [InlineData("a = 5 - 7", "line 3, relations[0]: error RC121: The relation \"a = 5 - 7\" can never hold: the bounds of its quantities do not allow it (\"a\" is at least 0;")]
    public void A_relation_that_is_none(string rule, string error) => AssertRefused($"{{ \"reconcile\": 1,\n  \"relations\": [\n    \"{rule}\" ] }}", error);

    [Fact]
    public void A_relation_ten_thousand_brackets_deep() => AssertRefused(
        $"{{ \"reconcile\": 1, \"relations\": [\"{new string('(', 10_000)}a{new string(')', 10_000)} = b\"] }}",
        "relations[0]: error RC120",
        "column 1001: found a text of 20,005 characters, expected at most 1,000");

    [Fact]
    public void Lists_a_hundred_thousand_deep() =>
        AssertRefused($"{{ \"reconcile\": 1, \"x-deep\": {new string('[', 100_000)}", "line 1: error RC101: Not JSON: line 1, column 92: nested deeper than 64 levels.");

    [Theory]
    [InlineData("\"a = b + 5\", \"b = a + 5\"", "relations[1]: error RC122: These relations cannot hold together: \"a = b + 5\", \"b = a + 5\".")]
    [InlineData("\"a <= b\", \"b <= 3\", \"a >= 5\"", "relations[2]: error RC122: These relations cannot hold together: \"a <= b\", \"b <= 3\", \"a >= 5\".")]
    public void Relations_that_cannot_hold(string relations, string error) => AssertRefused($"{{ \"reconcile\": 1, \"relations\": [{relations}] }}", error);

    [Theory]
    [InlineData("report")]
    [InlineData("validate")]
    public void Relations_of_which_only_the_engine_sees_that_they_cannot_hold(string command)
    {
        var circle = string.Join(",\n", Enumerable.Range(0, 300).Select(i => $"\"q{i} = q{(i + 1) % 300} + 1\""));
        var run = Invocation.On($"{{ \"reconcile\": 1, \"relations\": [\n{circle}] }}", command, "-");
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(
            "standard input: line 301, relations[299]: error RC122: These relations cannot hold together: \"q0 = q1 + 1\", \"q1 = q2 + 1\", \"q2 = q3 + 1\", \"q3 = q4 + 1\", \"q4 = q5 + 1\", \"q5 = q6 + 1\" and 294 more.\n",
            run.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_nobody_declared()
    {
        var run = Refused("""
            { "reconcile": 1, "sources": [{ "id": "ministry" }, { "id": "ministry" }], "quantities": [{ "id": "killed" }],
              "claims": [
                { "quantity": "kiled", "figure": 4, "source": "minstry" },
                { "id": "a", "quantity": "killed", "figure": 4, "source": "ministry" },
                { "id": "a", "quantity": "killed", "figure": 5, "source": "ministry" } ] }
            """);
        Assert.Equal(
            """
            standard input: line 1, sources[1].id: error RC111: The id "ministry" is that of sources[0] already; each source needs its own.
            standard input: line 3, claims[0].quantity (c1): error RC113: Unknown quantity "kiled"; did you mean "killed"?
            standard input: line 3, claims[0].source (c1): error RC112: Unknown source "minstry"; did you mean "ministry"?
            standard input: line 5, claims[2].id (a): error RC111: The id "a" is that of claims[1] already; each claim needs its own.

            """,
            run.Error);
    }

    [Fact]
    public void Five_errors_are_five_messages()
    {
        var run = Refused("""
            {
              "reconcile": 1,
              "titel": "x",
              "asOf": "2025-02-31",
              "relations": ["a = b +"],
              "claims": [
                { "quantity": "a", "figure": "a great many", "source": "s" },
                { "quantity": "a", "figure": "5", "source": "s", "credibility": 9 }
              ]
            }
            """);
        var lines = run.Error.TrimEnd('\n').Split('\n');
        Assert.Equal(["3, titel:", "4, asOf:", "5, relations[0]:", "7, claims[0].figure (c1):", "8, claims[1].credibility (c2):"], lines.Select(line => line[21..(line.IndexOf(": error", 21, StringComparison.Ordinal) + 1)]));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-32")]
    public void A_file_in_another_encoding(string encoding)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["d.json"], Dossiers.Calm, Encoding.GetEncoding(encoding));
        var run = Invocation.Of("report", folder["d.json"]);
        Assert.Equal((1, "", $"{folder["d.json"]}: line 1: error RC101: This file is {encoding.ToUpperInvariant()}; save it as UTF-8.\n"), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public void A_file_of_another_kind_is_called_no_text()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["picture.json"], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D]);
        Assert.Contains("found the byte 0x89, which is not UTF-8; JSON is text, and this is no text file.", Invocation.Of("report", folder["picture.json"]).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_endless_stream_of_zeros_is_refused_for_its_first_byte()
    {
        using var zeros = new Zeros();
        var run = Invocation.Run(zeros, false, ["report", "-"], TestContext.Current.CancellationToken);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("found a zero byte", run.Error, StringComparison.Ordinal);
        Assert.True(zeros.Given <= 1 << 20);
    }

    [Fact]
    public void Control_characters_reach_no_terminal()
    {
        const string Hostile = """{ "reconcile": 1, "title": "t\u001b[31m\nfake", "claims": [ { "id": "i\u001b[1m", "quantity": "\"q\u001b[2m\"", "figure": "4", "source": "s\u0007\u202e", "quote": "\u001b]0;x\u0007" } ] }""";
        foreach (var format in (string[])["text", "markdown"])
        {
            var run = Invocation.On(Hostile, "report", "-", "--format", format);
            Assert.Equal(0, run.ExitCode);
            Assert.DoesNotContain(run.Output, letter => char.IsControl(letter) && letter != '\n');
            Assert.DoesNotContain('\u202e', run.Output);
            Assert.DoesNotContain("\nfake", run.Output, StringComparison.Ordinal);
        }

        AssertRefused(Hostile.Replace("\"4\"", "\"4\\u001b[5m\"", StringComparison.Ordinal), "claims[0].figure (i\uFFFD[1m): error RC132: \"\uFFFD[5m\" (column 2)");
    }

    [Fact]
    public void A_long_id_is_cut_in_every_message()
    {
        var relays = string.Join(", ", Enumerable.Repeat("\"\"", 100));
        var run = Refused($"{{ \"reconcile\": 1, \"claims\": [ {{ \"id\": \"{new string('x', 100_000)}\", \"quantity\": \"q\", \"figure\": \"4\", \"source\": \"s\", \"via\": [{relays}] }} ] }}");
        Assert.InRange(run.Error.Length, 100, 100 * 200);
    }

    [Fact]
    public void Confirmed_without_confirmation_is_a_warning()
    {
        var run = Invocation.On($"{{ \"reconcile\": 1, \"claims\": [\n{{ {Good}, \"credibility\": 1 }} ] }}", "validate", "-");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("standard input: line 2, claims[0].credibility (c1): warning RC201: ", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("\nvalid, 1 warning\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_level_next_to_one_is_still_a_level()
    {
        var run = Invocation.On(Dossiers.Calm, "report", "-", "--level", "0.9999999999999999");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("ranges of 99.99999999999999 % probability", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_phrase_is_cut_before_its_error()
    {
        var run = Invocation.Of("parse", new string('4', 100_000), "");
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith(new string('4', 100) + "…: error: The phrase has 100,000 characters", run.Error, StringComparison.Ordinal);
        Assert.Contains("\n\"\": error: The phrase is empty", run.Error, StringComparison.Ordinal);
    }

    private static Invocation Refused(string file)
    {
        var run = Invocation.On(file, "report", "-");
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        return run;
    }

    private static void AssertRefused(string file, params string[] errors)
    {
        var run = Refused(file);
        Assert.StartsWith("standard input: line ", run.Error, StringComparison.Ordinal);
        Assert.All(errors, error => Assert.Contains(error, run.Error, StringComparison.Ordinal));
    }

    /// <summary>Zeros without end.</summary>
    private sealed class Zeros : MemoryStream
    {
        public long Given { get; private set; }

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Clear();
            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
