using Xunit;

namespace Reconcile.Tests.Modelling;

public class StateGroupsTests
{
    [Theory]
    [InlineData("killed <= deployed", "killed >= deployed - 100")]
    [InlineData("killed >= deployed - 100", "killed <= deployed")]
    [InlineData("killed <= deployed", "killed >= deployed")]
    public void Of_two_relations_that_limit_one_difference_the_broken_one_is_cited(string first, string second)
    {
        var result = Dossier.Create().Relate(first).Relate(second)
            .Claim("killed", "500", "a")
            .Claim("deployed", "300", "b")
            .Reconcile();

        Assert.Equal("killed <= deployed", Assert.Single(Assert.Single(result.Conflicts).Relations).Rule);
    }

    [Fact]
    public void Relations_of_different_dates_that_leave_no_room_are_reported_and_no_fault()
    {
        var day = new DateOnly(2024, 6, 1);
        var dossier = Dossier.Create()
            .Relate(new Relation { Rule = "a >= b + 5", To = day })
            .Relate(new Relation { Rule = "a <= b", From = day })
            .Relate(new Relation { Rule = "a + b <= 100" })
            .Relate(new Relation { Rule = "a - b <= 3" })
            .Claim("a", "5", "x");

        Assert.Throws<DossierValidationException>(() => dossier.Reconcile());
    }
}
