using Xunit;

namespace Reconcile.Tests.Figures;

public sealed class FigureParserTests
{
    [Theory]
    [InlineData("471", 471, 1)]
    [InlineData("0", 0, 1)]
    [InlineData("zero", 0, 1)]
    [InlineData("none", 0, 1)]
    [InlineData("no", 0, 1)]
    [InlineData("-5", -5, 1)]
    [InlineData("−5", -5, 1)]
    [InlineData("4,000", 4000, 1000)]
    [InlineData("4 000", 4000, 1000)]
    [InlineData("4\u00A0000\u202F000", 4e6, 1e6)]
    [InlineData("12'500", 12500, 100)]
    [InlineData("4000", 4000, 1000)]
    [InlineData("3,600", 3600, 100)]
    [InlineData("3.25", 3.25, 0.01)]
    [InlineData(".5", 0.5, 0.1)]
    [InlineData("3.50", 3.5, 0.01)]
    [InlineData("1E-07", 1e-7, 1e-7)]
    [InlineData("1e5", 1e5, 1e5)]
    [InlineData("1.5 million", 1.5e6, 1e5)]
    [InlineData("2.0 million", 2e6, 1e5)]
    [InlineData("63k", 63000, 1000)]
    [InlineData("2m", 2e6, 1e6)]
    [InlineData("1.2 bn", 1.2e9, 1e8)]
    [InlineData("10 thousand", 10000, 10000)]
    [InlineData("3 hundred thousand", 300000, 100000)]
    [InlineData("three hundred", 300, 100)]
    [InlineData("Three  Hundred", 300, 100)]
    [InlineData("a hundred", 100, 100)]
    [InlineData("a thousand two hundred", 1200, 100)]
    [InlineData("twenty-five", 25, 1)]
    [InlineData("twenty five thousand", 25000, 1000)]
    [InlineData("four hundred and fifty", 450, 10)]
    [InlineData("fifteen hundred", 1500, 100)]
    [InlineData("two hundred thousand", 200000, 100000)]
    [InlineData("one million two hundred thousand and six", 1200006, 1)]
    [InlineData("half a million", 500000, 100000)]
    [InlineData("a half million", 500000, 100000)]
    [InlineData("a quarter of a million", 250000, 10000)]
    [InlineData("three quarters of a million", 750000, 10000)]
    [InlineData("one and a half million", 1.5e6, 1e5)]
    [InlineData("two million and a half", 2.5e6, 1e5)]
    [InlineData("two and a half", 2.5, 0.1)]
    [InlineData("2 and a half thousand", 2500, 100)]
    public void A_bare_number_is_a_point(string phrase, double value, double unit)
    {
        var figure = Figure.Parse(phrase);

        Assert.Equal((FigureKind.Point, Hedge.None, value, unit), (figure.Kind, figure.Hedge, figure.Value, figure.Unit));
        Assert.Equal((null, null, false, phrase), (figure.Low, figure.High, figure.IsShare, figure.Text));
    }

