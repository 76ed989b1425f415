using Reconcile.Results;

namespace Reconcile.Reporting;

/// <summary>What a single change would do to an estimate, in one line. Plain text, neither wrapped nor escaped.</summary>
internal static class ChangeText
{
    /// <summary>
    /// For example <c>without "about 4,000" (Anonymous channel) [c2]: 600 (520–680) instead of 400 (347–453); confidence moderate instead of low</c>;
    /// null where nothing of it shows in print.
    /// </summary>
    public static string? Of(SingleChange change, Estimate before, Outline outline) =>
        Effect(change.After, before) is { } effect ? $"{Condition(change, before, outline)}: {effect}" : null;

    private static string Condition(SingleChange change, Estimate before, Outline outline) => change.Kind switch
    {
        ChangeKind.Without => $"without {outline.SaidWithId(change.Claim!)}",
        ChangeKind.Upgraded => $"with {outline.SourceName(change.Source!)} of grade {change.Reliability}",
        _ => $"with {(before.Roots == 1 ? "a second" : "another")} independent root of grade {change.Reliability} that {(change.Claim!.Basis == Basis.Projection ? "forecasts" : "says")} \"{change.Claim.Figure.Text}\"",
    };

    private static string? Effect(Estimate? after, Estimate before)
    {
        if (after is null) return "nothing would be known of it";
        var parts = new List<string>(2);
        var (now, then) = (Phrases.Values(before), Phrases.Values(after));
        if (after.AsOf is { } day && day != before.AsOf) then += $" (as of {Phrases.Day(day)})";
        if (now != then) parts.Add($"{then} instead of {now}{Narrower(after, before)}");
        if (after.Confidence != before.Confidence) parts.Add($"confidence {Phrases.Of(after.Confidence)} instead of {Phrases.Of(before.Confidence)}");
        return parts.Count == 0 ? null : string.Join("; ", parts);
    }

    /// <summary>Said only where the best value stays and the range alone is news.</summary>
    private static string Narrower(Estimate after, Estimate before)
    {
        var (low, best, high) = Phrases.Printed(before);
        var (low2, best2, high2) = Phrases.Printed(after);
        if (best is null || best != best2) return "";
        return high2 - low2 < high - low ? ", a narrower range" : high2 - low2 > high - low ? ", a wider range" : "";
    }
}
