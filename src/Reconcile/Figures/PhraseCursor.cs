using System.Diagnostics;

namespace Reconcile.Figures;

/// <summary>
/// Walks over a phrase in normal form: lower case, one kind of space, hyphen and dash each. The normal form has the length of the phrase, so that
/// positions are columns of what the user wrote.
/// </summary>
internal ref struct PhraseCursor(ReadOnlySpan<char> phrase)
{
    private readonly ReadOnlySpan<char> _phrase = phrase;

    /// <summary>Where the next character is read.</summary>
    public int Position;

    /// <summary>Whether "and" stands between two numbers, and not within one as in "three hundred and fifty".</summary>
    public bool StopsAtAnd;

    /// <summary>The first part that was not understood, and what would be right; null while all was.</summary>
    public string? Advice { get; private set; }

    public int ErrorStart { get; private set; }

    public int ErrorEnd { get; private set; }

    public readonly int Length => _phrase.Length;

    /// <summary>The next character, or NUL at the end.</summary>
    public readonly char Current => At(Position);

    public readonly char At(int index) => index < _phrase.Length ? _phrase[index] : '\0';

    public readonly ReadOnlySpan<char> Slice(int start, int end) => _phrase[start..end];

    /// <summary>Copies a phrase in normal form; <paramref name="target"/> has its length.</summary>
    public static void Normalize(ReadOnlySpan<char> phrase, Span<char> target)
    {
        Debug.Assert(phrase.Length == target.Length);
        for (var i = 0; i < phrase.Length; i++)
            target[i] = Normal(phrase[i]);
    }

    public void SkipSpaces()
    {
        while (Current == ' ')
            Position++;
    }

    /// <summary>The next character that is no space, or NUL at the end.</summary>
    public readonly char NextAfterSpaces()
    {
        var i = Position;
        while (At(i) == ' ')
            i++;
        return At(i);
    }

    /// <summary>Whether nothing but spaces is left.</summary>
    public bool AtEnd()
    {
        SkipSpaces();
        return Position >= _phrase.Length;
    }

    /// <summary>Reads one character, after spaces.</summary>
    public bool TryRead(char expected)
    {
        var start = Position;
        SkipSpaces();
        if (Position < _phrase.Length && Current == expected)
        {
            Position++;
            return true;
        }

        Position = start;
        return false;
    }

    /// <summary>Reads words, after spaces; a letter or digit may not follow a word directly.</summary>
    public bool TryRead(string words)
    {
        var end = EndOf(words);
        if (end < 0)
            return false;
        Position = end;
        return true;
    }

    /// <summary>Reads the longest of these phrases that comes next, if one does.</summary>
    public bool TryReadLongest(string[] choices)
    {
        var end = -1;
        foreach (var choice in choices)
            end = Math.Max(end, EndOf(choice));
        Position = Math.Max(end, Position);
        return end >= 0;
    }

    /// <summary>Where these words would end if they came next; -1 if they do not.</summary>
    public readonly int EndOf(string words)
    {
        var i = Position;
        while (At(i) == ' ')
            i++;
        foreach (var expected in words)
        {
            if (At(i) != expected || i >= _phrase.Length)
                return -1;
            i++;
            while (expected == ' ' && At(i) == ' ')
                i++;
        }

        return char.IsLetter(words[^1]) && char.IsLetterOrDigit(At(i)) ? -1 : i;
    }

    /// <summary>The run of letters that comes next, without spaces before it.</summary>
    public readonly ReadOnlySpan<char> Letters()
    {
        var end = Position;
        while (end < _phrase.Length && char.IsLetter(_phrase[end]))
            end++;
        return _phrase[Position..end];
    }

    /// <summary>Says what would be right in place of a part; the first error stays.</summary>
    public bool Fail(int start, int end, string advice)
    {
        if (Advice is null)
        {
            ErrorStart = start;
            ErrorEnd = end;
            Advice = advice;
        }

        return false;
    }

    /// <summary>Says what would be right in place of everything from here on.</summary>
    public bool FailHere(string advice)
    {
        SkipSpaces();
        return Fail(Position, _phrase.Length, advice);
    }

    private static char Normal(char c) => c switch
    {
        '\u2010' or '\u2011' => '-',
        '\u2014' or '\u2015' => '–',
        '\u2018' or '\u2019' => '\'',
        '\u223C' or '\uFF5E' => '~',
        '\u2A7E' or '\u2267' => '≥',
        '\u2A7D' or '\u2266' => '≤',
        '\uFF05' => '%',
        '\0' => '\uFFFD', // NUL marks the end
        _ when char.IsWhiteSpace(c) => ' ',
        _ => char.ToLowerInvariant(c),
    };
}
