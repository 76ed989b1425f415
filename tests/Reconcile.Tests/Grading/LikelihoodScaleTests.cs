using Reconcile.Claims;
using Reconcile.Figures;
using Xunit;

namespace Reconcile.Tests.Grading;

public sealed class LikelihoodScaleTests
{
    public static TheoryData<LikelihoodScale> Scales => [.. LikelihoodScale.All];

    /// <summary>The ranges as their publications print them, in per cent.</summary>
    [Theory]
    [InlineData("icd203", "remote 1–5, very unlikely 5–20, unlikely 20–45, roughly even odds 45–55, probable 55–80, highly probable 80–95, nearly certain 95–99")]
    [InlineData("phia", "remote chance 0–5, highly unlikely 10–20, unlikely 25–35, realistic possibility 40–50, probable 55–75, highly likely 80–90, almost certain 95–100")]
    [InlineData("ipcc", "exceptionally unlikely 0–1, extremely unlikely 0–5, very unlikely 0–10, unlikely 0–33, about as likely as not 33–66, more likely than not 50–100, likely 66–100, very likely 90–100, extremely likely 95–100, virtually certain 99–100")]
    [InlineData("kent", "impossible 0–0, almost certainly not 2–12, probably not 20–40, chances about even 40–60, probable 63–87, almost certain 87–99, certain 100–100")]
    [InlineData("stix", "impossible 0–0, highly unlikely 1–19, unlikely 20–39, even chance 40–59, likely 60–79, highly likely 80–99, certain 100–100")]
    public void A_word_stands_for_the_range_of_its_publication(string name, string published)
    {
        var scale = LikelihoodScale.Named(name);
        var steps = published.Split(", ");

        Assert.Equal(steps.Length, scale.Terms.Count);
        foreach (var (step, term) in steps.Zip(scale.Terms))
        {
            var (words, range) = (step[..step.LastIndexOf(' ')], step[(step.LastIndexOf(' ') + 1)..].Split('–'));
            Assert.True(scale.TryGetTerm(words, out var found), words);
            Assert.Same(term, found);
            Assert.Equal((range[0], range[1]), (InPerCent(term.Low), InPerCent(term.High)));
        }
    }

    [Theory]
    [MemberData(nameof(Scales))]
    public void Steps_rise_and_no_word_stands_twice(LikelihoodScale scale)
    {
        Assert.Equal(scale.Terms.OrderBy(term => term.Middle), scale.Terms);
        Assert.All(scale.Terms, term => Assert.True(term is { Low: >= 0, High: <= 1 } && term.Low <= term.Middle && term.Middle <= term.High));
        var words = scale.Terms.SelectMany(term => term.Words).ToArray();
        Assert.Equal(words.Distinct(), words);
    }

    [Theory]
    [MemberData(nameof(Scales))]
    public void A_word_denies_when_all_it_leaves_is_less_than_one_half(LikelihoodScale scale) =>
        Assert.All(scale.Terms, term => Assert.Equal(term.Words.All(IsNegative), term.IsDenial));

    [Theory]
    [InlineData("very likely")]
    [InlineData("Very Likely")]
    [InlineData("  VERY   likely ")]
    [InlineData("very-likely")]
    [InlineData("very\u2011likely")]
    [InlineData("very\tlikely")]
    public void Letter_case_hyphens_and_spaces_do_not_matter(string words)
    {
        Assert.True(LikelihoodScale.Icd203.TryGetTerm(words, out var term));
        Assert.Equal("very likely, 80–95 %", term.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("very")]
    [InlineData("verylikely")]
    [InlineData("very likely indeed")]
    [InlineData("ve ry likely")]
    [InlineData("highly likely")]
    public void What_is_no_step_of_a_scale_has_no_term(string? words)
    {
        Assert.False(LikelihoodScale.Icd203.TryGetTerm(words, out var term));
        Assert.Null(term);
    }

    [Theory]
    [InlineData("likely", "icd203")]
    [InlineData("highly likely", "phia")]
    [InlineData("virtually certain", "ipcc")]
    [InlineData("certain", "kent")]
    [InlineData("even chance", "stix")]
    public void Without_a_scale_the_first_that_has_a_word_reads_it(string words, string scale) =>
        Assert.Equal(scale, SaidLikelihood.Read(words, null)?.Scale.Name);

    [Fact]
    public void Scales_are_found_by_name()
    {
        Assert.All(LikelihoodScale.All, scale => Assert.Same(scale, LikelihoodScale.Named(scale.ToString())));
        Assert.Equal("Unknown scale \"PHIA\"; did you mean \"phia\"?", Assert.Throws<KeyNotFoundException>(() => LikelihoodScale.Named("PHIA")).Message);
        Assert.Equal("Unknown scale \"icd\"; did you mean \"icd203\"?", Assert.Throws<KeyNotFoundException>(() => LikelihoodScale.Named("icd")).Message);
        Assert.Throws<ArgumentNullException>(() => LikelihoodScale.Named(null!));
    }

    [Fact]
    public void A_phrase_may_begin_with_every_word_of_every_scale_and_with_no_other() => Assert.Equal(
        LikelihoodScale.All.SelectMany(scale => scale.Terms).SelectMany(term => term.Words).Distinct().Order(StringComparer.Ordinal),
        LikelihoodWords.All.Order(StringComparer.Ordinal));

    private static bool IsNegative(string words) =>
        words.Contains("unlikely", StringComparison.Ordinal) || words.Contains("improbable", StringComparison.Ordinal) || words.StartsWith("remote", StringComparison.Ordinal)
        || words.EndsWith(" not", StringComparison.Ordinal) && words != "about as likely as not" && words != "more likely than not" || words is "impossible" or "almost no chance";

    private static string InPerCent(double chance) => FormattableString.Invariant($"{100 * chance:0.#}");
}