    [Theory]
    [InlineData("about 4,000", Hedge.About)]
    [InlineData("around 4,000", Hedge.About)]
    [InlineData("roughly 4,000", Hedge.About)]
    [InlineData("Approximately 4,000", Hedge.About)]
    [InlineData("approx. 4,000", Hedge.About)]
    [InlineData("approx 4,000", Hedge.About)]
    [InlineData("some 4,000", Hedge.About)]
    [InlineData("an estimated 4,000", Hedge.About)]
    [InlineData("circa 4,000", Hedge.About)]
    [InlineData("ca. 4,000", Hedge.About)]
    [InlineData("ca 4,000", Hedge.About)]
    [InlineData("c.4,000", Hedge.About)]
    [InlineData("~4,000", Hedge.About)]
    [InlineData("≈ 4,000", Hedge.About)]
    [InlineData("4,000 or so", Hedge.About)]
    [InlineData("4,000-ish", Hedge.About)]
    [InlineData("4000ish", Hedge.About)]
    [InlineData("about 4,000 or so", Hedge.About)]
    [InlineData("nearly four thousand", Hedge.Nearly)]
    [InlineData("almost 4,000", Hedge.Nearly)]
    [InlineData("approaching 4,000", Hedge.Nearly)]
    [InlineData("close to 4,000", Hedge.Nearly)]
    [InlineData("just under 4k", Hedge.Nearly)]
    [InlineData("on the order of 4,000", Hedge.About)]
    [InlineData("in the order of 4,000", Hedge.About)]
    [InlineData("slightly fewer than 4,000", Hedge.Nearly)]
    [InlineData("a little less than 4,000", Hedge.Nearly)]
    [InlineData("just over 4,000", Hedge.JustOver)]
    [InlineData("just above four thousand", Hedge.JustOver)]
    [InlineData("slightly more than 4,000", Hedge.JustOver)]
    [InlineData("a little over 4k", Hedge.JustOver)]
    [InlineData("exactly 4,000", Hedge.Exactly)]
    [InlineData("precisely 4,000", Hedge.Exactly)]
    public void A_hedged_number_is_a_point(string phrase, Hedge hedge)
    {
        var figure = Figure.Parse(phrase);

        Assert.Equal((FigureKind.Point, hedge, 4000.0, 1000.0), (figure.Kind, figure.Hedge, figure.Value, figure.Unit));
    }

    [Theory]
    [InlineData("at least 5,000")]
    [InlineData("more than 5,000")]
    [InlineData("over 5,000")]
    [InlineData("well over 5,000")]
    [InlineData("above 5,000")]
    [InlineData("no less than 5,000")]
    [InlineData("no fewer than 5,000")]
    [InlineData("upwards of 5,000")]
    [InlineData("in excess of five thousand")]
    [InlineData("exceeding 5,000")]
    [InlineData("minimum 5,000")]
    [InlineData("min. 5,000")]
    [InlineData("≥ 5,000")]
    [InlineData(">=5,000")]
    [InlineData("> 5,000")]
    [InlineData("5,000+")]
    [InlineData("5,000 or more")]
    [InlineData("at least 5,000 or more")]
    [InlineData("some 5,000 or more")]
    [InlineData("at least about 5,000")]
    [InlineData("5,000 at least")]
    [InlineData("5,000 at the very least")]
    [InlineData("at the very least 5,000")]
    [InlineData("far more than 5,000")]
    [InlineData("well more than 5,000")]
    [InlineData("5,000 and over")]
    [InlineData("5,000 or over")]
    public void A_floor_has_no_high(string phrase)
    {
        var figure = Figure.Parse(phrase);

        Assert.Equal((FigureKind.Floor, Hedge.AtLeast), (figure.Kind, figure.Hedge));
        Assert.Equal((5000.0, null, null, 1000.0), (figure.Low, figure.Value, figure.High, figure.Unit));
    }

    [Theory]
    [InlineData("up to 300")]
    [InlineData("at most 300")]
    [InlineData("less than 300")]
    [InlineData("fewer than 300")]
    [InlineData("under 300")]
    [InlineData("below 300")]
    [InlineData("no more than 300")]
    [InlineData("max 300")]
    [InlineData("max. 300")]
    [InlineData("maximum 300")]
    [InlineData("not more than three hundred")]
    [InlineData("as many as 300")]
    [InlineData("≤300")]
    [InlineData("<= 300")]
    [InlineData("< 300")]
    [InlineData("300 or less")]
    [InlineData("300 or fewer")]
    [InlineData("not exceeding 300")]
    [InlineData("far fewer than 300")]
    [InlineData("at the very most 300")]
    [InlineData("300 at the most")]
    [InlineData("up to about 300")]
    public void A_ceiling_has_no_low(string phrase)
    {
        var figure = Figure.Parse(phrase);

        Assert.Equal((FigureKind.Ceiling, Hedge.AtMost), (figure.Kind, figure.Hedge));
        Assert.Equal((null, null, 300.0, 100.0), (figure.Low, figure.Value, figure.High, figure.Unit));
    }

