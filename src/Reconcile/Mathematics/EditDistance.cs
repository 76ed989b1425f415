namespace Reconcile.Mathematics;

/// <summary>How many edits lead from one text to another, and which of many texts is nearest.</summary>
internal static class EditDistance
{
    /// <summary>Texts beyond this many are not compared, and long ones never: a proposal is a courtesy and must cost milliseconds at most.</summary>
    private const int ComparedTexts = 50_000;
    private const int ComparedLength = 64;

    /// <summary>The known text with the fewest edits (letter case is none), the first by ordinal order among equals; null: none is near.</summary>
    public static string? Nearest(string text, IEnumerable<string> known)
    {
        if (text.Length is 0 or > ComparedLength) return null;

        var wanted = text.ToUpperInvariant();
        var cutOff = Math.Min(wanted.Length / 3, 3);
        string? nearest = null;
        Span<char> candidate = stackalloc char[ComparedLength];
        foreach (var other in known.Take(ComparedTexts))
        {
            if (string.IsNullOrEmpty(other) || other.Length > ComparedLength || Math.Abs(other.Length - wanted.Length) > cutOff) continue;

            var length = other.AsSpan().ToUpperInvariant(candidate);
            var distance = Between(wanted, candidate[..length], cutOff);
            if (distance > cutOff || distance >= Math.Max(wanted.Length, length)) continue;
            if (nearest is null || distance < cutOff || string.CompareOrdinal(other, nearest) < 0) nearest = other;
            cutOff = distance;
        }

        return nearest;
    }

    /// <summary>
    /// Edits from one text to the other: insertions, deletions, replacements and swaps of neighbours, no letter edited twice
    /// (optimal string alignment, the restricted distance of Damerau 1964). More than <paramref name="cutOff"/> is only known to be more.
    /// </summary>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int cutOff)
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
}
