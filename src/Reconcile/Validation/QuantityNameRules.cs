using Reconcile.Relations;

namespace Reconcile.Validation;

/// <summary>Finds names of quantities, in subjects and relations, that nobody declared.</summary>
internal static class QuantityNameRules
{
    /// <summary>Calls <paramref name="report"/> with one message for each unknown name or hyphenated word of a text.</summary>
    public static void Check(DossierSurvey survey, string text, LinearForm first, LinearForm? second, Action<string> report)
    {
        var mayBeHyphenated = text.Contains('-', StringComparison.Ordinal);
        if (survey.Quantities.Count == 0 && !mayBeHyphenated) return;

        List<string>? reported = null;
        Check(first);
        if (second is not null) Check(second);

        void Check(LinearForm form)
        {
            foreach (var term in form.Terms)
            {
                var word = mayBeHyphenated ? HyphenatedWord.With(text, term.Name) : null;
                if (IsKnown(survey, term.Name, word) || reported?.Contains(word ?? term.Name) == true) continue;

                (reported ??= []).Add(word ?? term.Name);
                report(word is null ? survey.QuantityNames.Unknown(term.Name) : Hyphenated(survey, word));
            }
        }
    }

    /// <summary>Where nothing is declared, only a name that occurs nowhere but in hyphenated words is suspect.</summary>
    private static bool IsKnown(DossierSurvey survey, string name, string? word) =>
        survey.Quantities.Count > 0 ? survey.Quantities.ContainsKey(name) : word is null || survey.PlainNames.Contains(name);

    private static string Hyphenated(DossierSurvey survey, string word)
    {
        var joined = word.Replace('-', '_');
        var beginning = $"Unknown quantity {NearestNames.Shown(word)}: \"-\" subtracts";
        if (survey.Quantities.ContainsKey(word)) return $"{beginning}; in a longer expression write the name in double quotes, \"{word}\".";
        if (survey.Quantities.ContainsKey(joined)) return $"{beginning}; did you mean {NearestNames.Shown(joined)}?";

        var subtraction = word.Replace("-", " - ", StringComparison.Ordinal);
        return survey.Quantities.Count > 0
            ? $"{beginning}. One name is written {joined} or \"{word}\" in double quotes, and declared."
            : $"{beginning}. One name is written {joined} or \"{word}\" in double quotes, a subtraction of quantities known elsewhere {subtraction}.";
    }
}
