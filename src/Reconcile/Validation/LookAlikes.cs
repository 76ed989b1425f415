using System.Buffers;
using System.Globalization;
using System.Text;
using Reconcile.Relations;

namespace Reconcile.Validation;

/// <summary>
/// Finds names that a person takes for one: they differ in letter case, accents (of Latin letters), spaces or invisible characters only. An é may be
/// one character or an e and a mark, and the two look the same.
/// </summary>
internal sealed class LookAlikes
{
    /// <summary>The letters without their accents of U+00C0 to U+017F; those that have none stand for themselves.</summary>
    private const string Latin =
        "AAAAAAÆCEEEEIIIIÐNOOOOO×ØUUUUYÞßAAAAAAÆCEEEEIIIIÐNOOOOO÷ØUUUUYÞY"
        + "AAAAAACCCCCCCCDDĐĐEEEEEEEEEEGGGGGGGGHHĦĦIIIIIIIIIIĲĲJJKKĸLLLLLLĿĿŁŁNNNNNNŉŊŊOOOOOOŒŒRRRRRRSSSSSSSSTTTTŦŦUUUUUUUUUUUUWWYYYZZZZZZS";

    /// <summary>Signs, digits and small letters, which differ as written and as compared: names of nothing else look alike only when they are the same.</summary>
    private static readonly SearchValues<char> Folded = SearchValues.Create([.. Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code).Where(letter => !char.IsAsciiLetterUpper(letter))]);

    private readonly Dictionary<string, string> _firsts = new(StringComparer.Ordinal);

    /// <summary>The earlier name that looks like this one; null when there is none. Each name is to be asked about once.</summary>
    public string? EarlierThan(string name)
    {
        var key = Key(name);
        return _firsts.TryAdd(key, name) ? null : _firsts[key];
    }

    /// <summary>Whether some of the names may look alike, by one look at their letters or their hashes: nearly always none do.</summary>
    /// <param name="names">The names.</param>
    /// <param name="count">How many of them are asked about, from the first on.</param>
    /// <param name="isMeant">Which of these; null: all.</param>
    public static bool MayBeAmong(NameTable names, int count, bool[]? isMeant = null)
    {
        var areFolded = true;
        for (var i = 0; i < count && areFolded; i++) areFolded = isMeant?[i] == false || !names[i].AsSpan().ContainsAnyExcept(Folded);
        if (areFolded) return false;

        var seen = new HashSet<int>(count);
        for (var i = 0; i < count; i++)
        {
            if (isMeant?[i] != false && !seen.Add(HashOf(names[i]))) return true;
        }

        return false;
    }

    /// <summary>The same for names that look alike; different names seldom share it.</summary>
    private static int HashOf(string name)
    {
        var hash = 0u;
        foreach (var letter in name)
        {
            if (Fold(letter) is var folded and not '\0') hash = (hash ^ folded) * 0x9E3779B1;
        }

        return (int)hash;
    }

    private static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            if (Fold(letter) is var folded and not '\0') key.Append(folded);
        }

        return key.ToString();
    }

    /// <summary>A letter as it is compared; 0 for one that is not.</summary>
    private static char Fold(char letter)
    {
        if (char.IsAsciiLetterLower(letter)) return (char)(letter - 'a' + 'A');
        if (letter is > ' ' and < '\u007F') return letter;
        return char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpaceSeparator or UnicodeCategory.Format or UnicodeCategory.Control
            ? '\0'
            : char.ToUpperInvariant(letter is >= '\u00C0' and <= '\u017F' ? Latin[letter - '\u00C0'] : letter);
    }
}
