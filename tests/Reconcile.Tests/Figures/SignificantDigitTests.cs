using Reconcile.Figures;
using Xunit;

namespace Reconcile.Tests.Figures;

public sealed class SignificantDigitTests
{
    [Theory]
    [InlineData("471", 470.5, 471.0, 471.5)]
    [InlineData("exactly 471", 470.5, 471.0, 471.5)]
    [InlineData("exactly 4,000", 3999.5, 4000.0, 4000.5)]
    [InlineData("3.25", 3.245, 3.25, 3.255)]
    [InlineData("exactly 3.25", 3.245, 3.25, 3.255)]
    [InlineData("4,000", 3500.0, 4000.0, 4500.0)]
    [InlineData("1,000", 850.0, 1000.0, 1150.0)]
    [InlineData("half a million", 450000.0, 500000.0, 550000.0)]
    [InlineData("about 4,000", 3400.0, 4000.0, 4600.0)]
    [InlineData("approximately 3,600", 3500.0, 3600.0, 3700.0)]
    [InlineData("around 400", 340.0, 400.0, 460.0)]
    [InlineData("about 471", 470.0, 471.0, 472.0)]
    [InlineData("about 3", 2.5, 3.0, 3.5)]
    [InlineData("a dozen", 10.2, 12.0, 13.8)]
    [InlineData("0", 0.0, 0.0, 0.5)]
    [InlineData("zero", 0.0, 0.0, 0.5)]
    [InlineData("about 0", 0.0, 0.0, 0.5)]
    [InlineData("-1", -1.5, -1.0, -0.5)]
    [InlineData("-40", -45.0, -40.0, -35.0)]
    [InlineData("nearly 1,000", 850.0, 1000.0, 1000.0)]
    [InlineData("almost -1,000", -1000.0, -1000.0, -850.0)]
    [InlineData("just over 1,000", 1000.0, 1000.0, 1150.0)]
    [InlineData("just over 412", 412.0, 412.0, 413.0)]
    [InlineData("a little over half", 0.5, 0.5, 0.55)]
    [InlineData("just over -1,000", -1150.0, -1000.0, -1000.0)]
    [InlineData("well over 1,000", 1000.0, null, null)]
    [InlineData("at least 5,000", 5000.0, null, null)]
    [InlineData("at least 12", 12.0, null, null)]
    [InlineData("up to 300", 0.0, null, 300.0)]
    [InlineData("below -3", null, null, -3.0)]
    [InlineData("300–600", 300.0, null, 600.0)]
    [InlineData("5–5", 4.5, 5.0, 5.5)]
    [InlineData("100 to 300, probably at the low end", 100.0, null, 300.0)]
    [InlineData("4,645 (95% CI 793–8,498)", 793.0, 4645.0, 8498.0)]
    [InlineData("4,000 ± 200", 3800.0, 4000.0, 4200.0)]
    [InlineData("25 %", 0.245, 0.25, 0.255)]
    [InlineData("20 %", 0.17, 0.2, 0.23)]
    [InlineData("about 20 %", 0.17, 0.2, 0.23)]
    [InlineData("about 25 %", 0.24, 0.25, 0.26)]
    [InlineData("half", 0.45, 0.5, 0.55)]
    [InlineData("one in ten", 0.085, 0.1, 0.115)]
    [InlineData("one in 1,000", 0.0005, 0.001, 0.0015)]
    [InlineData("3 in 10,000", 0.00025, 0.0003, 0.00035)]
    [InlineData("300-plus", 300.0, null, null)]
    [InlineData("300 plus", 300.0, null, null)]
    [InlineData("minimum of 20", 20.0, null, null)]
    [InlineData("upward of 20", 20.0, null, null)]
    [InlineData("as much as 20", 0.0, null, 20.0)]
    [InlineData("40-odd", 34.0, 40.0, 46.0)]
    [InlineData("10–13 %", 0.1, null, 0.13)]
    [InlineData("at least a quarter", 0.25, null, null)]
    public void A_phrase_reads_as_in_the_table(string phrase, double? low, double? best, double? high)
    {
        var range = Figure.Parse(phrase).Read(HedgeReading.SignificantDigit);

        Equal(low, range.Low);
        Equal(best, range.Best);
        Equal(high, range.High);
    }

    [Fact]
    public void A_point_is_normal_with_its_half_width_at_95_per_cent()
    {
        var reading = Interpret("about 4,000");

        Assert.True(reading.Shape.IsNormal);
        Assert.Equal((4000.0, 4000.0), (reading.Value, reading.Shape.Low));
        Assert.Equal(600 / 1.96, reading.Shape.LowShoulder, 0.01);
    }

