using System.Globalization;
using Xunit;

namespace Reconcile.Tests.Figures;

/// <summary>Phrases at the edges of what is understood, on either side of them.</summary>
public sealed class PhraseDetailTests
{
    [Theory]
    [InlineData("half million", 500000, 100000)]
    [InlineData("half-million", 500000, 100000)]
    [InlineData("1 and a half", 1.5, 0.1)]
    [InlineData("99 and a half", 99.5, 0.1)]
    [InlineData("five million and a half", 5.5e6, 1e5)]
    [InlineData("2 mn", 2e6, 1e6)]
    [InlineData("2 bn", 2e9, 1e9)]
    [InlineData("3 hundred million", 3e8, 1e8)]
    [InlineData("an hundred", 100, 100)]
    [InlineData("twelve hundred", 1200, 100)]
    [InlineData("ninety-nine hundred", 9900, 100)]
    [InlineData("nineteen", 19, 1)]
    [InlineData("two hundred and five", 205, 1)]
    [InlineData("five hundred and six thousand", 506000, 1000)]
    [InlineData("one hundred ten", 110, 10)]
    [InlineData("1.001", 1.001, 0.001)]
    [InlineData("0.000", 0, 0.001)]
    [InlineData("1.0000", 1, 0.0001)]
    [InlineData("1234.000", 1234, 0.001)]
    [InlineData("1e-10", 1e-10, 1e-10)]
    [InlineData("1e012", 1e12, 1e12)]
    [InlineData("1e+3", 1000, 1000)]
    [InlineData("00000000000000000000000471", 471, 1)]
    [InlineData("1234567890123456789012e-10", 123456789012.34568, 1e-5)]
    [InlineData("0.1234567890123456789012345", 0.12345678901234568, 1e-15)]
    public void Numbers(string phrase, double value, double unit)
    {
        var figure = Figure.Parse(phrase);

        Assert.Equal((FigureKind.Point, Hedge.None), (figure.Kind, figure.Hedge));
        Assert.Equal(value, figure.Value!.Value, Math.Abs(value) * 1e-15);
        Assert.Equal(unit, figure.Unit, unit * 1e-9);
    }

    [Theory]
    [InlineData("four quarters", 1)]
    [InlineData("three quarters", 0.75)]
    [InlineData("one in every ten", 0.1)]
    [InlineData("1 out of every 4", 0.25)]
    [InlineData("ten in ten", 1)]
    [InlineData("0 in 10", 0)]
    [InlineData("half", 0.5)]
    [InlineData("a half of", 0.5)]
    public void Shares(string phrase, double value)
    {
        var figure = Figure.Parse(phrase);

        Assert.True(figure.IsShare);
        Assert.Equal(value, figure.Value);
    }

    [Theory]
    [InlineData("1 to 2 million", 1e6, 2e6)]
    [InlineData("5 to 6 hundred", 500, 600)]
    [InlineData("9 to 12 hundred", 900, 1200)]
    [InlineData("12 to 15 hundred", 1200, 1500)]
    [InlineData("2-3 dozen", 24, 36)]
    [InlineData("between two and three dozen", 24, 36)]
    [InlineData("4–5 score", 80, 100)]
    [InlineData("a dozen to two dozen", 12, 24)]
    [InlineData("five to one hundred and five", 5, 105)]
    [InlineData("1,000 to 1 million", 1000, 1e6)]
    [InlineData("1 million to 2 million", 1e6, 2e6)]
    [InlineData("600 to 600", 600, 600)]
    [InlineData("two or three", 2, 3)]
    [InlineData("1 or 2 million", 1e6, 2e6)]
    [InlineData("a dozen or two dozen", 12, 24)]
    [InlineData("two to three hundred and fifty", 200, 350)]
    [InlineData("one or two hundred and ten", 100, 210)]
    [InlineData("2 to three hundred and fifty", 200, 350)]
    [InlineData("twelve to fifteen hundred and fifty", 1200, 1550)]
    [InlineData("more than two but fewer than three hundred and fifty", 200, 350)]
    [InlineData("three to four million two hundred thousand", 3e6, 4.2e6)]
    [InlineData("one to two thousand five hundred", 1000, 2500)]
    [InlineData("two to three hundred thousand", 200000, 300000)]
    [InlineData("two hundred to three hundred thousand", 200000, 300000)]
    [InlineData("200 to three hundred and fifty thousand", 200000, 350000)]
    [InlineData("one hundred and fifty to two hundred thousand", 150000, 200000)]
    [InlineData("a hundred to a hundred and fifty thousand", 100000, 150000)]
    [InlineData("three hundred to four hundred million two hundred thousand", 3e8, 400200000)]
    [InlineData("one to one hundred and fifty", 1, 150)]
    [InlineData("one hundred to two hundred and fifty", 100, 250)]
    [InlineData("nine hundred to one thousand two hundred", 900, 1200)]
    [InlineData("nine hundred and fifty to one thousand", 950, 1000)]
    [InlineData("five hundred to twenty thousand", 500, 20000)]
    [InlineData("fifteen hundred to two thousand five hundred", 1500, 2500)]
    [InlineData("two thousand to three thousand five hundred", 2000, 3500)]
    [InlineData("nine hundred thousand to one million two hundred thousand", 900000, 1200000)]
    [InlineData("500 to one thousand two hundred", 500, 1200)]
    [InlineData("between 5 and one thousand five hundred", 5, 1500)]
    [InlineData("eighty to two thousand three hundred", 80, 2300)]
    [InlineData("zero to three hundred and fifty thousand", 0, 350000)]
    [InlineData("0 to 350 thousand", 0, 350000)]
    [InlineData("between two hundred and three hundred", 200, 300)]
    [InlineData("between one thousand and one thousand five hundred", 1000, 1500)]
    [InlineData("between one hundred and two thousand", 100, 2000)]
    [InlineData("between one hundred and one hundred and fifty thousand", 100000, 150000)]
    [InlineData("between one hundred and ten and two hundred", 110, 200)]
    [InlineData("between one hundred and fifty and one hundred and eighty", 150, 180)]
    [InlineData("between two and three hundred and fifty", 200, 350)]
    [InlineData("somewhere between three hundred and four hundred", 300, 400)]
    public void Ranges(string phrase, double low, double high)
    {
        var figure = Figure.Parse(phrase);

        Assert.Equal((FigureKind.Range, low, high), (figure.Kind, figure.Low, figure.High));
    }

