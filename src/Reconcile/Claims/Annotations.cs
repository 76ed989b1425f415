using System.Collections.Immutable;

namespace Reconcile.Claims;

/// <summary>What a user wrote beside the known properties: a <c>note</c>, and properties whose names start with <c>x-</c>.</summary>
/// <remarks>The default says nothing. Kept in the order of the file and written back; equal when all parts are equal in the same order.</remarks>
internal readonly struct Annotations : IEquatable<Annotations>
{
    private readonly ImmutableArray<KeyValuePair<string, string>> _extensions;

    public Annotations(string? note, ImmutableArray<KeyValuePair<string, string>> extensions)
    {
        Note = note;
        _extensions = extensions;
    }

    public string? Note { get; }

    /// <summary>Name (with its <c>x-</c>) and value as compact JSON.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Extensions => _extensions.IsDefault ? [] : _extensions;

    public bool Equals(Annotations other) => Note == other.Note && Extensions.SequenceEqual(other.Extensions);

    public override bool Equals(object? obj) => obj is Annotations other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Note, Extensions.Length);
}
