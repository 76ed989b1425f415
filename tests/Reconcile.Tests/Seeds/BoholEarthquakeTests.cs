using Xunit;

namespace Reconcile.Tests.Seeds;

public class BoholEarthquakeTests
{
    private static readonly Dossier Dossier = Seed.Load("bohol-earthquake-2013");
    private static readonly Reconciliation Result = Dossier.Reconcile();

    [Fact]
    public void It_is_valid_without_a_warning() => Assert.Empty(Dossier.Validate());

    [Theory]
    [InlineData("2013-10-15", 97)]
    [InlineData("2013-10-16", 144)]
    [InlineData("2013-10-20", 185)]
    [InlineData("2013-10-21", 186)]
    [InlineData("2013-10-26", 213)]
    [InlineData("2013-10-27", 215)]
    public void The_toll_follows_the_bulletins(string day, double toll) => Assert.Equal(toll, Result.On("killed", day).Best!.Value, 1.5);

    [Fact]
    public void Bodies_found_since_the_last_bulletin_tell_what_it_said() =>
        Assert.Equal(206, Result.On("killed", "2013-10-25").Best!.Value, 1.5);

    [Theory]
    [InlineData("council-plus-7", "Killed, 7 (Disaster council, 26 October 2013), is an increment, no running total: it does not contradict 6 figures from")]
    [InlineData("council-plus-2", "Killed in Bohol, 2 (Disaster council, 27 October 2013), is an increment, no running total: it does not contradict 5 figures from")]
    public void What_was_added_is_not_compared_with_totals(string claim, string beginning)
    {
        var difference = Assert.Single(Result.Differences, difference => difference.Kind == DifferenceKind.Increment && difference.Claims.Any(said => said.Id == claim));

        Assert.StartsWith(beginning, difference.Explanation, StringComparison.Ordinal);
        Assert.Equal(Outcome.Accepted, Result.Verdicts.Single(verdict => verdict.Claim.Id == claim).Outcome);
    }

    [Fact]
    public void Provinces_add_up_on_every_day()
    {
        for (var day = 0; day < Result["killed"].Series.Count; day++)
        {
            var parts = new[] { "killed_bohol", "killed_cebu", "killed_siquijor" }.Sum(part => Result[part].Series[day].Best!.Value);
            Assert.Equal(Result["killed"].Series[day].Best!.Value, parts, 1e-6);
        }
    }

    [Fact]
    public void A_total_cannot_fall_from_one_root_to_another()
    {
        var falls = Result.Conflicts.Where(conflict => conflict.Kind == ConflictKind.Fall && conflict.Claims.Count == 2).ToArray();

        Assert.All(falls, conflict => Assert.Equal("ap-cebu-15", conflict.Claims[0].Id));
        Assert.Equal(
            "Killed in Cebu, a total, cannot fall from at least 15 (Associated Press, 15 October 2013) to 9 (Disaster council, 16 October 2013).",
            falls[0].Explanation);
        Assert.Equal(["ap-cebu-15"], Result.ClaimsThatAre(Outcome.Rejected));
    }

    [Fact]
    public void The_number_of_all_provinces_is_not_that_of_one()
    {
        var conflict = Result.Conflicts.Single(conflict => conflict.Kind == ConflictKind.Contradiction && conflict.Claims.Any(claim => claim.Id == "police-144"));

        Assert.Equal("Killed in Bohol cannot be both 134 (Disaster council, 16 October 2013) and 144 (Police of Bohol, 16 October 2013).", conflict.Explanation);
        Assert.True(Assert.Single(Result.Disputes).Accounts[0].Weight > 0.75);
        Assert.Contains("police-144", Seed.IdsOf(Result.Disputes[0].Accounts[0].Rejects));
    }

    [Fact]
    public void A_dispute_over_past_days_lists_the_values_of_those_days()
    {
        var page = Result.ToString();

        Assert.Contains("d1  Killed on 16 October 2013, Killed in Bohol on 16 October 2013\n", page, StringComparison.Ordinal);
        Assert.Contains("87 %  Killed on 16 October 2013: 144 (142–146); Killed in Bohol on 16 October 2013: 134", page, StringComparison.Ordinal);
        Assert.DoesNotContain("%  Killed in Siquijor 1", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_missing_become_fewer()
    {
        Assert.Equal([23.0, 11, 8], Result["missing"].Series.Where(point => point.Best is not null).Select(point => Math.Round(point.Best!.Value)).Distinct());
        Assert.Equal(new DateOnly(2013, 10, 26), Result["missing"].AsOf);
    }

    [Fact]
    public void As_of_the_second_day_144_were_known()
    {
        var known = Dossier.KnownOn(new DateOnly(2013, 10, 16)).Reconcile();

        Assert.Equal(144, known["killed"].Best!.Value, 1.5);
        Assert.Equal(134, known["killed_bohol"].Best!.Value, 1.5);
    }
}
