using Reconcile.Relations;

namespace Reconcile.Validation;

/// <summary>Finds names of quantities, in subjects and relations, that nobody declared.</summary>
internal static class QuantityNameRules
{
    /// <summary>One message for each unknown name or hyphenated word of a text; null: all are known.</summary>
    public static List<string>? Unknown(DossierSurvey survey, string text, LinearForm first, LinearForm? second)
    {
        var mayBeHyphenated = text.Contains('-', StringComparison.Ordinal);
        if (!survey.DeclaresQuantities && !mayBeHyphenated) return null;

        List<(string Word, string Message)>? unknown = null;
        Add(survey, mayBeHyphenated ? text : null, first, ref unknown);
        if (second is not null) Add(survey, mayBeHyphenated ? text : null, second, ref unknown);
        return unknown?.ConvertAll(static found => found.Message);
    }

    private static void Add(DossierSurvey survey, string? hyphenated, LinearForm form, ref List<(string Word, string Message)>? unknown)
    {
        foreach (var term in form.Terms)
        {
            var word = hyphenated is null ? null : HyphenatedWord.With(hyphenated, term.Name);
            if (IsKnown(survey, term.Number, word)) continue;

            var shown = word ?? term.Name;
            if (unknown?.Exists(found => found.Word == shown) == true) continue;
            (unknown ??= []).Add((shown, word is null ? survey.QuantityNames.Unknown(term.Name) : Hyphenated(survey, word)));
        }
    }

    /// <summary>Where nothing is declared, only a name that occurs nowhere but in hyphenated words is suspect.</summary>
    private static bool IsKnown(DossierSurvey survey, int name, string? word) =>
        survey.DeclaresQuantities ? survey.Declared(name) is not null : word is null || survey.IsMentionedPlainly(name);

    private static string Hyphenated(DossierSurvey survey, string word)
    {
        var joined = word.Replace('-', '_');
        var quoted = NearestNames.Shown(word);
        var beginning = $"Unknown quantity {quoted}: \"-\" subtracts";
        if (survey.IsDeclared(word)) return $"{beginning}; in a longer expression write the name in double quotes, {quoted}.";
        if (survey.IsDeclared(joined)) return $"{beginning}; did you mean {NearestNames.Shown(joined)}?";

        var spelling = $"One name is written {NearestNames.Short(joined)} or {quoted} in double quotes";
        if (survey.DeclaresQuantities) return $"{beginning}. {spelling}, and declared.";

        var subtraction = NearestNames.Short(word.Replace("-", " - ", StringComparison.Ordinal));
        return $"{beginning}. {spelling}, a subtraction of quantities known elsewhere {subtraction}.";
    }
}
