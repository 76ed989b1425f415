namespace Reconcile.Figures;

/// <summary>Words around a figure that leave it as it is: a total of 12, only 12, 12 so far, 12 in total.</summary>
internal static class PlainWords
{
    private static readonly string[] Before = ["a total of", "only"];
    private static readonly string[] After = ["in total", "in all", "so far", "to date", "confirmed"];

    /// <summary>Reads such words before a figure.</summary>
    public static void ReadBefore(ref PhraseCursor cursor)
    {
        while (cursor.TryReadLongest(Before))
        {
        }

        // "Just about 400" and "just short of 400" say something of their own.
        var ahead = cursor;
        if (!ahead.TryRead("just"))
            return;
        ahead.SkipSpaces();
        if (AmountSyntax.StartsNumber(ahead) || ahead.EndOf("a") >= 0 || ahead.EndOf("half") >= 0)
            cursor = ahead;
    }

    /// <summary>Reads such words after a figure, of which several may follow one another; false if none does.</summary>
    public static bool TryReadAfter(ref PhraseCursor cursor)
    {
        var start = cursor.Position;
        while (cursor.TryReadLongest(After))
        {
        }

        return cursor.Position > start;
    }

    /// <summary>Whether such words come next: the "in" of "12 in total" makes no share, nor the "to" of "12 to date" a range.</summary>
    public static bool StartsAfter(PhraseCursor cursor) => cursor.TryReadLongest(After);
}
