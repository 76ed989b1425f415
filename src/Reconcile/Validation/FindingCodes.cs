namespace Reconcile.Validation;

/// <summary>Every code of a finding about a dossier. Codes never change their meaning; RC101 to RC109 are about reading a file, RC220 to RC227, RC232 and RC233 about what the engine left out or doubts: these stand elsewhere.</summary>
internal static class FindingCodes
{
    /// <summary>An id, name, figure or other part is missing or empty.</summary>
    public const string Missing = "RC110";

    /// <summary>Two sources, quantities or claims have the same id.</summary>
    public const string DuplicateId = "RC111";

    /// <summary>A source that is not declared, though others are.</summary>
    public const string UnknownSource = "RC112";

    /// <summary>A quantity that is not declared, though others are; or two names joined by a hyphen that are probably one.</summary>
    public const string UnknownQuantity = "RC113";

    /// <summary>A claim supersedes one that does not exist.</summary>
    public const string UnknownClaim = "RC114";

    /// <summary>A claim supersedes itself, at once or by way of others.</summary>
    public const string SupersedesItself = "RC115";

    /// <summary>A number that is not finite or beyond 1e15.</summary>
    public const string NumberOutOfRange = "RC116";

    /// <summary>A value outside of what its property allows.</summary>
    public const string WrongValue = "RC117";

    /// <summary>The minimum of a quantity is above its maximum.</summary>
    public const string EmptyBounds = "RC118";

    /// <summary>The text of a relation is not understood.</summary>
    public const string RelationSyntax = "RC120";

    /// <summary>A relation that no values of its quantities can satisfy.</summary>
    public const string ImpossibleRelation = "RC121";

    /// <summary>Relations that cannot hold together.</summary>
    public const string ImpossibleRelations = "RC122";

    /// <summary>A relation ends before it begins.</summary>
    public const string RelationDates = "RC123";

    /// <summary>What a claim speaks of is not understood.</summary>
    public const string SubjectSyntax = "RC130";

    /// <summary>What a claim speaks of holds no quantity.</summary>
    public const string SubjectWithoutQuantity = "RC131";

    /// <summary>A figure phrase is not understood.</summary>
    public const string FigureNotUnderstood = "RC132";

    /// <summary>A share said of what is no share, or the reverse.</summary>
    public const string ShareMismatch = "RC133";

    /// <summary>Words of likelihood that are not on the scale of the source, or that deny the figure.</summary>
    public const string UnknownLikelihood = "RC134";

    /// <summary>A figure says one word of likelihood and its claim another.</summary>
    public const string TwoLikelihoods = "RC135";

    /// <summary>The codes of two claims, or a code and its source, grade one source differently.</summary>
    public const string TwoGrades = "RC136";

    /// <summary>A claim speaks of a day after it was reported, and is no projection.</summary>
    public const string SpeaksOfLaterDay = "RC140";

    /// <summary>An increment as of a day before its period begins, and no projection.</summary>
    public const string IncrementTooEarly = "RC141";

    /// <summary>An increment of a quantity that is no total.</summary>
    public const string IncrementOfNoTotal = "RC142";

    /// <summary>More errors than are kept in full.</summary>
    public const string MoreErrors = "RC199";

    /// <summary>Credibility 1 without an independent root that says the same; it reads as 2.</summary>
    public const string Unconfirmed = "RC201";

    /// <summary>A source that no claim names.</summary>
    public const string UnusedSource = "RC202";

    /// <summary>A declared quantity that neither claims nor relations mention.</summary>
    public const string UnusedQuantity = "RC203";

    /// <summary>A relation that says the same as an earlier one.</summary>
    public const string DuplicateRelation = "RC204";

    /// <summary>A relation that says nothing: its quantities cancel out.</summary>
    public const string EmptyRelation = "RC205";

    /// <summary>A claim that is the same as an earlier one but for its id.</summary>
    public const string DuplicateClaim = "RC206";

    /// <summary>Two sources whose ids differ in letter case, accents or spaces only.</summary>
    public const string SourcesLookAlike = "RC207";

    /// <summary>A claim names its own source as a relay.</summary>
    public const string RelayIsSource = "RC208";

    /// <summary>A figure outside the bounds of its quantity.</summary>
    public const string FigureOutOfBounds = "RC209";

    /// <summary>A claim, no projection, speaks of a day after that of the dossier.</summary>
    public const string AfterDossier = "RC210";

    /// <summary>An increment as of a day after its period.</summary>
    public const string IncrementTooLate = "RC211";

    /// <summary>An interest in a subject that no quantity has.</summary>
    public const string UnknownSubject = "RC212";

    /// <summary>Two quantities whose ids differ in letter case, accents or spaces only.</summary>
    public const string QuantitiesLookAlike = "RC213";

    /// <summary>Parties lean, but no quantity counts what a party has lost.</summary>
    public const string NoPartyIsSubject = "RC214";

    /// <summary>A figure such as 1.500, which reads as one and a half.</summary>
    public const string PointOfThousands = "RC215";

    /// <summary>Two sources or two quantities with one name for print.</summary>
    public const string SameName = "RC216";

    /// <summary>Two sources without a declared link give the same unusual figures.</summary>
    public const string MayNotBeIndependent = "RC217";

    /// <summary>Claims that were reported after the day that was asked for were left out.</summary>
    public const string ReportedLater = "RC218";

    /// <summary>A claim that was withdrawn after the day of the dossier still counts.</summary>
    public const string WithdrawnLater = "RC219";

    /// <summary>A drift of a quantity that is no stock.</summary>
    public const string DriftOfNoStock = "RC228";

    /// <summary>A claim that was withdrawn before it was reported.</summary>
    public const string WithdrawnTooEarly = "RC229";

    /// <summary>An increment that was reported before its period was over, and no projection.</summary>
    public const string PeriodNotOver = "RC230";

    /// <summary>A range such as 10-15,000, which reads as from ten.</summary>
    public const string SharedThousands = "RC231";

    /// <summary>A figure with a fraction of what is counted in whole numbers.</summary>
    public const string FractionOfWhole = "RC234";

    /// <summary>More warnings than are kept in full.</summary>
    public const string MoreWarnings = "RC299";
}