    [Theory]
    [InlineData("between 300 and 600", 300, 600)]
    [InlineData("from 300 to 600", 300, 600)]
    [InlineData("anywhere from 300 to 600", 300, 600)]
    [InlineData("ranging from 300 to 600", 300, 600)]
    [InlineData("ranging 300–600", 300, 600)]
    [InlineData("more than 300 but less than 600", 300, 600)]
    [InlineData("over 300 and up to 600", 300, 600)]
    [InlineData("at least 300, at most 600", 300, 600)]
    [InlineData("a minimum of 300, but no more than about 600", 300, 600)]
    [InlineData("more than 1 but less than 2 million", 1e6, 2e6)]
    [InlineData("300–600", 300, 600)]
    [InlineData("300-600", 300, 600)]
    [InlineData("300 — 600", 300, 600)]
    [InlineData("300−600", 300, 600)]
    [InlineData("300 − 600", 300, 600)]
    [InlineData("−5−−3", -5, -3)]
    [InlineData("300 to 600 in total", 300, 600)]
    [InlineData("only two or three", 2, 3)]
    [InlineData("300 to 600", 300, 600)]
    [InlineData("about 300 to 600", 300, 600)]
    [InlineData("three to six hundred", 300, 600)]
    [InlineData("fifty to one hundred", 50, 100)]
    [InlineData("twenty-thirty", 20, 30)]
    [InlineData("1–2 million", 1e6, 2e6)]
    [InlineData("between 1.5 and 2 million", 1.5e6, 2e6)]
    [InlineData("3-5k", 3000, 5000)]
    [InlineData("500,000 to 1 million", 500000, 1e6)]
    [InlineData("two to three hundred thousand", 200000, 300000)]
    [InlineData("-5 to 3", -5, 3)]
    [InlineData("-5–-3", -5, -3)]
    [InlineData("0–12", 0, 12)]
    [InlineData("100 to 300, probably at the low end", 100, 300)]
    [InlineData("100–300 (most likely nearer to the upper end of the range)", 100, 300)]
    public void A_range_has_two_ends(string phrase, double low, double high)
    {
        var figure = Figure.Parse(phrase);

        Assert.Equal((FigureKind.Range, Hedge.Between), (figure.Kind, figure.Hedge));
        Assert.Equal((low, null, high), (figure.Low, figure.Value, figure.High));
    }

    [Theory]
    [InlineData("4,645 (95% CI 793–8,498)", 4645, 793, 8498, 0.95)]
    [InlineData("4,645 (95 % CI: 793-8,498)", 4645, 793, 8498, 0.95)]
    [InlineData("about 4,645 (95% confidence interval, 793 to 8,498)", 4645, 793, 8498, 0.95)]
    [InlineData("4,645 [CI 90%: 793–8,498]", 4645, 793, 8498, 0.9)]
    [InlineData("4,645 (80% CI = 793, 8,498)", 4645, 793, 8498, 0.8)]
    [InlineData("4,645 (CI 793–8,498)", 4645, 793, 8498, 0.95)]
    [InlineData("4,645 (793–8,498)", 4645, 793, 8498, 0.95)]
    [InlineData("1.5 million (1.2–1.8 million)", 1.5e6, 1.2e6, 1.8e6, 0.95)]
    [InlineData("4,000 ± 200", 4000, 3800, 4200, 0.95)]
    [InlineData("4,000 +/- 200", 4000, 3800, 4200, 0.95)]
    [InlineData("4,000 plus or minus 200", 4000, 3800, 4200, 0.95)]
    [InlineData("25% (95% CI 20–30%)", 0.25, 0.2, 0.3, 0.95)]
    [InlineData("25% (CI 20%–30%)", 0.25, 0.2, 0.3, 0.95)]
    [InlineData("25 % ± 5 %", 0.25, 0.2, 0.3, 0.95)]
    public void An_interval_has_a_best_value_and_a_level(string phrase, double best, double low, double high, double level)
    {
        var figure = Figure.Parse(phrase);

        Assert.Equal((FigureKind.Range, Hedge.Interval), (figure.Kind, figure.Hedge));
        Assert.Equal((best, level), (figure.Value, figure.Facts.Level));
        Assert.Equal(low, figure.Low!.Value, 1e-12);
        Assert.Equal(high, figure.High!.Value, 1e-12);
    }

