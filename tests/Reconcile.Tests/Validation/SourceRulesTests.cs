using Xunit;

namespace Reconcile.Tests.Validation;

public class SourceRulesTests
{
    [Fact]
    public void Ids_are_there_and_unique() => Assert.Equal(
        [
            "sources[1].id RC111 The id \"a\" is that of sources[0] already; each source needs its own.",
            "sources[2].id RC110 A source needs an id.",
            "sources[3].id RC207 The sources \"a\" and \"A\" differ in letter case, accents or spaces only and count as two; if they are one, use one id.",
        ],
        Found.In(Found.Dossier(sources: [Used("a"), Used("a"), Used(" "), Used("A")], interests: [For("a"), For("A")])));

    [Theory]
    [InlineData(-0.1, "-0.1")]
    [InlineData(double.NaN, "not a number")]
    [InlineData(double.PositiveInfinity, "infinity")]
    public void A_relative_error_is_zero_or_more(double error, string shown) => Found.Only(
        $"sources[0].relativeError RC117 A relative error is a finite number of 0 or more, such as 0.1 for 10 %; found {shown}.",
        Found.Dossier(sources: [Used("a") with { RelativeError = error }], interests: [For("a")]));

    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(1.0, "1")]
    [InlineData(1.5, "1.5")]
    public void An_accuracy_lies_between_zero_and_one(double accuracy, string shown) => Found.Only(
        $"sources[0].accuracy RC117 An accuracy lies between 0 and 1, both excluded; found {shown}.",
        Found.Dossier(sources: [Used("a") with { Accuracy = accuracy }], interests: [For("a")]));

    [Fact]
    public void Numbers_at_the_border_are_fine() => Assert.Empty(Found.In(
        Found.Dossier(sources: [Used("a") with { RelativeError = 0, Accuracy = 0.5, Reliability = Reliability.F }], interests: [For("a")])));

    [Fact]
    public void A_reliability_is_one_of_six() => Found.Only(
        "sources[0].reliability RC117 A reliability is A to F; found 9.",
        Found.Dossier(sources: [Used("a") with { Reliability = (Reliability)9 }], interests: [For("a")]));

    [Fact]
    public void A_source_that_nothing_names_is_a_warning_and_a_relay_counts()
    {
        var dossier = Dossier.Create().Source("ministry", Reliability.A).Source("wire", Reliability.B).Source("radio", Reliability.C)
            .Claim(new Claim { Quantity = "killed", Figure = Figure.About(400), Source = "ministry", Via = ["wire"] });

        Found.Only("sources[2].id RC202 No claim names the source \"radio\".", dossier);
    }

    [Fact]
    public void An_interest_belongs_to_a_known_source_and_subject() => Assert.Equal(
        [
            "interests[0].source RC112 Unknown source \"minstry\"; did you mean \"ministry\"?",
            "interests[1].source RC110 An interest needs a source: whose interest it is.",
            "interests[2].tends RC117 An interest tends to overstate or to understate; found 7.",
            "interests[3].subject RC212 Unknown subject \"nroth\"; did you mean \"north\"?",
        ],
        Found.In(Found.Dossier(
            sources: [Used("ministry")],
            interests: [For("minstry"), For(""), For("ministry") with { Tends = (Tendency)7 }, For("ministry") with { Subject = "nroth" }],
            quantities: [new Quantity { Id = "killed", Subject = "north" }],
            relations: [new Relation { Rule = "killed <= 1000" }])));

    [Fact]
    public void Without_declared_sources_an_interest_of_nobody_is_a_warning()
    {
        var dossier = Dossier.Create().Claim("killed", Figure.About(400), "ministry").Interest(For("minstry"));

        Found.Only("interests[0].source RC202 Unknown source \"minstry\"; did you mean \"ministry\"?", dossier);
    }

    private static Source Used(string id) => new() { Id = id };

    private static Interest For(string source) => new() { Source = source, Tends = Tendency.Overstate };
}
