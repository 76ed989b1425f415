using Reconcile.Claims;

namespace Reconcile;

/// <summary>All that is known on one subject: sources, quantities, relations, claims. Immutable: every method returns a new one.</summary>
/// <remarks>Equal when all parts are equal in the same order and both speak of the same day. Thread-safe. Nothing is checked before <see cref="Validate"/> or Reconcile, so that all errors are found at once.</remarks>
public sealed partial class Dossier : IEquatable<Dossier>
{
    private Dossier()
    {
    }

    /// <summary>What the dossier is about. Default: empty.</summary>
    public string Title { get; private init; } = "";

    /// <summary>
    /// The day of which estimates speak. Null: the latest day of which a claim, no projection, speaks or on which it was reported; those that were withdrawn, or replaced by name, do not count
    /// while there are others.
    /// </summary>
    public DateOnly? AsOf { get; private init; }

    /// <summary>Declared sources. Empty: those that claims name are declared implicitly.</summary>
    public IReadOnlyList<Source> Sources { get; private init; } = [];

    /// <summary>Who tends to overstate or understate what.</summary>
    public IReadOnlyList<Interest> Interests { get; private init; } = [];

    /// <summary>Declared quantities. Empty: those that claims and relations name are declared implicitly.</summary>
    public IReadOnlyList<Quantity> Quantities { get; private init; } = [];

    /// <summary>Equations and inequalities between quantities.</summary>
    public IReadOnlyList<Relation> Relations { get; private init; } = [];

    /// <summary>The claims, each with an id.</summary>
    public IReadOnlyList<Claim> Claims { get; private init; } = [];

    /// <summary>
    /// Whether interests follow from parties: a source with a <see cref="Source.Party"/> understates quantities whose <see cref="Quantity.Subject"/> is that party, and overstates
    /// those whose subject is the party of another source. A rule about losses: switch it on where quantities count what a side would rather not have lost. Stated
    /// <see cref="Interests"/> go before it. Default: false.
    /// </summary>
    public bool PartiesLean { get; private init; }

    /// <summary>The day of the dossier: its own, else that which its claims give it; null when nothing is dated.</summary>
    internal DateOnly? Day => AsOf ?? DefaultDay.Of(Claims);

    /// <summary>Claims that <see cref="KnownOn"/> left out, in their order; of no account in comparisons.</summary>
    internal IReadOnlyList<Claim> LeftOut { get; private init; } = [];

    /// <summary>No claim has an id of the form c1, c2, … with a greater number.</summary>
    private int LastNumber { get; init; }

    internal Annotations Annotations { get; private init; }

    internal Place Place { get; private init; }

    /// <summary>An empty dossier.</summary>
    /// <param name="title">What the dossier is about. Default: empty.</param>
    /// <returns>A dossier without claims.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="title"/> is null.</exception>
    public static Dossier Create(string title = "")
    {
        ArgumentNullException.ThrowIfNull(title);
        return new Dossier { Title = title };
    }

    /// <summary>The declared sources by id, and those that only claims grade, here or <see cref="LeftOut"/>; each with its grade, if it has one.</summary>
    internal Dictionary<string, Source> GradedSources()
    {
        var sources = new Dictionary<string, Source>(Sources.Count, StringComparer.Ordinal);
        foreach (var source in Sources) sources.TryAdd(source.Id ?? "", source);
        // A letter grades its source for all claims, also for those that were made before it was given.
        foreach (var claim in Claims)
        {
            if (claim is not { Reliability: { } grade, Source: { } id }) continue;
            var source = sources.GetValueOrDefault(id) ?? new Source { Id = id };
            if (source.Reliability is null) sources[id] = source with { Reliability = grade };
        }

        return sources;
    }

    /// <summary>A dossier from parts that a reader has collected.</summary>
    internal static Dossier FromParts(
        string title, DateOnly? asOf, IReadOnlyList<Source> sources, IReadOnlyList<Interest> interests, IReadOnlyList<Quantity> quantities,
        IReadOnlyList<Relation> relations, IReadOnlyList<Claim> claims, bool partiesLean, Annotations annotations, Place place)
    {
        var named = new NamedClaims([], lastNumber: 0);
        foreach (var claim in claims) named.Add(claim);
        return new Dossier
        {
            Title = title,
            AsOf = asOf,
            Sources = [.. sources],
            Interests = [.. interests],
            Quantities = [.. quantities],
            Relations = [.. relations],
            Claims = named.ToArray(),
            LastNumber = named.LastNumber,
            PartiesLean = partiesLean,
            Annotations = annotations,
            Place = place,
        };
    }

    /// <summary>A copy with some claims only.</summary>
    internal Dossier WithOnly(IEnumerable<Claim> claims, IEnumerable<Claim> leftOut) => new(this) { Claims = [.. claims], LeftOut = [.. LeftOut, .. leftOut] };

    /// <inheritdoc/>
    public bool Equals(Dossier? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && Title == other.Title && AsOf == other.AsOf && PartiesLean == other.PartiesLean && Annotations.Equals(other.Annotations)
            && Sources.SequenceEqual(other.Sources) && Interests.SequenceEqual(other.Interests)
            && Quantities.SequenceEqual(other.Quantities) && Relations.SequenceEqual(other.Relations)
            && Claims.SequenceEqual(other.Claims)
            && Day == other.Day);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Dossier);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Title, AsOf, Sources.Count, Quantities.Count, Relations.Count, Claims.Count);

    private Dossier(Dossier other)
    {
        Title = other.Title;
        AsOf = other.AsOf;
        Sources = other.Sources;
        Interests = other.Interests;
        Quantities = other.Quantities;
        Relations = other.Relations;
        Claims = other.Claims;
        LeftOut = other.LeftOut;
        LastNumber = other.LastNumber;
        PartiesLean = other.PartiesLean;
        Annotations = other.Annotations;
        Place = other.Place;
    }
}
