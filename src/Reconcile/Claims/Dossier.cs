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
        // A letter grades its source for all claims, also for those that were made before it was given. Of claims that were left out nobody asks whether it is one.
        foreach (var claim in Claims.Concat(LeftOut.Where(static claim => claim.Reliability is >= Reliability.A and <= Reliability.F)))
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

    /// <summary>Adds a claim from a phrase, for example <c>Claim("killed", "around 400", source: "ministry")</c>.</summary>
    /// <remarks>A phrase that is not understood is kept and reported by <see cref="Validate"/>.</remarks>
    /// <param name="quantity">A quantity id such as <c>killed</c>, a linear expression (<c>killed + wounded</c>) or a share (<c>killed / casualties</c>).</param>
    /// <param name="figure">The words of the source, such as <c>around 400</c>, <c>at least 5,000</c> or <c>300–600</c>.</param>
    /// <param name="source">Id of the source that says it: the root, who knows. It needs no declaration while no source has one.</param>
    /// <param name="asOf">The day of which the figure speaks. Null: undated.</param>
    /// <returns>The dossier with the claim, which gets the next free id (c1, c2, …); this one stays as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="quantity"/>, <paramref name="figure"/> or <paramref name="source"/> is null.</exception>
    public Dossier Claim(string quantity, string figure, string source, DateOnly? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return Claim(quantity, Figure.Read(figure), source, asOf);
    }

    /// <summary>Adds a claim from a figure.</summary>
    /// <param name="quantity">A quantity id such as <c>killed</c>, a linear expression (<c>killed + wounded</c>) or a share (<c>killed / casualties</c>).</param>
    /// <param name="figure">What was said, such as <c>Figure.About(400)</c>, in the unit of the quantity.</param>
    /// <param name="source">Id of the source that says it: the root, who knows. It needs no declaration while no source has one.</param>
    /// <param name="asOf">The day of which the figure speaks. Null: undated.</param>
    /// <returns>The dossier with the claim, which gets the next free id (c1, c2, …); this one stays as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="quantity"/>, <paramref name="figure"/> or <paramref name="source"/> is null.</exception>
    public Dossier Claim(string quantity, Figure figure, string source, DateOnly? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(source);
        return Claim(new Claim { Quantity = quantity, Figure = figure, Source = source, AsOf = asOf });
    }

    /// <summary>Adds a claim with all its properties.</summary>
    /// <param name="claim">The claim; without an id it gets the next that is free (c1, c2, …).</param>
    /// <returns>The dossier with it; this one stays as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="claim"/> is null.</exception>
    public Dossier Claim(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return WithClaims([claim]);
    }

    /// <summary>Adds many claims; one copy, so that 20,000 claims cost no 20,000 copies.</summary>
    /// <param name="claims">The claims, in their order; those without an id get the next that are free.</param>
    /// <returns>The dossier with them, after those that it has; this one stays as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="claims"/> is null, or one of them is.</exception>
    public Dossier WithClaims(IEnumerable<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var named = new NamedClaims(Claims, LastNumber);
        foreach (var claim in claims)
        {
            ArgumentNullException.ThrowIfNull(claim, nameof(claims));
            named.Add(claim);
        }

        return new Dossier(this) { Claims = named.ToArray(), LastNumber = named.LastNumber };
    }

    /// <summary>Removes a claim.</summary>
    /// <param name="id">Id of the claim, such as <c>c3</c>.</param>
    /// <returns>The dossier without it; the other claims keep their ids.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">No claim has that id; the message names the nearest.</exception>
    public Dossier WithoutClaim(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        Claim[] rest = [.. Claims.Where(claim => claim.Id != id)];
        return rest.Length < Claims.Count ? new Dossier(this) { Claims = rest } : throw NoSuchClaim(id);
    }

    /// <summary>Adds a relation, for example <c>Relate("casualties = killed + wounded")</c>.</summary>
    /// <param name="rule">A linear equation or inequality between quantities. One that is not understood is kept and reported by <see cref="Validate"/>.</param>
    /// <param name="because">Why it holds, for explanations. Null: not said.</param>
    /// <returns>The dossier with it; this one stays as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> is null.</exception>
    public Dossier Relate(string rule, string? because = null)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Relate(new Relation { Rule = rule, Because = because });
    }

    /// <summary>Adds a relation with all its properties.</summary>
    /// <param name="relation">The relation, with its reason and the days on which it holds.</param>
    /// <returns>The dossier with it; this one stays as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="relation"/> is null.</exception>
    public Dossier Relate(Relation relation)
    {
        ArgumentNullException.ThrowIfNull(relation);
        return new Dossier(this) { Relations = [.. Relations, relation] };
    }

    /// <summary>Adds many relations; one copy.</summary>
    /// <param name="relations">The relations, in their order.</param>
    /// <returns>The dossier with them, after those that it has; this one stays as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="relations"/> is null, or one of them is.</exception>
    public Dossier WithRelations(IEnumerable<Relation> relations)
    {
        ArgumentNullException.ThrowIfNull(relations);
        var all = new List<Relation>(Relations);
        foreach (var relation in relations)
        {
            ArgumentNullException.ThrowIfNull(relation, nameof(relations));
            all.Add(relation);
        }

        return new Dossier(this) { Relations = [.. all] };
    }

    /// <summary>Declares a source, or replaces the one with the same id.</summary>
    /// <param name="source">The source. Once one is declared, the source of every claim must be.</param>
    /// <returns>The dossier with it; this one stays as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is null.</exception>
    public Dossier Source(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new Dossier(this) { Sources = Replaced(Sources, source, static s => s.Id) };
    }

    /// <summary>Declares a source by its grade.</summary>
    /// <param name="id">Id of the source, as claims name it.</param>
    /// <param name="reliability">Its grade, A to F; F is no information, not bad.</param>
    /// <returns>The dossier with it; this one stays as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public Dossier Source(string id, Reliability reliability)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Source(new Source { Id = id, Reliability = reliability });
    }

    /// <summary>Declares a quantity, or replaces the one with the same id.</summary>
    /// <param name="quantity">The quantity. Once one is declared, all that claims and relations name must be.</param>
    /// <returns>The dossier with it; this one stays as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="quantity"/> is null.</exception>
    public Dossier Quantity(Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return new Dossier(this) { Quantities = Replaced(Quantities, quantity, static q => q.Id) };
    }

    /// <summary>Declares a quantity by its kind.</summary>
    /// <param name="id">Id of the quantity, as claims and relations name it.</param>
    /// <param name="kind">How it behaves over time.</param>
    /// <returns>The dossier with it; this one stays as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public Dossier Quantity(string id, QuantityKind kind)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Quantity(new Quantity { Id = id, Kind = kind });
    }

    /// <summary>Adds an interest.</summary>
    /// <param name="interest">Who tends to overstate or understate what.</param>
    /// <returns>The dossier with it; this one stays as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="interest"/> is null.</exception>
    public Dossier Interest(Interest interest)
    {
        ArgumentNullException.ThrowIfNull(interest);
        return new Dossier(this) { Interests = [.. Interests, interest] };
    }

    /// <summary>A copy in which interests follow from parties, or do not: see <see cref="PartiesLean"/>.</summary>
    /// <param name="lean">Whether interests follow from parties. Default: true.</param>
    /// <returns>The copy.</returns>
    public Dossier WithPartiesLean(bool lean = true) => new(this) { PartiesLean = lean };

    /// <summary>A copy with another title.</summary>
    /// <param name="title">What the dossier is about; may be empty.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="title"/> is null.</exception>
    public Dossier WithTitle(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return new Dossier(this) { Title = title };
    }

    /// <summary>A copy that speaks of another day, with all claims. For what was known on that day see <see cref="KnownOn"/>.</summary>
    /// <param name="asOf">The day. Null: that which the claims give (<see cref="AsOf"/>).</param>
    /// <returns>The copy.</returns>
    public Dossier WithAsOf(DateOnly? asOf) => new(this) { AsOf = asOf };

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

    private static T[] Replaced<T>(IReadOnlyList<T> items, T item, Func<T, string> id)
    {
        var replaced = false;
        var all = new List<T>(items.Count + 1);
        foreach (var old in items)
        {
            var same = id(old) == id(item);
            all.Add(same ? item : old);
            replaced |= same;
        }

        if (!replaced) all.Add(item);
        return [.. all];
    }
}
