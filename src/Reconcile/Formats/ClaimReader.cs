using System.Globalization;
using System.Text.Json;
using Reconcile.Claims;

namespace Reconcile.Formats;

/// <summary>Reads one claim.</summary>
internal static class ClaimReader
{
    /// <summary>The claim without its dates. Required properties that are missing or wrong have been reported and are empty.</summary>
    /// <param name="cursor">At the first token of the claim.</param>
    /// <param name="position">From 1, for the id of a claim that has none.</param>
    /// <param name="dates">Its dates as written.</param>
    public static Claim Read(ref JsonCursor cursor, int position, out ClaimDates dates)
    {
        dates = default;
        var isNamed = true;
        string? id = null, quantity = null, source = null, likelihood = null, quote = null, url = null;
        Figure? figure = null;
        IReadOnlyList<string> via = [], supersedes = [];
        AdmiraltyCode? code = null;
        var credibility = Credibility.Unknown;
        var basis = Basis.Estimate;
        Annotations figureAnnotations = default, duringAnnotations = default;

        var findings = cursor.FindingCount;
        var entered = cursor.TryEnter(DossierTables.Claim, out var state);
        while (entered && cursor.NextProperty(ref state, out var name))
        {
            switch (name)
            {
                case "id":
                    id = cursor.Name();
                    isNamed = id is not null;
                    break;
                case "quantity":
                    quantity = cursor.Text();
                    break;
                case "figure":
                    figure = FigureReader.Read(ref cursor, out figureAnnotations);
                    break;
                case "source":
                    source = cursor.Text();
                    break;
                case "via":
                    via = cursor.Texts();
                    break;
                case "credibility":
                    if (cursor.Token == JsonTokenType.String) code = ReadCode(ref cursor);
                    else credibility = Spelling.OfGrade(cursor.Grade() ?? 6);
                    break;
                case "basis":
                    basis = (Basis)(cursor.Choice(Spelling.Bases) ?? 0);
                    break;
                case "asOf":
                    dates.AsOf = cursor.Date();
                    break;
                case "reported":
                    dates.Reported = cursor.Date();
                    break;
                case "during":
                    ReadDuring(ref cursor, ref dates, out duringAnnotations);
                    break;
                case "retracted":
                    ReadRetracted(ref cursor, ref dates);
                    break;
                case "supersedes":
                    supersedes = cursor.Texts();
                    break;
                case "likelihood":
                    likelihood = cursor.Text();
                    break;
                case "quote":
                    quote = cursor.Text();
                    break;
                case "url":
                    url = cursor.Text();
                    break;
            }
        }

        id ??= "c" + position.ToString(CultureInfo.InvariantCulture);
        cursor.NameClaim(findings, id);
        return new Claim
        {
            // What is no claim, or has an id that could not be read, takes that of its place from nobody.
            Id = entered && isNamed ? id : $"claims[{position - 1}]",
            Quantity = quantity ?? "",
            Figure = figure ?? Figure.Read(""),
            Source = source ?? "",
            Via = via,
            Credibility = code?.Credibility ?? credibility,
            Reliability = code?.Reliability,
            Basis = basis,
            Supersedes = supersedes,
            Likelihood = likelihood,
            Quote = quote,
            Url = url,
            Annotations = state.TakeAnnotations(),
            FigureAnnotations = figureAnnotations,
            DuringAnnotations = duringAnnotations,
            Place = state.TakePlace(),
        };
    }

    private static AdmiraltyCode? ReadCode(ref JsonCursor cursor)
    {
        if (cursor.Text() is not { } text) return null;
        if (AdmiraltyCode.TryParse(text, out var code)) return code;
        cursor.WrongType("a whole number from 1 to 6, or with the grade of the source a code such as \"B2\"");
        return null;
    }

    private static void ReadDuring(ref JsonCursor cursor, ref ClaimDates dates, out Annotations annotations)
    {
        annotations = default;
        if (!cursor.TryEnter(DossierTables.Period, out var state)) return;
        while (cursor.NextProperty(ref state, out var name))
        {
            switch (name)
            {
                case "from":
                    dates.From = cursor.Date();
                    break;
                case "to":
                    dates.To = cursor.Date();
                    break;
            }
        }

        annotations = state.TakeAnnotations();
    }

    private static void ReadRetracted(ref JsonCursor cursor, ref ClaimDates dates)
    {
        switch (cursor.Token)
        {
            case JsonTokenType.True or JsonTokenType.False:
                dates.IsRetracted = cursor.Token == JsonTokenType.True;
                break;
            case JsonTokenType.String:
                dates.Retracted = cursor.Date();
                dates.IsRetracted = dates.Retracted is not null;
                break;
            default:
                cursor.WrongType("a date such as \"2025-03-05\", or true");
                break;
        }
    }
}
