using Xunit;
using static Reconcile.Tests.Provenance.Standings;

namespace Reconcile.Tests.Provenance;

public class WithdrawalTests
{
    private static readonly Claim Withdrawn = Said("a", "about 400", 1) with { Retracted = Retraction.On(Day(10)) };

    [Theory]
    [InlineData("around 400", 1)]
    [InlineData("around 400", 4)]
    [InlineData("around 400", 12)]
    [InlineData("at least 400", 1)]
    [InlineData("about 4,000", 1)]
    public void A_withdrawn_claim_takes_its_relays_with_it(string figure, int day)
    {
        var dossier = Fixed(Withdrawn, Said("r", figure, day, "paper"));

        Assert.Equal("a retracted, r retracted a", Of(dossier.WithAsOf(Day(12))));
        Assert.Equal("a counts, r repeated a", Of(dossier.WithAsOf(Day(9))));
    }

    /// <summary>The day of a relay is not that of its root: another may have passed the same on before.</summary>
    [Theory]
    [InlineData("11,300", 15, "paper,station", "r retracted a")]
    [InlineData("11,300", 9, "paper,station", "r retracted a")]
    [InlineData("11,300", 8, "paper,station", "r counts")]
    [InlineData("11,000", 13, "paper,station", "r retracted a")]
    [InlineData("10,000", 12, "paper,station", "r counts")]
    [InlineData("11,300", 15, "paper", "r counts")]
    public void What_a_relay_said_and_was_withdrawn_a_longer_chain_may_have_said_days_before(string figure, int day, string via, string standing)
    {
        var said = Said("a", figure, 16, "agency");

        Assert.EndsWith(standing, Of(Total(said with { Retracted = Retraction.On(Day(20)) }, Said("r", figure, day, via)).WithAsOf(Day(21))), StringComparison.Ordinal);
        Assert.EndsWith("r counts", Of(Total(said, Said("r", figure, day, via))), StringComparison.Ordinal);
        Assert.EndsWith("r counts", Of(Total(said with { Via = [], Retracted = Retraction.On(Day(20)) }, Said("r", figure, day, via)).WithAsOf(Day(21))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_verdict_says_whose_withdrawal_it_was()
    {
        var result = Fixed(Withdrawn, Said("r", "around 400", 1, "paper"), Said("b", "at least 90", 1, source: "police")).WithAsOf(Day(12)).Reconcile();

        Assert.Equal("passes on [a], which was withdrawn by its source on 10 March 2025", result.Verdicts[1].Because);
        Assert.Equal(["a", "r"], result.Only(DifferenceKind.Retraction).Claims.Select(claim => claim.Id));
        Assert.Equal(["b"], result["killed"].Claims.Select(claim => claim.Id));
    }

    [Fact]
    public void A_relay_that_is_withdrawn_leaves_the_root_and_nearer_relays_alone() =>
        Assert.Equal(
            "a counts, r retracted, s retracted r",
            Of(Fixed(Said("a", "about 400", 1), Said("r", "about 450", 1, "wire") with { Retracted = Retraction.Always }, Said("s", "about 450", 1, "wire,paper"))));

    [Fact]
    public void What_the_root_says_after_its_withdrawal_counts()
    {
        var withdrawn = Withdrawn with { AsOf = Day(1) };

        Assert.Equal("a retracted, r counts", Of(Fixed(withdrawn, Said("r", "about 450", 11, "paper", asOf: 1))));
        Assert.Equal("a retracted, b counts, r repeated b", Of(Fixed(withdrawn, Said("b", "about 400", 11), Said("r", "about 400", 12, "paper"))));
    }

    [Fact]
    public void A_withdrawn_figure_replaces_nothing() =>
        Assert.Equal("a counts, b retracted", Of(Fixed(Said("a", "290", 1), Said("b", "359", 2) with { Retracted = Retraction.Always })));

    [Fact]
    public void A_source_may_replace_its_figure_by_that_of_another()
    {
        var un = Said("un", "290", 1, source: "UN");
        var who = Said("who", "359", 2, source: "WHO") with { Supersedes = ["un"] };

        Assert.Equal("un superseded who, who counts", Of(Fixed(un, who)));
        Assert.Equal("un superseded who, who counts, r superseded who", Of(Fixed(un, who, Said("r", "290", 1, "paper", source: "UN"))));
        Assert.Equal("un counts, who retracted, r repeated un", Of(Fixed(un, who with { Retracted = Retraction.Always }, Said("r", "290", 1, "paper", source: "UN"))));
    }

    [Fact]
    public void What_was_replaced_by_what_was_replaced_does_not_come_back()
    {
        var (a, b, c) = (Said("a", "100"), Said("b", "200") with { Supersedes = ["a"] }, Said("c", "300") with { Supersedes = ["b"] });

        Assert.Equal("a superseded b, b superseded c, c counts", Of(Fixed(a, b, c)));
        Assert.Equal("a counts, b retracted, c counts", Of(Fixed(a, b with { Retracted = Retraction.Always }, c)));
        Assert.Equal("a superseded b, b counts, c retracted", Of(Fixed(a, b, c with { Retracted = Retraction.Always })));
    }

    [Fact]
    public void A_newer_figure_that_another_source_replaced_still_replaces_the_older() =>
        Assert.Equal(
            "a superseded b, b superseded w, w counts",
            Of(Fixed(Said("a", "290", 1), Said("b", "359", 2), Said("w", "400", 3, source: "WHO") with { Supersedes = ["b"] })));

    [Fact]
    public void Who_replaces_a_later_figure_by_name_is_not_replaced_by_it() =>
        Assert.Equal("a counts, b superseded a", Of(Fixed(Said("a", "290", 1) with { Supersedes = ["b"] }, Said("b", "359", 2))));

    [Fact]
    public void Of_two_that_replace_one_claim_the_later_is_named()
    {
        var (early, late) = (Said("x", "300", 2, source: "X") with { Supersedes = ["a"] }, Said("y", "310", 3, source: "Y") with { Supersedes = ["a"] });

        Assert.Equal("x counts, y counts, a superseded y", Of(Fixed(early, late, Said("a", "100", 1))));
        Assert.Equal("y counts, x counts, a superseded y", Of(Fixed(late, early, Said("a", "100", 1))));
    }
}
