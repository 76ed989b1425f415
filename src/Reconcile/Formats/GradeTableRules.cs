namespace Reconcile.Formats;

/// <summary>The objects of a file of grades and their properties.</summary>
internal static class GradeTableRules
{
    /// <summary>The major version of the format.</summary>
    public const int Version = 1;

    /// <summary>The grades of items as they are written: the credibility of 6 is unknown.</summary>
    public static readonly string[] Credibilities = ["1", "2", "3", "4", "5", "6"];

    public static readonly PropertyTable Row = new(
        "a reliability",
        "What a grade of reliability means",
        new PropertyRule("relativeError", ValueKind.Number, "Relative error of its figures at 95 %, 0 or more; as in the default table when left out"),
        new PropertyRule("accuracy", ValueKind.Number, "Chance that a claim is not simply wrong, between 0 and 1; as in the default table when left out"));

    public static readonly PropertyTable Reliability = new(
        "a table of reliabilities",
        "What each grade of reliability means; those left out are as in the default table",
        Array.ConvertAll(Spelling.Reliabilities, grade => new PropertyRule(grade, ValueKind.List, "What this grade means")));

    public static readonly PropertyTable Credibility = new(
        "a table of credibilities",
        "What each credibility multiplies the odds of accuracy by; those left out are as in the default table",
        Array.ConvertAll(Credibilities, grade => new PropertyRule(grade, ValueKind.Number, "Factor of the odds, above 0")));

    public static readonly PropertyTable Interest = new(
        "a table of interests",
        "How far sources with an interest go",
        new PropertyRule("greatestOverstatement", ValueKind.Number, "How many times the truth an overstater says at most, above 1, at most 100") { Default = "5" },
        new PropertyRule("leastUnderstatement", ValueKind.Number, "Which part of the truth an understater says at least, 0.01 or more, under 1") { Default = "0.3" },
        new PropertyRule("againstInterest", ValueKind.Number, "Factor of the odds of a claim against the interest of its source, 1 or more") { Default = "2" });

    public static readonly PropertyTable File = new(
        "a file of grades",
        "What grades mean in numbers",
        new PropertyRule("$schema", ValueKind.Text, "Where a schema is, for editors; not kept"),
        new PropertyRule("grades", ValueKind.Version, "Major version of the format of grades: 1") { Required = true },
        new PropertyRule("reliability", ValueKind.List, "By grade of the source, A to F") { Items = Reliability },
        new PropertyRule("credibility", ValueKind.List, "By grade of the item, 1 to 6") { Items = Credibility },
        new PropertyRule("interest", ValueKind.List, "How far sources with an interest go; as in the default table when left out") { Items = Interest });
}
