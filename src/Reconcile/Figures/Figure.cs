using System.Diagnostics.CodeAnalysis;
using Reconcile.Figures;

namespace Reconcile;

/// <summary>What was said: numbers, hedge and the words. How wide it reads is decided by a <see cref="HedgeReading"/>, not here.</summary>
/// <remarks>
/// Immutable and thread-safe. Equal when the same was said: the text is not compared, but the kind of hedge word is, because readings tell
/// "about" from "approximately". Not ordered: "about 400" is neither less nor more than "300–600".
/// </remarks>
public sealed partial class Figure : IEquatable<Figure>, ISpanParsable<Figure>, IFormattable
{
    private readonly FigureFacts _facts;

    internal Figure(string text, in FigureFacts facts, bool isOfNumbers = false)
    {
        Text = text;
        _facts = facts;
        IsOfNumbers = isOfNumbers;
    }

    private Figure(string text, string error)
    {
        Text = text;
        Error = error;
    }

    /// <summary>The words, as given or as they would be said.</summary>
    public string Text { get; }

    /// <summary>Point, range, floor or ceiling.</summary>
    public FigureKind Kind => _facts.Kind;

    /// <summary>The hedge.</summary>
    public Hedge Hedge => _facts.Hedge;

    /// <summary>Whether it is a share (a third, 25 %); its values are then fractions.</summary>
    public bool IsShare => _facts.IsShare;

    /// <summary>The value said, if one was: null for ranges, floors, ceilings and number words.</summary>
    public double? Value => _facts.Value;

    /// <summary>The lower number said, if one was: of a floor, a range or an interval.</summary>
    public double? Low => _facts.Low;

    /// <summary>The upper number said, if one was: of a ceiling, a range or an interval.</summary>
    public double? High => _facts.High;

    /// <summary>The unit of the last significant digit: 4,000 → 1,000; 3.25 → 0.01; of the finer end for ranges. Never under 1e-15.</summary>
    public double Unit => _facts.Unit;

    /// <summary>
    /// The words that say how likely the figure is, in lower case: <c>highly likely</c> in "highly likely over 5,000"; null when none were said. They
    /// leave the figure as wide as it is; what they mean in numbers is the answer of a <see cref="LikelihoodScale"/>.
    /// </summary>
    public string? Likelihood => _facts.Likelihood;

    /// <summary>Why the phrase was not understood; null for every figure that was.</summary>
    internal string? Error { get; }

    /// <summary>Whether it was given in numbers, so that no words of it can be mistaken. That is no part of what was said.</summary>
    internal bool IsOfNumbers { get; }

    /// <summary>All that was said, for the readings.</summary>
    internal ref readonly FigureFacts Facts => ref _facts;

    /// <summary>Whether both say the same.</summary>
    /// <param name="left">One figure, or null.</param>
    /// <param name="right">The other, or null.</param>
    /// <returns>Whether they are equal, or both null.</returns>
    public static bool operator ==(Figure? left, Figure? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they say different things.</summary>
    /// <param name="left">One figure, or null.</param>
    /// <param name="right">The other, or null.</param>
    /// <returns>Whether they are not equal.</returns>
    public static bool operator !=(Figure? left, Figure? right) => !(left == right);

    /// <summary>Reads a phrase such as <c>around 400</c>, <c>at least 5,000</c>, <c>300–600</c>.</summary>
    /// <param name="phrase">English words with numbers, a point for decimals and commas for thousands.</param>
    /// <returns>What the phrase says; <see cref="Text"/> keeps it as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="phrase"/> is null.</exception>
    /// <exception cref="FormatException">Names the part that was not understood.</exception>
    public static Figure Parse(string phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        return FigureParser.TryParse(phrase, out var facts, out var error) ? new Figure(phrase, facts) : throw new FormatException(error);
    }

    /// <summary>As <see cref="Parse(string)"/>, without throwing; the error names the part that was not understood.</summary>
    /// <param name="phrase">As for <see cref="Parse(string)"/>; null is not understood.</param>
    /// <param name="figure">What it says; null where it was not understood.</param>
    /// <param name="error">One sentence on what was not understood; null where all was.</param>
    /// <returns>Whether it was understood.</returns>
    public static bool TryParse([NotNullWhen(true)] string? phrase, [NotNullWhen(true)] out Figure? figure, [NotNullWhen(false)] out string? error)
    {
        figure = FigureParser.TryParse(phrase, out var facts, out error) ? new Figure(phrase!, facts) : null;
        return figure is not null;
    }

    /// <summary>
    /// As <see cref="Parse(string)"/>, but a phrase that is not understood gives a figure that only keeps its words and <see cref="Error"/>.
    /// </summary>
    internal static Figure Read(string phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        return FigureParser.TryParse(phrase, out var facts, out var error) ? new Figure(phrase, facts) : new Figure(phrase, error);
    }

    /// <summary>What the words say, at about 95 %, under a reading.</summary>
    /// <param name="reading">How hedges and number words read, such as <see cref="HedgeReading.SignificantDigit"/>.</param>
    /// <returns>Low, best and high, in the unit of the figure (shares as fractions); an open side is null.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reading"/> is null.</exception>
    public FigureRange Read(HedgeReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return reading.Read(this);
    }

    /// <summary>Whether both say the same.</summary>
    /// <param name="other">The figure to compare with; null is never equal.</param>
    /// <returns>Whether the numbers, the hedge and its kind of word are equal.</returns>
    public bool Equals([NotNullWhen(true)] Figure? other) =>
        other is not null
        && _facts.Equals(other._facts)
        && (Error is null) == (other.Error is null)
        && (Error is null || Text == other.Text);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as Figure);

    /// <inheritdoc/>
    public override int GetHashCode() => Error is null ? _facts.GetHashCode() : Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The words.</summary>
    public override string ToString() => Text;

    /// <summary>The words; the numbers in the culture of the provider, invariant when null.</summary>
    /// <param name="format">Null, empty or <c>G</c>: there is one format only.</param>
    /// <param name="formatProvider">Whose separators the numbers get, such as a culture. Null: the invariant ones, as in 4,000.5.</param>
    /// <returns>The words.</returns>
    /// <exception cref="FormatException">The format is not null, empty or <c>G</c>.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => format switch
    {
        null or "" or "G" or "g" => FigureText.InCulture(Text, formatProvider),
        _ => throw new FormatException($"A figure has no format \"{format}\"; leave it out or write \"G\"."),
    };

    static Figure ISpanParsable<Figure>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString());

    static bool ISpanParsable<Figure>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out Figure result) =>
        TryParse(s.ToString(), out result, out _);

    static Figure IParsable<Figure>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Figure>.TryParse(string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Figure result) =>
        TryParse(s, out result, out _);
}
