using System.Diagnostics.CodeAnalysis;

namespace Reconcile;

/// <summary>
/// A source and an item graded together, as intelligence reports write it: <c>B2</c> is a usually reliable source and an item that is probably true. The two stay two
/// axes: the letter belongs to the source, the digit to the claim.
/// </summary>
/// <remarks>The default is A6. Not ordered: A5 is neither better nor worse than E1.</remarks>
public readonly record struct AdmiraltyCode
{
    private const int Unknown = 6;

    /// <param name="reliability">The letter, A to F.</param>
    /// <param name="credibility">The digit, 1 to 6; 6 is <see cref="Credibility.Unknown"/>.</param>
    public AdmiraltyCode(Reliability reliability, Credibility credibility) => (Reliability, Credibility) = (reliability, credibility);

    /// <summary>The letter: how reliable the source is.</summary>
    public Reliability Reliability { get; init; }

    /// <summary>The digit: how credible the item is.</summary>
    public Credibility Credibility { get; init; }

    /// <summary>Reads <c>B2</c>, <c>b2</c>, <c>B-2</c> or <c>B 2</c>.</summary>
    /// <param name="text">The code; spaces around it and the case of the letter do not matter.</param>
    /// <returns>The letter and the digit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">It is none; the message says what is one.</exception>
    public static AdmiraltyCode Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var code) ? code : throw new FormatException($"\"{text}\" is no Admiralty code; one is a letter from A to F and a digit from 1 to 6, such as B2.");
    }

    /// <summary>As <see cref="Parse"/>, without throwing.</summary>
    /// <param name="text">As for <see cref="Parse"/>; null is no code.</param>
    /// <param name="code">The code; the default (A6) where the text is none.</param>
    /// <returns>Whether the text is a code.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out AdmiraltyCode code)
    {
        code = default;
        var written = text.AsSpan().Trim();
        if (written.Length is < 2 or > 3 || (written.Length == 3 && written[1] is not (' ' or '-' or '\u2011'))) return false;
        var (letter, digit) = (char.ToUpperInvariant(written[0]) - 'A', written[^1] - '0');
        if (letter is < 0 or > (int)Reliability.F || digit is < 1 or > Unknown) return false;
        code = new AdmiraltyCode((Reliability)letter, digit == Unknown ? Credibility.Unknown : (Credibility)digit);
        return true;
    }

    /// <summary>For example <c>B2</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Reliability}{(Credibility == Credibility.Unknown ? Unknown : (int)Credibility)}");
}