    [Theory]
    [InlineData("dozens", 24, 108)]
    [InlineData("dozens of", 24, 108)]
    [InlineData("scores", 40, 180)]
    [InlineData("tens", 20, 90)]
    [InlineData("hundreds", 200, 900)]
    [InlineData("thousands", 2000, 9000)]
    [InlineData("tens of thousands", 20000, 90000)]
    [InlineData("hundreds of thousands", 200000, 900000)]
    [InlineData("several hundred", 200, 600)]
    [InlineData("several", 2, 6)]
    [InlineData("a few", 2, 6)]
    [InlineData("a handful", 2, 6)]
    [InlineData("a handful of", 2, 6)]
    [InlineData("a few thousand", 2000, 6000)]
    [InlineData("a few dozen", 24, 72)]
    [InlineData("several hundred thousand", 200000, 600000)]
    [InlineData("several tens of thousands", 20000, 60000)]
    [InlineData("a couple", 2, 3)]
    [InlineData("a couple of hundred", 200, 300)]
    [InlineData("many", 20, 60)]
    public void Number_words_read_from_the_word_table(string phrase, double low, double high)
    {
        var figure = Figure.Parse(phrase);

        Assert.Equal((FigureKind.Range, Hedge.Words, null), (figure.Kind, figure.Hedge, figure.Value));
        Assert.Equal(new FigureRange(low, null, high), figure.Read(HedgeReading.SignificantDigit));
    }

    [Fact]
    public void Bounds_of_number_words_take_the_outer_end()
    {
        Assert.Equal(new FigureRange(200, null, null), Figure.Parse("at least several hundred").Read(HedgeReading.SignificantDigit));
        Assert.Equal(new FigureRange(0, null, 600), Figure.Parse("up to several hundred").Read(HedgeReading.SignificantDigit));
    }

    [Theory]
    [InlineData("a dozen", 12)]
    [InlineData("about a dozen", 12)]
    [InlineData("two dozen", 24)]
    [InlineData("half a dozen", 6)]
    [InlineData("a score", 20)]
    public void A_dozen_is_about_twelve(string phrase, double value)
    {
        var figure = Figure.Parse(phrase);

        Assert.Equal((FigureKind.Point, Hedge.About, value), (figure.Kind, figure.Hedge, figure.Value));
        Assert.Equal(0.85 * value, HedgeReading.SignificantDigit.Interpret(figure).Low, 1e-9);
    }

    [Theory]
    [InlineData("300–600 (best 400)", 300, 400, 600)]
    [InlineData("300 to 600, most likely 400", 300, 400, 600)]
    [InlineData("between 300 and 600; best estimate: four hundred", 300, 400, 600)]
    [InlineData("10–13 %, probably 12", 0.1, 0.12, 0.13)]
    [InlineData("400 (±20)", 380, 400, 420)]
    [InlineData("-300 to -100, best -200", -300, -200, -100)]
    [InlineData("1 to 2 million, most likely a million and a half", 1e6, 1.5e6, 2e6)]
    public void A_best_value_may_follow_a_range_and_a_width_stand_in_brackets(string phrase, double low, double best, double high)
    {
        var figure = Figure.Parse(phrase);

        Assert.Equal((FigureKind.Range, low, best, high), (figure.Kind, figure.Low, figure.Value, figure.High));
    }

