using Reconcile.Tests.Generation;
using Xunit;

namespace Reconcile.Tests.Promises;

/// <summary>
/// What an interest does. That an overstater never raises and an understater never lowers is a promise of one quantity, of which each root speaks once, without dispute: an interest may also
/// take a claim out of one account and into another, and what relations make of less of one part is more of another.
/// </summary>
public class InterestTests
{
    private static readonly string?[] Parties = ["north", "south", null];

    [Promise(typeof(DisputedDossiers))]
    public void An_overstater_never_raises_and_an_understater_never_lowers(Dossier dossier)
    {
        foreach (var lone in EachQuantityAlone(dossier))
        {
            Holding.Check(lone, result =>
            {
                foreach (var leaned in Leaned.Of(result))
                {
                    // A ceiling also says that the truth is not far below it, and says so less sharply where it may be understated.
                    Assert.True(leaned.Best <= (leaned.IsLoosened ? 0.03 : 0.01), $"{leaned.Tends}: {leaned.Before} became {leaned.After}");
                    Assert.True(leaned.NearEnd <= 0.03, $"{leaned.Tends}: {leaned.Before} became {leaned.After}");
                    // The smallest region of a wider distribution may reach out a little on the other side too.
                    Assert.True(leaned.FarEnd <= 0.25, $"{leaned.Tends}: {leaned.Before} became {leaned.After}");
                }
            });
        }
    }

    [Fact]
    public void With_relations_and_sources_that_say_several_things_it_is_seldom_otherwise()
    {
        var leaned = Enumerable.Range(0, 150).Select(seed => new DisputedDossier(new Random(seed)).Draw()).Where(dossier => dossier.Interests.Count == 0)
            .Select(dossier => dossier.Reconcile()).SelectMany(Leaned.Of).ToArray();

        Assert.True(leaned.Length > 150, "too few to tell");
        Assert.True(leaned.Count(one => one.Best > 0.03) <= 0.04 * leaned.Length, $"{leaned.Count(one => one.Best > 0.03)} of {leaned.Length}");
    }

    [Theory]
    [InlineData(Tendency.Overstate)]
    [InlineData(Tendency.Understate)]
    public void What_a_leaning_source_says_of_one_day_seldom_moves_any_day_of_a_series_the_wrong_way(Tendency tends)
    {
        var moves = Enumerable.Range(0, 300).Select(seed => LeaningSeries.Draw(new Random(seed), tends)).Select(series => series.WrongMove()).OfType<double>().ToArray();

        Assert.True(moves.Length > 240, "too few to tell");
        Assert.True(moves.Count(move => move > 0.03) <= 0.06 * moves.Length, $"{moves.Count(move => move > 0.03)} of {moves.Length}");
        Assert.True(moves.Max() < 0.4, $"{moves.Max()}");
    }

    /// <summary>A lone overstated value is nearly a ceiling: it does not hold its day fast where another figure says less of the next.</summary>
    [Fact]
    public void An_overstated_value_leaves_the_next_day_to_what_others_say_of_it()
    {
        var start = new DateOnly(2024, 3, 1);
        var series = Dossier.Create().Quantity("killed", QuantityKind.Total)
            .Claim("killed", "at least 225", "first", start).Claim("killed", "about 258", "second", start.AddDays(2)).Claim("killed", "about 455", "third", start.AddDays(6))
            .Claim("killed", "about 360", "boaster", start).Interest(new Interest { Source = "boaster", Tends = Tendency.Overstate }).Reconcile()["killed"].Series;

        Assert.InRange(series[0].Best!.Value, 240, 265);
        Assert.InRange(series[1].Best!.Value, 250, 265);
    }

    [Promise(typeof(DisputedDossiers))]
    public void Parties_that_lean_are_the_same_interests_written_out(Dossier dossier) => Holding.Check(WithParties(dossier).WithPartiesLean(), lean =>
    {
        var sides = lean.Dossier.Sources.Select(source => source.Party).OfType<string>().Distinct().ToArray();
        var written = lean.Dossier.Sources.Where(source => source.Party is not null).SelectMany(source => sides.Select(side => new Interest
        {
            Source = source.Id,
            Subject = side,
            Tends = source.Party == side ? Tendency.Understate : Tendency.Overstate,
        }));

        // What was stated before goes before parties, here as there.
        Interest[] stated = [.. lean.Dossier.Interests.SelectMany(interest => sides.Select(side => interest with { Subject = side }).Append(interest))];
        Interest[] interests = [.. stated, .. written.Where(one => stated.All(other => (other.Source, other.Subject) != (one.Source, one.Subject)))];
        Content.AssertSameThroughout(lean, Holding.Again(lean.Dossier.With(interests: interests).WithPartiesLean(false)));
    });

    [Promise(typeof(DisputedDossiers))]
    public void The_order_of_sources_and_interests_changes_nothing(Dossier dossier)
    {
        var sides = WithParties(dossier).WithPartiesLean();
        foreach (var source in dossier.Sources.Take(2))
        {
            sides = sides.Interest(new Interest { Source = source.Id, Tends = Tendency.Overstate }).Interest(new Interest { Source = source.Id, Subject = "north", Tends = Tendency.Understate });
        }

        sides = sides.Interest(new Interest { Source = dossier.Sources[0].Id, Tends = Tendency.Understate });
        Holding.Check(sides, result => Content.AssertSameThroughout(result, Holding.Again(sides.With(
            Holding.Shuffled(sides.Claims, 1), Holding.Shuffled(sides.Sources, 1), Holding.Shuffled(sides.Relations, 1), Holding.Shuffled(sides.Quantities, 1), Holding.Shuffled(sides.Interests, 1)))));
    }

    /// <summary>The claims on one quantity by themselves, the first of each root.</summary>
    private static IEnumerable<Dossier> EachQuantityAlone(Dossier dossier) => dossier.Claims.GroupBy(claim => claim.Quantity)
        .Where(claims => !claims.Key.Contains(' ', StringComparison.Ordinal))
        .Select(claims => dossier.Without(dossier.Claims.Except(claims.DistinctBy(claim => claim.Source))).With(relations: [], interests: []).WithPartiesLean(false));

    /// <summary>Each source on a side or on none, and half of the quantities counting what a side has lost.</summary>
    private static Dossier WithParties(Dossier dossier)
    {
        string[] names = [.. dossier.Claims.SelectMany(claim => claim.Quantity.Split(' ')).Concat(dossier.Relations.SelectMany(relation => relation.Rule.Split(' ')))
            .Where(word => char.IsLetter(word[0]) && word != "within").Distinct()];
        var declared = dossier.Quantities.ToDictionary(quantity => quantity.Id);
        return dossier.With(
            sources: [.. dossier.Sources.Select((source, i) => source with { Party = Parties[i % 3] })],
            quantities: [.. names.Union(declared.Keys).Select((name, i) => declared.GetValueOrDefault(name, new Quantity { Id = name }) with { Subject = Parties[i % 3] })]);
    }
}
