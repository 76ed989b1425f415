namespace Reconcile.Relations;

/// <summary>How the text of a claim's <c>quantity</c> reads: as one name, or as more than that.</summary>
/// <param name="Text">The number of the name, or of what else it says, which no name has; −1: there is no text.</param>
/// <param name="Composed">What it says; null when it is the name of one quantity, nearly always.</param>
internal readonly record struct SubjectText(int Text, ComposedSubject? Composed)
{
    /// <summary>No text.</summary>
    public static SubjectText Missing => new(-1, null);

    public bool IsMissing => Text < 0;

    /// <summary>The number of the quantity, when the text is its name; else −1.</summary>
    public int Name => Composed is null ? Text : -1;
}

/// <summary>A text that is not just a name: one of the two is there.</summary>
/// <param name="Subject">What it speaks of; null when the text is no subject.</param>
/// <param name="Error">Why it is no subject.</param>
internal sealed record ComposedSubject(ParsedSubject? Subject, SyntaxError Error);
