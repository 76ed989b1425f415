using System.Globalization;
using System.Text;

namespace Reconcile.Validation;

/// <summary>Finds what was probably meant by an unknown name.</summary>
internal static class NearestNames
{
    private const int ListedNames = 5;

    /// <summary>So few are listed without leaving any out.</summary>
    private const int FewNames = 8;
    private const int ShownLength = 60;

    /// <summary>Names beyond this many are not compared, and long ones never: a proposal is a courtesy and must cost milliseconds at most.</summary>
    private const int ComparedNames = 50_000;
    private const int ComparedLength = 64;

    /// <summary>For example <c>Unknown quantity "kiled"; did you mean "killed"?</c></summary>
    public static string Unknown(string what, string name, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        name ??= "";
        IReadOnlyCollection<string> names = known as IReadOnlyCollection<string> ?? [.. known];
        var beginning = $"Unknown {what} {Shown(name)}";
        if (Nearest(name, names) is { } nearest)
        {
            var hint = string.Equals(name, nearest, StringComparison.OrdinalIgnoreCase) ? " Names are case-sensitive." : "";
            return $"{beginning}; did you mean {Shown(nearest)}?{hint}";
        }

        return names.Count == 0 ? $"{beginning}; none is known." : $"{beginning}; known {(names.Count == 1 ? "is" : "are")} {Listed(names)}.";
    }

    /// <summary>The known name with the fewest edits (letter case is none), the first by ordinal order among equals; null: none is near.</summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        if (name.Length is 0 or > ComparedLength) return null;

        var wanted = name.ToUpperInvariant();
        var cutOff = Math.Min(wanted.Length / 3, 3);
        string? nearest = null;
        Span<char> candidate = stackalloc char[ComparedLength];
        foreach (var other in known.Take(ComparedNames))
        {
            if (string.IsNullOrEmpty(other) || other.Length > ComparedLength || Math.Abs(other.Length - wanted.Length) > cutOff) continue;

            var length = other.AsSpan().ToUpperInvariant(candidate);
            var distance = Distance(wanted, candidate[..length], cutOff);
            if (distance > cutOff || distance >= Math.Max(wanted.Length, length)) continue;
            if (nearest is null || distance < cutOff || string.CompareOrdinal(other, nearest) < 0) nearest = other;
            cutOff = distance;
        }

        return nearest;
    }

    /// <summary>
    /// Edits from one name to the other: insertions, deletions, replacements and swaps of neighbours, no letter edited twice
    /// (optimal string alignment, the restricted distance of Damerau 1964). More than <paramref name="cutOff"/> is only known to be more.
    /// </summary>
    internal static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int cutOff)
    {
        Span<int> rows = stackalloc int[3 * (ComparedLength + 1)];
        var width = ComparedLength + 1;
        Span<int> beforeLast = rows[..width], last = rows[width..(2 * width)], row = rows[(2 * width)..];
        for (var j = 0; j <= b.Length; j++) last[j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var edits = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) edits = Math.Min(edits, beforeLast[j - 2] + 1);
                row[j] = edits;
                least = Math.Min(least, edits);
            }

            if (least > cutOff + 1) return least;
            var free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }

        return last[b.Length];
    }

    /// <summary>A name in quotes, cut where it is too long to read.</summary>
    internal static string Shown(string name) => $"\"{Short(name)}\"";

    /// <summary>A name as it can be printed on one line: cut where it is too long to read, without control characters or halves of surrogate pairs.</summary>
    internal static string Short(string name)
    {
        if (name.Length <= ShownLength && name.All(static letter => !char.IsControl(letter) && !char.IsSurrogate(letter))) return name;

        var shown = new StringBuilder(ShownLength + 1);
        foreach (var rune in name.EnumerateRunes())
        {
            if (shown.Length + rune.Utf16SequenceLength > ShownLength) return shown.Append('…').ToString();
            shown.Append(Rune.IsControl(rune) ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return shown.ToString();
    }

    internal static string Listed(IReadOnlyCollection<string> names)
    {
        var text = new StringBuilder();
        var listed = names.Count <= FewNames ? names.Count : ListedNames;
        var index = 0;
        foreach (var name in names.Take(listed))
        {
            if (index > 0) text.Append(index == names.Count - 1 ? " and " : ", ");
            text.Append(Shown(name ?? ""));
            index++;
        }

        if (names.Count > listed) text.Append(CultureInfo.InvariantCulture, $" and {names.Count - listed:N0} more");
        return text.ToString();
    }
}
