using System.Collections.Immutable;

namespace Reconcile.Claims;

/// <summary>Where a part of a dossier stands in its file, so that findings can name a line. The default stands nowhere.</summary>
/// <remarks>All places are equal: where a thing was written is no part of what was written.</remarks>
internal readonly struct Place : IEquatable<Place>
{
    private readonly ImmutableArray<KeyValuePair<string, int>> _properties;

    /// <param name="line">Line of the part, from 1.</param>
    /// <param name="properties">Lines of those properties that stand on another line.</param>
    public Place(int line, ImmutableArray<KeyValuePair<string, int>> properties)
    {
        Line = line;
        _properties = properties;
    }

    /// <summary>Line in the file, from 1; null when the part came from no file.</summary>
    public int? Line { get; }

    /// <summary>Line of a property; the line of the whole part when it has none of its own.</summary>
    public int? LineOf(string property)
    {
        if (!_properties.IsDefaultOrEmpty)
        {
            foreach (var (name, line) in _properties)
            {
                if (name == property) return line;
            }
        }

        return Line;
    }

    public bool Equals(Place other) => true;

    public override bool Equals(object? obj) => obj is Place;

    public override int GetHashCode() => 0;
}
