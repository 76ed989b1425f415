using FsCheck;
using FsCheck.Fluent;

namespace Reconcile.Tests.Figures;

/// <summary>Numbers and phrases of all kinds that the library promises to understand.</summary>
public static class RandomFigures
{
    private static readonly string[] Small =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
            "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] Hedges =
        ["", "about ", "around ", "roughly ", "approximately ", "some ", "~", "nearly ", "almost ", "at least ", "more than ", "over ", "up to ", "no more than ",
            "less than ", "exactly ", "precisely ", "≥", "<"];

    private static readonly string[] Fragments =
        ["about", "at", "least", "no", "more", "than", "4", "400", "1,000", ",", ".", "-", "–", "±", "(", ")", "[", "95% CI", "%", "million", "k", "m", "half", "a", "and",
            "dozen", "dozens", "of", "several", "hundred", "thousand", "in", "ten", "one", "out of", "between", "to", "from", "probably", "low end", "third", "+", "or so",
            "or more", "ish", "e5", "\u00A0", "\uD83D", "é", "\0", "'", "zero", "−", "1E-300", "999999999999999999999"];

    /// <summary>A value with its unit: a whole number of at most six digits, times a power of ten.</summary>
    public static Arbitrary<Said> Numbers() => Arb.From(
        from digits in Gen.Choose(1, 999_999)
        from zeros in Gen.Choose(-4, 6)
        from isNegative in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new Said(digits % 10 == 0 ? digits + 1 : digits, zeros, isNegative));

    /// <summary>A phrase with one number.</summary>
    public static Arbitrary<Phrase> Phrases() => Arb.From(
        from hedge in Gen.Elements(Hedges)
        from number in Gen.Choose(0, 99_999_999)
        from form in Gen.Choose(0, 3)
        where number > 0 || hedge is not ("nearly " or "almost ") // What is nearly none is no figure.
        select new Phrase(hedge + Written(number, form), number));

    /// <summary>Anything at all, mostly of pieces that occur in phrases.</summary>
    public static Arbitrary<Noise> Noises() => Arb.From(
        from count in Gen.Choose(0, 12)
        from pieces in Gen.Elements(Fragments).ArrayOf(count)
        from blank in Gen.Elements("", " ")
        select new Noise(string.Join(blank, pieces)));

    public static string InWords(int number) => number switch
    {
        < 20 => Small[number],
        < 100 => Tens[number / 10] + (number % 10 == 0 ? "" : "-" + Small[number % 10]),
        < 1000 => Joined(number, 100, "hundred", " and "),
        < 1_000_000 => Joined(number, 1000, "thousand", " "),
        _ => Joined(number, 1_000_000, "million", " "),
    };

    private static string Joined(int number, int scale, string name, string separator) =>
        $"{InWords(number / scale)} {name}{(number % scale == 0 ? "" : separator + InWords(number % scale))}";

    private static string Written(int number, int form) => form switch
    {
        0 => FormattableString.Invariant($"{number}"),
        1 => FormattableString.Invariant($"{number:N0}"),
        2 => FormattableString.Invariant($"{number:N0}").Replace(',', '\u00A0'),
        _ => InWords(number),
    };

    public sealed record Phrase(string Text, int Number);

    public sealed record Noise(string Text);

    /// <summary>± digits · 10^zeros, whose last digit is not 0.</summary>
    public sealed record Said(int Digits, int Zeros, bool IsNegative)
    {
        public double Value => double.Parse(FormattableString.Invariant($"{(IsNegative ? "-" : "")}{Digits}E{Zeros}"), System.Globalization.CultureInfo.InvariantCulture);

        public double Unit => double.Parse(FormattableString.Invariant($"1E{Zeros}"), System.Globalization.CultureInfo.InvariantCulture);
    }
}