    [Fact]
    public void A_floor_has_a_tail_above_and_a_shoulder_below()
    {
        var reading = Interpret("at least 5,000");

        Assert.Equal((5000.0, double.PositiveInfinity, null, 5000.0), (reading.Low, reading.High, reading.Best, reading.Value));
        Assert.Equal(new Shape(5000, 5000, 125, 0, 0, 5000), reading.Shape);
        Assert.Equal(new Shape(12, 12, 0.3, 0, 0, 12), Interpret("at least 12").Shape);
        Assert.Equal(1, Interpret("at least 0").Shape.HighTail);
    }

    [Fact]
    public void A_ceiling_has_a_tail_below_and_a_shoulder_above()
    {
        var reading = Interpret("up to 300");

        Assert.Equal((double.NegativeInfinity, 300.0, null, 300.0), (reading.Low, reading.High, reading.Best, reading.Value));
        Assert.Equal(new Shape(300, 300, 0, 11.25, 150, 0), reading.Shape);
    }

    [Fact]
    public void A_range_is_a_plateau_with_soft_shoulders()
    {
        var reading = Interpret("300–600");

        Assert.Equal((300.0, 600.0, null, 450.0), (reading.Low, reading.High, reading.Best, reading.Value));
        Assert.Equal(new Shape(300, 600, 15.3, 15.3), reading.Shape);
        Assert.Equal(new Shape(850, 1000, 7.8, 7.8), Interpret("nearly 1,000").Shape);
        Assert.Equal(new Shape(24, 108, 4.5, 4.5), Interpret("dozens").Shape);
    }

    [Fact]
    public void A_leaning_range_has_its_plateau_in_one_third()
    {
        var low = Interpret("100 to 400, probably at the low end").Shape;
        var high = Interpret("100 to 400, probably nearer to the upper end").Shape;

        Assert.Equal((100.0, 200.0, 15.3), (low.Low, low.High, low.LowShoulder));
        Assert.Equal(400, low.High + 1.96 * low.HighShoulder, 0.01);
        Assert.Equal((300.0, 400.0, 15.3), (high.Low, high.High, high.HighShoulder));
        Assert.Equal(100, high.Low - 1.96 * high.LowShoulder, 0.01);
    }

    [Fact]
    public void An_interval_is_a_split_normal_rescaled_to_95_per_cent()
    {
        var reading = Interpret("4,000 (90% CI 3,000–6,000)");

        Assert.Equal(1000 / 1.644854, reading.Shape.LowShoulder, 0.01);
        Assert.Equal(2000 / 1.644854, reading.Shape.HighShoulder, 0.01);
        Assert.Equal(4000 - 1000 * 1.959964 / 1.644854, reading.Low, 0.01);
        Assert.Equal(4000 + 2000 * 1.959964 / 1.644854, reading.High, 0.01);
    }

    [Fact]
    public void A_rescaled_interval_does_not_pass_zero_unless_it_was_said_to()
    {
        Assert.Equal(0, Interpret("10 (50% CI 2–30)").Low);
        Assert.True(Interpret("10 (50% CI -2 to 30)").Low < -2);
        Assert.Equal(0, Interpret("-10 (50% CI -30 to -2)").High);
        Assert.True(Interpret("10 (99% CI -0.001 to 30)").Low > 0);
    }

    [Fact]
    public void A_side_of_zero_width_is_steep_but_no_cliff()
    {
        var reading = Interpret("10 (10–30)");

        Assert.Equal((10.0, 0.001), (reading.Low, reading.Shape.LowShoulder));
    }

    [Theory]
    [InlineData("1e-300")]
    [InlineData("0.000000000000000000000001")]
    [InlineData("0.30000000000000004")]
    [InlineData("exactly 1e15")]
    public void No_width_vanishes(string phrase)
    {
        var reading = Interpret(phrase);

        Assert.True(reading.Low < reading.Value && reading.Value < reading.High);
        Assert.True(reading.Shape.LowShoulder > 1e-16);
    }

    [Fact]
    public void Reading_allocates_nothing()
    {
        var figures = new[] { "about 400", "at least 5", "300–600", "several hundred", "4,000 ± 200", "half" }.Select(Figure.Parse).ToArray();
        double sum = 0;
        foreach (var figure in figures)
            sum += HedgeReading.SignificantDigit.Interpret(figure).Value;

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var figure in figures)
            sum += HedgeReading.SignificantDigit.Interpret(figure).Value;
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(sum > 0);
        Assert.Equal(0, allocated);
    }

    private static Interpretation Interpret(string phrase) => HedgeReading.SignificantDigit.Interpret(Figure.Parse(phrase));

    private static void Equal(double? expected, double? actual)
    {
        Assert.Equal(expected is null, actual is null);
        if (expected is { } value)
            Assert.Equal(value, actual.GetValueOrDefault(), 1e-9 * Math.Max(1, Math.Abs(value)));
    }
}
