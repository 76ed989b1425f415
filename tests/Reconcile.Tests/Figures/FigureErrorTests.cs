using Xunit;

namespace Reconcile.Tests.Figures;

public sealed class FigureErrorTests
{
    [Theory]
    [InlineData("400 dead", "\"dead\" (column 5) is not understood: it does not belong to a figure; write the figure alone, such as \"400\".")]
    [InlineData("about 400 people killed", "\"people killed\" (column 11)")]
    [InlineData("a third of the troops", "\"the troops\" (column 12)")]
    [InlineData("dozens of people", "\"people\" (column 11)")]
    [InlineData("4,00", "\"4,00\" (column 1) is not understood: a comma separates groups of three digits")]
    [InlineData("1,2345", "\"1,2345\" (column 1)")]
    [InlineData("0,500", "\"0,500\" (column 1)")]
    [InlineData("4.000", "\"4.000\" (column 1) is not understood: a point separates decimals")]
    [InlineData("1.000.000", "\"1.000.000\" (column 1)")]
    [InlineData("300 60", "\"300 60\" (column 1) is not understood: digits fall into groups of three")]
    [InlineData("400.", "\".\" (column 4)")]
    [InlineData("blah", "\"blah\" (column 1) is not understood: a figure is a number")]
    [InlineData("about", "The phrase \"about\" ends at column 6: a figure is a number")]
    [InlineData("about about 400", "\"about 400\" (column 7)")]
    [InlineData("at least at most 5", "\"at most 5\" (column 10)")]
    [InlineData("at least 5 or less", "\"or less\" (column 12) is not understood: it contradicts")]
    [InlineData("600–300", "\"600–300\" (column 1) is not understood: the upper end is below the lower end")]
    [InlineData("between 300 or 600", "\"or 600\" (column 13) is not understood: the upper end is missing; write between 300 and 600")]
    [InlineData("300–", "The phrase \"300–\" ends at column 5")]
    [InlineData("500 to 1 million", "\"500 to 1 million\" (column 1) is not understood: it is not clear how large the lower end is")]
    [InlineData("at least 300–600", "\"at least\" (column 1) is not understood: this does not go with a range")]
    [InlineData("nearly dozens", "\"nearly\" (column 1)")]
    [InlineData("20 to 3 dozen", "\"20 to 3 dozen\" (column 1) is not understood: it is not clear how large the lower end is; write both ends in digits, such as 20–36")]
    [InlineData("dozens of people", "\"people\" (column 11) is not understood: it does not belong to a figure; write the figure alone, such as \"dozens\"")]
    [InlineData("dozens to hundreds", "\"dozens to hundreds\" (column 1) is not understood: a range needs numbers")]
    [InlineData("10% to 13", "\"10% to 13\" (column 1) is not understood: one end is a share")]
    [InlineData("11 in 10", "\"in 10\" (column 4)")]
    [InlineData("4 of 3", "\"of 3\" (column 3) is not understood: a part cannot exceed its whole")]
    [InlineData("5 of the 7", "\"of the 7\" (column 3)")]
    [InlineData("more than 2,000 but less than 1,000", "the upper end is below the lower end")]
    [InlineData("more than 2,000 but", "\"but\" (column 17)")]
    [InlineData("300–600, most likely 700", "\"700\" (column 22) is not understood: the best value lies outside its range")]
    [InlineData("300–600 (best 400", "the bracket is not closed")]
    [InlineData("300–600 (best", "after a range only a lean may follow")]
    [InlineData("400 (±20", "the bracket is not closed")]
    [InlineData("in the low hundreds", "(column 1) is not understood: a figure is a number")]
    [InlineData("one in zero", "\"in zero\"")]
    [InlineData("4,000 ± 5 %", "\"5 %\" (column 9)")]
    [InlineData("25 ± 3 %", "\"3 %\" (column 6)")]
    [InlineData("4,000 (5,000–6,000)", "the best value lies outside its interval")]
    [InlineData("4,000 (3,000–6,000", "ends at column 19: the bracket is not closed")]
    [InlineData("4,000 (100% CI 3,000–6,000)", "The level of an interval must lie between")]
    [InlineData("100–300, perhaps fewer", "\", perhaps fewer\" (column 8) is not understood: after a range only a lean may follow")]
    [InlineData("1E+16", "\"1E+16\" (column 1) is not understood: numbers up to 1,000,000,000,000,000")]
    [InlineData("5 percentage points", "\"percentage points\" (column 3)")]
    [InlineData("--5", "\"--5\" (column 1)")]
    [InlineData("", "The phrase is empty: write a figure")]
    [InlineData("   ", "The phrase is empty: write a figure")]
    [InlineData("400 to", "The phrase \"400 to\" ends at column 7: the upper end is missing")]
    [InlineData("between 300 and", "ends at column 16: the upper end is missing")]
    [InlineData("400 ±", "ends at column 6: the width of the interval is missing")]
    [InlineData(" -6–7+", "\"+\" (column 6) is not understood: this does not go with a range")]
    [InlineData("about 300–600 or more", "\"or more\" (column 15) is not understood: this does not go with a range")]
    [InlineData("almost none", "\"almost none\" (column 1) is not understood: what is nearly none is not none; write a few, or a bound such as at most 5")]
    [InlineData("nearly zero", "what is nearly none is not none")]
    [InlineData("almost 0 %", "what is nearly none is not none; write a bound such as less than 1 %")]
    [InlineData("up to none", "\"up to none\" (column 1) is not understood: what has an upper end has a number there; write none alone")]
    [InlineData("more than none", "\"more than none\" (column 1) is not understood: what is more than none is at least 1; write that")]
    [InlineData("none or more", "\"or more\" (column 6) is not understood: what is more than none is at least 1")]
    [InlineData("slightly more than zero", "write a bound such as at least 1")]
    [InlineData("about none", "it is not clear whether there were any; write none, or a few")]
    [InlineData("not one in ten", "(column 1) is not understood: a figure is a number")]
    [InlineData("not one hundred", "(column 1) is not understood: a figure is a number")]
    [InlineData("a single dozen", "(column 1) is not understood: a figure is a number")]
    [InlineData("just about 400", "(column 1) is not understood")]
    [InlineData("300/600", "\"/600\" (column 4)")]
    [InlineData("5/4", "\"/4\" (column 2)")]
    [InlineData("1/2/2020", "\"/2/2020\" (column 2)")]
    [InlineData("2⅓ million", "\"⅓ million\" (column 2)")]
    [InlineData("5 per day", "\"per day\" (column 3)")]
    [InlineData("12 (5 March 2020)", "\"(5 March 2020)\" (column 4) is not understood: a date is no part of a figure; write it in the asOf of the claim, and the figure alone")]
    [InlineData("12 (Mar. 5)", "a date is no part of a figure")]
    [InlineData("12 (2020)", "a date is no part of a figure")]
    [InlineData("12 (2020-03-05)", "a date is no part of a figure")]
    [InlineData("12 on 5 March", "\"on 5 March\" (column 4) is not understood: a date is no part of a figure")]
    [InlineData("12 (may rise)", "\"may rise)\" (column 5) is not understood: a figure is a number")]
    [InlineData("-5,000–3 trillion", "(column 1) is not understood: numbers up to 1,000,000,000,000,000")]
    public void An_error_names_the_part_and_its_column(string phrase, string expected)
    {
        Assert.False(Figure.TryParse(phrase, out var figure, out var error));

        Assert.Null(figure);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Equal(error, Assert.Throws<FormatException>(() => Figure.Parse(phrase)).Message);
    }

