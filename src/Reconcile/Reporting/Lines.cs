namespace Reconcile.Reporting;

/// <summary>
/// What the parts of a dossier and of a result print as: one line each, printable, the same in every culture. They know nothing beyond themselves, so that sources and claims stand by
/// their ids, and days as in JSON.
/// </summary>
internal static class Lines
{
    /// <summary>Claims or quantities that one line names.</summary>
    private const int MostNamed = 8;

    public static string Of(Dossier dossier)
    {
        var relations = dossier.Relations.Count > 0 ? ", " + Phrases.Count(dossier.Relations.Count, "relation") : "";
        return PrintableText.Of($"{(dossier.Title.Length > 0 ? dossier.Title : "Dossier")}: {Phrases.Claims(dossier)}{relations}");
    }

    /// <remarks>A claim that is in no dossier yet may have no id, and one that is not valid no figure.</remarks>
    public static string Of(Claim claim)
    {
        var day = claim.During is { } during ? $", {Of(during)}" : claim.Day is { } spoken ? $", {Phrases.IsoDay(spoken)}" : "";
        return PrintableText.Of($"{Head(claim.Id)}{claim.Quantity} \"{claim.Figure?.Text}\", {claim.Source}{day}");
    }

    public static string Of(Interest interest)
    {
        var tends = interest.Tends == Tendency.Overstate ? "tends to overstate" : "tends to understate";
        return PrintableText.Of($"{interest.Source} {tends}{(interest.Subject is null ? "" : " " + interest.Subject)}");
    }

    public static string Of(Period period) => period.From == period.To ? Phrases.IsoDay(period.From) : $"{Phrases.IsoDay(period.From)} to {Phrases.IsoDay(period.To)}";

    public static string Of(Quantity quantity)
    {
        var kind = quantity.Kind switch { QuantityKind.Total => "total", QuantityKind.Stock => "stock", _ => "fixed" };
        return PrintableText.Of($"{(quantity.Name is null ? "" : Head(quantity.Id))}{Phrases.NameAndUnit(quantity)}, {kind}");
    }

    public static string Of(Quantity quantity, int claims) => PrintableText.Of($"{Phrases.Name(quantity)}: {Phrases.Count(claims, "claim")}");

    public static string Of(Relation relation)
    {
        var from = relation.From is { } first ? $", from {Phrases.IsoDay(first)}" : "";
        var to = relation.To is { } last ? $", to {Phrases.IsoDay(last)}" : "";
        return PrintableText.Of($"{relation.Rule}{(relation.Because is { } reason ? $" ({reason})" : "")}{from}{to}");
    }

    public static string Of(Retraction retraction) =>
        retraction.Day is { } day ? $"retracted on {Phrases.IsoDay(day)}" : retraction.IsRetracted ? "retracted" : "not retracted";

    public static string Of(Source source)
    {
        var grade = source.Reliability is { } reliability ? Phrases.Of(reliability) : "no grade";
        return PrintableText.Of($"{(source.Name is null ? source.Id : Head(source.Id) + source.Name)}, {grade}");
    }

    public static string Of(GradeTable grades) =>
        string.Join("; ", Enum.GetValues<Reliability>().Select(grade => $"{grade} {NumberText.Percent(grades.Error(grade))}, {NumberText.Percent(grades.Accuracy(grade))}"));

    public static string Of(FigureRange range) => range == default ? "open" : Phrases.Read(range);

    /// <remarks>Where its series goes on after its day, that is not the newest number, and the day says so.</remarks>
    public static string Of(Estimate estimate)
    {
        var day = estimate.AsOf is { } spoken && estimate.Series.Any(point => point.AsOf > spoken) ? $" on {Phrases.IsoDay(spoken)}" : "";
        return PrintableText.Of($"{Phrases.Name(estimate.Quantity)}{day}: {Phrases.Values(estimate)}, {Phrases.Of(estimate.Confidence)} confidence");
    }

    public static string Of(SeriesPoint point)
    {
        var (low, best, high) = NumberText.RoundedInCourse(point.Low, point.Best, point.High, whole: false);
        return $"{Phrases.IsoDay(point.AsOf)}: {Phrases.Values(low, best, high)}";
    }

    public static string Of(Alternative alternative)
    {
        var (low, best, high) = NumberText.Rounded(alternative.Low, alternative.Best, alternative.High, whole: false);
        return $"{Phrases.Values(low, best, high)}, {NumberText.Weight(alternative.Weight)}";
    }

    public static string Of(Influence influence) =>
        PrintableText.Of($"{influence.Claim?.Id ?? influence.Relation?.Rule ?? "prior"}: {NumberText.Weight(influence.Share)}");

    public static string Of(Conflict conflict) => PrintableText.Of(Head(conflict.Id) + Phrases.Sentence(conflict.Explanation));

    public static string Of(Difference difference) => PrintableText.Of(Phrases.Sentence(difference.Explanation));

    public static string Of(Dispute dispute) => PrintableText.Of(
        $"{dispute.Id}: {Named(dispute.Quantities.Select(Phrases.Name), dispute.Quantities.Count)}; {Phrases.Count(dispute.Conflicts.Count, "conflict")}, "
        + $"{Phrases.Count(dispute.Accounts.Count, "account")}, none of these {Outline.Weights(dispute)[^1]}");

    public static string Of(Account account) =>
        PrintableText.Of($"{account.Id}: {NumberText.Weight(account.Weight)}, accepts {Named(account.Accepts)}; rejects {Named(account.Rejects)}");

    public static string Of(Verdict verdict) => PrintableText.Of($"{verdict.Claim.Id} {Phrases.Of(verdict.Outcome)}: {verdict.Because}");

    public static string Of(ReadingChange change)
    {
        string[] parts =
        [
            .. Counted(change.Appearing.Count, "conflict", "appearing"),
            .. Counted(change.Vanishing.Count, "conflict", "vanishing"),
            .. Counted(change.Moving.Count, "estimate", "moving"),
        ];
        var what = change.Error is { } error ? $"cannot be reconciled: {error}" : parts.Length == 0 ? "nothing is different" : string.Join(", ", parts);
        return PrintableText.Of(Head(change.Reading.Name) + what);
    }

    public static string Of(RuleBookFigure figure) => PrintableText.Of(Line(figure, whole: false, []));

    public static string Of(RuleBookResult result) =>
        PrintableText.Of($"{Phrases.Name(result.Quantity)}, {result.Rule}: {Line(result.Figure, result.Quantity.Whole, result.Stated)}");

    private static string Line(RuleBookFigure figure, bool whole, IReadOnlyList<Claim> stated)
    {
        var (low, best, high) = RuleRows.Printed(figure, whole, stated);
        return $"{((low, best, high) is (null, null, null) ? "no figure" : Phrases.Values(low, best, high))}, {figure.Because}";
    }

    private static string Head(string id) => string.IsNullOrEmpty(id) ? "" : id + ": ";

    private static string Named(IReadOnlyList<Claim> claims) => claims.Count == 0 ? "none" : Named(claims.Select(static claim => claim.Id), claims.Count);

    private static string Named(IEnumerable<string> names, int count) =>
        string.Join(", ", names.Take(MostNamed)) + (count > MostNamed ? $" and {NumberText.Of(count - MostNamed)} more" : "");

    private static IEnumerable<string> Counted(int count, string noun, string what) => count == 0 ? [] : [$"{Phrases.Count(count, noun)} {what}"];
}
