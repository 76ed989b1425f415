using System.Globalization;
using Reconcile.Accounts;
using Reconcile.Consistency;
using Reconcile.Tests.Consistency;
using Xunit;

namespace Reconcile.Tests.Accounts;

public class DisputeFinderTests
{
    [Fact]
    public void Many_rivals_on_one_quantity_among_others_are_swept_as_on_one_alone()
    {
        var alone = Rivals(Dossier.Create(), 30, _ => "killed").Reconcile();
        var amongOthers = Rivals(Dossier.Create().Relate("killed <= deployed"), 30, _ => "killed").Reconcile();

        Assert.Equal(30, Assert.Single(amongOthers.Disputes).Accounts.Count);
        Assert.Equal(alone.Disputes[0].Accounts.Select(a => Math.Round(a.Weight, 9)), amongOthers.Disputes[0].Accounts.Select(a => Math.Round(a.Weight, 9)));
        Assert.Equal(alone.Conflicts.Select(c => c.Explanation), amongOthers.Conflicts.Select(c => c.Explanation));
    }

    [Fact]
    public void A_search_that_never_asks_the_system_still_ends()
    {
        var result = Rivals(Dossier.Create().Relate("killed = dead"), 40, i => i % 2 == 0 ? "killed" : "dead").Reconcile();

        Assert.Contains(result.Warnings, warning => warning.Code == "RC221");
        Assert.NotNull(result["killed"].Best);
    }

    [Fact]
    public void Equal_leaders_beyond_the_limit_are_kept_whole_up_to_twice_as_many()
    {
        var result = Rivals(Dossier.Create(), 40, _ => "killed").Reconcile();

        Assert.Equal(40, Assert.Single(result.Disputes).Accounts.Count);
        Assert.DoesNotContain(result.Warnings, warning => warning.Code == "RC220");
    }

    [Fact]
    public void Of_still_more_equal_leaders_some_are_cut_and_the_warning_says_that_they_weigh_no_less()
    {
        var result = Rivals(Dossier.Create(), 65, _ => "killed").Reconcile();

        Assert.Equal(32, Assert.Single(result.Disputes).Accounts.Count);
        Assert.Equal(
            "A dispute around \"killed\" has more than 32 accounts; of more than 64 that weigh the same only so many were kept, and those left out weigh no less. MaxAccounts raises the limit.",
            Assert.Single(result.Warnings, warning => warning.Code == "RC220").Message);
    }

    [Fact]
    public void Where_equals_are_cut_those_stay_that_would_come_first_of_all()
    {
        var dossier = Rivals(Dossier.Create(), 70, _ => "killed");

        var cut = dossier.Reconcile().Disputes[0].Accounts;
        var whole = new Reconciler(new ReconcileOptions { MaxAccounts = 70 }).Reconcile(dossier).Disputes[0].Accounts;

        Assert.Equal(whole.Take(32).Select(account => account.Accepts[0].Id), cut.Select(account => account.Accepts[0].Id));
    }

    [Fact]
    public void After_the_last_step_the_leading_accounts_still_hold_together()
    {
        var dossier = Dossier.Create().Relate("total = a + b + c").Claim("total", "at most 1,500", "z");
        foreach (var part in new[] { "a", "b", "c" }) dossier = dossier.Claim(part, "300", part + "1").Claim(part, "900", part + "2");

        var result = new Reconciler(new ReconcileOptions { MaxSteps = 1 }).Reconcile(dossier);

        Assert.InRange(result["total"].Best!.Value, 0, 1700);
    }

    [Fact]
    public void A_search_that_ends_early_still_shows_the_rivals_of_the_account_that_it_found()
    {
        var result = Rivals(Dossier.Create().Relate("killed = dead"), 40, i => i % 2 == 0 ? "killed" : "dead").Reconcile();

        var accounts = Assert.Single(result.Disputes).Accounts;
        Assert.Contains(result.Warnings, warning => warning.Code == "RC221");
        Assert.Equal(40, accounts.Count);
        Assert.All(accounts, account => Assert.Equal(accounts[0].Weight, account.Weight, 1e-12));
    }

    [Fact]
    public void Where_a_total_is_exceeded_by_thirty_one_parts_the_version_that_keeps_the_total_is_shown_too()
    {
        var parts = Enumerable.Range(0, 31).Select(i => string.Create(CultureInfo.InvariantCulture, $"p{i}")).ToArray();
        var dossier = parts.Aggregate(Dossier.Create().Relate("total = " + string.Join(" + ", parts)), (all, part) => all.Claim(part, "about 115", "source of " + part))
            .Claim("total", "at most 2,500", "census");

        var result = dossier.Reconcile();

        Assert.Contains(result.Warnings, warning => warning.Code == "RC221");
        Assert.Contains(Assert.Single(result.Disputes).Accounts, account => account.Accepts.Any(claim => claim.Source == "census"));
    }