    [Theory]
    [InlineData("4OO", "\"OO\" (column 2) is not understood: a letter O is no digit; did you mean \"400\"?")]
    [InlineData("about 1,OOO people", "\"OOO\" (column 9) is not understood: a letter O is no digit; did you mean \"about 1,000\"?")]
    [InlineData("1o,5oo", "\"o\" (column 2) is not understood: a letter O is no digit; did you mean \"10,500\"?")]
    [InlineData("12 k", "\"k\" (column 4) is not understood; did you mean \"12k\"?")]
    [InlineData("over 12 K", "\"K\" (column 9) is not understood; did you mean \"over 12k\"?")]
    [InlineData("2 mln", "\"mln\" (column 3) is not understood; did you mean \"2 million\"?")]
    [InlineData("2 mio.", "\"mio.\" (column 3) is not understood; did you mean \"2 million\"?")]
    [InlineData("2mio", "\"mio\" (column 2) is not understood; did you mean \"2 million\"?")]
    [InlineData("about 1-2 mln people", "\"mln\" (column 11) is not understood; did you mean \"about 1-2 million\"?")]
    [InlineData("3 bln", "\"bln\" (column 3) is not understood; did you mean \"3 billion\"?")]
    public void A_slip_that_would_make_the_figure_smaller_is_proposed_in_full(string phrase, string expected) => Assert.Equal(expected, ErrorOf(phrase));

