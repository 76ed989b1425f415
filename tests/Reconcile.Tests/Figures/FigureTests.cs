using System.Globalization;
using Xunit;

namespace Reconcile.Tests.Figures;

public sealed class FigureTests
{
    [Fact]
    public void A_factory_says_what_a_speaker_would_say()
    {
        Assert.Equal("exactly 471", Figure.Exactly(471).Text);
        Assert.Equal("about 400", Figure.About(400).Text);
        Assert.Equal("at least 5,000", Figure.AtLeast(5000).Text);
        Assert.Equal("at most 1,234,567.5", Figure.AtMost(1234567.5).Text);
        Assert.Equal("300–600", Figure.Between(300, 600).Text);
        Assert.Equal("-5 to 3", Figure.Between(-5, 3).Text);
        Assert.Equal("400 (95% CI 350–450)", Figure.Interval(400, 350, 450).Text);
        Assert.Equal("400 (90% CI 350–450)", Figure.Interval(400, 350, 450, 0.9).Text);
        Assert.Equal("about 0.00025", Figure.About(0.00025).Text);
    }

    [Fact]
    public void A_factory_and_a_phrase_that_say_the_same_are_equal()
    {
        Assert.Equal(Figure.About(400), Figure.Parse("about 400"));
        Assert.Equal(Figure.About(400), Figure.Parse("  ABOUT four  hundred "));
        Assert.Equal(Figure.AtLeast(5000), Figure.Parse("5,000+"));
        Assert.Equal(Figure.Between(300, 600), Figure.Parse("between 300 and 600"));
        Assert.Equal(Figure.Interval(4645, 793, 8498), Figure.Parse("4,645 (793–8,498)"));
        Assert.Equal(Figure.About(400).GetHashCode(), Figure.Parse("some 400").GetHashCode());
    }

    [Fact]
    public void Figures_that_say_different_things_differ()
    {
        Figure[] figures =
        [
            .. new[]
            {
                "400", "about 400", "approximately 400", "exactly 400", "nearly 400", "at least 400", "at most 400", "400–600", "400–500",
                "400–600, probably at the low end", "400–600, probably at the high end", "500 (400–600)", "500 (90% CI 400–600)", "hundreds",
                "several hundred", "at least several hundred", "400 %", "400.0", "a third", "4",
            }.Select(Figure.Parse),
        ];

        for (var i = 0; i < figures.Length; i++)
        {
            for (var j = 0; j < figures.Length; j++)
                Assert.Equal(i == j, figures[i] == figures[j]);
        }

        Assert.True(figures[0] != null);
        Assert.False(figures[0].Equals((object)"400"));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1.1e15)]
    [InlineData(-1e16)]
    public void A_factory_refuses_what_is_no_finite_number_of_at_most_1e15(double value)
    {
        Action[] attempts =
        [
            () => Figure.Exactly(value), () => Figure.About(value), () => Figure.AtLeast(value), () => Figure.AtMost(value),
            () => Figure.Between(value, 1), () => Figure.Between(1, value),
            () => Figure.Interval(value, 1, 2), () => Figure.Interval(1, value, 2), () => Figure.Interval(1, 0, value),
        ];

        foreach (var attempt in attempts)
            Assert.Contains("between -1e15 and 1e15", Assert.Throws<ArgumentOutOfRangeException>(attempt).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_factory_refuses_ends_out_of_order_and_odd_levels()
    {
        Assert.Equal("high", Assert.Throws<ArgumentOutOfRangeException>(() => Figure.Between(600, 300)).ParamName);
        Assert.Equal("low", Assert.Throws<ArgumentOutOfRangeException>(() => Figure.Interval(400, 401, 500)).ParamName);
        Assert.Equal("high", Assert.Throws<ArgumentOutOfRangeException>(() => Figure.Interval(400, 300, 399)).ParamName);
        foreach (var level in new[] { 0, 1, -1, 95, double.NaN })
            Assert.Equal("level", Assert.Throws<ArgumentOutOfRangeException>(() => Figure.Interval(400, 300, 500, level)).ParamName);
    }

    [Fact]
    public void Separate_numbers_compose_a_figure()
    {
        Assert.Equal(Figure.AtLeast(5), Composed(5, null, null));
        Assert.Equal(Figure.AtMost(5), Composed(null, null, 5));
        Assert.Equal(Figure.Parse("5"), Composed(null, 5, null));
        Assert.Equal(Figure.Between(4, 6), Composed(4, null, 6));
        Assert.Equal(Figure.Interval(5, 4, 6), Composed(4, 5, 6));
        Assert.Equal(Figure.Interval(5, 4, 6, 0.8), Composed(4, 5, 6, 0.8));
        Assert.Equal(Figure.Parse("25 %"), Composed(null, 0.25, null, isShare: true));
        Assert.Equal(Figure.Parse("10–13 %"), Composed(0.1, null, 0.13, isShare: true));
        Assert.Equal("7%", Composed(null, 0.07, null, isShare: true).Text);
    }

    [Theory]
    [InlineData(null, null, null, null, "found none")]
    [InlineData(1.0, 2.0, null, null, "one end only")]
    [InlineData(1.0, null, 2.0, 0.9, "A level belongs to an interval")]
    [InlineData(1.0, 2.0, 3.0, 95.0, "such as 0.95; found 95")]
    [InlineData(3.0, null, 2.0, null, "low ≤ best ≤ high; found low 3, high 2")]
    [InlineData(1.0, 5.0, 2.0, null, "found low 1, best 5, high 2")]
    [InlineData(1e16, null, null, null, "between -1e15 and 1e15")]
    public void Numbers_that_make_no_figure_are_refused_with_the_reason(double? low, double? best, double? high, double? level, string expected)
    {
        Assert.False(Figure.TryCompose(low, best, high, level, isShare: false, out var figure, out var error));

        Assert.Null(figure);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_are_written_in_the_culture_that_is_asked_for()
    {
        var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        german.NumberFormat.NumberGroupSeparator = ".";
        german.NumberFormat.NumberDecimalSeparator = ",";

        Assert.Equal("about 4.000, or so", Figure.Read("about 4,000, or so").ToString(null, german));
        Assert.Equal("1.234,5 (95% CI 1.000–2.000)", Figure.Interval(1234.5, 1000, 2000).ToString("G", german));
        Assert.Equal("at least 5,000", $"{Figure.AtLeast(5000)}");
        Assert.Equal("at least 5,000", Figure.AtLeast(5000).ToString());
        Assert.Throws<FormatException>(() => Figure.AtLeast(5000).ToString("N0", german));
    }

    [Fact]
    public void Figures_parse_through_the_interfaces_of_the_platform()
    {
        Assert.Equal(Figure.About(400), Parsed<Figure>("about 400"));
        Assert.Equal(Figure.About(400), ParsedSpan<Figure>("about 400"));
    }

    private static T Parsed<T>(string text)
        where T : IParsable<T> => T.TryParse(text, null, out var value) && !T.TryParse("?", null, out _) ? value : T.Parse(text, null);

    private static T ParsedSpan<T>(ReadOnlySpan<char> text)
        where T : ISpanParsable<T> => T.TryParse(text, null, out var value) && !T.TryParse("?", null, out _) ? value : T.Parse(text, null);

    private static Figure Composed(double? low, double? best, double? high, double? level = null, bool isShare = false)
    {
        Assert.True(Figure.TryCompose(low, best, high, level, isShare, out var figure, out var error), error);
        return figure;
    }
}
