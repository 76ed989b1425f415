using System.Globalization;

namespace Reconcile.Fuzz.Phrases;

/// <summary>Draws phrases as people write figures.</summary>
internal static class PhraseGrammar
{
    private static readonly string[] Hedges =
    [
        "about ", "around ", "roughly ", "some ", "an estimated ", "approx. ", "ca. ", "c. ", "~", "≈", "in the region of ", "exactly ", "precisely ",
        "nearly ", "almost ", "approaching ", "close to ", "just under ", "just over ", "only ", "at least ", "no fewer than ", "more than ", "over ", "well over ",
        "upwards of ", "≥", ">=", ">", "at most ", "up to ", "as many as ", "no more than ", "fewer than ", "under ", "<", "≤", "at least about ", "up to some ",
    ];

    private static readonly string[] After = [" or so", " or thereabouts", "-ish", "ish", "+", " or more", " and more", " or fewer", " at most", " or less", " in total", " so far"];

    private static readonly string[] Scales =
    [
        " hundred", " thousand", " million", " billion", " trillion", "k", "K", "m", " mn", "bn", " lakh", " crore", " hundred thousand", " dozen", " score", " thousand million",
    ];

    private static readonly string[] Words =
    [
        "one", "two", "seven", "nineteen", "twenty", "forty-five", "ninety nine", "hundred", "a hundred", "three hundred and twelve", "six thousand two hundred",
        "half a million", "a million and a half", "one and a half million", "a dozen", "two dozen", "half a dozen", "zero", "nil", "none", "a", "nobody", "not one", "a single", "2½", "a quarter million",
    ];

    private static readonly string[] Vague =
    [
        "dozens", "scores", "hundreds", "several hundred", "a few thousand", "tens of thousands", "many", "a couple of dozen", "several", "a few", "hundreds of thousands",
        "thousands", "a number of", "low thousands", "dozens of dozens",
    ];

    private static readonly string[] Shares = ["a third of", "a third", "two thirds", "half", "three quarters", "one in ten", "1 in 3", "nine out of ten", "0.5 %", "100%", "33 per cent", "12 percent", "1/3", "½", "2 per 1,000"];

    private static readonly string[] Between = ["–", "-", " - ", " to ", " and ", "—", " through ", "−"];

    private static readonly string[] Leans = [", probably at the low end", ", likely at the high end", " (probably the lower end)", ", most likely near the top"];

    private static readonly string[] Likelihoods =
        ["very likely ", "probably ", "it is almost certain that ", "probably not ", "a realistic possibility of ", "about as likely as not ", "unlikely ", "there is a remote chance that "];

    private static readonly string[] Noise = [" ", "  ", "\t", "\u00a0", "\u202f", "’", "'", ",", ".", "e", "E+", "−", "\0", "\ud800", "\udc00", "😀", "e\u0301", "１", "Ⅷ", "½", "％", "dead", "US$", "(", ")", "\n", "\u001b[31m"];

    public static IReadOnlyList<char[]> Tokens { get; } = [.. new[] { Hedges, Likelihoods, After, Scales, Words, Vague, Shares, Between, Leans, Noise }.SelectMany(words => words).Select(word => word.ToCharArray())];

    public static string Phrase(Random random) => Varied(random, (random.Next(6) == 0 ? Pick(random, Likelihoods) : "") + random.Next(8) switch
    {
        0 => Pick(random, Hedges) + Amount(random) + Pick(random, After),
        1 => Maybe(random, ["between ", "from "]) + Amount(random) + Pick(random, Between) + Amount(random) + Maybe(random, Leans),
        2 => $"{Amount(random)} ({Maybe(random, ["95% CI ", "90 % CI: ", "CI ", "95 % confidence interval ", "range "])}{Digits(random)}{Pick(random, Between)}{Digits(random)})",
        3 => Amount(random) + Pick(random, [" ± ", "±", " +/- ", " plus or minus "]) + Amount(random),
        4 => Maybe(random, Hedges) + Pick(random, Shares) + Maybe(random, After),
        5 => Maybe(random, Hedges) + Pick(random, Vague),
        _ => Maybe(random, Hedges) + Amount(random) + Maybe(random, After),
    });

    private static string Amount(Random random) => random.Next(6) switch
    {
        0 => Pick(random, Words) + Maybe(random, Scales),
        1 => Pick(random, Vague),
        2 => Digits(random) + Pick(random, ["%", " %", " per cent", " in 10"]),
        _ => Digits(random) + Maybe(random, Scales),
    };

    private static string Digits(Random random)
    {
        var size = Math.Pow(10, random.Next(4) == 0 ? random.Next(-20, 22) : random.Next(0, 7));
        var number = Math.Round(random.NextDouble() * size, random.Next(3));
        return random.Next(7) switch
        {
            0 => number.ToString("R", CultureInfo.InvariantCulture),
            1 => number.ToString("0.######", CultureInfo.InvariantCulture),
            2 => number.ToString("E2", CultureInfo.InvariantCulture),
            3 => "-" + number.ToString("#,0", CultureInfo.InvariantCulture),
            4 => number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', Pick(random, [" ", "'", "\u00a0", "."])[0]),
            _ => number.ToString("#,0.##", CultureInfo.InvariantCulture),
        };
    }

    private static string Varied(Random random, string phrase) => random.Next(10) switch
    {
        0 => phrase.ToUpperInvariant(),
        1 => " " + phrase + " ",
        2 => phrase.Replace(" ", Pick(random, ["  ", "\u00a0", ""]), StringComparison.Ordinal),
        _ => phrase,
    };

    private static string Maybe(Random random, string[] words) => random.Next(2) == 0 ? "" : Pick(random, words);

    private static string Pick(Random random, string[] words) => words[random.Next(words.Length)];
}
