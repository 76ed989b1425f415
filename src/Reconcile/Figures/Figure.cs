#pragma warning disable CA1822 // until implemented
using System.Diagnostics.CodeAnalysis;

namespace Reconcile;

/// <summary>What was said: numbers, hedge and the words. How wide it reads is decided by a <see cref="HedgeReading"/>, not here.</summary>
/// <remarks>Immutable; equal when the same was said (the text is not compared). Not ordered: "about 400" is neither less nor more than "300–600".</remarks>
public sealed class Figure : IEquatable<Figure>, ISpanParsable<Figure>, IFormattable
{
    private Figure() { }

    /// <summary>Reads a phrase such as <c>around 400</c>, <c>at least 5,000</c>, <c>300–600</c>.</summary>
    /// <exception cref="FormatException">Names the part that was not understood.</exception>
    public static Figure Parse(string phrase) => throw null!;

    /// <summary>As <see cref="Parse(string)"/>, but a phrase that is not understood gives a figure that only keeps its words and <see cref="Error"/>.</summary>
    internal static Figure Read(string phrase) => throw null!;

    /// <summary>Why the phrase was not understood; null for every figure that was.</summary>
    internal string? Error => throw null!;

    /// <summary>As <see cref="Parse(string)"/>, without throwing; the error names the part that was not understood.</summary>
    public static bool TryParse([NotNullWhen(true)] string? phrase, [NotNullWhen(true)] out Figure? figure, [NotNullWhen(false)] out string? error) => throw null!;

    /// <summary>Exactly this value.</summary>
    public static Figure Exactly(double value) => throw null!;

    /// <summary>About this value; the width comes from its last significant digit.</summary>
    public static Figure About(double value) => throw null!;

    /// <summary>This value or more.</summary>
    public static Figure AtLeast(double value) => throw null!;

    /// <summary>This value or less.</summary>
    public static Figure AtMost(double value) => throw null!;

    /// <summary>Somewhere in a range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not finite, or high below low.</exception>
    public static Figure Between(double low, double high) => throw null!;

    /// <summary>A best value with an interval at a level (default 95 %).</summary>
    public static Figure Interval(double best, double low, double high, double level = 0.95) => throw null!;

    /// <summary>The words, as given or as they would be said.</summary>
    public string Text => throw null!;

    /// <summary>Point, range, floor or ceiling.</summary>
    public FigureKind Kind => throw null!;

    /// <summary>The hedge.</summary>
    public Hedge Hedge => throw null!;

    /// <summary>Whether it is a share (a third, 25 %); its values are then fractions.</summary>
    public bool IsShare => throw null!;

    /// <summary>The value said, if one was.</summary>
    public double? Value => throw null!;

    /// <summary>The lower number said, if one was.</summary>
    public double? Low => throw null!;

    /// <summary>The upper number said, if one was.</summary>
    public double? High => throw null!;

    /// <summary>The unit of the last significant digit of <see cref="Value"/>: 4,000 → 1,000.</summary>
    public double Unit => throw null!;

    /// <summary>What the words say, at about 95 %, under a reading.</summary>
    public FigureRange Read(HedgeReading reading) => throw null!;

    /// <inheritdoc/>
    public bool Equals(Figure? other) => throw null!;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => throw null!;

    /// <inheritdoc/>
    public override int GetHashCode() => throw null!;

    /// <summary>The words.</summary>
    public override string ToString() => throw null!;

    /// <summary>The words; the numbers in the culture of the provider, invariant when null.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => throw null!;

    static Figure ISpanParsable<Figure>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => throw null!;
    static bool ISpanParsable<Figure>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out Figure result) => throw null!;
    static Figure IParsable<Figure>.Parse(string s, IFormatProvider? provider) => throw null!;
    static bool IParsable<Figure>.TryParse(string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Figure result) => throw null!;
}
