using FsCheck.Xunit;
using Reconcile.Tests.Generation;
using Xunit;

namespace Reconcile.Tests.Figures;

public sealed class LikelihoodWordsTests
{
    private static readonly string[] Affirming =
        [.. LikelihoodScale.All.SelectMany(scale => scale.Terms).Where(term => !term.IsDenial).SelectMany(term => term.Words).Distinct()];

    [Theory]
    [InlineData("highly likely over 5,000", "highly likely", "over 5,000")]
    [InlineData("probably about 400", "probably", "about 400")]
    [InlineData("almost certainly at least 12", "almost certainly", "at least 12")]
    [InlineData("Almost  Certain 12", "almost certain", "12")]
    [InlineData("nearly certain over 12", "nearly certain", "over 12")]
    [InlineData("it is very likely that between 300 and 600", "very likely", "between 300 and 600")]
    [InlineData("it's likely that 300–600", "likely", "300–600")]
    [InlineData("there is a realistic possibility of more than 10 %", "realistic possibility", "more than 10 %")]
    [InlineData("a roughly even chance that dozens", "roughly even chance", "dozens")]
    [InlineData("about as likely as not about 400", "about as likely as not", "about 400")]
    [InlineData("more likely than not 400", "more likely than not", "400")]
    [InlineData("probably not more than 300", "probably", "not more than 300")]
    [InlineData("almost certainly not less than 300", "almost certainly", "not less than 300")]
    [InlineData("likely 100 to 300, probably at the low end", "likely", "100 to 300, probably at the low end")]
    [InlineData("certainly 4,000 ± 200", "certainly", "4,000 ± 200")]
    [InlineData("likely a dozen", "likely", "a dozen")]
    public void Words_of_likelihood_stand_before_a_figure_and_are_kept(string phrase, string words, string figure)
    {
        var said = Figure.Parse(phrase);
        var plain = Figure.Parse(figure);

        Assert.Equal(words, said.Likelihood);
        Assert.Equal(phrase, said.Text);
        Assert.Null(plain.Likelihood);
        Assert.NotEqual(plain, said);
        Assert.Equal(plain.Facts, said.Facts with { Likelihood = null });
        Assert.Equal(said, Figure.Parse(said.Text));
    }

    [Theory]
    [InlineData("a third")]
    [InlineData("a dozen")]
    [InlineData("a few thousand")]
    [InlineData("almost 400")]
    [InlineData("nearly 400")]
    [InlineData("100 to 300, probably at the low end")]
    [InlineData("roughly 400")]
    [InlineData("more than 400")]
    public void What_only_begins_like_one_is_none(string phrase) => Assert.Null(Figure.Parse(phrase).Likelihood);

    [Theory]
    [InlineData("unlikely over 5,000", "\"unlikely\" (column 1) is not understood: it says that the figure does not hold; say what does: likely at most 5,000.")]
    [InlineData("It is highly unlikely that up to 300", "\"It is highly unlikely that\" (column 1) is not understood: it says that the figure does not hold; say what does: highly likely at least 300.")]
    [InlineData("probably not over 300", "\"probably not\" (column 1) is not understood: it says that the figure does not hold; say what does: probably at most 300.")]
    [InlineData("improbable: 5", "\":")]
    [InlineData("almost no chance of at least a third", "\"almost no chance of\" (column 1) is not understood: it says that the figure does not hold; say what does: almost certain at most 33.3%.")]
    [InlineData("remote chance of 400", "\"remote chance of\" (column 1) is not understood: it says that the figure does not hold, which leaves open what does; leave the claim out.")]
    [InlineData("impossible 300–600", "\"impossible\" (column 1) is not understood: it says that the figure does not hold, which leaves open what does; leave the claim out.")]
    [InlineData("impossible more than many", "\"impossible\" (column 1) is not understood: it says that the figure does not hold, which")]
    [InlineData("highly likely", "The phrase \"highly likely\" ends at column 14")]
    [InlineData("highly likely highly likely 5", "\"highly likely 5\" (column 15)")]
    [InlineData("most likely about 400", "\"most likely\" (column 1)")]
    [InlineData("possibly 400", "\"possibly\" (column 1)")]
    [InlineData("certainties 400", "\"certainties\" (column 1)")]
    [InlineData("it is 400", "\"it is\" (column 1)")]
    public void Words_that_deny_or_are_on_no_scale_are_named(string phrase, string expected)
    {
        Assert.False(Figure.TryParse(phrase, out _, out var error));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Property(Arbitrary = [typeof(DossierGenerators)], QuietOnSuccess = true)]
    public void A_word_of_likelihood_never_changes_the_interval_or_the_shape(Figure figure, int which)
    {
        var plain = Figure.Parse(figure.Text);
        if (plain.Likelihood is not null) return;
        var words = Affirming[(int)((uint)which % Affirming.Length)];
        var said = Figure.Parse($"{words} {figure.Text}");

        Assert.Equal(words, said.Likelihood);
        Assert.All([HedgeReading.SignificantDigit, HedgeReading.Ferson2015, HedgeReading.Ferson2015Wide], reading =>
            Assert.Equal(reading.Interpret(plain), reading.Interpret(said)));
    }
}
