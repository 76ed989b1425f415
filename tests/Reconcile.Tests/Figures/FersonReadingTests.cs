using Xunit;

namespace Reconcile.Tests.Figures;

public sealed class FersonReadingTests
{
    [Theory]
    [InlineData("about 4,000", 217, 1978)]
    [InlineData("about 400", 35, 320)]
    [InlineData("about 3,600", 96, 874)]
    [InlineData("about 1,500", 86, 784)]
    [InlineData("approximately 4,000", 272, 2840)]
    public void Widths_are_those_of_the_published_regression(string phrase, double median, double wide)
    {
        Assert.Equal(median, Width(phrase, HedgeReading.Ferson2015), 0.027 * median);
        Assert.Equal(wide, Width(phrase, HedgeReading.Ferson2015Wide), 0.027 * wide);
    }

    [Fact]
    public void Hedge_words_differ_in_width()
    {
        var widths = new[] { "4,000", "about 4,000", "around 4,000", "roughly 4,000", "approximately 4,000", "exactly 4,000", "precisely 4,000", "nearly 4,000", "almost 4,000" }
            .Select(phrase => Width(phrase, HedgeReading.Ferson2015));

        Assert.Equal(9, widths.Distinct().Count());
    }

    [Fact]
    public void A_word_without_coefficients_reads_as_the_nearest()
    {
        Assert.Equal(Width("about 4,000", HedgeReading.Ferson2015), Width("some 4,000", HedgeReading.Ferson2015));
        Assert.Equal(Width("approximately 4,000", HedgeReading.Ferson2015), Width("~4,000", HedgeReading.Ferson2015));
    }

    [Fact]
    public void A_point_lies_in_the_middle_and_nearly_lies_below()
    {
        var about = Figure.Parse("about 4,000").Read(HedgeReading.Ferson2015);
        var nearly = Figure.Parse("nearly 4,000").Read(HedgeReading.Ferson2015);

        Assert.Equal(4000, (about.Low!.Value + about.High!.Value) / 2, 1e-9);
        Assert.Equal((4000.0, 4000.0), (nearly.Best, nearly.High));
        Assert.True(nearly.Low < 4000);

        var over = Figure.Parse("just over 4,000").Read(HedgeReading.Ferson2015);
        Assert.Equal((4000.0, 4000.0), (over.Low, over.Best));
        Assert.Equal(4000 - nearly.Low!.Value, over.High!.Value - 4000, 1e-9);
    }

    [Fact]
    public void A_share_reads_as_its_number_in_per_cent() =>
        Assert.Equal(Width("about 25", HedgeReading.Ferson2015) / 100, Width("about 25 %", HedgeReading.Ferson2015), 1e-12);

    [Theory]
    [InlineData("at least 5,000")]
    [InlineData("up to 300")]
    [InlineData("300–600")]
    [InlineData("several hundred")]
    [InlineData("4,000 ± 200")]
    [InlineData("a third")]
    [InlineData("about 0")]
    [InlineData("about 0.25")]
    [InlineData("3.2")]
    public void What_the_survey_does_not_cover_reads_by_its_significant_digit(string phrase)
    {
        var figure = Figure.Parse(phrase);

        Assert.Equal(figure.Read(HedgeReading.SignificantDigit), figure.Read(HedgeReading.Ferson2015));
        Assert.Equal(figure.Read(HedgeReading.SignificantDigit), figure.Read(HedgeReading.Ferson2015Wide));
    }

    private static double Width(string phrase, HedgeReading reading)
    {
        var range = Figure.Parse(phrase).Read(reading);
        return range.High.GetValueOrDefault() - range.Low.GetValueOrDefault();
    }
}
