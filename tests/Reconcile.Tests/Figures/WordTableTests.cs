using Xunit;

namespace Reconcile.Tests.Figures;

public sealed class WordTableTests
{
    [Theory]
    [InlineData("acled", "tens", 8.5, 10.0, 11.5)]
    [InlineData("acled", "dozens", 11.5, 12.0, 12.5)]
    [InlineData("acled", "hundreds", 85.0, 100.0, 115.0)]
    [InlineData("acled", "scores", 17.0, 20.0, 23.0)]
    [InlineData("acled", "thousands", 850.0, 1_000.0, 1_150.0)]
    [InlineData("acled", "several", 3.0, null, 10.0)]
    [InlineData("acled", "many", 3.0, null, 10.0)]
    [InlineData("ucdp-inferred", "dozens", 23.5, 24.0, 24.5)]
    [InlineData("ucdp-inferred", "scores", 35.0, 40.0, 45.0)]
    [InlineData("ucdp-inferred", "thousands", 1_700.0, 2_000.0, 2_300.0)]
    [InlineData("gtd", "many", null, null, null)]
    [InlineData("gtd", "at least many", null, null, null)]
    [InlineData("gtd", "hundreds", 200.0, null, 900.0)]
    [InlineData("acled", "several hundred", 200.0, null, 600.0)]
    [InlineData("acled", "at least dozens", 12.0, null, null)]
    [InlineData("acled", "a couple", 2.0, null, 3.0)]
    [InlineData("wikimpacts", "dozens", 24.0, null, 108.0)]
    public void A_word_reads_by_the_table_or_else_as_by_default(string table, string phrase, double? low, double? best, double? high)
    {
        foreach (var hedges in HedgeReading.All)
        {
            var range = Figure.Parse(phrase).Read(hedges.WithWords(WordTable.Named(table)));

            Assert.Equal((low, best, high), (Rounded(range.Low), range.Best, Rounded(range.High)));
        }
    }

    [Theory]
    [InlineData("dozens", 36.0, null, 60.0)]
    [InlineData("several", 3.0, null, 7.0)]
    [InlineData("a few hundred", 200.0, null, 600.0)]
    [InlineData("a couple of hundred", 170.0, 200.0, 230.0)]
    [InlineData("many", null, null, null)]
    public void A_table_of_your_own_reads_as_you_say_and_leaves_the_rest_to_its_fallback(string phrase, double? low, double? best, double? high)
    {
        var table = WordTable.Custom("house-style", plural: (3, 5), several: (3, 7), couple: (2, 2), fallback: WordTable.Gtd);
        var reading = HedgeReading.SignificantDigit.WithWords(table);
        var range = Figure.Parse(phrase).Read(reading);

        Assert.Equal((low, best, high), (Rounded(range.Low), range.Best, Rounded(range.High)));
        Assert.Equal("significant-digit+house-style", reading.Name);
    }

    [Fact]
    public void A_table_of_your_own_that_says_nothing_reads_by_default() =>
        Assert.Equal(Figure.Parse("dozens").Read(HedgeReading.SignificantDigit), Figure.Parse("dozens").Read(HedgeReading.SignificantDigit.WithWords(WordTable.Custom("empty"))));

