using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Reconcile.Figures;

namespace Reconcile.Formats;

/// <content>The values that properties hold. Each method gives null after reporting what is wrong.</content>
internal ref partial struct JsonCursor
{
    /// <summary>Largest size of a number in a file.</summary>
    public const double MaxNumber = FigureLimits.Magnitude;

    public string? Text()
    {
        if (Token != JsonTokenType.String)
        {
            WrongType("a text in double quotes");
            return null;
        }

        if (TryGetText(out var text)) return text;
        HalfPair("This text");
        return null;
    }

    /// <summary>A text that must not be empty.</summary>
    public string? Name()
    {
        var name = Text();
        if (name != "") return name;
        WrongValue("This must not be empty.");
        return null;
    }

    public double? Number()
    {
        if (Token != JsonTokenType.Number)
        {
            var hint = Token == JsonTokenType.String && Utf8Parser.TryParse(_reader.ValueSpan, out double _, out var used) && used == _reader.ValueSpan.Length
                ? ", without quotes"
                : "";
            WrongType("a number" + hint);
            return null;
        }

        if (_reader.TryGetDouble(out var number) && double.IsFinite(number) && Math.Abs(number) <= MaxNumber) return number;
        WrongValue($"The number {FoundNumber()} is too large; numbers lie between -1e15 and 1e15.");
        return null;
    }

    /// <summary>A grade from 1 to 6.</summary>
    public int? Grade()
    {
        if (Token != JsonTokenType.Number)
        {
            WrongType("a whole number from 1 to 6");
            return null;
        }

        if (Number() is not { } number) return null;
        if (number is >= 1 and <= 6 && number == Math.Floor(number)) return (int)number;
        WrongValue($"{FoundNumber()} is not allowed here; allowed: the whole numbers from 1 to 6.");
        return null;
    }

    public bool? Flag()
    {
        if (Token is JsonTokenType.True or JsonTokenType.False) return Token == JsonTokenType.True;
        WrongType("true or false");
        return null;
    }

    /// <summary>Index of the text among those allowed.</summary>
    public int? Choice(string[] allowed)
    {
        if (Token != JsonTokenType.String)
        {
            WrongType("one of " + Shown.Listed(allowed));
            return null;
        }

        if (Text() is not { } text) return null;
        var index = Array.IndexOf(allowed, text);
        if (index >= 0) return index;
        WrongValue($"{Shown.Quoted(text)} is not allowed here; allowed: {Shown.Listed(allowed)}.");
        return null;
    }

    public PartialDate? Date()
    {
        if (Token != JsonTokenType.String)
        {
            WrongType("a date in double quotes, such as \"2025-03-05\"");
            return null;
        }

        if (Text() is not { } text) return null;
        if (PartialDate.TryParse(text, out var date, out var error)) return date;
        WrongValue(error);
        return null;
    }

    /// <summary>A list of texts; items that are none are left out.</summary>
    public IReadOnlyList<string> Texts()
    {
        if (!TryEnterList()) return [];
        var texts = new List<string>();
        while (NextItem())
        {
            if (Text() is { } text) texts.Add(text);
        }

        return texts;
    }

    public void Skip() => _reader.Skip();

    /// <param name="expected">What would be right, with its article.</param>
    public void WrongType(string expected)
    {
        if (!LeavesOut(ReadingCodes.WrongType)) Report(ReadingCodes.WrongType, $"Found {Found()}; expected {expected}.");
        _reader.Skip();
    }

    public void WrongValue(string message) => Report(ReadingCodes.WrongValue, message);

    private void HalfPair(string what) =>
        WrongValue($"{what} holds half of a surrogate pair (such as \\ud83d alone); write the character itself or both halves.");

    private bool TryGetText([NotNullWhen(true)] out string? text)
    {
        // The bytes are known to be UTF-8, so only escapes can be broken.
        try
        {
            text = _reader.GetString()!;
            return true;
        }
        catch (InvalidOperationException) when (_reader.ValueIsEscaped)
        {
            text = null;
            return false;
        }
    }

    /// <summary>The current value in words, for messages.</summary>
    public string Found() => Token switch
    {
        JsonTokenType.String => TryGetText(out var text) ? "the text " + Shown.Quoted(text) : "a text",
        JsonTokenType.Number => "the number " + FoundNumber(),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Null => "null",
        JsonTokenType.StartArray => "a list",
        _ => "an object",
    };

    public string FoundNumber() => Shown.Short(Encoding.UTF8.GetString(_reader.ValueSpan));
}
