using System.Text;
using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace Reconcile.Tests.Figures;

[Properties(Arbitrary = [typeof(RandomFigures)], MaxTest = 500)]
public sealed class FigurePropertyTests
{
    private static readonly HedgeReading[] Readings = [HedgeReading.SignificantDigit, HedgeReading.Ferson2015, HedgeReading.Ferson2015Wide];

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    [Property]
    public void Every_phrase_of_a_hedge_and_a_number_is_understood(RandomFigures.Phrase phrase)
    {
        var figure = Figure.Parse(phrase.Text);

        Assert.Equal(phrase.Number, figure.Value ?? figure.Low ?? figure.High);
        Assert.Equal(phrase.Text, figure.Text);
        Assert.Equal(figure, Figure.Parse(phrase.Text.ToUpperInvariant()));
    }

    [Property]
    public void The_unit_is_that_of_the_last_significant_digit(RandomFigures.Said said)
    {
        Assert.Equal(said.Unit, Figure.About(said.Value).Unit);
        Assert.Equal(said.Unit, Figure.Parse(Figure.About(said.Value).Text).Unit);
    }

    [Property]
    public void The_text_of_a_figure_made_from_numbers_parses_back_to_it(
        NormalFloat a, NormalFloat b, NormalFloat c, PositiveInt levelSeed, bool isShare)
    {
        var ends = new[] { Clipped(a.Get), Clipped(b.Get), Clipped(c.Get) };
        Array.Sort(ends);
        var level = (levelSeed.Get % 997 + 1) / 1000.0 + 0.001;

        Returns(Figure.Exactly(ends[0]));
        Returns(Figure.About(ends[0]));
        Returns(Figure.AtLeast(ends[0]));
        Returns(Figure.AtMost(ends[0]));
        Returns(Figure.Between(ends[0], ends[1]));
        Returns(level is >= 0.01 ? Figure.Interval(ends[1], ends[0], ends[2], level) : Figure.Interval(ends[1], ends[0], ends[2]));
        var parts = new (double? Low, double? Best, double? High)[]
        {
            (ends[0], null, null), (null, ends[0], null), (null, null, ends[0]), (ends[0], null, ends[1]), (ends[0], ends[1], ends[2]),
        };
        foreach (var (low, best, high) in parts)
        {
            Assert.True(Figure.TryCompose(low, best, high, null, isShare, out var figure, out _));
            Returns(figure);
        }
    }

    [Property]
    public void A_reading_holds_its_best_value(RandomFigures.Phrase phrase)
    {
        var figure = Figure.Parse(phrase.Text);
        foreach (var reading in Readings)
        {
            var range = figure.Read(reading);
            var interpretation = reading.Interpret(figure);

            Assert.True(range.Low is not null || range.High is not null);
            Assert.True(interpretation.Low <= interpretation.Value && interpretation.Value <= interpretation.High);
            Assert.True(interpretation.Shape.Low <= interpretation.Shape.High);
            Assert.True(interpretation.Shape is { LowShoulder: > 0 } or { LowTail: > 0 });
            Assert.True(interpretation.Shape is { HighShoulder: > 0 } or { HighTail: > 0 });
        }
    }

    [Property]
    public void Ten_times_the_figure_reads_ten_times_as_wide(PositiveInt digits, bool isAbout)
    {
        var value = digits.Get % 100_000 * 10.0 + 10;
        var (small, large) = isAbout
            ? (Figure.About(value), Figure.About(value * 10))
            : (Figure.Parse(FormattableString.Invariant($"{value}")), Figure.Parse(FormattableString.Invariant($"{value * 10}")));
        var (one, ten) = (HedgeReading.SignificantDigit.Interpret(small), HedgeReading.SignificantDigit.Interpret(large));

        Assert.Equal(one.Low * 10, ten.Low, 1e-9 * value);
        Assert.Equal(one.High * 10, ten.High, 1e-9 * value);
        Assert.Equal(one.Shape.LowShoulder * 10, ten.Shape.LowShoulder, 1e-9 * value);
    }

    [Property(MaxTest = 3000)]
    public void No_text_makes_the_parser_throw_or_read_nonsense(RandomFigures.Noise noise) => IsSound(noise.Text);

    [Property]
    public void No_unicode_makes_the_parser_throw(string? text) => IsSound(text);

    [Fact]
    public void A_long_text_is_refused_with_a_short_error()
    {
        foreach (var piece in new[] { "1", " ", "about ", "(", "one hundred ", "-", "a third of " })
        {
            var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
            Assert.False(Figure.TryParse(text, out _, out var error));
            Assert.Contains("characters; a figure has at most 1,000", error, StringComparison.Ordinal);
            Assert.False(Figure.TryParse(text[..999] + "?", out _, out error));
            Assert.True(error.Length < 400, error);
        }
    }

    private static void IsSound(string? text)
    {
        if (!Figure.TryParse(text, out var figure, out var error))
        {
            Assert.Null(figure);
            Assert.NotEmpty(error);
            Assert.True(Strict.GetByteCount(error) > 0);
            return;
        }

        Assert.Null(error);
        foreach (var reading in Readings)
        {
            var range = figure.Read(reading);
            Assert.True(range.Low is not null || range.High is not null);
        }
    }

    private static void Returns(Figure figure) => Assert.Equal(figure, Figure.Parse(figure.Text));

    private static double Clipped(double value) => Math.Clamp(value, -1e12, 1e12);
}