    [Fact]
    public void A_table_of_your_own_needs_a_name_of_its_own_and_numbers_in_order()
    {
        Assert.Throws<ArgumentException>("name", () => WordTable.Custom(" "));
        Assert.Contains("give yours another", Assert.Throws<ArgumentException>("name", () => WordTable.Custom("ACLED")).Message, StringComparison.Ordinal);
        Assert.Contains("found 7 and 3", Assert.Throws<ArgumentOutOfRangeException>("several", () => WordTable.Custom("house-style", several: (7, 3))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("many", () => WordTable.Custom("house-style", many: (-1, 3)));
        Assert.Throws<ArgumentOutOfRangeException>("plural", () => WordTable.Custom("house-style", plural: (1, double.PositiveInfinity)));
        Assert.Throws<ArgumentOutOfRangeException>("couple", () => WordTable.Custom("house-style", couple: (double.NaN, 3)));
    }

    [Fact]
    public void A_result_names_a_table_of_your_own_and_compares_it_with_those_of_the_library()
    {
        var options = new ReconcileOptions { Reading = HedgeReading.SignificantDigit.WithWords(WordTable.Custom("house-style", plural: (3, 5))) };
        var result = new Reconciler(options).Reconcile(Dossier.Create().Claim("killed", "dozens", "wire")).CompareReadings();

        Assert.Equal("significant-digit+house-style", result.Reading.Name);
        Assert.Contains("significant-digit+acled", result.OtherReadings.Select(change => change.Reading.Name));
    }

    [Fact]
    public void Numbers_read_as_before()
    {
        var figure = Figure.Parse("about 4,000");

        Assert.All(WordTable.All, table => Assert.Equal(figure.Read(HedgeReading.Ferson2015), figure.Read(HedgeReading.Ferson2015.WithWords(table))));
    }

    [Fact]
    public void A_reading_is_named_after_its_table_unless_that_is_its_own()
    {
        Assert.Equal("significant-digit+acled", HedgeReading.SignificantDigit.WithWords(WordTable.Acled).Name);
        Assert.Equal("significant-digit", HedgeReading.SignificantDigit.WithWords(WordTable.Acled).WithWords(WordTable.Wikimpacts).Name);
        Assert.Same(WordTable.Acled, HedgeReading.SignificantDigit.WithWords(WordTable.Acled).Words);
    }

    [Fact]
    public void A_custom_reading_passes_words_on_to_its_fallback()
    {
        var custom = HedgeReading.Custom("house", _ => null, HedgeReading.SignificantDigit.WithWords(WordTable.UcdpInferred));

        Assert.Equal("house", custom.Name);
        Assert.Equal(24, Figure.Parse("dozens").Read(custom).Best);
        Assert.Equal(12, Figure.Parse("dozens").Read(custom.WithWords(WordTable.Acled)).Best);
        Assert.Equal("house+acled", custom.WithWords(WordTable.Acled).Name);
    }

    [Fact]
    public void Every_reading_is_found_by_its_name()
    {
        foreach (var name in from reading in HedgeReading.All from table in WordTable.All select reading.WithWords(table).Name)
        {
            Assert.Equal(name, HedgeReading.Named(name).Name);
        }
    }

    [Theory]
    [InlineData("ferson", "\"ferson-2015\"")]
    [InlineData("ferson-2051", "\"ferson-2015\"")]
    [InlineData("ferson-2015+ucdp", "\"ucdp-inferred\"")]
    [InlineData("significant-digits", "\"significant-digit\"")]
    public void An_unknown_name_is_refused_with_the_nearest(string name, string nearest)
    {
        var unknown = Assert.Throws<KeyNotFoundException>(() => HedgeReading.Named(name));

        Assert.Contains($"did you mean {nearest}?", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_that_says_nothing_counts_for_nothing()
    {
        var dossier = Dossier.Create().Claim("killed", "about 400", "a");
        var options = new ReconcileOptions { Reading = HedgeReading.SignificantDigit.WithWords(WordTable.Gtd) };
        var alone = dossier.Reconcile()["killed"];
        var beside = new Reconciler(options).Reconcile(dossier.Claim("killed", "many", "b"));

        Assert.Empty(beside.Conflicts);
        Assert.Equal(alone.Best!.Value, beside["killed"].Best!.Value, 1.0);
        Assert.Equal(alone.High!.Value - alone.Low!.Value, beside["killed"].High!.Value - beside["killed"].Low!.Value, 1.0);
    }

    private static double? Rounded(double? value) => value is { } number ? Math.Round(number, 9) : null;
}
