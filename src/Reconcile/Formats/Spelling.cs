namespace Reconcile.Formats;

/// <summary>How enumerations are spelled in JSON, each list in the order of its enumeration.</summary>
internal static class Spelling
{
    public static readonly string[] Reliabilities = ["A", "B", "C", "D", "E", "F"];

    public static readonly string[] Bases = ["estimate", "count", "projection"];

    public static readonly string[] QuantityKinds = ["fixed", "total", "stock"];

    public static readonly string[] Tendencies = ["overstate", "understate"];

    public static readonly string[] Scales = [.. LikelihoodScale.All.Select(static scale => scale.Name)];

    /// <summary>What is written where interests follow from parties.</summary>
    public const string Lean = "lean";

    public static readonly string[] Confidences = ["low", "moderate", "high"];

    public static readonly string[] Severities = ["discrepancy", "conflict"];

    public static readonly string[] ConflictKinds = ["contradiction", "relation", "fall", "self"];

    public static readonly string[] DifferenceKinds =
        ["definition", "date", "increment", "bound", "rounding", "revision", "relay", "repeat", "retraction", "scope"];

    public static readonly string[] Outcomes = ["accepted", "contested", "rejected", "superseded", "repeated", "retracted"];

    public static readonly string[] Changes = ["without", "upgraded", "agreeing"];

    /// <summary>The grade 1–6 of a credibility; unknown, the default of the enumeration, is 6.</summary>
    public static int Grade(Credibility credibility) => credibility == Credibility.Unknown ? 6 : (int)credibility;

    public static Credibility OfGrade(int grade) => grade == 6 ? Credibility.Unknown : (Credibility)grade;
}
