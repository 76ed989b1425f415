using Reconcile.Inference.Factors;
using Reconcile.Inference.Posteriors;
using Reconcile.Modelling;
using Reconcile.Tests.Consistency;
using Reconcile.Tests.Inference.Factors;
using Xunit;

namespace Reconcile.Tests.Inference.Posteriors;

/// <summary>Which rounds are run with which settings, where what comes out of each round is given.</summary>
public class PosteriorRoundsTests
{
    private static readonly Leaning Overstates = new(Tendency.Overstate, LeaningReason.Stated, null, 5);

    [Fact]
    public void Where_nothing_depends_on_the_answer_there_is_one_round()
    {
        var round = Assert.Single(new Rounds(Still()).Settled());

        Assert.Equal([true, true], round.Claims);
        Assert.True(round.Settings.Parts.AreNone);
        Assert.False(round.Settings.FoldErrors);
        Assert.Null(round.Before);
    }

    /// <summary>From one and a half deviations to three and a half less and less of an error is shared: 1 − t² (3 − 2 t).</summary>
    [Theory]
    [InlineData(2.0, 0.15625)]
    [InlineData(2.5, 0.5)]
    [InlineData(3.5, 1)]
    [InlineData(9, 1)]
    public void An_error_far_from_nothing_is_shared_in_part_in_a_second_round(double strain, double part)
    {
        var rounds = new Rounds(Still()) { Strained = static (round, limit) => round.Number == 0 && limit == 1.5 };
        rounds.Strains[0] = [(0, strain)];
        var found = rounds.Settled();

        Assert.Equal(2, found.Count);
        Assert.Equal(part, found[1].Settings.Parts.OwnPartOf(0), 1e-9);
        Assert.Equal(0, found[1].Settings.Parts.OwnPartOf(1));
        Assert.Same(found[0], found[1].Before);
    }

    /// <summary>What 320 quantities that a sum joins come to costs too much to ask: then errors are doubted from half a deviation on.</summary>
    [Fact]
    public void In_large_components_errors_are_doubted_earlier()
    {
        var sketch = new ComponentSketch();
        int[] states = [.. Enumerable.Range(0, 320).Select(_ => sketch.State())];
        sketch.Sum(states[0], states[1..]);
        foreach (var state in (int[])[1, 1, 2]) sketch.Change(sketch.Claim(state, 99, 101), static claim => claim with { ErrorGroup = 0, Root = 0 });
        var rounds = new Rounds(sketch.Build()) { Strained = static (round, limit) => round.Number == 0 && limit == 0.5 };
        rounds.Strains[0] = [(0, 2)];

        Assert.Equal(0.5, rounds.Settled()[^1].Settings.Parts.OwnPartOf(0), 1e-9);
    }

    /// <summary>Over days: the sizes come from a round in which no error is shared, half of them where the error lies halfway between one and two deviations.</summary>
    [Fact]
    public void Over_days_an_error_far_from_nothing_multiplies_the_estimate()
    {
        var rounds = new Rounds(Dated()) { Strained = static (round, _) => round.Number == 0 };
        rounds.Strains[0] = [(0, 1.5), (1, 2)];
        var found = rounds.Settled();

        Assert.Equal([false, true, false], found.Select(static round => round.Settings.FoldErrors));
        Assert.Equal(2, found[2].Settings.Strained.Count);
        Assert.Equal(0.5, found[2].Settings.Strained[0], 1e-9);
        Assert.Equal(1, found[2].Settings.Strained[1], 1e-9);
        Assert.Equal([100, 100], found[2].Settings.Sizes!);
        Assert.Same(found[1], found[2].Before);
        Assert.True(found[2].Settings.Parts.AreNone);
    }

    /// <summary>An error that is still far off, half of what three deviations leave; and half of what is left again where the figures of its root alone contradict each other halfway.</summary>
    [Theory]
    [InlineData(3, 0, 0.5)]
    [InlineData(3, 1.5, 0.75)]
    [InlineData(1.5, 1.5, 0.25)]
    [InlineData(1.5, 0, 0)]
    [InlineData(3.5, 2, 1)]
    public void Over_days_what_is_far_off_even_so_is_no_one_error(double still, double alone, double part)
    {
        var component = Dated();
        var rounds = new Rounds(component) { Strained = (round, limit) => limit == 1 && (round.Number is 0 or 2 || (round.Number == 3 && alone > 0)) };
        (rounds.Strains[0], rounds.Strains[2], rounds.Strains[3]) = ([(0, 2)], [(0, still)], [(0, alone)]);
        var found = rounds.Settled();

        // The fourth round asks what the claims of the group say by themselves.
        Assert.Equal([.. component.Claims.Select(static claim => claim.ErrorGroup == 0)], found[3].Claims);
        Assert.Null(found[3].Before);
        Assert.Equal(part > 0 ? 5 : 4, found.Count);
        if (part == 0) return;
        Assert.Equal([.. component.Claims.Select(static _ => true)], found[4].Claims);
        Assert.Equal(part, found[4].Settings.Parts.OwnPartOf(0), 1e-9);
        Assert.Equal(1, found[4].Settings.Strained[0], 1e-9);
        Assert.Same(found[1], found[4].Before);
    }

