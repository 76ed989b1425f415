using System.Globalization;
using Reconcile.Validation;

namespace Reconcile.Formats;

/// <summary>Reads a table of grades from UTF-8 JSON and collects every error, with path and line, on the way.</summary>
internal static class GradeTableReader
{
    /// <exception cref="DossierValidationException">Every error, in the order of the lines.</exception>
    public static GradeTable Parse(ReadOnlySpan<byte> utf8)
    {
        var findings = new FindingCollector();
        var table = JsonFile.Read<GradeTable>(utf8, GradeTableRules.File.What, findings, ReadRoot);
        return table is not null && findings.Count == 0
            ? table
            : throw new DossierValidationException(findings.ByLine);
    }

    private static GradeTable? ReadRoot(ref JsonCursor cursor, FindingCollector findings)
    {
        cursor.Read();
        if (!cursor.TryEnter(GradeTableRules.File, out var state)) return null;
        var table = GradeTable.Default;
        while (cursor.NextProperty(ref state, out var name))
        {
            switch (name)
            {
                case "grades":
                    ReadVersion(ref cursor);
                    break;
                case "reliability":
                    ReadReliabilities(ref cursor, ref table);
                    break;
                case "credibility":
                    ReadCredibilities(ref cursor, ref table);
                    break;
                case "interest":
                    ReadInterests(ref cursor, ref table);
                    break;
                default:
                    cursor.Text();
                    break;
            }
        }

        // Reads past the end, so that anything behind the object is found.
        cursor.Read();
        return table;
    }

    private static void ReadVersion(ref JsonCursor cursor)
    {
        if (cursor.Number() is { } version && version != GradeTableRules.Version)
        {
            cursor.Report(ReadingCodes.Version, $"Version {cursor.FoundNumber()} of the format of grades is not known here; this library reads version {GradeTableRules.Version}.");
        }
    }

    private static void ReadReliabilities(ref JsonCursor cursor, ref GradeTable table)
    {
        var entered = cursor.TryEnter(GradeTableRules.Reliability, out var state);
        while (entered && cursor.NextProperty(ref state, out var grade))
        {
            table = ReadRow(ref cursor, table, (Reliability)Array.IndexOf(Spelling.Reliabilities, grade));
        }
    }

    private static GradeTable ReadRow(ref JsonCursor cursor, GradeTable table, Reliability grade)
    {
        var (error, accuracy) = (table.Error(grade), table.Accuracy(grade));
        var entered = cursor.TryEnter(GradeTableRules.Row, out var state);
        while (entered && cursor.NextProperty(ref state, out var name))
        {
            if (name == "relativeError") error = Number(ref cursor, static number => number >= 0, "A relative error is 0 or more", "0.1", error);
            else accuracy = Number(ref cursor, static number => number is > 0 and < 1, "An accuracy lies between 0 and 1, both excluded", "0.85", accuracy);
        }

        return table.With(grade, error, accuracy);
    }

    private static void ReadCredibilities(ref JsonCursor cursor, ref GradeTable table)
    {
        var entered = cursor.TryEnter(GradeTableRules.Credibility, out var state);
        while (entered && cursor.NextProperty(ref state, out var grade))
        {
            var credibility = Spelling.OfGrade(int.Parse(grade, CultureInfo.InvariantCulture));
            table = table.With(credibility, Number(ref cursor, static number => number > 0, "A factor of the odds is above 0", "1.5", table.OddsFactor(credibility)));
        }
    }

    private static void ReadInterests(ref JsonCursor cursor, ref GradeTable table)
    {
        var entered = cursor.TryEnter(GradeTableRules.Interest, out var state);
        while (entered && cursor.NextProperty(ref state, out var name))
        {
            table = name switch
            {
                "greatestOverstatement" => table.WithInterests(greatestOverstatement: Number(ref cursor, static number => number is > 1 and <= 100, "A greatest overstatement is above 1, at most 100", "5", table.GreatestOverstatement)),
                "leastUnderstatement" => table.WithInterests(leastUnderstatement: Number(ref cursor, static number => number is >= 0.01 and < 1, "A least understatement is 0.01 or more, under 1", "0.3", table.LeastUnderstatement)),
                _ => table.WithInterests(againstInterestFactor: Number(ref cursor, static number => number >= 1, "The factor of a claim against interest is 1 or more", "2", table.AgainstInterestFactor)),
            };
        }
    }

    /// <summary>A number in its range; what stood there before after reporting what is wrong.</summary>
    private static double Number(ref JsonCursor cursor, Predicate<double> isAllowed, string rule, string example, double otherwise)
    {
        if (cursor.Number() is not { } number) return otherwise;
        if (isAllowed(number)) return number;
        cursor.Report(FindingCodes.WrongValue, $"{rule}, such as {example}; found {cursor.FoundNumber()}.");
        return otherwise;
    }
}
