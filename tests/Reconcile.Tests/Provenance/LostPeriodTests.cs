using Xunit;
using static Reconcile.Tests.Provenance.Standings;

namespace Reconcile.Tests.Provenance;

/// <summary>"24 more since yesterday" that a relay passes on as "24".</summary>
public class LostPeriodTests
{
    private static readonly Claim Before = Said("a", "103", 1);
    private static readonly Claim Added = Said("b", "24", 3) with { During = new Period(Day(2), Day(3)) };

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    public void What_was_added_is_no_number_of_all(int day)
    {
        var dossier = Total(Before, Added, Said("c", "about 24", day, "paper"));

        Assert.Equal("a counts, b counts, c repeated b", Of(dossier));
        Assert.Equal(Total(Before, Added).Reconcile()["killed"].Series[^1].Best, dossier.Reconcile()["killed"].Series[^1].Best);
    }

    [Theory]
    [InlineData("nearly 15,000", "c repeated b")]
    [InlineData("14,800", "c repeated b")]
    [InlineData("about 10,000", "c repeated a")]
    public void Nor_is_a_rounding_of_it_that_is_surely_one(string rounded, string fate) => Assert.Equal(
        "a counts, b counts, " + fate,
        Of(Total(Said("a", "48,206", 3), Said("b", "14,840", 3) with { During = new Period(Day(3), Day(3)) }, Said("c", rounded, 3, "paper"))));

    [Fact]
    public void The_report_says_what_was_lost()
    {
        var result = Total(Before, Added, Said("c", "24", 3, "paper")).Reconcile();

        Assert.Equal("a garbled copy of [b], 24 (ministry, 2 to 3 March 2025), which was added then: the period was lost on its way", result.Verdicts[2].Because);
        Assert.Equal(
            "killed, 24 (ministry, 2 to 3 March 2025), is what was added then and became the number of all on its way through paper: the period was lost, not what the root said.",
            result.Only(DifferenceKind.Relay).Explanation);
    }

    [Fact]
    public void What_the_root_may_have_said_of_all_stays_a_statement()
    {
        // Nothing was more before.
        Assert.Equal("b counts, c counts", Of(Total(Added, Said("c", "24", 3, "paper"))));
        // Another number, long after, or of the root itself.
        Assert.DoesNotContain("repeated", Of(Total(Before, Added, Said("c", "25", 3, "paper"))), StringComparison.Ordinal);
        Assert.DoesNotContain("repeated", Of(Total(Before, Added, Said("c", "24", 7, "paper"))), StringComparison.Ordinal);
        Assert.DoesNotContain("repeated", Of(Total(Before, Added, Said("c", "24", 3))), StringComparison.Ordinal);
        Assert.DoesNotContain("repeated", Of(Stock(Before, Added, Said("c", "24", 3, "paper"))), StringComparison.Ordinal);
    }

    /// <summary>Else a total of 24 may be all there was: what shows that it was more must count, be said nearer to the root and no forecast, and speak of a day no later.</summary>
    [Fact]
    public void Only_what_the_root_had_said_by_then_shows_that_the_total_was_more()
    {
        var relayed = Said("c", "24", 3, "paper");
        Claim[] others = [Before with { Reported = Day(9) }, Before with { Basis = Basis.Projection }, Before with { Via = ["radio"] }, Before with { Retracted = Retraction.Always }];

        Assert.All(others, other => Assert.EndsWith("b counts, c counts", Of(Total(other, Added, relayed)), StringComparison.Ordinal));
        Assert.Equal("a counts, b counts, c repeated b", Of(Total(Before with { Reported = Day(3) }, Added, relayed)));
    }

    [Fact]
    public void What_was_added_is_passed_on_by_a_longer_chain_only() =>
        Assert.EndsWith("b counts, c counts", Of(Total(Before, Added with { Via = ["wire"] }, Said("c", "24", 3, "paper"))), StringComparison.Ordinal);

    [Fact]
    public void Of_two_periods_that_end_on_one_day_the_one_nearer_to_the_root_is_meant() => Assert.Equal(
        "a counts, e counts, b counts, c repeated b",
        Of(Total(Before, Added with { Id = "e", During = new Period(Day(3), Day(3)), Via = ["wire"] }, Added, Said("c", "24", 3, "paper,radio"))));

    [Fact]
    public void What_was_added_before_tells_that_the_total_was_more()
    {
        var earlier = Said("a", "500", 1) with { During = new Period(Day(1), Day(1)) };

        Assert.Equal("a counts, b counts, c repeated b", Of(Total(earlier, Added, Said("c", "24", 3, "paper"))));
    }

    [Fact]
    public void Another_number_of_its_day_is_no_version_of_what_was_added() =>
        Assert.Equal("a counts, b counts, c repeated b, d counts", Of(Total(Before, Added, Said("c", "24", 3, "paper"), Said("d", "150", 3, "radio"))));

    [Fact]
    public void Of_several_increments_that_count_the_last_is_meant()
    {
        var earlier = Added with { Id = "e", During = new Period(Day(2), Day(2)), Reported = Day(2) };
        var withdrawn = earlier with { Retracted = Retraction.On(Day(4)) };

        Assert.Equal("a counts, b counts, e counts, c repeated b", Of(Total(Before, Added, earlier, Said("c", "24", 3, "paper")).WithAsOf(Day(6))));
        Assert.Equal("a counts, b counts, e retracted, c repeated b", Of(Total(Before, Added, withdrawn, Said("c", "24", 3, "paper")).WithAsOf(Day(6))));
    }
}
