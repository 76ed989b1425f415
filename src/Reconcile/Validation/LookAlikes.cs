using System.Globalization;
using System.Text;

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

    private readonly Dictionary<string, string> _firsts = new(StringComparer.Ordinal);

    /// <summary>The earlier name that looks like this one; null when there is none. Each name is to be asked about once.</summary>
    public string? EarlierThan(string name)
    {
        var key = Key(name);
        return _firsts.TryAdd(key, name) ? null : _firsts[key];
    }

    private static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            switch (char.GetUnicodeCategory(letter))
            {
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.SpaceSeparator or UnicodeCategory.Format or UnicodeCategory.Control:
                    break;
                default:
                    key.Append(char.ToUpperInvariant(letter is >= '\u00C0' and <= '\u017F' ? Latin[letter - '\u00C0'] : letter));
                    break;
            }
        }

        return key.ToString();
    }
}
