using System.Globalization;

namespace Reconcile.Reporting;

/// <summary>The phrases that all reports share. Plain strings, neither wrapped nor escaped.</summary>
internal static class Phrases
{
    /// <summary>For example <c>7 claims from 3 sources, 1 conflict, 1 dispute</c>.</summary>
    public static string Summary(Reconciliation reconciliation)
    {
        var hard = reconciliation.Conflicts.Count(static conflict => conflict.IsHard);
        var minor = reconciliation.Conflicts.Count - hard;
        var parts = new List<string> { Claims(reconciliation.Dossier), hard == 0 ? "no conflict" : Count(hard, "conflict") };
        if (minor > 0) parts.Add($"{minor} minor {(minor == 1 ? "discrepancy" : "discrepancies")}");
        if (reconciliation.Disputes.Count > 0) parts.Add(Count(reconciliation.Disputes.Count, "dispute"));
        return string.Join(", ", parts);
    }

    /// <summary>For example <c>7 claims from 3 sources</c>.</summary>
    public static string Claims(Dossier dossier) =>
        $"{Count(dossier.Claims.Count, "claim")} from {Count(dossier.Claims.Select(static claim => claim.Source).Distinct(StringComparer.Ordinal).Count(), "source")}";

    public static string Title(Reconciliation reconciliation) =>
        reconciliation.Dossier.Title.Length > 0 ? reconciliation.Dossier.Title : "Reconciliation";

    public static string Count(int count, string noun) => NumberText.Of(count) + " " + noun + (count == 1 ? "" : "s");

