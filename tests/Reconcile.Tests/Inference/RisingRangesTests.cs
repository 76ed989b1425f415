using Reconcile.Inference;
using Xunit;

namespace Reconcile.Tests.Inference;

public class RisingRangesTests
{
    [Fact]
    public void Ends_that_fall_are_levelled_and_the_narrower_range_counts_more()
    {
        // Of widths 10 and 20 the first counts four times as much: low ends of 100 and 90 are both 98. High ends of 110 rise.
        var found = Applied((100, 110, 103), (90, 110, 104));

        Assert.All(found, static range => Assert.Equal(98, range.Low!.Value, 1e-9));
        Assert.All(found, static range => Assert.Equal(110, range.High!.Value, 1e-9));
    }

    [Fact]
    public void Ends_that_rise_stay()
    {
        (double?, double?, double?)[] ranges = [(10, 20, 15), (12, 30, 20), (12, 31, 20)];

        Assert.Equal(ranges, Applied(ranges));
    }

    [Fact]
    public void Every_range_still_holds_its_best_value() =>
        Assert.All(Applied((100, 101, 100.5), (20, 100.9, 100.6), (30, 100.8, 100.7)), static range => Assert.True(range.Low <= range.Best && range.Best <= range.High));

    [Fact]
    public void Where_a_side_is_open_the_days_beside_it_bound_the_other()
    {
        // Of the second day nothing but a low end is known, of the fourth but a high one.
        var found = Applied((50, 60, 55), (40, null, null), (55, 65, 60), (null, 90, null), (70, 80, 75));

        Assert.Equal([(50, 60, 55), (50, null, null), (55, 65, 60), (null, 80, null), (70, 80, 75)], found);
    }

    [Fact]
    public void What_is_known_beforehand_alone_takes_no_part_in_the_fit_but_keeps_to_the_days_beside_it()
    {
        var sketch = new Factors.DatedSketch([0, 1, 2], Factors.DatedSketch.Total());
        StateEstimate[] states = [Of(50, 60, 55), Of(10, 900, 58) with { Value = new AccountValue(58, 10, 900, true) }, Of(70, 80, 75)];

        RisingRanges.Apply(sketch.Courses[0], states);

        Assert.Equal([(50, 60, 55), (50, 80, 58), (70, 80, 75)], states.Select(static state => (state.Value.Low!.Value, state.Value.High!.Value, state.Value.Best!.Value)));
    }

    private static (double? Low, double? High, double? Best)[] Applied(params (double? Low, double? High, double? Best)[] ranges)
    {
        var sketch = new Factors.DatedSketch([.. Enumerable.Range(0, ranges.Length)], Factors.DatedSketch.Total());
        StateEstimate[] states = [.. ranges.Select(static range => Of(range.Low, range.High, range.Best))];
        RisingRanges.Apply(sketch.Courses[0], states);
        return [.. states.Select(static state => (state.Value.Low, state.Value.High, state.Value.Best))];
    }

    private static StateEstimate Of(double? low, double? high, double? best) => new(new AccountValue(best, low, high, false), [], []);
}
