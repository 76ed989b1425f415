using System.Text.Json;
using Reconcile.Claims;
using Reconcile.Validation;

namespace Reconcile.Formats;

/// <summary>Reads a figure: a phrase, a number, or an object of numbers.</summary>
internal static class FigureReader
{
    /// <summary>A figure that stands alone, outside of a dossier.</summary>
    /// <exception cref="DossierValidationException">What is wrong with it, or the part of its phrase that was not understood.</exception>
    public static Figure Parse(ReadOnlySpan<byte> utf8)
    {
        var findings = new FindingCollector();
        var figure = JsonFile.Read<Figure>(utf8, "a figure", findings, ReadRoot);
        return figure is not null && findings.Count == 0 ? figure : throw new DossierValidationException(findings.ByLine);
    }

    /// <summary>Null after reporting what is wrong. A phrase that is not understood is left to validation.</summary>
    public static Figure? Read(ref JsonCursor cursor, out Annotations annotations)
    {
        annotations = default;
        switch (cursor.Token)
        {
            case JsonTokenType.String:
                return cursor.Text() is { } phrase ? Figure.Read(phrase) : null;
            case JsonTokenType.Number:
                return cursor.Number() is { } number ? Figure.OfDigits(PlainNumber.Text(number)) : null;
            case JsonTokenType.StartObject:
                return ReadObject(ref cursor, out annotations);
            default:
                cursor.WrongType("a phrase such as \"around 400\", a number, or an object with low, high, best");
                return null;
        }
    }

    private static Figure? ReadRoot(ref JsonCursor cursor, FindingCollector findings)
    {
        cursor.Read();
        var figure = Read(ref cursor, out _);
        if (figure?.Error is { } error) cursor.Report(FindingCodes.FigureNotUnderstood, error);
        return figure;
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
                    level = cursor.Number();
                    break;
                case "share":
                    share = cursor.Flag() ?? false;
                    break;
            }
        }

        annotations = state.TakeAnnotations();

        // What is missing may be what could not be read, so numbers are compared only when all were read.
        if (cursor.FindingCount > findings) return null;
        if (Figure.TryCompose(low, best, high, level, share, out var figure, out var error)) return figure;
        cursor.WrongValue(error);
        return null;
    }
}