    /// <summary>With 31 days of two quantities nobody asks what the figures of a root say alone.</summary>
    [Fact]
    public void In_long_series_what_a_root_says_alone_is_not_asked()
    {
        var rounds = new Rounds(Dated(31)) { Strained = static (round, _) => round.Number is 0 or 2 };
        (rounds.Strains[0], rounds.Strains[2]) = ([(0, 2)], [(0, 3)]);
        var found = rounds.Settled();

        Assert.All(found, static round => Assert.DoesNotContain(false, round.Claims));
        Assert.Equal(0.5, found[3].Settings.Parts.OwnPartOf(0), 1e-9);
        Assert.Equal(4, found.Count);
    }

    /// <summary>Five times for the first account, once for those after it, and not where a round did not settle.</summary>
    [Fact]
    public void What_is_expected_of_steps_is_fitted_again_as_long_as_it_changes()
    {
        var rounds = new Rounds(Dated()) { Point = static round => [.. Enumerable.Repeat(100 * Math.Pow(3, round.Number), 2).Select(static (value, day) => value * (1 + day))] };

        Assert.Equal(6, rounds.Settled().Count);
        Assert.Equal(2, rounds.Settled().Count);
        // The first steps may be too wide to settle.
        Assert.Equal(2, new Rounds(Dated()) { Point = rounds.Point, Converged = false }.Settled().Count);
        Assert.Single(new Rounds(Dated()).Settled());
        for (var refit = 1; refit < 6; refit++)
        {
            var (before, now) = (rounds.All[refit - 1], rounds.All[refit]);
            Assert.Equal(Movements.Of(rounds.Component, before.Claims, DatedSketch.Scales(rounds.Component), rounds.Point(before)), now.Settings.Movements);
        }
    }

    [Fact]
    public void Shares_take_the_size_of_their_whole_from_the_round_before_until_it_stays()
    {
        var sketch = new ComponentSketch();
        for (var state = 0; state < 2; state++) sketch.State();
        sketch.Claim([(0, 1)], [(1, 1)], 0.2, 0.3);
        var restless = new Rounds(sketch.Build()) { Point = static round => [1, round.Number] };
        var still = new Rounds(sketch.Build()) { Point = static round => [1, Math.Min(round.Number, 2)] };

        Assert.Equal(9, restless.Settled().Count);
        Assert.Equal([null, 0, 1, 2], still.Settled().Select(static round => round.Settings.Point?[1]));
    }

    /// <summary>Two figures of a leaning source of which others leave parts that scatter by twice its error, then by three times, and no more.</summary>
    [Fact]
    public void A_source_that_stretches_unevenly_has_so_much_more_of_an_error_to_itself_until_that_is_enough()
    {
        var sketch = new ComponentSketch();
        foreach (var value in (double[])[100, 1000]) sketch.Change(sketch.Claim(sketch.State(), value - 1, value + 1), static claim => claim with { Leaning = Overstates, ErrorGroup = 0, Root = 0, RelativeError = 0.05 * ModelledClaim.DeviationsAt95, Claim = claim.Claim with { Quantity = "q" + claim.Position } });
        // Parts of a half and of a half more s, whose standard deviation is s/√2.
        var rounds = new Rounds(sketch.Build()) { Point = static round => [50, 1000 * (0.5 + (0.05 * Math.Sqrt(2) * Math.Min(2 + round.Number, 3)))] };

        Assert.Equal([1, 2, 3], rounds.Settled().Select(static round => round.Settings.Parts.SpreadOf(0)), static (a, b) => Math.Abs(a - b) < 1e-9);
    }

    /// <summary>Two claims by two roots on two quantities that do not move.</summary>
    private static Component Still()
    {
        var sketch = new ComponentSketch();
        sketch.Claim(sketch.State(), 99, 101);
        sketch.Claim(sketch.State(), 199, 201);
        return sketch.Build();
    }

    /// <summary>A total that is 100 on some days, said by two roots in turn, beside another of which nobody speaks where there are many.</summary>
    private static Component Dated(int days = 2)
    {
        var sketch = days == 2 ? new DatedSketch([0, 1], DatedSketch.Total()) : new DatedSketch([.. Enumerable.Range(0, days)], DatedSketch.Total(), DatedSketch.Total("hurt"));
        for (var day = 0; day < days; day++)
        {
            var root = day % 2;
            sketch.Says(day, 100, change: claim => claim with { ErrorGroup = root, Root = root });
        }

        return sketch.Sketch.Build();
    }

    private sealed record Round(int Number, bool[] Claims, FactorSettings Settings, Round? Before);

    /// <summary>Takes down the rounds; in each all states are 100 and no error is far off, unless it is said otherwise.</summary>
    private sealed class Rounds(Component component)
    {
        private readonly PosteriorRounds _rounds = new(component);

        public Component Component => component;

        public List<Round> All { get; } = [];

        public Func<Round, double[]> Point { get; init; } = _ => [.. Enumerable.Repeat(100.0, component.States.Length)];

        public Func<Round, double, bool> Strained { get; init; } = static (_, _) => false;

        public Dictionary<int, (int Group, double Strain)[]> Strains { get; } = [];

        public bool Converged { get; init; } = true;

        public List<Round> Settled()
        {
            var first = All.Count;
            var last = _rounds.Settle<Round>(DatedSketch.All(component), DatedSketch.Scales(component), Run, round => Point(round), Far, _ => Converged);
            Assert.Contains(last, All);
            return All[first..];
        }

        private Round Run(bool[] claims, FactorSettings settings, Round? before)
        {
            All.Add(new Round(All.Count, claims, settings, before));
            return All[^1];
        }

        private List<StrainedError>? Far(Round round, double limit) =>
            Strained(round, limit) ? [.. Strains[round.Number].Select(static error => new StrainedError(error.Group, error.Strain))] : null;
    }
}
