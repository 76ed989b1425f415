using Xunit;

namespace Reconcile.Tests.Validation;

public sealed class LikelihoodRulesTests
{
    [Theory]
    [InlineData("about 400", "very likely", null)]
    [InlineData("about 400", "Highly-Likely", null)]
    [InlineData("very likely about 400", null, null)]
    [InlineData("likely about 400", "probable", null)]
    [InlineData("highly likely over 400", "highly likely", "phia")]
    [InlineData("over 400", "about as likely as not", "ipcc")]
    [InlineData("over 400", "realistic possibility", "phia")]
    public void A_word_of_the_scale_is_fine_in_the_figure_beside_it_or_in_both(string figure, string? likelihood, string? scale) =>
        Assert.Empty(Found.In(With(figure, likelihood, scale)));

    [Theory]
    [InlineData("higly likely", null, "Unknown words of likelihood \"higly likely\"; did you mean \"highly likely\"?")]
    [InlineData("who knows", null, "Unknown words of likelihood \"who knows\"; known are the words of all scales (ICD 203, PHIA, IPCC, Kent, STIX), such as \"roughly even chance\", \"likely\", \"very likely\" and \"almost certain\".")]
    [InlineData("who knows", "phia", "\"who knows\" is no step of PHIA, the scale of its source; known are \"realistic possibility\", \"likely\", \"highly likely\" and \"almost certain\".")]
    [InlineData("highly likely", "icd203", "\"highly likely\" is no step of ICD 203, the scale of its source; did you mean \"very likely\"?")]
    [InlineData("very likely", "phia", "\"very likely\" is no step of PHIA, the scale of its source; did you mean \"highly likely\"?")]
    [InlineData("certain", "ipcc", "\"certain\" is no step of IPCC, the scale of its source; did you mean \"virtually certain\"?")]
    [InlineData("highly unlikely", "icd203", "\"highly unlikely\" is no step of ICD 203, the scale of its source; did you mean \"very unlikely\"?")]
    [InlineData("probabel", "kent", "\"probabel\" is no step of Kent, the scale of its source; did you mean \"probable\"?")]
    [InlineData("-", null, "Unknown words of likelihood \"-\"; known are the words of all scales (ICD 203, PHIA, IPCC, Kent, STIX), such as \"roughly even chance\", \"likely\", \"very likely\" and \"almost certain\".")]
    [InlineData("\u2010 very likely", null, "Unknown words of likelihood \"\u2010 very likely\"; did you mean \"very likely\"?")]
    [InlineData("-likely-", null, "Unknown words of likelihood \"-likely-\"; did you mean \"likely\"?")]
    [InlineData(" ", null, "The words of likelihood must not be blank; leave them out where none were said.")]
    [InlineData("unlikely", null, "\"unlikely\" (20–45 % by ICD 203) says that the figure does not hold; leave the claim out.")]
    public void What_is_no_word_of_the_scale_is_named_with_the_nearest(string likelihood, string? scale, string message) =>
        Found.Only($"claims[0].likelihood RC134 {message}", With("about 400", likelihood, scale));

    [Theory]
    [InlineData("over 5,000", "unlikely", null, "\"unlikely\" (20–45 % by ICD 203) says that the figure does not hold; say what does: \"at most 5,000\" with \"likely\".")]
    [InlineData("up to 300", "highly unlikely", "phia", "\"highly unlikely\" (10–20 % by PHIA) says that the figure does not hold; say what does: \"at least 300\" with \"highly likely\".")]
    [InlineData("at least 12", "impossible", "stix", "\"impossible\" (0 % by STIX) says that the figure does not hold; say what does: \"at most 12\" with \"certain\".")]
    public void Words_that_deny_a_bound_are_proposed_for_the_other_bound(string figure, string likelihood, string? scale, string message) =>
        Found.Only($"claims[0].likelihood RC134 {message}", With(figure, likelihood, scale));

    [Fact]
    public void A_figure_must_use_the_scale_of_its_source_too() => Found.Only(
        "claims[0].figure RC134 \"almost certainly\" is no step of IPCC, the scale of its source; did you mean \"extremely likely\"?",
        With("almost certainly over 5,000", null, "ipcc"));

    [Theory]
    [InlineData("likely over 400", "very likely")]
    [InlineData("probably 400", "highly likely")]
    public void Two_different_words_on_one_claim_are_an_error(string figure, string likelihood)
    {
        var word = Figure.Parse(figure).Likelihood;
        Found.Only($"claims[0].likelihood RC135 The figure says \"{word}\" and the claim \"{likelihood}\"; say it once.", With(figure, likelihood, null));
    }

    [Fact]
    public void A_word_that_was_reported_is_not_compared() => Assert.Equal(2, Found.In(With("highly likely 400", "certain", "icd203")).Length);

    [Fact]
    public void An_unknown_scale_in_a_file_is_named_with_the_nearest()
    {
        var error = Assert.Throws<DossierValidationException>(() => Dossier.Parse("{ \"reconcile\": 1, \"sources\": [\n{ \"id\": \"a\", \"scale\": \"phai\" }, { \"id\": \"b\", \"scale\": \"words\" }, { \"id\": \"c\", \"scale\": 7 } ] }"));

        Assert.Equal(
            [
                "sources[0].scale Unknown scale \"phai\"; did you mean \"phia\"?",
                "sources[1].scale Unknown scale \"words\"; known are \"icd203\", \"phia\", \"ipcc\", \"kent\" and \"stix\".",
            ],
            error.Findings.Where(finding => finding.Code == "RC107").Select(finding => $"{finding.Path} {finding.Message}"));
        Assert.Contains(error.Findings, finding => finding is { Code: "RC106", Path: "sources[2].scale" });
        Assert.All(error.Findings, finding => Assert.Equal(2, finding.Line));
    }

    private static Dossier With(string figure, string? likelihood, string? scale) => Found.Dossier(
        sources: [new Source { Id = "a", Scale = scale is null ? null : LikelihoodScale.Named(scale) }],
        claims: [new Claim { Id = "c1", Quantity = "killed", Figure = Figure.Parse(figure), Source = "a", Likelihood = likelihood }]);
}
