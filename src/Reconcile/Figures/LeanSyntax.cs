namespace Reconcile.Figures;

/// <summary>To which end of a range the speaker leans: ", probably at the low end".</summary>
internal static class LeanSyntax
{
    private static readonly string[] Adverbs = ["probably", "most likely", "more likely", "likely", "perhaps"];
    private static readonly string[] Prepositions = ["at", "near", "nearer", "nearer to", "closer to", "toward", "towards", "on", "in"];

    /// <summary>Reads a lean, if one comes next; false with an error when it only starts like one.</summary>
    public static bool TryRead(ref PhraseCursor cursor, out Lean lean)
    {
        lean = Lean.None;
        var start = cursor.Position;
        var inBrackets = cursor.TryRead('(');
        var opened = inBrackets || cursor.TryRead(',') || cursor.TryRead(';');
        opened |= cursor.TryReadLongest(Adverbs);
        var placed = cursor.TryReadLongest(Prepositions);
        if (!opened && !placed)
            return true;

        cursor.TryRead("the");
        lean = cursor.TryRead("low") || cursor.TryRead("lower") ? Lean.Low
            : cursor.TryRead("high") || cursor.TryRead("higher") || cursor.TryRead("upper") ? Lean.High
            : Lean.None;
        var ended = lean != Lean.None && (cursor.TryRead("end") || cursor.TryRead("side"));
        if (!cursor.TryRead("of the range"))
            cursor.TryRead("of that range");
        if (ended && placed && (!inBrackets || cursor.TryRead(')')))
            return true;

        cursor.Position = start;
        return cursor.FailHere("after a range only a lean may follow, such as \", probably at the low end\"");
    }
}
