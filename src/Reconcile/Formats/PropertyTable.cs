using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using Reconcile.Validation;

namespace Reconcile.Formats;

/// <summary>What a property may hold, as far as reader and schema must agree on it.</summary>
internal enum ValueKind
{
    Text,
    NonEmptyText,
    Texts,
    Number,
    NumberOrNull,
    NotNegative,
    Chance,
    Level,
    Flag,
    Date,
    DateOrFlag,
    Choice,
    Version,
    Grade,
    Figure,
    Period,
    List,
}

/// <summary>One property of an object of the format.</summary>
/// <param name="Name">As in the file.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Description">For the schema and for the message when it is missing: no full stop.</param>
internal sealed record PropertyRule(string Name, ValueKind Kind, string Description)
{
    public bool Required { get; init; }

    /// <summary>Known only to say better what is wrong with it: neither in the schema nor proposed.</summary>
    public bool Hidden { get; init; }

    /// <summary>The default as JSON; null: none, or one that needs words.</summary>
    public string? Default { get; init; }

    /// <summary>For <see cref="ValueKind.Choice"/>: what is allowed.</summary>
    public string[] Choices { get; init; } = [];

    /// <summary>For <see cref="ValueKind.List"/>: what each item is.</summary>
    public PropertyTable? Items { get; init; }
}

/// <summary>The properties of one kind of object, in canonical order: the one list of names that reader and schema share.</summary>
internal sealed class PropertyTable
{
    private readonly byte[][] _utf8Names;
    private readonly string[] _knownNames;

    /// <param name="what">What the object is, with its article: <c>a claim</c>.</param>
    /// <param name="description">For the schema.</param>
    /// <param name="rules">At most 63.</param>
    public PropertyTable(string what, string description, params PropertyRule[] rules)
    {
        What = what;
        Description = description;
        Rules = rules;
        _utf8Names = Array.ConvertAll(rules, static rule => Encoding.UTF8.GetBytes(rule.Name));
        _knownNames = [.. rules.Where(static rule => !rule.Hidden).Select(static rule => rule.Name), "note"];
    }

    public string What { get; }

    public string Description { get; }

    public PropertyRule[] Rules { get; }

    /// <summary>What it cannot do without: <c> and has "from" and "to"</c>; empty: nothing.</summary>
    public string Needed
    {
        get
        {
            string[] names = [.. Rules.Where(static rule => rule.Required).Select(static rule => $"\"{rule.Name}\"")];
            return names.Length == 0 ? "" : " and has " + string.Join(", ", names[..^1]) + (names.Length > 1 ? " and " : "") + names[^1];
        }
    }

    /// <summary>For the text form of an object that has one (relations).</summary>
    public string? TextForm { get; init; }

    /// <summary>Names that others give to properties, in any letter case, and what is to be proposed for each: <c>"asOf"</c>.</summary>
    public IReadOnlyDictionary<string, string> OtherNames { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>What to say of a name that none of the rules has.</summary>
    public string Unknown(string name) => OtherNames.TryGetValue(name, out var proposal)
        ? $"Unknown property {Shown.Quoted(name)}; did you mean {proposal}?"
        : NearestNames.Unknown("property", Shown.Short(name), _knownNames);

    /// <summary>Index of the rule for the name at which the reader stands; −1: none.</summary>
    /// <param name="reader">At an unescaped property name.</param>
    /// <param name="first">Where to look first: files repeat one order, so the rule after the last one is the best guess.</param>
    public int Find(ref Utf8JsonReader reader, int first)
    {
        for (var i = 0; i < _utf8Names.Length; i++)
        {
            var index = first + i;
            if (index >= _utf8Names.Length) index -= _utf8Names.Length;
            if (reader.ValueTextEquals(_utf8Names[index])) return index;
        }

        return -1;
    }

    /// <summary>Index of the rule for a name; −1: none.</summary>
    public int Find(string name) => Array.FindIndex(Rules, rule => rule.Name == name);
}