    [Theory]
    [InlineData("10–13 %", 0.1, 0.13)]
    [InlineData("10–13 % of", 0.1, 0.13)]
    [InlineData("10% to 13%", 0.1, 0.13)]
    [InlineData("a quarter to a third", 0.25, 1.0 / 3)]
    public void Ranges_of_shares(string phrase, double low, double high)
    {
        var figure = Figure.Parse(phrase);

        Assert.Equal((true, low, high), (figure.IsShare, figure.Low, figure.High));
    }

    [Theory]
    [InlineData("-five")]
    [InlineData("- 5")]
    [InlineData("hundred")]
    [InlineData("hundred hundred")]
    [InlineData("five hundred hundred")]
    [InlineData("thousand")]
    [InlineData("six thousand thousand")]
    [InlineData("one thousand one million")]
    [InlineData("5 million thousand")]
    [InlineData("twenty and five")]
    [InlineData("twenty ten")]
    [InlineData("twenty-ten")]
    [InlineData("ten five")]
    [InlineData("five six")]
    [InlineData("fifty sixty")]
    [InlineData("a soldier")]
    [InlineData("brave thousand")]
    [InlineData("five quarters")]
    [InlineData("2.5 quarters")]
    [InlineData("100 and a half")]
    [InlineData("200 and a half")]
    [InlineData("2.5 and a half")]
    [InlineData("5 thousand and a half")]
    [InlineData("1.000")]
    [InlineData("12.000")]
    [InlineData("123.000")]
    [InlineData("4.5.6")]
    [InlineData("4.5,000")]
    [InlineData("4,")]
    [InlineData("4'")]
    [InlineData("4 ,000")]
    [InlineData("04,000")]
    [InlineData("4,00")]
    [InlineData("4,000'000")]
    [InlineData("4'000,000")]
    [InlineData("1e")]
    [InlineData("1e-")]
    [InlineData("1e0001")]
    [InlineData("11 in 10")]
    [InlineData("1 in 0")]
    [InlineData("-1 in 10")]
    [InlineData("3 in many")]
    [InlineData("300–600 of")]
    [InlineData("from people to 300")]
    [InlineData("dozens to 300")]
    [InlineData("300 to dozens")]
    [InlineData("10 % to 20 million")]
    [InlineData("500 to 1 million")]
    [InlineData("two to three hundred and fifty thousand")]
    [InlineData("one to one thousand five hundred")]
    [InlineData("fifty to one million two hundred thousand")]
    [InlineData("eight hundred to one million")]
    [InlineData("4 ± two million five hundred thousand")]
    [InlineData("1,500 ± 2 million")]
    [InlineData("between one hundred and fifty")]
    public void What_may_mean_several_things_or_none_is_refused(string phrase)
    {
        Assert.False(Figure.TryParse(phrase, out _, out var error));
        Assert.NotEmpty(error);
    }

    [Theory]
    [InlineData("3 in many", "the whole is missing; write a share such as one in ten, 3 out of 10 or 30 %")]
    [InlineData("11 in 10", "a part cannot exceed its whole; write a share such as one in ten")]
    [InlineData("4,000'000", "groups of digits have one kind of separator, as in 4,000,000")]
    [InlineData("between 300", "the upper end is missing; write between 300 and 600")]
    [InlineData("between one hundred and fifty", "the upper end is missing; write between 300 and 600")]
    [InlineData("from 300", "the upper end is missing; write from 300 to 600")]
    [InlineData("4 ± 2 million", "it is not clear how large the first number is; write both in full, such as 4,000,000 ± 200,000")]
    [InlineData("4 (95% CI 20–30%)", "the interval and its best value must both be shares or both be numbers")]
    public void A_refusal_says_what_would_be_right(string phrase, string advice)
    {
        Assert.False(Figure.TryParse(phrase, out _, out var error));
        Assert.Contains(advice, error, StringComparison.Ordinal);
    }