    [Theory]
    [InlineData("a total of 12", "12")]
    [InlineData("a total of at least 12", "at least 12")]
    [InlineData("estimated at 300", "an estimated 300")]
    [InlineData("min 500", "at least 500")]
    [InlineData("in the hundreds", "hundreds")]
    [InlineData("at least in the tens of thousands", "at least tens of thousands")]
    [InlineData("3 of 4", "3 out of 4")]
    [InlineData("three of four", "3 out of 4")]
    [InlineData("3 million of 4 million", "3 of 4")]
    [InlineData("only 12", "12")]
    [InlineData("only about 12", "about 12")]
    [InlineData("just 12", "12")]
    [InlineData("just a few", "a few")]
    [InlineData("a total of only 12", "12")]
    [InlineData("400 in total", "400")]
    [InlineData("about 400 in all", "about 400")]
    [InlineData("12 so far", "12")]
    [InlineData("at least 12 confirmed so far", "at least 12")]
    [InlineData("12 or more to date", "at least 12")]
    [InlineData("12 to date", "12")]
    [InlineData("25 % so far", "25 %")]
    [InlineData("hundreds so far", "hundreds")]
    [InlineData("nobody", "none")]
    [InlineData("no one", "none")]
    [InlineData("not one", "none")]
    [InlineData("not a single one", "none")]
    [InlineData("a single", "one")]
    [InlineData("a quarter million", "a quarter of a million")]
    [InlineData("three-quarter million", "three quarters of a million")]
    [InlineData("2½ million", "2.5 million")]
    [InlineData("2 ½ million", "2.5 million")]
    [InlineData("3¾", "3.75")]
    [InlineData("10½", "10.5")]
    [InlineData("½ million", "half a million")]
    [InlineData("1/2 million", "half a million")]
    [InlineData("¾ million", "three quarters of a million")]
    [InlineData("½ dozen", "half a dozen")]
    [InlineData("½", "half")]
    [InlineData("⅔ of", "two thirds")]
    [InlineData("1/3", "a third")]
    [InlineData("3/4", "three quarters")]
    [InlineData("at least 1/3", "at least a third")]
    [InlineData("1/3 to 1/2", "a third to a half")]
    [InlineData("2 per 1,000", "2 in 1,000")]
    public void Says_the_same(string phrase, string same) => Assert.Equal(Figure.Parse(same).Facts, Figure.Parse(phrase).Facts);

    [Theory]
    [InlineData("a third of", 1.0 / 3, Hedge.About)]
    [InlineData("a third", 1.0 / 3, Hedge.About)]
    [InlineData("one-third", 1.0 / 3, Hedge.About)]
    [InlineData("two thirds", 2.0 / 3, Hedge.About)]
    [InlineData("three-quarters", 0.75, Hedge.About)]
    [InlineData("half", 0.5, Hedge.About)]
    [InlineData("half of", 0.5, Hedge.About)]
    [InlineData("a quarter", 0.25, Hedge.About)]
    [InlineData("about a third", 1.0 / 3, Hedge.About)]
    [InlineData("exactly half", 0.5, Hedge.Exactly)]
    [InlineData("25 %", 0.25, Hedge.None)]
    [InlineData("25%", 0.25, Hedge.None)]
    [InlineData("12.5 percent", 0.125, Hedge.None)]
    [InlineData("twenty per cent", 0.2, Hedge.None)]
    [InlineData("one in ten", 0.1, Hedge.About)]
    [InlineData("1 in 10", 0.1, Hedge.About)]
    [InlineData("three out of ten", 0.3, Hedge.About)]
    public void A_share_is_a_fraction(string phrase, double value, Hedge hedge)
    {
        var figure = Figure.Parse(phrase);

        Assert.Equal((FigureKind.Point, hedge, true, value), (figure.Kind, figure.Hedge, figure.IsShare, figure.Value));
    }

    [Fact]
    public void Shares_have_bounds_and_ranges()
    {
        Assert.Equal((FigureKind.Floor, true, 0.25), (Figure.Parse("at least 25 %").Kind, Figure.Parse("at least 25 %").IsShare, Figure.Parse("at least 25 %").Low));
        Assert.Equal((true, 0.1, 0.13), (Figure.Parse("10–13 %").IsShare, Figure.Parse("10–13 %").Low, Figure.Parse("10–13 %").High));
        Assert.Equal((true, 0.1, 0.13), (Figure.Parse("10% to 13%").IsShare, Figure.Parse("10% to 13%").Low, Figure.Parse("10% to 13%").High));
        Assert.Equal((true, 1.0 / 3, 0.5), (Figure.Parse("between a third and a half").IsShare, Figure.Parse("a third to a half").Low, Figure.Parse("a third to half").High));
        Assert.Equal(0.01, Figure.Parse("25 %").Unit);
    }
}
