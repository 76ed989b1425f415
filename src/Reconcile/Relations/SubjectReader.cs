namespace Reconcile.Relations;

/// <summary>How the text of a claim's <c>quantity</c> reads: one of the two is there.</summary>
/// <param name="Text">As written.</param>
/// <param name="Subject">What it speaks of; null when the text is no subject.</param>
/// <param name="Error">Why it is no subject.</param>
internal sealed record SubjectReading(string Text, ParsedSubject? Subject, SyntaxError Error);

/// <summary>Reads what claims speak of, each text once: many claims speak of few quantities. Not thread-safe.</summary>
internal sealed class SubjectReader
{
    private readonly Dictionary<string, SubjectReading> _readings = new(StringComparer.Ordinal);
    private readonly Func<string, bool> _isDeclared;

    /// <param name="isDeclared">Whether a quantity of this id is declared; such a text is the quantity, whatever signs it holds.</param>
    public SubjectReader(Func<string, bool> isDeclared) => _isDeclared = isDeclared;

    /// <summary>The readings so far, in the order of first mention.</summary>
    public IReadOnlyCollection<SubjectReading> Readings => _readings.Values;

    public SubjectReading Read(string text)
    {
        if (!_readings.TryGetValue(text, out var reading))
        {
            reading = ReadNew(text);
            _readings.Add(text, reading);
        }

        return reading;
    }

    private SubjectReading ReadNew(string text)
    {
        if (_isDeclared(text)) return new SubjectReading(text, new ParsedSubject(new LinearForm([new Term(text, 1)], 0), null), default);

        return RelationParser.TryParseSubject(text, out var subject, out var error)
            ? new SubjectReading(text, subject, default)
            : new SubjectReading(text, null, error);
    }
}
