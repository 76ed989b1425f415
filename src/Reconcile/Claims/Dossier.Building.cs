using System.Runtime.CompilerServices;
using Reconcile.Claims;

namespace Reconcile;

public sealed partial class Dossier
{
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
        return WithSources([source]);
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

    /// <summary>Declares many sources, each in place of one with the same id; one copy.</summary>
    /// <param name="sources">The sources; of two with one id the later is declared. Once one is declared, the source of every claim must be.</param>
    /// <returns>The dossier with them, new ones after those that it has; this one stays as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sources"/> is null, or one of them is.</exception>
    public Dossier WithSources(IEnumerable<Source> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return new Dossier(this) { Sources = Replaced(Sources, sources, static source => source.Id) };
    }

    /// <summary>Declares a quantity, or replaces the one with the same id.</summary>
    /// <param name="quantity">The quantity. Once one is declared, all that claims and relations name must be.</param>
    /// <returns>The dossier with it; this one stays as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="quantity"/> is null.</exception>
    public Dossier Quantity(Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return WithQuantities([quantity]);
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

    /// <summary>Declares many quantities, each in place of one with the same id; one copy.</summary>
    /// <param name="quantities">The quantities; of two with one id the later is declared. Once one is declared, all that claims and relations name must be.</param>
    /// <returns>The dossier with them, new ones after those that it has; this one stays as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="quantities"/> is null, or one of them is.</exception>
    public Dossier WithQuantities(IEnumerable<Quantity> quantities)
    {
        ArgumentNullException.ThrowIfNull(quantities);
        return new Dossier(this) { Quantities = Replaced(Quantities, quantities, static quantity => quantity.Id) };
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

    /// <summary>Items of which some were declared anew, in their places, and after them those that are new. What has no id, which <see cref="Validate"/> reports, counts as one.</summary>
    private static T[] Replaced<T>(IReadOnlyList<T> items, IEnumerable<T> declared, Func<T, string?> id, [CallerArgumentExpression(nameof(declared))] string? name = null)
    {
        var latest = new OrderedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in declared)
        {
            ArgumentNullException.ThrowIfNull(item, name);
            latest[id(item) ?? ""] = item;
        }

        var all = new List<T>(items.Count + latest.Count);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var old in items)
        {
            var key = id(old) ?? "";
            all.Add(latest.TryGetValue(key, out var replacing) ? replacing : old);
            known.Add(key);
        }

        foreach (var (key, item) in latest)
        {
            if (!known.Contains(key)) all.Add(item);
        }

        return [.. all];
    }
}
