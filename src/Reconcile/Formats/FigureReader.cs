using System.Text.Json;

namespace Reconcile.Formats;

/// <summary>Reads a figure: a phrase, a number, or an object of numbers.</summary>
internal static class FigureReader
{
    /// <summary>Null after reporting what is wrong. A phrase that is not understood is left to validation.</summary>
    public static Figure? Read(ref JsonCursor cursor, out Annotations annotations)
    {
        annotations = default;
        switch (cursor.Token)
        {
            case JsonTokenType.String:
                return cursor.Text() is { } phrase ? Figure.Read(phrase) : null;
            case JsonTokenType.Number:
                return cursor.Number() is { } number ? Figure.Read(PlainNumber.Text(number)) : null;
            case JsonTokenType.StartObject:
                return ReadObject(ref cursor, out annotations);
            default:
                cursor.WrongType("a phrase such as \"around 400\", a number, or an object with low, high, best");
                return null;
        }
    }

    private static Figure? ReadObject(ref JsonCursor cursor, out Annotations annotations)
    {
        double? low = null, high = null, best = null, level = null;
        var share = false;
        var findings = cursor.FindingCount;
        cursor.TryEnter(DossierTables.Figure, out var state);
        while (cursor.NextProperty(ref state, out var name))
        {
            switch (name)
            {
                case "low":
                    low = cursor.Number();
                    break;
                case "high":
                    high = cursor.Number();
                    break;
                case "best":
                    best = cursor.Number();
                    break;
                case "level":
                    level = cursor.Fraction();
                    break;
                case "share":
                    share = cursor.Flag() ?? false;
                    break;
            }
        }

        annotations = state.TakeAnnotations();

        // What is missing may be what could not be read, so numbers are compared only when all were read.
        if (cursor.FindingCount > findings) return null;
        if (WhyWrong(low, best, high, level) is { } why)
        {
            cursor.WrongValue(why);
            return null;
        }

        return Figure.FromNumbers(low, best, high, level, share);
    }

    private static string? WhyWrong(double? low, double? best, double? high, double? level)
    {
        if (low is null && best is null && high is null) return "A figure needs low, high or best.";
        if (low > high) return Above("low", low.Value, "high", high.Value);
        if (low > best) return Above("low", low.Value, "best", best.Value);
        if (best > high) return Above("best", best.Value, "high", high.Value);
        if (best is not null && low is null != high is null)
        {
            return $"A figure with best and {(low is null ? "high" : "low")} needs {(low is null ? "low" : "high")} as well, or best alone.";
        }

        return level is not null && (best is null || low is null) ? "The level is that of an interval: it needs low, best and high beside it." : null;
    }

    private static string Above(string lower, double low, string upper, double high) =>
        $"The {lower} of {PlainNumber.Text(low)} is above the {upper} of {PlainNumber.Text(high)}; low ≤ best ≤ high must hold.";
}
