using Xunit;
using static Reconcile.Tests.Provenance.Standings;

namespace Reconcile.Tests.Provenance;

public class EchoTests
{
    [Fact]
    public void A_relay_that_is_also_named_as_a_root_counts_once()
    {
        var result = Fixed(Said("a", "about 400", 1, "wire"), Said("w", "around 400", 2, source: "wire")).Reconcile();

        Assert.Equal(1, result["killed"].Roots);
        Assert.Equal(Outcome.Repeated, result.Verdicts[1].Outcome);
        Assert.Equal("passes on [a] of ministry, as another claim declares: no root of its own here", result.Verdicts[1].Because);
        Assert.Equal("killed, about 400 (ministry), was said more than once, also by wire, who passed it on: all go back to one root and count once.", result.Only(DifferenceKind.Repeat).Explanation);
    }

    [Fact]
    public void With_another_figure_the_relay_is_a_root_of_its_own() =>
        Assert.Equal("a counts, w counts", Of(Fixed(Said("a", "about 400", 1, "wire"), Said("w", "about 450", 2, source: "wire"))));

    [Fact]
    public void A_figure_that_the_relay_garbled_is_not_taken_for_that_of_the_root() =>
        Assert.Equal("a counts, r repeated a, w counts", Of(Fixed(Said("a", "about 400", 1), Said("r", "about 4,000", 1, "wire"), Said("w", "about 4,000", 1, source: "wire"))));

    [Fact]
    public void Figures_of_a_total_on_other_days_are_other_figures() =>
        Assert.Equal("a counts, w counts", Of(Total(Said("a", "about 400", 1, "wire"), Said("w", "about 400", 9, source: "wire"))));

    [Fact]
    public void Two_that_pass_on_each_other_are_one() =>
        Assert.Equal("a counts, b repeated a", Of(Fixed(Said("a", "400", 1, "B", source: "A"), Said("b", "400", 1, "A", source: "B"))));

    [Fact]
    public void A_circle_of_three_that_pass_on_one_another_keeps_one() =>
        Assert.Equal(1, Of(Fixed(Said("a", "400", 1, "B", source: "A"), Said("b", "400", 1, "C", source: "B"), Said("c", "400", 1, "A", source: "C"))).Split(" counts").Length - 1);

    [Fact]
    public void When_the_root_withdraws_the_relay_has_nothing_left_to_say()
    {
        var withdrawn = Said("a", "400", 1, "wire") with { Retracted = Retraction.On(Day(5)) };

        Assert.Equal("a retracted, w retracted a", Of(Fixed(withdrawn, Said("w", "400", 2, source: "wire")).WithAsOf(Day(9))));
        Assert.Equal("a retracted, w counts", Of(Fixed(withdrawn, Said("w", "400", 6, source: "wire")).WithAsOf(Day(9))));
    }
}
