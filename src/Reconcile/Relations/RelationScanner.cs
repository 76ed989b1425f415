using System.Buffers;
using System.Globalization;
using System.Text;

namespace Reconcile.Relations;

/// <summary>Cuts a relation or subject into words and signs, one ahead of the parser.</summary>
internal ref struct RelationScanner
{
    private const string AnyComparison = "\"=\", \"<=\", \">=\" or \"~=\"";
    private const int ShownLength = 24;

    private readonly ReadOnlySpan<char> _text;
    private int _position;

    public RelationScanner(ReadOnlySpan<char> text)
    {
        _text = text;
        Advance();
    }

    /// <summary>The word or sign that comes next.</summary>
    public RelationToken Current { get; private set; }

    /// <summary>The characters of <see cref="Current"/>.</summary>
    public readonly ReadOnlySpan<char> CurrentText => _text.Slice(Current.Start, Current.Length);

    /// <summary>The same, as it can be printed.</summary>
    public readonly string ShownText => Shown(CurrentText);

    /// <summary>The name that <see cref="Current"/> is, without its quotes.</summary>
    public readonly ReadOnlySpan<char> CurrentName() => CurrentText[0] == '"' ? CurrentText[1..^1] : CurrentText;

    public void Advance()
    {
        while (_position < _text.Length && char.IsWhiteSpace(_text[_position])) _position++;
        Current = Scan();
        _position = Current.Start + Current.Length;
    }

    /// <summary>Says that something else was expected where <see cref="Current"/> stands.</summary>
    public readonly SyntaxError Unexpected(string expected) => Unexpected(Current, expected);

    /// <summary>Says that something else was expected where a word or sign stands.</summary>
    public readonly SyntaxError Unexpected(RelationToken token, string expected) =>
        new(token.Start + 1, Found(token), token.Kind == TokenKind.Mistake ? token.Instead : expected);

    private readonly string Found(RelationToken token)
    {
        if (token.Kind == TokenKind.End) return "the end";

        var characters = _text.Slice(token.Start, token.Length);
        if (IsUnseen(characters)) return string.Create(CultureInfo.InvariantCulture, $"the character U+{(int)characters[0]:X4}");

        var text = Shown(characters);
        if (text[0] != '"') return $"\"{text}\"";
        return token.Kind == TokenKind.Mistake ? $"'{text}'" : text;
    }

    /// <summary>The start of a part that can be printed: without control characters or halves of surrogate pairs.</summary>
    private static string Shown(ReadOnlySpan<char> part)
    {
        var text = new StringBuilder();
        foreach (var rune in part.EnumerateRunes())
        {
            if (text.Length >= ShownLength) return text.Append('…').ToString();
            text.Append(Rune.IsControl(rune) ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return text.ToString();
    }

    /// <summary>Whether a part begins with what nobody can see: half a surrogate pair, a mark without its letter, a control character.</summary>
    private static bool IsUnseen(ReadOnlySpan<char> part) =>
        Rune.DecodeFromUtf16(part, out _, out _) != OperationStatus.Done
        || char.IsControl(part[0]) || IsMark(part[0]) || char.GetUnicodeCategory(part[0]) == UnicodeCategory.Format;

    private readonly RelationToken Scan()
    {
        if (_position >= _text.Length) return new RelationToken(TokenKind.End, _text.Length, 0);

        var first = _text[_position];
        if (char.IsAsciiDigit(first)) return Number();
        if (first == '"') return QuotedName();

        Rune.DecodeFromUtf16(_text[_position..], out var rune, out var length);
        return Rune.IsLetter(rune) ? Name(length) : Sign(first, length);
    }

    private readonly RelationToken Number()
    {
        var end = AfterDigits(_position);
        if (At(end) == '.' && char.IsAsciiDigit(At(end + 1))) end = AfterDigits(end + 1);
        if (At(end) is 'e' or 'E')
        {
            var exponent = At(end + 1) is '+' or '-' ? end + 2 : end + 1;
            if (char.IsAsciiDigit(At(exponent))) end = AfterDigits(exponent);
        }

        var value = double.Parse(_text[_position..end], NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture);
        return new RelationToken(TokenKind.Number, _position, end - _position, value);
    }

    private readonly RelationToken QuotedName()
    {
        var length = _text[(_position + 1)..].IndexOf('"');
        return length switch
        {
            < 0 => Mistake(_text.Length - _position, "a closing '\"'"),
            0 => Mistake(2, "a name between the quotes"),
            _ => new RelationToken(TokenKind.Name, _position, length + 2),
        };
    }

    private readonly RelationToken Name(int firstLength)
    {
        var end = _position + firstLength;
        while (end < _text.Length)
        {
            Rune.DecodeFromUtf16(_text[end..], out var rune, out var length);
            if (!Rune.IsLetterOrDigit(rune) && rune.Value != '_') break;
            end += length;
        }

        return new RelationToken(TokenKind.Name, _position, end - _position);
    }

    private readonly RelationToken Sign(char first, int length) => (first, At(_position + 1)) switch
    {
        ('=', '=') => Mistake(2, "\"=\""),
        ('=', '<') => Mistake(2, "\"<=\""),
        ('=', '>') => Mistake(2, "\">=\""),
        ('<', '>') or ('!', '=') => Mistake(2, AnyComparison),
        ('<', '=') => Is(TokenKind.AtMost, 2),
        ('>', '=') => Is(TokenKind.AtLeast, 2),
        ('~', '=') => Is(TokenKind.About, 2),
        ('=', _) => Is(TokenKind.Equal),
        ('+', _) => Is(TokenKind.Plus),
        ('-', _) => Is(TokenKind.Minus),
        ('*', _) => Is(TokenKind.Times),
        ('/', _) => Is(TokenKind.Slash),
        ('%', _) => Is(TokenKind.Percent),
        ('(', _) => Is(TokenKind.Open),
        (')', _) => Is(TokenKind.Close),
        ('<' or '≤', _) => Mistake(1, "\"<=\""),
        ('>' or '≥', _) => Mistake(1, "\">=\""),
        ('~' or '≈' or '≃' or '≅', _) => Mistake(1, "\"~=\""),
        ('≠' or '!', _) => Mistake(1, AnyComparison),
        ('−' or '–' or '—', _) => Mistake(1, "\"-\""),
        ('×' or '·' or '∙', _) => Mistake(1, "\"*\""),
        ('÷' or ':', _) => Mistake(1, "\"/\" in a share, \"*\" elsewhere"),
        (',', _) => Mistake(1, "digits alone: thousands are written 4000, decimals 0.5"),
        ('.', _) => Mistake(1, "digits on both sides of the decimal point: 0.5"),
        ('“' or '”' or '„' or '\'' or '‘' or '’', _) => Mistake(1, "straight double quotes around a name"),
        _ => Mistake(length, IsMark(first) ? "the composed letter in place of letter and mark, or the name in double quotes" : "a number, a name, or one of + - * ( ) = <= >= ~="),
    };

    /// <summary>Whether it combines with the letter before it: é may be written as e and a mark.</summary>
    private static bool IsMark(char letter) =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private readonly RelationToken Is(TokenKind kind, int length = 1) => new(kind, _position, length);

    private readonly RelationToken Mistake(int length, string instead) => new(TokenKind.Mistake, _position, length, 0, instead);

    private readonly int AfterDigits(int start)
    {
        var end = start;
        while (char.IsAsciiDigit(At(end))) end++;
        return end;
    }

    private readonly char At(int index) => index < _text.Length ? _text[index] : '\0';
}
