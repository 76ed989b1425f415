using Reconcile.Figures;
using Xunit;

namespace Reconcile.Tests.Figures;

public sealed class CustomReadingTests
{
    private static readonly Figure AboutFourHundred = Figure.About(400);

    [Fact]
    public void Readings_have_stable_names()
    {
        Assert.Equal("significant-digit", HedgeReading.SignificantDigit.Name);
        Assert.Equal("ferson-2015", HedgeReading.Ferson2015.Name);
        Assert.Equal("ferson-2015-wide", HedgeReading.Ferson2015Wide.Name);
        Assert.Equal("mine", HedgeReading.Custom("mine", _ => null).Name);
    }

    [Fact]
    public void A_closed_range_with_a_best_value_is_a_split_normal()
    {
        var reading = Reading(300, 400, 600).Interpret(AboutFourHundred);

        Assert.Equal((300.0, 600.0, 400.0, 400.0), (reading.Low, reading.High, reading.Best, reading.Value));
        Assert.Equal(100 / 1.96, reading.Shape.LowShoulder, 0.01);
        Assert.Equal(200 / 1.96, reading.Shape.HighShoulder, 0.01);
    }

    [Fact]
    public void A_closed_range_without_one_is_a_plateau()
    {
        var reading = Reading(300, null, 600).Interpret(AboutFourHundred);

        Assert.Equal((300.0, 600.0, null, 450.0), (reading.Low, reading.High, reading.Best, reading.Value));
        Assert.Equal((300.0, 600.0), (reading.Shape.Low, reading.Shape.High));
    }

    [Fact]
    public void Open_ranges_are_bounds()
    {
        Assert.Equal(400, Reading(400, null, null).Interpret(AboutFourHundred).Shape.HighTail);
        Assert.Equal(double.PositiveInfinity, Reading(400, null, null).Interpret(AboutFourHundred).High);
        Assert.Equal(200, Reading(null, null, 400).Interpret(AboutFourHundred).Shape.LowTail);
        Assert.Equal(Shapes.Nothing, Reading(null, null, null).Interpret(AboutFourHundred));
    }

    [Fact]
    public void A_range_is_read_as_returned() =>
        Assert.Equal(new FigureRange(null, 400, 600), AboutFourHundred.Read(HedgeReading.Custom("mine", _ => new FigureRange(null, 400, 600))));

    [Fact]
    public void What_the_function_leaves_is_read_by_the_fallback()
    {
        Assert.Equal(AboutFourHundred.Read(HedgeReading.SignificantDigit), AboutFourHundred.Read(HedgeReading.Custom("mine", _ => null)));
        Assert.Equal(AboutFourHundred.Read(HedgeReading.Ferson2015), AboutFourHundred.Read(HedgeReading.Custom("mine", _ => null, HedgeReading.Ferson2015)));
        Assert.Equal(
            HedgeReading.Ferson2015.Interpret(AboutFourHundred), HedgeReading.Custom("mine", _ => null, HedgeReading.Ferson2015).Interpret(AboutFourHundred));
    }

    [Fact]
    public void A_reading_needs_a_name_and_a_function()
    {
        Assert.Throws<ArgumentException>(() => HedgeReading.Custom(" ", _ => null));
        Assert.Throws<ArgumentNullException>(() => HedgeReading.Custom("mine", null!));
        Assert.Throws<ArgumentNullException>(() => AboutFourHundred.Read((HedgeReading)null!));
    }

    [Theory]
    [InlineData("ferson-2015")]
    [InlineData("Significant-Digit")]
    [InlineData("ferson-2015-wide+acled")]
    public void A_reading_of_ones_own_cannot_pass_for_one_of_this_library(string name) =>
        Assert.Contains("give yours another", Assert.Throws<ArgumentException>(() => HedgeReading.Custom(name, _ => null)).Message, StringComparison.Ordinal);

    private static HedgeReading Reading(double? low, double? best, double? high) => HedgeReading.Custom("mine", _ => new FigureRange(low, best, high));
}
