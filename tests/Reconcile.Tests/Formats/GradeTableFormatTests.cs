using FsCheck.Xunit;
using Reconcile.Tests.Architecture;
using Xunit;

namespace Reconcile.Tests.Formats;

public class GradeTableFormatTests
{
    [Property]
    public void What_is_written_is_read_back(uint seed)
    {
        var random = new Random(unchecked((int)seed));
        var table = GradeTable.Default;
        foreach (var grade in Enum.GetValues<Reliability>()) table = table.With(grade, Math.Pow(10, random.Next(-5, 15)) * random.NextDouble(), (random.NextDouble() / 1.001) + 1e-4);
        foreach (var grade in Enum.GetValues<Credibility>()) table = table.With(grade, Math.Pow(10, random.Next(-5, 15)) * (1 - random.NextDouble()));
        table = table.WithInterests(1 + (99 * (1 - random.NextDouble())), 0.01 + (0.99 * random.NextDouble()), 1 + (Math.Pow(10, random.Next(-5, 14)) * random.NextDouble()));

        Assert.Equal(table, GradeTable.Parse(table.ToJson()));
    }

    [Fact]
    public void What_is_left_out_is_as_in_the_default_table()
    {
        var table = GradeTable.Parse(
            """
            {
              // what this newsroom found
              "grades": 1, "note": "house rules",
              "reliability": { "C": { "relativeError": 0.15 }, "E": { "accuracy": 0.3 } },
              "credibility": { "6": 0.9 },
              "interest": { "greatestOverstatement": 3, "againstInterest": 1.5 },
            }
            """);

        Assert.Equal(
            GradeTable.Default.With(Reliability.C, 0.15, 0.85).With(Reliability.E, 0.4, 0.3).With(Credibility.Unknown, 0.9).WithInterests(greatestOverstatement: 3, againstInterestFactor: 1.5),
            table);
        Assert.Equal(GradeTable.Default, GradeTable.Parse("""{ "grades": 1 }"""));
    }

    [Theory]
    [InlineData("""{ "grades": 1, "reliabilty": {} }""", "line 1, reliabilty: error RC103: Unknown property \"reliabilty\"; did you mean \"reliability\"?")]
    [InlineData("""{ "grades": 1, "reliability": { "G": {} } }""", "line 1, reliability.G: error RC103: Unknown property \"G\"")]
    [InlineData("""{ "grades": 1, "reliability": { "A": { "acuracy": 0.9 } } }""", "line 1, reliability.A.acuracy: error RC103: Unknown property \"acuracy\"; did you mean \"accuracy\"?")]
    [InlineData("""{ "grades": 1, "reliability": { "A": { "accuracy": 1 } } }""", "line 1, reliability.A.accuracy: error RC117: An accuracy lies between 0 and 1, both excluded, such as 0.85; found 1.")]
    [InlineData("""{ "grades": 1, "reliability": { "A": { "relativeError": -0.1 } } }""", "line 1, reliability.A.relativeError: error RC117: A relative error is 0 or more, such as 0.1; found -0.1.")]
    [InlineData("""{ "grades": 1, "reliability": { "A": { "relativeError": "0.1" } } }""", "line 1, reliability.A.relativeError: error RC106:")]
    [InlineData("""{ "grades": 1, "reliability": { "A": 0.1 } }""", "line 1, reliability.A: error RC106:")]
    [InlineData("""{ "grades": 1, "reliability": { "A": {}, "A": {} } }""", "line 1, reliability.A: error RC104:")]
    [InlineData("""{ "grades": 1, "credibility": { "1": 0 } }""", "line 1, credibility.1: error RC117: A factor of the odds is above 0, such as 1.5; found 0.")]
    [InlineData("""{ "grades": 1, "credibility": { "1": 1e400 } }""", "line 1, credibility.1: error RC107:")]
    [InlineData("""{ "grades": 1, "interest": { "greatestOverstatement": 1 } }""", "line 1, interest.greatestOverstatement: error RC117: A greatest overstatement is above 1, at most 100, such as 5; found 1.")]
    [InlineData("""{ "grades": 1, "interest": { "leastUnderstatement": 3 } }""", "line 1, interest.leastUnderstatement: error RC117: A least understatement is 0.01 or more, under 1, such as 0.3; found 3.")]
    [InlineData("""{ "grades": 1, "interest": { "againstInterest": 0.5 } }""", "line 1, interest.againstInterest: error RC117: The factor of a claim against interest is 1 or more, such as 2; found 0.5.")]
    [InlineData("""{ "grades": 1, "interest": { "overstates": 5 } }""", "line 1, interest.overstates: error RC103:")]
    [InlineData("""{ "credibility": {} }""", "line 1, grades: error RC105: The property \"grades\" is missing; a file of grades needs it")]
    [InlineData("""{ "grades": 2 }""", "line 1, grades: error RC102: Version 2 of the format of grades is not known here; this library reads version 1.")]
    [InlineData("[]", "line 1: error RC106:")]
    [InlineData("null", "line 1: error RC106:")]
    [InlineData("", "line 1: error RC101: There is nothing here; a file of grades is a JSON object that starts with {.")]
    [InlineData("""{ "grades": 1 } x""", "line 1: error RC101: Not JSON: line 1, column 17")]
    public void An_error_says_where_and_what_would_be_right(string json, string message) =>
        Assert.Contains(message, Assert.Throws<DossierValidationException>(() => GradeTable.Parse(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_error_is_reported_in_the_order_of_the_lines()
    {
        var wrong = Assert.Throws<DossierValidationException>(() => GradeTable.Parse(
            """
            {
              "credibility": { "7": 1 },
              "reliability": {
                "A": { "accuracy": 0 },
                "B": { "accuracy": 2 }
              }
            }
            """));

        Assert.Equal([1, 2, 4, 5], wrong.Findings.Select(finding => finding.Line!.Value));
    }

    [Fact]
    public void A_file_that_is_not_there_is_not_found() =>
        Assert.ThrowsAny<IOException>(() => GradeTable.Load(Repository.PathOf("no", "such", "grades.json")));

    [Fact]
    public void A_table_changes_what_grades_do()
    {
        var dossier = Dossier.Create().Claim("killed", "400", "a");
        var wide = GradeTable.Parse("""{ "grades": 1, "reliability": { "C": { "relativeError": 0.5 } } }""");
        var result = new Reconciler(new ReconcileOptions { Grades = wide }).Reconcile(dossier)["killed"];

        Assert.True(result.High - result.Low > 3 * (dossier.Reconcile()["killed"].High - dossier.Reconcile()["killed"].Low));
    }
}
