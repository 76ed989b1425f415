using System.Globalization;

namespace Reconcile.Relations;

/// <summary>
/// Reads what claims speak of, each text once: many claims speak of few quantities. Texts that say the same, <c>killed + wounded</c> and <c>wounded+killed</c>, get one number. Not thread-safe.
/// </summary>
/// <param name="names">Receives the names, the texts and what these say.</param>
/// <param name="declared">How many of the names are declared; such a text is the quantity, whatever signs it holds.</param>
internal sealed class SubjectReader(NameTable names, int declared)
{
    private Dictionary<int, SubjectText>? _composed;
    private Dictionary<int, string>? _spellings;

    public SubjectText Read(string text)
    {
        var number = names.NumberOf(text);
        if (number < declared || IsPlainName(text)) return new SubjectText(number, null);
        if (_composed?.TryGetValue(number, out var known) == true) return known;

        var read = RelationParser.TryParseSubject(text, names, out var subject, out var error) ? ReadAs(subject) : new SubjectText(number, new ComposedSubject(null, error));
        (_composed ??= []).Add(number, read);
        return read;
    }

    /// <summary>What all claims on one subject are taken to call it, where it is spelled in several ways or is a name in quotes or brackets. Null: as it was said.</summary>
    /// <param name="text">The number of the subject.</param>
    public string? SpellingOf(int text) => _spellings?.GetValueOrDefault(text);

    private SubjectText ReadAs(ParsedSubject subject)
    {
        // A name in quotes or brackets is the name; only a declared one is known again without them.
        if (subject is { Denominator: null, Numerator: { Constant: 0, Terms: [{ Coefficient: 1 } alone] } })
        {
            (_spellings ??= [])[alone.Number] = alone.Number < declared ? alone.Name : RelationText.Quoted(alone.Name);
            return new SubjectText(alone.Number, null);
        }

        // No name holds a quote, so that the sum a - b has another number than the name "a - b".
        var known = names.Count;
        var number = names.NumberOf($"\"{Content(subject)}");
        if (number < known) (_spellings ??= [])[number] = RelationText.Canonical(subject);
        return new SubjectText(number, new ComposedSubject(subject, default));
    }

    private static string Content(ParsedSubject subject) => subject.Denominator is { } denominator ? $"{Content(subject.Numerator)}/{Content(denominator)}" : Content(subject.Numerator);

    private static string Content(LinearForm form) => string.Join(
        ' ', form.Terms.OrderBy(static term => term.Number).Select(static term => string.Create(CultureInfo.InvariantCulture, $"{term.Coefficient:R}*{term.Number}")).Append(form.Constant.ToString("R", CultureInfo.InvariantCulture)));

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
