using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Reconcile.Provenance;
using Xunit;

namespace Reconcile.Tests.Provenance;

public class LongestRiseTests
{
    [Property(MaxTest = 2000)]
    public Property It_is_the_best_of_all_subsets() => Prop.ForAll(Series(), intervals =>
    {
        var best = Subsets(intervals.Length)
            .Where(kept => SomeFunctionPasses(intervals, kept))
            .MaxBy(kept => (kept.Count(isKept => isKept), LastFirst(kept)))!;

        Assert.Equal(best, LongestRise.Of(intervals));
    });

    [Property(MaxTest = 500)]
    public Property Leaving_out_what_is_not_kept_changes_nothing() => Prop.ForAll(Series(), intervals =>
    {
        var kept = LongestRise.Of(intervals);
        for (var i = 0; i < kept.Length; i++)
        {
            if (kept[i]) continue;
            Assert.Equal([.. kept.Where((_, j) => j != i)], LongestRise.Of([.. intervals.Where((_, j) => j != i)]));
        }
    });

    [Fact]
    public void Of_two_equally_long_rises_the_later_is_kept() =>
        Assert.Equal([false, false, true, true], LongestRise.Of([(50, 50), (60, 60), (10, 10), (20, 20)]));

    [Fact]
    public void A_wide_interval_stands_beside_what_a_number_would_not() =>
        Assert.Equal([true, true, true], LongestRise.Of([(100, 100), (0, double.PositiveInfinity), (100, 120)]));

    [Fact]
    public void Thousands_of_figures_that_fall_all_the_way_keep_the_last() =>
        Assert.Equal([19_999], LongestRise.Of([.. Enumerable.Range(0, 20_000).Select(i => (-(double)i, -(double)i))]).Select((isKept, i) => isKept ? i : -1).Where(i => i >= 0));

    private static Arbitrary<(double Low, double High)[]> Series() => Arb.From(
        Gen.Choose(0, int.MaxValue - 1).Select(seed => Drawn(new Random(seed))),
        intervals => intervals.Select((_, left) => intervals.Where((_, i) => i != left).ToArray()));

    private static (double, double)[] Drawn(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(11)).Select(_ =>
        {
            var low = (double)random.Next(8);
            return random.Next(8) switch
            {
                0 => (low, double.PositiveInfinity),
                1 => (double.NegativeInfinity, low),
                < 5 => (low, low),
                _ => (low, low + random.Next(4)),
            };
        }),
    ];

    /// <summary>The least such function is the greatest lower end so far.</summary>
    private static bool SomeFunctionPasses((double Low, double High)[] intervals, bool[] kept)
    {
        var least = double.NegativeInfinity;
        for (var i = 0; i < kept.Length; i++)
        {
            if (!kept[i]) continue;
            least = Math.Max(least, intervals[i].Low);
            if (least > intervals[i].High) return false;
        }

        return true;
    }

    private static IEnumerable<bool[]> Subsets(int count) =>
        Enumerable.Range(0, 1 << count).Select(bits => Enumerable.Range(0, count).Select(i => (bits >> i & 1) == 1).ToArray());

    /// <summary>A number that is greater, the later what is kept.</summary>
    private static int LastFirst(bool[] kept) => kept.Select((isKept, i) => isKept ? 1 << i : 0).Sum();
}
