namespace Reconcile.Validation;

/// <summary>The names that may stand in a text that was not understood.</summary>
internal static class UnreadText
{
    /// <summary>Calls for each text between quotes, each run of letters, digits and _, and each of these joined by hyphens.</summary>
    public static void ForEachName(string text, Action<ReadOnlySpan<char>> found)
    {
        foreach (var quoted in text.AsSpan().Split('"'))
        {
            var part = text.AsSpan()[quoted];
            found(part);
            for (var start = 0; start < part.Length; start++)
            {
                var end = start;
                while (end < part.Length && IsOfName(part[end])) end++;
                if (end == start) continue;
                var joined = part[start..end];
                found(joined);
                foreach (var word in joined.Split('-')) found(joined[word]);
                start = end;
            }
        }
    }

    private static bool IsOfName(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '-';
}
