using System.Text.Json;

namespace Reconcile.Formats;

/// <summary>Writes a table of grades, every row of it.</summary>
internal static class GradeTableWriter
{
    public static string ToJson(GradeTable table) => JsonText.Write(table, Write);

    private static void Write(Utf8JsonWriter writer, GradeTable table)
    {
        writer.WriteStartObject();
        writer.WriteNumber("grades", GradeTableRules.Version);
        writer.WriteStartObject("reliability");
        for (var grade = Reliability.A; grade <= Reliability.F; grade++)
        {
            writer.WriteStartObject(Spelling.Reliabilities[(int)grade]);
            writer.WriteNumber("relativeError", table.Error(grade));
            writer.WriteNumber("accuracy", table.Accuracy(grade));
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteStartObject("credibility");
        for (var grade = 1; grade <= GradeTableRules.Credibilities.Length; grade++)
        {
            writer.WriteNumber(GradeTableRules.Credibilities[grade - 1], table.OddsFactor(Spelling.OfGrade(grade)));
        }

        writer.WriteEndObject();
        writer.WriteStartObject("interest");
        writer.WriteNumber("greatestOverstatement", table.GreatestOverstatement);
        writer.WriteNumber("leastUnderstatement", table.LeastUnderstatement);
        writer.WriteNumber("againstInterest", table.AgainstInterestFactor);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
