namespace Reconcile.Relations;

/// <summary>Reads what claims speak of, each text once: many claims speak of few quantities. Not thread-safe.</summary>
/// <param name="names">Receives the names and the texts.</param>
/// <param name="declared">How many of the names are declared; such a text is the quantity, whatever signs it holds.</param>
internal sealed class SubjectReader(NameTable names, int declared)
{
    private Dictionary<int, ComposedSubject>? _composed;

    public SubjectText Read(string text)
    {
        var number = names.NumberOf(text);
        if (number < declared || IsPlainName(text)) return new SubjectText(number, null);
        if (_composed?.TryGetValue(number, out var known) == true) return new SubjectText(number, known);

        var composed = RelationParser.TryParseSubject(text, names, out var subject, out var error) ? new ComposedSubject(subject, default) : new ComposedSubject(null, error);
        (_composed ??= []).Add(number, composed);
        return new SubjectText(number, composed);
    }

    /// <summary>Whether a text can be nothing but a name of the relation language; names with other letters than those of ASCII are left to the parser.</summary>
    private static bool IsPlainName(string text)
    {
        if (text.Length > RelationParser.LongestText || !char.IsAsciiLetter(text[0])) return false;
        foreach (var letter in text.AsSpan(1))
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter != '_') return false;
        }

        return true;
    }
}
