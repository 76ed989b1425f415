using Xunit;

namespace Reconcile.Tests.Validation;

public class ClaimDateRulesTests
{
    private static readonly DateOnly First = new(2025, 3, 1);
    private static readonly DateOnly Fifth = new(2025, 3, 5);
    private static readonly DateOnly Ninth = new(2025, 3, 9);

    [Fact]
    public void A_claim_cannot_speak_of_a_day_after_it_was_reported()
    {
        Found.Only(
            "claims[0].asOf RC140 Reported on 2025-03-01, it cannot speak of 2025-03-05; a forecast has the basis projection.",
            With(Claim() with { AsOf = Fifth, Reported = First }));
        Assert.Empty(Found.In(With(Claim() with { AsOf = First, Reported = First })));
        Assert.Empty(Found.In(With(Claim() with { AsOf = Fifth, Reported = First, Basis = Basis.Projection })));
    }

    [Fact]
    public void A_claim_of_a_day_after_that_of_the_dossier_is_a_warning()
    {
        Found.Only(
            "claims[0].asOf RC210 It speaks of 2025-03-05, after the day of the dossier, 2025-03-01; it counts all the same.",
            With(Claim() with { AsOf = Fifth }).WithAsOf(First));
        Found.Only(
            "claims[0].reported RC210 It was reported on 2025-03-05, after the day of the dossier, 2025-03-01; it counts all the same.",
            With(Claim() with { Reported = Fifth }).WithAsOf(First));
        Assert.Empty(Found.In(With(Claim() with { AsOf = First, Reported = Fifth }).WithAsOf(First)));
    }

    [Fact]
    public void An_increment_speaks_of_its_period()
    {
        var claim = Claim() with { During = new Period(First, Fifth) };

        Assert.Empty(Found.In(With(claim)));
        Assert.Empty(Found.In(With(claim with { AsOf = Fifth })));
        Found.Only(
            "claims[0].asOf RC141 As of 2025-02-28 its period (2025-03-01 to 2025-03-05) had not begun; leave asOf out, or give the basis projection.",
            With(claim with { AsOf = First.AddDays(-1) }));
        Found.Only(
            "claims[0].asOf RC211 An increment speaks of its period (2025-03-01 to 2025-03-05); the later asOf (2025-03-09) changes nothing.",
            With(claim with { AsOf = Ninth }));
    }

    [Fact]
    public void A_period_that_was_not_over_when_it_was_reported_is_a_warning()
    {
        var claim = Claim() with { During = new Period(First, Ninth), Reported = Fifth };

        Found.Only(
            "claims[0].during RC230 Reported on 2025-03-05, it speaks of a period that was not over (2025-03-01 to 2025-03-09) and counts for all of it; a forecast has the basis projection.",
            With(claim));
        Assert.Empty(Found.In(With(claim with { Basis = Basis.Projection })));
        Assert.Empty(Found.In(With(claim with { Reported = Ninth })));
    }

    [Fact]
    public void A_withdrawal_out_of_time_is_a_warning()
    {
        var claim = Claim() with { Reported = Fifth };

        Found.Only(
            "claims[0].retracted RC229 Withdrawn on 2025-03-01, before it was reported on 2025-03-05, it never counts.",
            With(claim with { Retracted = Retraction.On(First) }));
        Found.Only(
            "claims[0].retracted RC219 Withdrawn on 2025-03-09, after the day of the dossier, 2025-03-05, it still counts; give the dossier that day as its asOf if it should not.",
            With(claim with { Retracted = Retraction.On(Ninth) }).WithAsOf(Fifth));
        Assert.Empty(Found.In(With(claim with { Retracted = Retraction.On(Ninth) }).WithAsOf(Ninth)));
        Assert.Empty(Found.In(With(claim with { Retracted = Retraction.On(Ninth) })));
        Assert.Empty(Found.In(With(claim with { Retracted = Retraction.Always })));
    }

    [Fact]
    public void Only_totals_grow_by_increments() => Found.Only(
        "claims[0].during RC142 Only a total grows by increments, and \"killed\" is none; declare it with the kind total, or leave during out.",
        Dossier.Create().Claim(Claim() with { During = new Period(First, Fifth) }));

    private static Dossier With(Claim claim) => Dossier.Create().Quantity("killed", QuantityKind.Total).Claim(claim);

    private static Claim Claim() => new() { Quantity = "killed", Figure = Figure.About(400), Source = "ministry" };
}
