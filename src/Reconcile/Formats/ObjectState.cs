using System.Collections.Immutable;
using Reconcile.Claims;

namespace Reconcile.Formats;

/// <summary>What is known of the object that is being read.</summary>
internal struct ObjectState(PropertyTable table, int line)
{
    /// <summary>The bit of <c>note</c>, which every object may have beside the rules of its table.</summary>
    private const int NoteBit = 63;

    private ulong _seen;
    private ImmutableArray<KeyValuePair<string, int>>.Builder? _lines;
    private ImmutableArray<KeyValuePair<string, string>>.Builder? _extensions;
    private HashSet<string>? _extensionNames;
    private string? _note;

    public readonly PropertyTable Table => table;

    public readonly int Line => line;

    /// <summary>Index of the rule to look for first.</summary>
    public int Next { get; set; }

    /// <summary>Where the object stands; to be asked once, when it has been read.</summary>
    public readonly Place TakePlace() => new(line, _lines?.DrainToImmutable() ?? default);

    /// <summary>What was written beside the known properties; to be asked once, when the object has been read.</summary>
    public readonly Annotations TakeAnnotations() => new(_note, _extensions?.DrainToImmutable() ?? default);

    public readonly bool Has(int rule) => (_seen & (1UL << rule)) != 0;

    /// <summary>False when it was seen before.</summary>
    public bool TrySee(int rule)
    {
        var fresh = !Has(rule);
        _seen |= 1UL << rule;
        return fresh;
    }

    public bool TrySeeNote() => TrySee(NoteBit);

    /// <summary>False when a property of that name was seen before.</summary>
    public bool TrySeeExtension(string name) => (_extensionNames ??= []).Add(name);

    public void SetNote(string? note) => _note = note;

    /// <param name="name">With its <c>x-</c>; <c>$schema</c> comes first wherever it stood.</param>
    /// <param name="json">Compact JSON.</param>
    public void AddExtension(string name, string json)
    {
        _extensions ??= ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        _extensions.Insert(name[0] == '$' ? 0 : _extensions.Count, new KeyValuePair<string, string>(name, json));
    }

    /// <summary>Remembers the line of a property unless it is that of the object.</summary>
    public void SetLine(string name, int propertyLine)
    {
        if (propertyLine == line) return;
        _lines ??= ImmutableArray.CreateBuilder<KeyValuePair<string, int>>(table.Rules.Length);
        _lines.Add(new KeyValuePair<string, int>(name, propertyLine));
    }
}