    [Theory]
    [InlineData("abuot 400", "\"abuot\" (column 1) is not understood; did you mean \"about\"?")]
    [InlineData("at lest 40", "\"at lest\" (column 1) is not understood; did you mean \"at least\"?")]
    [InlineData("atleast 40", "\"atleast\" (column 1) is not understood; did you mean \"at least\"?")]
    [InlineData("upto 300", "\"upto\" (column 1) is not understood; did you mean \"up to\"?")]
    [InlineData("More then 50", "\"More then\" (column 1) is not understood; did you mean \"more than\"?")]
    [InlineData("appr. 400", "\"appr.\" (column 1) is not understood; did you mean \"approximately\"?")]
    [InlineData("betwen 300 and 600", "\"betwen\" (column 1) is not understood; did you mean \"between\"?")]
    [InlineData("at least abuot four hundred", "\"abuot\" (column 10) is not understood; did you mean \"about\"?")]
    [InlineData("highly likly over 5,000", "\"highly likly\" (column 1) is not understood; did you mean \"highly likely\"?")]
    [InlineData("probaly 400", "\"probaly\" (column 1) is not understood; did you mean \"probably\"?")]
    [InlineData("“about 400”", "\"“\" (column 1) is not understood: a figure stands without quotes; did you mean \"about 400\"?")]
    [InlineData("  \"about 400\"", "\"\"\" (column 3) is not understood: a figure stands without quotes; did you mean \"about 400\"?")]
    public void A_slip_in_a_hedge_is_named_and_the_nearest_proposed(string phrase, string expected) => Assert.Equal(expected, ErrorOf(phrase));

    [Theory]
    [InlineData("USD 400", "\"USD\" (column 1) is not understood: a figure is a number")]
    [InlineData("killed: 400", "\"killed:\" (column 1) is not understood: a figure is a number")]
    [InlineData("between 300 and blah 600", "\"blah\" (column 17) is not understood: a figure is a number")]
    public void Of_what_stands_before_a_number_only_that_is_named(string phrase, string expected) => Assert.StartsWith(expected, ErrorOf(phrase), StringComparison.Ordinal);

    [Theory]
    [InlineData("4OOx")]
    [InlineData("12 km")]
    [InlineData("“blah”")]
    [InlineData("about about 400")]
    [InlineData("between just under 300 and 400")]
    public void Nothing_is_proposed_that_is_no_figure(string phrase) => Assert.DoesNotContain("did you mean", ErrorOf(phrase), StringComparison.Ordinal);

    [Theory]
    [InlineData("400\u200B", "U+200B (column 4)")]
    [InlineData("\uFEFF400", "U+FEFF (column 1)")]
    [InlineData("about 4\u200E00", "U+200E (column 8)")]
    [InlineData("hun\u00ADdreds", "U+00AD (column 4)")]
    [InlineData("400\U000E0020", "U+E0020 (column 4)")]
    public void A_character_that_nobody_can_see_is_named(string phrase, string named)
    {
        Assert.False(Figure.TryParse(phrase, out _, out var error));
        Assert.Equal($"The character {named} cannot be seen and belongs to no figure; leave it out.", error);
    }

    [Fact]
    public void Null_is_no_phrase()
    {
        Assert.False(Figure.TryParse(null, out _, out var error));
        Assert.Contains("no phrase", error, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => Figure.Parse(null!));
    }

    [Fact]
    public void A_figure_that_was_not_understood_keeps_its_words_and_says_nothing()
    {
        var figure = Figure.Read("400 dead");

        Assert.Contains("dead", figure.Error, StringComparison.Ordinal);
        Assert.Equal(("400 dead", FigureKind.Point, null), (figure.Text, figure.Kind, figure.Value));
        Assert.Equal(default, figure.Read(HedgeReading.SignificantDigit));
        Assert.True(figure == Figure.Read("400 dead"));
        Assert.True(figure != Figure.Read("401 dead"));
        Assert.Null(Figure.Read("400").Error);
    }

    private static string ErrorOf(string phrase)
    {
        Assert.False(Figure.TryParse(phrase, out _, out var error));
        return error;
    }
}
