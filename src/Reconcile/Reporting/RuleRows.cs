using System.Globalization;

namespace Reconcile.Reporting;

/// <summary>What other people's rules make of the claims, beside the reconciled estimates: the numbers as all reports print them. Plain strings, neither wrapped nor escaped.</summary>
internal sealed class RuleRows
{
    /// <summary>The name under which the estimate itself stands among the rules.</summary>
    public const string Reconciled = "reconciled";

    public const string Heading = "What other people's rules would print from the same claims";

    private const int MostNamed = 20;

    private readonly string? _day;

    private RuleRows(Estimate estimate, IReadOnlyList<RuleBookResult> results, string? day)
    {
        Estimate = estimate;
        Results = results;
        _day = day;
    }

    public Estimate Estimate { get; }

    /// <summary>One for each rule, in one order for all quantities.</summary>
    public IReadOnlyList<RuleBookResult> Results { get; }

    /// <summary>The quantities that two claims or more state; on all others the rules have nothing to decide.</summary>
    public static IReadOnlyList<RuleRows> Of(Reconciliation reconciliation)
    {
        if (reconciliation.OtherRules.Count == 0) return [];
        var rows = reconciliation.OtherRules.Where(static row => row.Stated.Count > 1).ToLookup(static row => row.Quantity.Id, StringComparer.Ordinal);
        return [.. reconciliation.Estimates.Where(estimate => rows.Contains(estimate.Quantity.Id)).Select(estimate => new RuleRows(estimate, [.. rows[estimate.Quantity.Id]], Phrases.OtherDay(estimate, reconciliation)))];
    }

    /// <summary>What is to be said of the other quantities, in sentences; nothing where no rules were asked for.</summary>
    public static IEnumerable<string> Remarks(Reconciliation reconciliation)
    {
        if (reconciliation.OtherRules.Count == 0) yield break;
        var stated = reconciliation.OtherRules.GroupBy(static row => row.Quantity.Id).ToDictionary(static rows => rows.Key, static rows => rows.First().Stated.Count, StringComparer.Ordinal);
        var alone = Names(reconciliation, id => stated.GetValueOrDefault(id) == 1);
        if (alone is not null) yield return $"Stated by one claim that counts, which such rules can only repeat: {alone}.";
        var unstated = Names(reconciliation, id => !stated.ContainsKey(id));
        if (unstated is not null) yield return $"Stated directly by no claim that counts, so that such rules say nothing: {unstated}.";
    }

    private static string? Names(Reconciliation reconciliation, Func<string, bool> isMeant)
    {
        string[] names = [.. reconciliation.Estimates.Where(estimate => isMeant(estimate.Quantity.Id)).Select(static estimate => Phrases.Name(estimate.Quantity))];
        if (names.Length == 0) return null;
        var rest = names.Length - MostNamed;
        return string.Join(", ", names.Take(MostNamed)) + (rest > 0 ? $" and {NumberText.Of(rest)} more" : "");
    }

    /// <summary>Name, best value, range and reason: the estimate first, then the rules.</summary>
    public IEnumerable<(string Name, string Best, string Range, string Because)> Lines()
    {
        var (low, best, high) = Phrases.Printed(Estimate);
        yield return (Reconciled, Number(best), Range(low, high), Phrases.Of(Estimate.Confidence) + " confidence" + (_day is null ? "" : ", " + _day));
        foreach (var row in Results)
        {
            (low, best, high) = Printed(row.Figure, row.Quantity.Whole, row.Stated);
            yield return (row.Rule, Number(best), Range(low, high), row.Figure.Because);
        }
    }

    /// <summary>The same in one cell each: <c>400 (347–453)</c>, <c>12–600</c>, <c>–</c>.</summary>
    public IEnumerable<string> Cells() => Results.Select(static row => Printed(row.Figure, row.Quantity.Whole, row.Stated)).Prepend(Phrases.Printed(Estimate)).Select(static printed => printed is (null, null, null) ? "–" : Phrases.Values(printed.Low, printed.Best, printed.High));

    private static string Number(double? value) => value is { } number ? NumberText.Of(number) : "";

    private static string Range(double? low, double? high) => low is null && high is null ? "" : Phrases.Range(low, high);

    /// <summary>Numbers that were said print as they were said; what was worked out from them has the digits that mean something.</summary>
    /// <param name="figure">What the rule makes of the claims.</param>
    /// <param name="whole">Whether only whole numbers make sense.</param>
    /// <param name="stated">The claims, as far as they are known.</param>
    public static (double? Low, double? Best, double? High) Printed(RuleBookFigure figure, bool whole, IReadOnlyList<Claim> stated)
    {
        var (low, best, high) = (figure.Low, figure.Best, figure.High);
        return IsSaid(low) && IsSaid(best) && IsSaid(high) && !(whole && best is { } value && value != Math.Truncate(value))
            ? (low, best, high)
            : low is null && high is null && Spread(best, stated) is { } spread
            ? (null, NumberText.Rounded(best - spread, best, best + spread, whole).Best, null)
            : NumberText.Rounded(low, best, high, whole);
    }

    /// <summary>A thousandth of the value, or how far apart the claims are if that is less: digits that tell them apart are kept.</summary>
    private static double? Spread(double? best, IReadOnlyList<Claim> stated)
    {
        double[] values = [.. stated.Select(static claim => claim.Figure.Value ?? claim.Figure.Low ?? claim.Figure.High).OfType<double>()];
        if (values.Length < 2 || best is not { } centre) return null;
        var apart = values.Max() - values.Min();
        return apart > 0 ? Math.Min(apart, Math.Abs(centre) / 50) : null;
    }

    /// <summary>A whole number, or one of at most six digits.</summary>
    private static bool IsSaid(double? value) =>
        value is not { } number || number == Math.Truncate(number) || number == double.Parse(number.ToString("E5", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