    /// <summary>Ten disputes make more combinations than are all looked at, and any two parts may be as large as the larger figures say; all ten together may not.</summary>
    [Fact]
    public void Disputes_that_only_together_exceed_a_total_are_one()
    {
        var parts = Enumerable.Range(0, 10).Select(i => string.Create(CultureInfo.InvariantCulture, $"p{i}")).ToArray();
        var dossier = parts.Aggregate(Dossier.Create().Source("census", Reliability.C).Relate("total = " + string.Join(" + ", parts)), (all, part) =>
            all.Source("low " + part, Reliability.A).Source("high " + part, Reliability.C).Claim(part, "300", "low " + part).Claim(part, "900", "high " + part));
        var free = dossier.Claim("total", "at most 12,000", "census").Reconcile();
        var limited = dossier.Claim("total", "at most 6,000", "census").Reconcile();

        Assert.Equal(10, free.Disputes.Count);
        Assert.Contains(limited.Disputes, dispute => dispute.Accounts[0].Accepts.Concat(dispute.Accounts[0].Rejects).Any(claim => claim.Source == "census"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(1000)]
    public void However_early_a_search_ends_every_account_accepts_something(int steps)
    {
        var dossier = Dossier.Create().Relate("hurt <= treated").Relate("hurt <= seen").Relate("treated <= seen");
        foreach (var (quantity, figure) in new[] { ("hurt", "200"), ("treated", "100"), ("seen", "50") }) dossier = dossier.Claim(quantity, figure, "source of " + quantity);

        var result = new Reconciler(new ReconcileOptions { MaxSteps = steps }).Reconcile(dossier);

        Assert.All(Assert.Single(result.Disputes).Accounts, account => Assert.NotEmpty(account.Accepts));
    }

    [Fact]
    public void Of_many_dates_every_figure_out_of_line_is_found_and_every_account_holds()
    {
        var component = RandomSketch.Dated(new Random(3), 120, 200).Build();
        var system = (PropagationSystem)ClaimSystem.Create(component, Width.Tolerant);

        var found = DisputeFinder.Find(system, new SearchLimits(32, 1_000_000), default);

        Assert.False(found.Cuts.HasFlag(Cuts.Steps));
        Assert.InRange(found.Disputes.Count, 10, 100);
        foreach (var dispute in found.Disputes)
        {
            foreach (var account in dispute.Accounts)
            {
                var active = found.LeadingClaims(component.Claims.Length);
                DisputeSet.Choose(active, account);
                Assert.True(system.IsFeasible(active));
                foreach (var claim in account.Rejected)
                {
                    active[claim] = true;
                    Assert.False(system.IsFeasible(active));
                    active[claim] = false;
                }
            }
        }
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("b", "a")]
    public void Of_equal_accounts_the_one_leads_that_believes_who_stands_nearer_to_the_root(string own, string relayed)
    {
        var claim = new Claim { Quantity = "killed", Figure = Figure.Exactly(412), Source = "ministry", Reported = new DateOnly(2025, 3, 1) };
        var result = Dossier.Create()
            .Claim(claim with { Id = own, Basis = Basis.Count })
            .Claim(claim with { Id = relayed, Figure = Figure.Exactly(530), Via = ["paper"] })
            .Reconcile();

        Assert.Equal(own, result.Disputes[0].Accounts[0].Accepts[0].Id);
    }

    private static Dossier Rivals(Dossier dossier, int count, Func<int, string> quantity)
    {
        for (var i = 0; i < count; i++)
        {
            var source = "s" + i.ToString(CultureInfo.InvariantCulture);
            dossier = dossier.Claim(quantity(i), (1001 + (331 * i)).ToString(CultureInfo.InvariantCulture), source);
        }

        for (var i = 0; i < count; i++) dossier = dossier.Source(new Source { Id = "s" + i.ToString(CultureInfo.InvariantCulture), RelativeError = 0 });
        return dossier;
    }

    /// <summary>Increments over different periods are different figures, reported or not: to reject five of them is dearer than to reject the one that contradicts their sum.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Increments_over_different_periods_are_rejected_one_by_one(bool areReported)
    {
        var start = new DateOnly(2025, 3, 1);
        var dossier = Dossier.Create().Quantity("killed", QuantityKind.Total).Claim("killed", "1000", "a", start);
        for (var day = 1; day <= 5; day++)
        {
            dossier = dossier.Claim(new Claim { Quantity = "killed", Figure = Figure.Exactly(100), Source = "b", During = new Period(start.AddDays(day), start.AddDays(day)), Reported = areReported ? start.AddDays(day) : null });
        }

        var result = dossier.Claim(new Claim { Id = "sum", Quantity = "killed", Figure = Figure.Exactly(200), Source = "c", During = new Period(start.AddDays(1), start.AddDays(5)) }).Reconcile();

        Assert.Equal(["sum"], result.Disputes[0].Accounts[0].Rejects.Select(claim => claim.Id));
        Assert.Equal(1500, result["killed"].Best!.Value, 15.0);
    }
}
