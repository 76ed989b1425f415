using Xunit;
using static Reconcile.Tests.Provenance.Standings;

namespace Reconcile.Tests.Provenance;

/// <summary>Who writes down what a paper said seldom says that the root had counted.</summary>
public class LostBasisTests
{
    [Theory]
    [InlineData("115")]
    [InlineData("about 115")]
    [InlineData("about 120")]
    [InlineData("120")]
    public void A_relay_that_leaves_out_that_the_root_counted_does_not_undo_its_correction(string passedOn)
    {
        Claim[] counts = [Counted("a", "115", 1), Counted("b", "97", 3)];
        var result = Fixed([.. counts, Said("r", passedOn, 4, "wire")]);

        Assert.Equal("a superseded b, b counts, r superseded b", Of(result));
        Assert.Equal(Fixed(counts).Reconcile()["killed"].ToString(), result.Reconcile()["killed"].ToString());
        Assert.Equal("a counts, b counts, r repeated a", Of(Total([Counted("a", "115", 1), Counted("b", "131", 3), Said("r", passedOn, 4, "wire")])));
        Assert.Equal("a counts, b counts, r repeated a", Of(Stock([.. counts, Said("r", passedOn, 4, "wire")])));
    }

    [Theory]
    [InlineData("115")]
    [InlineData("about 115")]
    [InlineData("about 120")]
    public void Nor_one_that_came_before_it(string passedOn)
    {
        Claim[] counts = [Counted("a", "115", 1), Counted("b", "97", 3)];
        var result = Total([.. counts, Said("r", passedOn, 2, "wire")]);

        Assert.Equal("a superseded b, b counts, r superseded b", Of(result));
        Assert.Equal(Total(counts).Reconcile()["killed"].ToString(), result.Reconcile()["killed"].ToString());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(31)]
    public void What_it_says_of_the_newest_count_is_no_new_figure(int day)
    {
        Assert.Equal("a counts, r repeated a", Of(Fixed(Counted("a", "97", 1), Said("r", "97", day, "wire"))));
        Assert.Equal("a counts, r repeated a", Of(Fixed(Counted("a", "97", 1), Said("r", "about 100", day, "wire"))));
        Assert.Equal("a counts, r repeated a", Of(Fixed(Counted("a", "97", 1, "wire"), Said("r", "97", day, "wire,paper"))));
    }

    [Theory]
    [InlineData("412")]
    [InlineData("about 410")]
    public void Nor_what_has_no_date(string figure) =>
        Assert.Equal("a counts, b counts, r repeated a", Of(Total(Counted("a", "412", 10), Counted("b", "500", 20), Said("r", figure, via: "paper"))));

    [Fact]
    public void Nor_does_it_bring_back_what_was_taken_back_or_lower_a_total_by_a_vague_word()
    {
        Assert.Equal("a retracted, b counts, r retracted a", Of(Total(Counted("a", "359", 1) with { Retracted = Retraction.On(Day(2)) }, Counted("b", "253", 2), Said("r", "359", 20, "wire"))));
        Assert.Equal("a counts, r repeated a", Of(Total(Counted("a", "185", 1), Said("r", "dozens", 20, "paper"))));
    }

    [Fact]
    public void What_the_root_estimates_itself_later_is_a_statement_of_its_own()
    {
        Claim[] claims = [Counted("a", "115", 1), Counted("b", "97", 3), Said("c", "115", 4)];

        Assert.Equal("a superseded c, b superseded c, c counts", Of(Fixed(claims)));
        Assert.Equal("a superseded b, b counts, c counts", Of(Total(claims)));
        Assert.Equal("a superseded c, c counts", Of(Fixed(Counted("a", "97", 1), Said("c", "about 100", 3))));
    }

    [Fact]
    public void Another_number_is_an_estimate_beside_the_count()
    {
        Assert.Equal("a counts, r counts", Of(Fixed(Counted("a", "97", 1), Said("r", "about 600", 1, "wire"))));
        Assert.Equal("a counts, r counts", Of(Total(Counted("a", "12", 1), Said("r", "about 120", 2, "wire"))));
        Assert.Equal("a superseded r, r counts", Of(Fixed(Counted("a", "97", 1), Said("r", "151", 2, "wire"))));
    }

    [Fact]
    public void A_relay_that_says_itself_that_something_was_counted_passes_on_no_estimate_and_none_a_projection()
    {
        Assert.Equal("a superseded r, b superseded r, r counts", Of(Fixed(Said("a", "115", 1), Said("b", "97", 3), Counted("r", "115", 4, "wire"))));
        Assert.EndsWith("r counts", Of(Fixed(Said("a", "115", 1) with { Basis = Basis.Projection }, Counted("b", "97", 3), Said("r", "115", 4, "wire"))), StringComparison.Ordinal);
    }

    private static Claim Counted(string id, string figure, int? reported = null, string via = "") => Said(id, figure, reported, via) with { Basis = Basis.Count };
}
