using System.Text.Json;
using Reconcile.Claims;
using Reconcile.Validation;

namespace Reconcile.Formats;

/// <summary>Reads sources, interests, quantities and relations. Required properties that are missing or wrong have been reported and are empty.</summary>
internal static class PartReaders
{
    public static Source ReadSource(ref JsonCursor cursor)
    {
        string? id = null, title = null, party = null;
        LikelihoodScale? scale = null;
        int? reliability = null;
        double? relativeError = null, accuracy = null;
        var entered = cursor.TryEnter(DossierTables.Source, out var state);
        while (entered && cursor.NextProperty(ref state, out var name))
        {
            switch (name)
            {
                case "id":
                    id = cursor.Name();
                    break;
                case "name":
                    title = cursor.Text();
                    break;
                case "reliability":
                    reliability = ReadReliability(ref cursor);
                    break;
                case "relativeError":
                    relativeError = cursor.Number();
                    break;
                case "accuracy":
                    accuracy = cursor.Number();
                    break;
                case "party":
                    party = cursor.Text();
                    break;
                case "scale":
                    scale = ReadScale(ref cursor);
                    break;
            }
        }

        return new Source
        {
            Id = id ?? "",
            Name = title,
            Reliability = (Reliability?)reliability,
            RelativeError = relativeError,
            Accuracy = accuracy,
            Party = party,
            Scale = scale,
            Annotations = state.TakeAnnotations(),
            Place = state.TakePlace(),
        };
    }

    private static int? ReadReliability(ref JsonCursor cursor)
    {
        if (cursor.Token != JsonTokenType.String) return cursor.Choice(Spelling.Reliabilities);
        if (cursor.Text() is not { } text) return null;
        if (!AdmiraltyCode.TryParse(text, out var code)) return cursor.Choice(Spelling.Reliabilities);
        cursor.WrongValue($"{Shown.Quoted(text)} grades a source and an item; a source has the letter alone, \"{Spelling.Reliabilities[(int)code.Reliability]}\", and a claim the code as its credibility.");
        return null;
    }

    private static LikelihoodScale? ReadScale(ref JsonCursor cursor)
    {
        if (cursor.Token != JsonTokenType.String)
        {
            cursor.WrongType("one of " + Shown.Listed(Spelling.Scales));
            return null;
        }

        if (cursor.Text() is not { } name) return null;
        var index = Array.IndexOf(Spelling.Scales, name);
        if (index >= 0) return LikelihoodScale.All[index];
        cursor.WrongValue(NearestNames.Unknown("scale", name, Spelling.Scales));
        return null;
    }

    public static Interest ReadInterest(ref JsonCursor cursor)
    {
        string? source = null, subject = null;
        var tends = Tendency.Overstate;
        var entered = cursor.TryEnter(DossierTables.Interest, out var state);
        while (entered && cursor.NextProperty(ref state, out var name))
        {
            switch (name)
            {
                case "source":
                    source = cursor.Text();
                    break;
                case "subject":
                    subject = cursor.Text();
                    break;
                case "tends":
                    tends = (Tendency)(cursor.Choice(Spelling.Tendencies) ?? 0);
                    break;
            }
        }

        return new Interest
        {
            Source = source ?? "",
            Subject = subject,
            Tends = tends,
            Annotations = state.TakeAnnotations(),
            Place = state.TakePlace(),
        };
    }

    public static Quantity ReadQuantity(ref JsonCursor cursor)
    {
        var quantity = new Quantity { Id = "" };
        string? id = null, title = null, unit = null, subject = null;
        var kind = quantity.Kind;
        bool? whole = null;
        double? min = quantity.Min, max = null, drift = null;
        var entered = cursor.TryEnter(DossierTables.Quantity, out var state);
        while (entered && cursor.NextProperty(ref state, out var name))
        {
            switch (name)
            {
                case "id":
                    id = cursor.Name();
                    break;
                case "name":
                    title = cursor.Text();
                    break;
                case "unit":
                    unit = cursor.Text();
                    break;
                case "subject":
                    subject = cursor.Text();
                    break;
                case "kind":
                    kind = (QuantityKind)(cursor.Choice(Spelling.QuantityKinds) ?? 0);
                    break;
                case "whole":
                    whole = cursor.Flag();
                    break;
                case "min":
                    min = cursor.Token == JsonTokenType.Null ? null : cursor.Number() ?? min;
                    break;
                case "max":
                    max = cursor.Token == JsonTokenType.Null ? null : cursor.Number();
                    break;
                case "drift":
                    drift = cursor.Number();
                    break;
            }
        }

        return quantity with
        {
            Id = id ?? "",
            Name = title,
            Unit = unit,
            Subject = subject,
            Kind = kind,
            Whole = whole ?? quantity.Whole,
            Min = min,
            Max = max,
            Drift = drift ?? quantity.Drift,
            Annotations = state.TakeAnnotations(),
            Place = state.TakePlace(),
        };
    }

    public static Relation ReadRelation(ref JsonCursor cursor)
    {
        if (cursor.Token == JsonTokenType.String)
        {
            var line = cursor.CurrentLine();
            return new Relation { Rule = cursor.Text() ?? "", Place = new Place(line, default) };
        }

        string? rule = null, because = null;
        PartialDate? from = null, to = null;
        var entered = cursor.TryEnter(DossierTables.Relation, out var state);
        while (entered && cursor.NextProperty(ref state, out var name))
        {
            switch (name)
            {
                case "rule":
                    rule = cursor.Text();
                    break;
                case "because":
                    because = cursor.Text();
                    break;
                case "from":
                    from = cursor.Date();
                    break;
                case "to":
                    to = cursor.Date();
                    break;
            }
        }

        return new Relation
        {
            Rule = rule ?? "",
            Because = because,
            From = from?.First,
            To = to?.Last,
            Annotations = state.TakeAnnotations(),
            Place = state.TakePlace(),
        };
    }
}
