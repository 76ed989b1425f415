using System.Diagnostics.CodeAnalysis;

namespace Reconcile;

/// <summary>
/// What words of likelihood ("very likely", "almost certainly") mean in numbers: published scales differ, so a source is given one, see
/// <see cref="Source.Scale"/>. Immutable.
/// </summary>
/// <remarks>
/// There are those of <see cref="All"/> and none of your own: a dossier keeps the name of the scale of a source, by which everybody must find it.
/// Each word stands for a range of probability. A claim that is said to be likely holds with the middle of that range times the accuracy of its source; its
/// figure reads as wide as without the word.
/// </remarks>
public sealed partial class LikelihoodScale
{
    private LikelihoodScale(string name, string title, params LikelihoodTerm[] terms)
    {
        Name = name;
        Title = title;
        Terms = terms;
    }

    /// <summary>
    /// Intelligence Community Directive 203, Analytic Standards (Office of the Director of National Intelligence, 2015): seven steps without gaps, from almost no
    /// chance (1–5 %) over likely (55–80 %) to almost certain (95–99 %). The first to be asked about the words of a source that names no scale.
    /// </summary>
    public static LikelihoodScale Icd203 { get; } = new(
        "icd203", "ICD 203",
        new(0.01, 0.05, "almost no chance", "remote"),
        new(0.05, 0.20, "very unlikely", "highly improbable"),
        new(0.20, 0.45, "unlikely", "improbable"),
        new(0.45, 0.55, "roughly even chance", "roughly even odds"),
        new(0.55, 0.80, "likely", "probable", "probably"),
        new(0.80, 0.95, "very likely", "highly probable"),
        new(0.95, 0.99, "almost certain", "almost certainly", "nearly certain", "nearly certainly"));

    /// <summary>
    /// The probability yardstick of the Professional Head of Intelligence Assessment (United Kingdom, Explaining Uncertainty in UK Intelligence
    /// Assessment, 2025): seven steps with gaps, from remote chance (0–5 %) over likely (55–75 %) to almost certain (95–100 %).
    /// </summary>
    public static LikelihoodScale Phia { get; } = new(
        "phia", "PHIA",
        new(0, 0.05, "remote chance"),
        new(0.10, 0.20, "highly unlikely"),
        new(0.25, 0.35, "unlikely"),
        new(0.40, 0.50, "realistic possibility"),
        new(0.55, 0.75, "likely", "probable", "probably"),
        new(0.80, 0.90, "highly likely"),
        new(0.95, 1, "almost certain", "almost certainly"));

    /// <summary>
    /// The likelihood scale of the Intergovernmental Panel on Climate Change since its fifth report (Mastrandrea et al. 2010): its ranges are nested, likely is
    /// 66–100 % and very likely 90–100 %.
    /// </summary>
    public static LikelihoodScale Ipcc { get; } = new(
        "ipcc", "IPCC",
        new(0, 0.01, "exceptionally unlikely"),
        new(0, 0.05, "extremely unlikely"),
        new(0, 0.10, "very unlikely"),
        new(0, 0.33, "unlikely"),
        new(0.33, 0.66, "about as likely as not"),
        new(0.50, 1, "more likely than not"),
        new(0.66, 1, "likely"),
        new(0.90, 1, "very likely"),
        new(0.95, 1, "extremely likely"),
        new(0.99, 1, "virtually certain", "virtually certainly"));

    /// <summary>Words of Estimative Probability (Kent 1964): impossible, almost certainly not (2–12 %), …, probable (63–87 %), almost certain (87–99 %), certain.</summary>
    public static LikelihoodScale Kent { get; } = new(
        "kent", "Kent",
        new(0, 0, "impossible"),
        new(0.02, 0.12, "almost certainly not"),
        new(0.20, 0.40, "probably not"),
        new(0.40, 0.60, "chances about even"),
        new(0.63, 0.87, "probable", "probably"),
        new(0.87, 0.99, "almost certain", "almost certainly"),
        new(1, 1, "certain", "certainly"));

    /// <summary>
    /// Words of estimative probability in STIX 2.1, Appendix A (OASIS 2021), a scale for the confidence of a producer: impossible, highly unlikely (1–19 %), …,
    /// likely (60–79 %), highly likely (80–99 %), certain.
    /// </summary>
    public static LikelihoodScale Stix { get; } = new(
        "stix", "STIX",
        new(0, 0, "impossible"),
        new(0.01, 0.19, "highly unlikely", "almost certainly not"),
        new(0.20, 0.39, "unlikely", "probably not"),
        new(0.40, 0.59, "even chance"),
        new(0.60, 0.79, "likely", "probable", "probably"),
        new(0.80, 0.99, "highly likely", "almost certain", "almost certainly"),
        new(1, 1, "certain", "certainly"));

    /// <summary>
    /// Every scale here. A word of a source that names no scale is read by the first of them that has it: <c>very likely</c> by <see cref="Icd203"/>,
    /// <c>highly likely</c> by <see cref="Phia"/>.
    /// </summary>
    public static IReadOnlyList<LikelihoodScale> All { get; } = [Icd203, Phia, Ipcc, Kent, Stix];

    /// <summary>Stable name, as in JSON: <c>icd203</c>, <c>phia</c>, <c>ipcc</c>, <c>kent</c> or <c>stix</c>.</summary>
    public string Name { get; }

    /// <summary>For print: <c>ICD 203</c>.</summary>
    public string Title { get; }

    /// <summary>Its steps, the least likely first.</summary>
    public IReadOnlyList<LikelihoodTerm> Terms { get; }

    /// <summary>The step to which words belong; letter case, hyphens and spaces do not matter.</summary>
    /// <param name="words">Such as <c>very likely</c>; null belongs to no step.</param>
    /// <param name="term">The step; null where the scale has no such words.</param>
    /// <returns>Whether the scale has such words.</returns>
    public bool TryGetTerm([NotNullWhen(true)] string? words, [NotNullWhen(true)] out LikelihoodTerm? term)
    {
        term = words is null ? null : Find(words);
        return term is not null;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private LikelihoodTerm? Find(string words)
    {
        foreach (var term in Terms)
        {
            foreach (var known in term.Words)
            {
                if (SameWords(words, known)) return term;
            }
        }

        return null;
    }

    /// <summary>Whether a text says known words, which are in lower case with one space between them.</summary>
    internal static bool SameWords(ReadOnlySpan<char> text, ReadOnlySpan<char> known)
    {
        text = text.Trim();
        var position = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (position == known.Length) return false;
            if (!IsGap(text[i]))
            {
                if (char.ToLowerInvariant(text[i]) != known[position++]) return false;
            }
            else if (i == 0 || (!IsGap(text[i - 1]) && known[position++] != ' '))
            {
                return false;
            }
        }

        return position == known.Length;
    }

    private static bool IsGap(char letter) => char.IsWhiteSpace(letter) || letter is '-' or '\u2010' or '\u2011';
}