    /// <summary>Where nothing bounds a quantity.</summary>
    public const string None = "no estimate";

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>For example <c>2025-03-05</c>, where days stand in tables or beside code.</summary>
    public static string IsoDay(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>For example <c>from 5 March 2025 to 6 March 2025</c>, or <c>on 5 March 2025</c>.</summary>
    public static string Days(Period period) => period.From == period.To ? $"on {Day(period.From)}" : $"from {Day(period.From)} to {Day(period.To)}";

    public static string Name(Quantity quantity) => quantity.Name ?? quantity.Id;

    public static string NameAndUnit(Quantity quantity) => quantity.Unit is null ? Name(quantity) : $"{Name(quantity)} ({quantity.Unit})";

    /// <summary>Rounded numbers, for example <c>400 (347–453)</c>, <c>at least 92</c>, <c>at most 300</c>, <c>347–453</c> or <c>no estimate</c>.</summary>
    public static string Values(double? low, double? best, double? high) => Values(low, best, high, Range(low, high));

    /// <summary>What a figure reads as, in the same form.</summary>
    public static string Read(FigureRange read) => Values(read.Low, read.Best, read.High, ReadEnds(read));

    private static string Values(double? low, double? best, double? high, string range) =>
        best is { } value ? (low is null && high is null) || (low == value && high == value) ? NumberText.Of(value) : $"{NumberText.Of(value)} ({range})" : range;

    /// <summary>As <see cref="Values(double?, double?, double?)"/>, for fractions: <c>33.33 % (28.33 %–38.33 %)</c>.</summary>
    public static string ShareValues(double? low, double? best, double? high)
    {
        var range = (low, high) switch
        {
            ({ } l, { } h) => $"{NumberText.PercentEnd(l)}–{NumberText.PercentEnd(h)}",
            ({ } l, null) => "at least " + NumberText.PercentEnd(l),
            (null, { } h) => "at most " + NumberText.PercentEnd(h),
            _ => None,
        };
        return best is { } value ? $"{NumberText.PercentEnd(value)} ({range})" : range;
    }

    /// <summary>The range alone, its ends rounded already.</summary>
    public static string Range(double? low, double? high) => Range(low, high, NumberText.Of);

    /// <summary>The ends of what a figure reads as.</summary>
    public static string ReadEnds(FigureRange read) => Range(read.Low, read.High, end => NumberText.ReadEnd(read, end));

    private static string Range(double? low, double? high, Func<double, string> text) => (low, high) switch
    {
        ({ } l, { } h) => NumberText.Range(text(l), text(h)),
        ({ } l, null) => "at least " + text(l),
        (null, { } h) => "at most " + text(h),
        _ => None,
    };

    /// <summary>The numbers of an estimate as they are to be printed.</summary>
    public static (double? Low, double? Best, double? High) Printed(Estimate estimate)
    {
        var (low, best, high) = estimate.Printed == default
            ? NumberText.Rounded(estimate.Low, estimate.Best, estimate.High, estimate.Quantity.Whole)
            : (estimate.Printed.Low, estimate.Printed.Best, estimate.Printed.High);

        // A lower end that only the bound of the quantity itself gives is no news.
        return high is null && best is null && low <= estimate.Quantity.Min ? (null, null, null) : (low, best, high);
    }

    public static string Values(Estimate estimate)
    {
        var (low, best, high) = Printed(estimate);
        return Values(low, best, high);
    }

    public static string Values(Alternative alternative, Quantity quantity)
    {
        var (low, best, high) = NumberText.Rounded(alternative.Low, alternative.Best, alternative.High, quantity.Whole);
        return Values(low, best, high);
    }

    /// <summary>For example <c>as of 1 April 2025</c> where an estimate speaks of another day than the dossier; else null.</summary>
    public static string? OtherDay(Estimate estimate, Reconciliation reconciliation) =>
        estimate.AsOf is { } day && day != reconciliation.AsOf ? "as of " + Day(day) : null;

    /// <summary>For example <c>at least 200 on 9 April 2025</c> where more than the estimate is known of a day after that of which it speaks, on which nothing limits it from above; else null.</summary>
    public static string? SinceThen(Estimate estimate, Reconciliation reconciliation) =>
        OtherDay(estimate, reconciliation) is not null && estimate.Best is { } best && estimate.Series.LastOrDefault(point => point.AsOf > estimate.AsOf && !(point.AsOf > reconciliation.AsOf)) is { Best: null, Low: { } low } later && low > best
            ? $"at least {NumberText.Of(NumberText.Rounded(low, null, null, estimate.Quantity.Whole).Low!.Value)} on {Day(later.AsOf)}"
            : null;

    /// <summary>
    /// Where a range falls apart, its other parts, for example <c>or 471 (431–511), 24 %</c>. Where the range spans one of these, its own part comes first, as <c>either 89 (80–98), 61 %</c>: else
    /// what nobody says would be read as possible.
    /// </summary>
    public static IEnumerable<string> Parts(Estimate estimate)
    {
        var others = estimate.Alternatives.Where(part => !IsOwn(part, estimate)).ToList();
        if (others.Exists(part => Spans(estimate, part)) && estimate.Alternatives.FirstOrDefault(part => IsOwn(part, estimate)) is { } own) yield return Part("either", own, estimate);
        foreach (var other in others) yield return Part("or", other, estimate);
    }

    /// <summary>Whether the best value lies in a part, or, where a side is open, that is the estimate itself.</summary>
    private static bool IsOwn(Alternative part, Estimate estimate) =>
        estimate.Best is { } best ? part.Low <= best && best <= part.High : (part.Low, part.Best, part.High) == (estimate.Low, null, estimate.High);

    private static bool Spans(Estimate estimate, Alternative part) => estimate is { Best: not null } && part.Low <= estimate.High && part.High >= estimate.Low;

    private static string Part(string conjunction, Alternative part, Estimate estimate) =>
        $"{conjunction} {Values(part, estimate.Quantity)}, {NumberText.Weight(part.Weight)}";

    public static string Of(Confidence confidence) => confidence switch
    {
        Confidence.High => "high",
        Confidence.Moderate => "moderate",
        _ => "low",
    };

    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Accepted => "accepted",
        Outcome.Contested => "contested",
        Outcome.Rejected => "rejected",
        Outcome.Superseded => "superseded",
        Outcome.Repeated => "repeated",
        _ => "retracted",
    };

    public static string Of(Reliability reliability) => reliability switch
    {
        Reliability.A => "grade A, completely reliable",
        Reliability.B => "grade B, usually reliable",
        Reliability.C => "grade C, fairly reliable",
        Reliability.D => "grade D, not usually reliable",
        Reliability.E => "grade E, unreliable",
        _ => "grade F, reliability unknown",
    };

    /// <summary>For example <c>credibility 2, probably true</c>; null where nothing is known.</summary>
    public static string? Of(Credibility credibility) => credibility switch
    {
        Credibility.Confirmed => "credibility 1, confirmed",
        Credibility.ProbablyTrue => "credibility 2, probably true",
        Credibility.PossiblyTrue => "credibility 3, possibly true",
        Credibility.Doubtful => "credibility 4, doubtful",
        Credibility.Improbable => "credibility 5, improbable",
        _ => null,
    };

    /// <summary>A text that a user may have left empty; null where nothing is written.</summary>
    public static string? Written(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>The first letter as a capital and a full stop at the end.</summary>
    public static string Sentence(string text) =>
        text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..] + (text[^1] is '.' or '?' or '!' ? "" : ".");
}
