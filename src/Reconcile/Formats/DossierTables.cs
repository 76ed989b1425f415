using System.Collections.Frozen;

namespace Reconcile.Formats;

/// <summary>The objects of the dossier format and their properties.</summary>
internal static class DossierTables
{
    /// <summary>The major version of the format.</summary>
    public const int Version = 1;

    private const string ADay = "\"reported\" (the day on which it was said) or \"asOf\" (the day of which it speaks)";

    private const string LastDay = "A partial date (2025, 2025-03) is a period and stands for its last day";

    public static readonly PropertyTable Figure = new(
        "a figure",
        "Numbers in place of a phrase: low only is a floor, high only a ceiling, best only a number, low and high a range, all three an interval at a level",
        new PropertyRule("low", ValueKind.Number, "Lower end"),
        new PropertyRule("high", ValueKind.Number, "Upper end"),
        new PropertyRule("best", ValueKind.Number, "Best value, between the ends"),
        new PropertyRule("level", ValueKind.Level, "Level of confidence of an interval") { Default = "0.95" },
        new PropertyRule("share", ValueKind.Flag, "Whether the numbers are fractions of a whole") { Default = "false" });

    public static readonly PropertyTable Period = new(
        "a period",
        "The period of an increment of a total; without it a claim is a running total",
        new PropertyRule("from", ValueKind.Date, "First day; a partial date stands for its first day") { Required = true },
        new PropertyRule("to", ValueKind.Date, "Last day. " + LastDay) { Required = true });

    public static readonly PropertyTable Source = new(
        "a source",
        "Who says",
        new PropertyRule("id", ValueKind.NonEmptyText, "Unique among the sources") { Required = true },
        new PropertyRule("name", ValueKind.Text, "Name for print; the id when left out"),
        new PropertyRule("reliability", ValueKind.Choice, "How reliable, on the Admiralty scale; F is no information, not bad")
        {
            Choices = Spelling.Reliabilities,
            Default = "\"C\"",
        },
        new PropertyRule("relativeError", ValueKind.NotNegative, "Relative error of its figures at 95 %; from the grade when left out"),
        new PropertyRule("accuracy", ValueKind.Chance, "Chance that a claim is not simply wrong; from the grade when left out"),
        new PropertyRule("party", ValueKind.Text, "The side that the source belongs to; it leans by that where parties lean"),
        new PropertyRule("scale", ValueKind.Choice, "Whose words of likelihood it uses; each word is read by the first scale that has it when left out") { Choices = Spelling.Scales });

    public static readonly PropertyTable Interest = new(
        "an interest",
        "A source that tends to say more or less than is true",
        new PropertyRule("source", ValueKind.Text, "Id of the source") { Required = true },
        new PropertyRule("subject", ValueKind.Text, "In what; all subjects when left out"),
        new PropertyRule("tends", ValueKind.Choice, "Which way it leans") { Required = true, Choices = Spelling.Tendencies });

    public static readonly PropertyTable Quantity = new(
        "a quantity",
        "What is counted or measured",
        new PropertyRule("id", ValueKind.NonEmptyText, "Unique among the quantities") { Required = true },
        new PropertyRule("name", ValueKind.Text, "Name for print; the id when left out"),
        new PropertyRule("unit", ValueKind.Text, "Unit for print"),
        new PropertyRule("subject", ValueKind.Text, "The population counted; quantities of one subject share a source's error"),
        new PropertyRule("kind", ValueKind.Choice, "One number (fixed), one that accumulates and never falls (total), or one that rises and falls (stock)")
        {
            Choices = Spelling.QuantityKinds,
            Default = "\"fixed\"",
        },
        new PropertyRule("whole", ValueKind.Flag, "Whole numbers only: estimates are rounded so that sums still add up") { Default = "false" },
        new PropertyRule("min", ValueKind.NumberOrNull, "Hard lower bound; null for none") { Default = "0" },
        new PropertyRule("max", ValueKind.NumberOrNull, "Hard upper bound; null for none") { Default = "null" },
        new PropertyRule("drift", ValueKind.NotNegative, "For a stock: standard deviation of the change per day, as a fraction") { Default = "0.02" });

