using Xunit;
using static Reconcile.Tests.Provenance.Standings;

namespace Reconcile.Tests.Provenance;

public class ReplayTests
{
    private static readonly Claim Late = Said("b", "about 700", 8) with { Supersedes = ["a"] };

    [Fact]
    public void What_was_reported_later_is_left_out_and_replaces_nothing()
    {
        var known = Fixed(Said("a", "about 400", 1), Late).KnownOn(Day(7));

        Assert.Equal("a counts", Of(known));
        Assert.Equal(Day(7), known.AsOf);
        Assert.Empty(known.WithAsOf(null).Claims.SelectMany(claim => claim.Supersedes));
        Assert.Equal("As of 7 March 2025, 1 claim that was reported later is left out: b.", Assert.Single(known.Reconcile().Warnings, finding => finding.Code == "RC218").Message);
    }

    [Fact]
    public void The_warning_names_the_first_few()
    {
        var dossier = Fixed([Said("a", "400", 1), .. Enumerable.Range(0, 5).Select(i => Said($"z{i}", "401", 9))]);

        Assert.Equal("As of 3 March 2025, 5 claims that were reported later are left out: z0, z1, z2 and 2 more.", Assert.Single(dossier.KnownOn(Day(4)).KnownOn(Day(3)).Validate()).Message);
    }

    [Fact]
    public void A_code_on_a_later_claim_grades_its_source_all_the_same()
    {
        var later = Said("b", "137", 2) with { Reliability = Reliability.B, Credibility = Credibility.ProbablyTrue };
        var known = Fixed(Said("a", "135", 1), later).KnownOn(Day(1)).Reconcile();
        var declared = Fixed(Said("a", "135", 1), Said("b", "137", 2)).Source("ministry", Reliability.B).KnownOn(Day(1)).Reconcile();

        Assert.Contains("(grade B, usually reliable)", known.Explain("killed"), StringComparison.Ordinal);
        Assert.Equal((declared["killed"].Low, declared["killed"].High), (known["killed"].Low, known["killed"].High));
    }

    /// <summary>The dossier itself is refused for it; the replay knows nothing of the claim.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_grade_given_later_is_kept_when_a_replay_is_saved(bool isDeclared)
    {
        var dossier = Fixed(Said("a", "100", 1), Said("b", "1000", 1, source: "council"), Said("c", "100", 9) with { Reliability = Reliability.A });
        if (isDeclared) dossier = dossier.WithSources([new Source { Id = "ministry" }, new Source { Id = "council" }]);
        var known = dossier.KnownOn(Day(5));
        var saved = Dossier.Parse(known.ToJson());

        Assert.Equal(known.Reconcile()["killed"].ToString(), saved.Reconcile()["killed"].ToString());
        Assert.NotEqual(Fixed(Said("a", "100", 1), Said("b", "1000", 1, source: "council")).Reconcile()["killed"].ToString(), saved.Reconcile()["killed"].ToString());
    }

    [Fact]
    public void Of_different_grades_given_later_none_is_taken()
    {
        var dossier = Fixed(Said("a", "100", 1), Said("c", "100", 8) with { Reliability = Reliability.A }, Said("d", "100", 9) with { Reliability = Reliability.E });

        Assert.Null(Assert.Single(dossier.KnownOn(Day(5)).Claims).Reliability);
    }

    [Fact]
    public void A_grade_that_is_none_on_a_later_claim_does_no_harm() =>
        Assert.NotNull(Fixed(Said("a", "135", 1), Said("b", "137", 2) with { Reliability = (Reliability)9 }).KnownOn(Day(1)).Reconcile()["killed"].Best);

    [Fact]
    public void A_retraction_that_came_later_has_not_happened()
    {
        var dossier = Fixed(Said("a", "about 400", 1) with { Retracted = Retraction.On(Day(5)) }, Said("r", "about 400", 2, "paper"));

        Assert.Equal("a counts, r repeated a", Of(dossier.KnownOn(Day(4))));
        Assert.Equal("a retracted, r retracted a", Of(dossier.KnownOn(Day(5))));
        Assert.False(dossier.KnownOn(Day(4)).Claims[0].Retracted.IsRetracted);
    }

    /// <summary>900 of the 16th, withdrawn on the 20th, had been the number of a dossier of the 11th.</summary>
    [Fact]
    public void A_dossier_that_states_no_day_knows_of_every_retraction()
    {
        var dossier = Fixed(Said("a", "400", 1), Said("b", "900", 5) with { Source = "other", Retracted = Retraction.On(Day(9)) });

        Assert.Equal("a counts, b retracted", Of(dossier));
        Assert.Equal("a counts, b counts", Of(dossier.WithAsOf(Day(5))));
    }

    [Theory]
    [InlineData(null, 3, false, true)] // of a day before, whenever that was said
    [InlineData(null, 9, false, false)] // nobody knew of a day to come
    [InlineData(null, 9, true, true)] // a forecast may have been known
    [InlineData(4, 9, true, true)]
    [InlineData(8, 9, true, false)]
    [InlineData(8, 3, false, false)]
    [InlineData(null, null, false, true)]
    public void A_claim_is_known_once_it_was_reported(int? reported, int? asOf, bool isProjection, bool isKnown)
    {
        var claim = Said("a", "about 400", reported, asOf: asOf) with { Basis = isProjection ? Basis.Projection : Basis.Estimate };

        Assert.Equal(isKnown ? 1 : 0, Fixed(claim).KnownOn(Day(6)).Claims.Count);
    }

    [Fact]
    public void An_increment_is_known_after_its_period()
    {
        var increment = Said("i", "40") with { During = new Period(Day(1), Day(5)) };

        Assert.Empty(Total(increment).KnownOn(Day(4)).Claims);
        Assert.Single(Total(increment).KnownOn(Day(5)).Claims);
    }

    [Fact]
    public void What_only_later_claims_name_is_no_slip_of_the_pen()
    {
        var dossier = Fixed(Said("a", "400", 1), Said("b", "30", 9, source: "police", quantity: "wounded"))
            .Source("ministry", Reliability.C).Source("police", Reliability.C).Quantity("killed", QuantityKind.Fixed).Quantity("wounded", QuantityKind.Fixed);

        Assert.Equal(["RC218"], dossier.KnownOn(Day(4)).Validate().Select(finding => finding.Code));
        Assert.Equal(2, dossier.KnownOn(Day(4)).Reconcile().Estimates.Count);
    }

    [Fact]
    public void A_quantity_that_only_later_claims_name_is_known_and_nothing_is_known_of_it()
    {
        var dossier = Dossier.Create().WithClaims([Said("a", "400", 4), Said("b", "30", 9, source: "police", quantity: "wounded"), Said("c", "a third", 9, quantity: "captured / missing")]);
        var declared = dossier.Quantity("killed", QuantityKind.Fixed).Quantity("wounded", QuantityKind.Fixed).Quantity("captured", QuantityKind.Fixed).Quantity("missing", QuantityKind.Fixed);

        foreach (var day in (DateOnly[])[Day(3), Day(5)])
        {
            var (known, asDeclared) = (dossier.KnownOn(day).Reconcile(), declared.KnownOn(day).Reconcile());

            Assert.Equal(["killed", "wounded", "captured", "missing"], known.Estimates.Select(estimate => estimate.Quantity.Id));
            Assert.Equal(asDeclared.Estimates.Select(estimate => estimate.ToString()), known.Estimates.Select(estimate => estimate.ToString()));
            Assert.Equal(asDeclared.Explain("wounded"), known.Explain("wounded"));
            Assert.Empty(known["wounded"].Claims);
        }
    }
}