    /// <summary>One per cent is to a share what one is to a number.</summary>
    [Theory]
    [InlineData("25 %", "25")]
    [InlineData("exactly 25 %", "exactly 25")]
    [InlineData("about 30 %", "about 30")]
    [InlineData("nearly 40 %", "nearly 40")]
    [InlineData("at least 10 %", "at least 10")]
    [InlineData("up to 90 %", "up to 90")]
    [InlineData("10–13 %", "10–13")]
    [InlineData("10–10 %", "10–10")]
    [InlineData("25 % (95% CI 20–30 %)", "25 (95% CI 20–30)")]
    [InlineData("25 % (95% CI 25–25 %)", "25 (95% CI 25–25)")]
    public void A_share_reads_as_the_number_of_its_per_cent(string share, string number)
    {
        var (a, b) = (HedgeReading.SignificantDigit.Interpret(Figure.Parse(share)), HedgeReading.SignificantDigit.Interpret(Figure.Parse(number)));

        Assert.Equal(
            [b.Low, b.High, b.Value, b.Shape.Low, b.Shape.High, b.Shape.LowShoulder, b.Shape.HighShoulder, b.Shape.LowTail, b.Shape.HighTail],
            [a.Low, a.High, a.Value, a.Shape.Low, a.Shape.High, a.Shape.LowShoulder, a.Shape.HighShoulder, a.Shape.LowTail, a.Shape.HighTail],
            (expected, actual) => expected == 100 * actual || Math.Abs(expected - 100 * actual) < 1e-9);
    }

    [Theory]
    [InlineData(",", ".", "about 4,000.5")]
    [InlineData(",", ";", "about 4,000;5")]
    [InlineData(" ", ".", "about 4 000.5")]
    [InlineData(".", ",", "about 4.000,5")]
    public void Text_has_the_separators_of_a_culture(string group, string point, string expected)
    {
        var numbers = new NumberFormatInfo { NumberGroupSeparator = group, NumberDecimalSeparator = point };

        foreach (var format in new[] { null, "", "G", "g" }) Assert.Equal(expected, Figure.Parse("about 4,000.5").ToString(format, numbers));
    }

    [Fact]
    public void Other_formats_are_refused_by_name() =>
        Assert.Contains("\"N0\"", Assert.Throws<FormatException>(() => Figure.Parse("400").ToString("N0", null)).Message, StringComparison.Ordinal);

    [Fact]
    public void Ranges_in_numbers_are_written_with_a_dash_and_below_zero_with_a_word()
    {
        Assert.Equal("0–300", Figure.Between(0, 300).Text);
        Assert.Equal("-5 to 0", Figure.Between(-5, 0).Text);
        Assert.Equal("exactly 0.000000000001", Figure.Exactly(1e-12).Text);
        Assert.Equal("exactly 1E-13", Figure.Exactly(1e-13).Text);
    }

    [Theory]
    [InlineData(double.NaN, 1.0, 2.0, "low")]
    [InlineData(0.0, double.PositiveInfinity, 2.0, "best")]
    [InlineData(0.0, 1.0, double.NegativeInfinity, "high")]
    [InlineData(2.0, 1.0, 3.0, "best")]
    [InlineData(0.0, 2.0, 1.0, "best")]
    [InlineData(2.0, null, 1.0, "best")]
    public void A_reading_cannot_answer_with_ends_out_of_order_or_not_finite(double? low, double? best, double? high, string named) =>
        Assert.Equal(named, Assert.Throws<ArgumentOutOfRangeException>(() => new FigureRange(low, best, high)).ParamName);

    [Theory]
    [InlineData(2e15, 2e15, 2e15)]
    [InlineData(1.0, 2e15, 3.0)]
    [InlineData(1.0, 2.0, 2e15)]
    [InlineData(double.NegativeInfinity, 2.0, 3.0)]
    public void An_interval_has_numbers_up_to_1e15(double low, double best, double high) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Figure.Interval(best, low, high));

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.99999)]
    public void The_lowest_and_the_highest_level_are_levels(double level) => Assert.Equal(2, Figure.Interval(2, 1, 3, level).Value);

    [Theory]
    [InlineData(1e15)]
    [InlineData(-1e15)]
    public void The_largest_number_is_a_figure(double value) => Assert.Equal(value, Figure.Exactly(value).Value);

    [Fact]
    public void A_reading_may_answer_with_one_value_or_an_open_side()
    {
        Assert.Equal((5.0, 5.0, 5.0), (new FigureRange(5, 5, 5).Low, new FigureRange(5, 5, 5).Best, new FigureRange(5, 5, 5).High));
        Assert.Null(new FigureRange(5, null, null).High);
        Assert.Null(new FigureRange(null, null, 5).Low);
    }
}
