using System.Globalization;
using System.Text;
using System.Text.Json;
using Reconcile.Validation;

namespace Reconcile.Formats;

/// <summary>Walks through JSON, knows path and line at every step, and collects findings instead of stopping at the first.</summary>
/// <remarks>Every method that reads a value starts at the first token of the value and ends at its last. What is not JSON throws <see cref="JsonException"/>.</remarks>
internal ref partial struct JsonCursor
{
    private readonly ReadOnlySpan<byte> _utf8;
    private readonly FindingCollector _findings;
    private readonly List<PathPart> _path = [];
    private Utf8JsonReader _reader;
    private int _counted;
    private int _line = 1;

    public JsonCursor(ReadOnlySpan<byte> utf8, FindingCollector findings)
    {
        _utf8 = utf8;
        _findings = findings;
        _reader = new Utf8JsonReader(utf8, new JsonReaderOptions
        {
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
            MaxDepth = MaxDepth,
        });
    }

    /// <summary>The format itself is five deep; the rest is for what users keep under <c>x-</c>.</summary>
    public const int MaxDepth = 64;

    public readonly JsonTokenType Token => _reader.TokenType;

    /// <summary>How many lists and objects are open, the one that just begins included.</summary>
    public readonly int Depth => _reader.CurrentDepth + (Token is JsonTokenType.StartArray or JsonTokenType.StartObject ? 1 : 0);

    public readonly int FindingCount => _findings.Count;

    /// <summary>Whether there are so many errors that not all of them are kept; then nothing else of the file is needed.</summary>
    public readonly bool LeavesOutErrors => _findings.LeavesOutErrors;

    public bool Read() => _reader.Read();

    /// <summary>Line of the current token, from 1. Line ends are counted once, on the way.</summary>
    public int CurrentLine()
    {
        var start = (int)_reader.TokenStartIndex;
        if (start > _counted)
        {
            _line += _utf8[_counted..start].Count((byte)'\n');
            _counted = start;
        }

        return _line;
    }

    /// <summary>Starts an object; false after reporting something else in its place.</summary>
    public bool TryEnter(PropertyTable table, out ObjectState state)
    {
        state = new ObjectState(table, CurrentLine());
        if (Token != JsonTokenType.StartObject)
        {
            WrongType($"{table.What}: {(table.TextForm is null ? "" : "a text or ")}an object that starts with {{{table.Needed}");
            return false;
        }

        _path.Add(default);
        return true;
    }

    /// <summary>Goes to the value of the next known property. False at the end of the object; then what is missing has been reported.</summary>
    public bool NextProperty(ref ObjectState state, out string name)
    {
        while (true)
        {
            _reader.Read();
            if (Token == JsonTokenType.EndObject)
            {
                ReportMissing(state);
                _path.RemoveAt(_path.Count - 1);
                name = "";
                return false;
            }

            if (TryGoToValue(ref state, out name)) return true;
        }
    }

    /// <summary>Starts a list; false after reporting something else in its place.</summary>
    public bool TryEnterList()
    {
        if (Token != JsonTokenType.StartArray)
        {
            WrongType("a list in [ ]");
            return false;
        }

        _path.Add(new PathPart(null, -1));
        return true;
    }

    /// <summary>Goes to the next item; false at the end of the list.</summary>
    public bool NextItem()
    {
        _reader.Read();
        if (Token == JsonTokenType.EndArray)
        {
            _path.RemoveAt(_path.Count - 1);
            return false;
        }

        _path[^1] = new PathPart(null, _path[^1].Index + 1);
        return true;
    }

    public void Report(string code, string message) => ReportAt(CurrentLine(), code, message);

    /// <summary>Adds the id of a claim to the findings made since a count, once it is known.</summary>
    public readonly void NameClaim(int firstFinding, string id) => _findings.NameClaim(firstFinding, id);

    private bool TryGoToValue(ref ObjectState state, out string name)
    {
        var line = CurrentLine();
        var rule = -1;
        name = "";
        if (!_reader.ValueIsEscaped)
        {
            rule = state.Table.Find(ref _reader, state.Next);
        }
        else if (TryGetText(out var escaped))
        {
            rule = state.Table.Find(escaped);
        }

        if (rule < 0)
        {
            GoPastOther(ref state, line);
            return false;
        }

        state.Next = rule + 1;
        name = state.Table.Rules[rule].Name;
        _path[^1] = new PathPart(name, -1);
        if (!state.TrySee(rule))
        {
            GoPastDuplicate(name);
            return false;
        }

        state.SetLine(name, line);
        _reader.Read();
        return true;
    }

    private void GoPastOther(ref ObjectState state, int line)
    {
        if (!TryGetText(out var name))
        {
            _path[^1] = new PathPart(null, -1);
            HalfPair("The name of this property");
            GoPastValue();
            return;
        }

        _path[^1] = new PathPart(Shown.Short(name), -1);
        if (name == "note")
        {
            ReadNote(ref state, line);
        }
        else if (name.StartsWith("x-", StringComparison.Ordinal))
        {
            ReadExtension(ref state, name);
        }
        else
        {
            if (!LeavesOut(ReadingCodes.UnknownProperty)) Report(ReadingCodes.UnknownProperty, state.Table.Unknown(name));
            GoPastValue();
        }
    }

    private void ReadNote(ref ObjectState state, int line)
    {
        if (!state.TrySeeNote())
        {
            GoPastDuplicate("note");
            return;
        }

        state.SetLine("note", line);
        _reader.Read();
        state.SetNote(Text());
    }

    private void ReadExtension(ref ObjectState state, string name)
    {
        if (!state.TrySeeExtension(name))
        {
            GoPastDuplicate(Shown.Short(name));
            return;
        }

        _reader.Read();
        if (CompactJson.TryCopy(ref _reader, out var json))
        {
            state.AddExtension(name, json);
        }
        else
        {
            HalfPair("A text in this property");
        }
    }

    private void GoPastDuplicate(string name)
    {
        Report(ReadingCodes.DuplicateProperty, $"The property \"{name}\" stands here a second time; keep one of them.");
        GoPastValue();
    }

    private void GoPastValue()
    {
        _reader.Read();
        _reader.Skip();
    }

    private readonly void ReportMissing(in ObjectState state)
    {
        var rules = state.Table.Rules;
        for (var i = 0; i < rules.Length; i++)
        {
            if (!rules[i].Required || state.Has(i) || LeavesOut(ReadingCodes.MissingProperty)) continue;
            _path[^1] = new PathPart(rules[i].Name, -1);
            ReportAt(
                state.Line, ReadingCodes.MissingProperty,
                $"The property \"{rules[i].Name}\" is missing; {state.Table.What} needs it ({Shown.Uncapitalized(rules[i].Description)}).");
        }
    }

    /// <summary>Counts an error for which no message need be made; false where one must.</summary>
    private readonly bool LeavesOut(string code)
    {
        if (_findings.Keeps(code)) return false;
        _findings.LeaveOut(code);
        return true;
    }

    private readonly void ReportAt(int line, string code, string message)
    {
        if (LeavesOut(code)) return;
        _findings.Add(new Finding
        {
            Code = code,
            Severity = FindingSeverity.Error,
            Message = message,
            Path = Path(),
            Line = line,
        });
    }

    private readonly string Path()
    {
        var path = new StringBuilder();
        foreach (var part in _path)
        {
            if (part.Name is { } name)
            {
                if (path.Length > 0) path.Append('.');
                path.Append(name);
            }
            else if (part.Index >= 0)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{part.Index}]");
            }
        }

        return path.ToString();
    }

    /// <summary>A property by its name, or an item by its index from 0.</summary>
    private readonly record struct PathPart(string? Name, int Index);
}