    public static readonly PropertyTable Relation = new(
        "a relation",
        "A linear equation or inequality between quantities",
        new PropertyRule("rule", ValueKind.Text, "For example casualties = killed + wounded") { Required = true },
        new PropertyRule("because", ValueKind.Text, "Why it holds"),
        new PropertyRule("from", ValueKind.Date, "First day on which it holds; a partial date stands for its first day"),
        new PropertyRule("to", ValueKind.Date, "Last day on which it holds. " + LastDay))
    {
        TextForm = "The rule alone",
    };

    public static readonly PropertyTable Claim = new(
        "a claim",
        "A source says a figure about a quantity",
        new PropertyRule("id", ValueKind.NonEmptyText, "Unique among the claims; c1, c2, … by position when left out"),
        new PropertyRule("quantity", ValueKind.Text, "A quantity, a linear expression (killed + wounded) or a share (killed / casualties)") { Required = true },
        new PropertyRule("figure", ValueKind.Figure, "What was said: a phrase, a number or an object with low, high, best") { Required = true },
        new PropertyRule("source", ValueKind.Text, "The root: who knows") { Required = true },
        new PropertyRule("via", ValueKind.Texts, "The relays, first to last") { Default = "[]" },
        new PropertyRule("credibility", ValueKind.Grade, "How credible the item is, 1 to 6 on the Admiralty scale; 6 is no information, not bad; with the grade of the source a code such as B2") { Default = "6" },
        new PropertyRule("basis", ValueKind.Choice, "How the source came by its figure") { Choices = Spelling.Bases, Default = "\"estimate\"" },
        new PropertyRule("asOf", ValueKind.Date, "The day of which the figure speaks; the day of report when left out. " + LastDay),
        new PropertyRule("reported", ValueKind.Date, "The day on which it was said. " + LastDay),
        new PropertyRule("during", ValueKind.Period, "The period of an increment"),
        new PropertyRule("retracted", ValueKind.DateOrFlag, "The day on which the source withdrew it, or true") { Default = "false" },
        new PropertyRule("supersedes", ValueKind.Texts, "Ids of the claims that this one replaces") { Default = "[]" },
        new PropertyRule("likelihood", ValueKind.Text, "How likely the source says the figure is, in words such as very likely, on the scale of the source"),
        new PropertyRule("quote", ValueKind.Text, "The words of the source"),
        new PropertyRule("url", ValueKind.Text, "Where it was read"))
    {
        OtherNames = OtherNames((ADay, ["date", "day", "when", "time"]), ("\"figure\"", ["value", "number", "count", "amount"]), ("\"quantity\"", ["name"])),
    };

    public static readonly PropertyTable Dossier = new(
        "a dossier",
        "All that is known on one subject: sources, quantities, relations, claims",
        new PropertyRule("$schema", ValueKind.Text, "Where the schema is, for editors"),
        new PropertyRule("reconcile", ValueKind.Version, "Major version of the dossier format: 1") { Required = true },
        new PropertyRule("title", ValueKind.Text, "What the dossier is about") { Default = "\"\"" },
        new PropertyRule("asOf", ValueKind.Date, "The day of which estimates speak; when left out the latest full date of a claim that is no projection, was not withdrawn and is not replaced by name. " + LastDay),
        new PropertyRule("parties", ValueKind.Choice, "Interests follow from parties: a source understates the losses of its own party and overstates those of other parties") { Choices = [Spelling.Lean] },
        new PropertyRule("sources", ValueKind.List, "Every source; those that claims name when left out") { Items = Source },
        new PropertyRule("interests", ValueKind.List, "Who tends to overstate or understate what") { Items = Interest },
        new PropertyRule("quantities", ValueKind.List, "Every quantity; those that relations and claims name when left out") { Items = Quantity },
        new PropertyRule("relations", ValueKind.List, "Equations and inequalities between quantities") { Items = Relation },
        new PropertyRule("claims", ValueKind.List, "Who says what") { Items = Claim },
        new PropertyRule("reconciliation", ValueKind.Version, "The mark of a result, which is no dossier") { Hidden = true })
    {
        OtherNames = OtherNames(("\"asOf\"", ["date", "day", "when"])),
    };

    private static FrozenDictionary<string, string> OtherNames(params (string Proposal, string[] Names)[] proposals) =>
        proposals.SelectMany(static proposal => proposal.Names, static (proposal, name) => KeyValuePair.Create(name, proposal.Proposal)).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
