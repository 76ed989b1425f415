using Xunit;

namespace Reconcile.Tests.Grading;

/// <summary>Whatever a table of grades may hold, a reconciliation has weights and ranges.</summary>
public sealed class ExtremeGradesTests
{
    private static readonly Dossier Disputed = Dossier.Create()
        .Source(new Source { Id = "sure", Accuracy = Math.BitDecrement(1) })
        .Source(new Source { Id = "unsure", Accuracy = double.Epsilon })
        .Source("other", Reliability.C)
        .Relate("casualties = killed + wounded")
        .Claim("killed", "around 400", "sure").Claim("killed", "about 4,000", "other").Claim("wounded", "approximately 3,600", "unsure").Claim("casualties", "about 4,000", "sure");

    [Theory]
    [InlineData(double.Epsilon)]
    [InlineData(1e-15)]
    [InlineData(1)]
    [InlineData(1e15)]
    public void Any_factor_of_the_odds_gives_a_result(double factor)
    {
        var options = new ReconcileOptions { Grades = GradeTable.Default.With(Credibility.Unknown, factor).WithInterests(againstInterestFactor: 1e15) };
        AssertSound(new Reconciler(options).Reconcile(Disputed, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void What_is_surer_is_never_cheaper_to_reject()
    {
        double[] weights = [.. new[] { 1e-15, 1e-6, 1, 1e6, 1e15 }.Select(factor => Assert.Single(Told(factor).Disputes).Accounts.Single(account => account.Accepts.Any(claim => claim.Id == "c1")).Weight)];
        Assert.Equal(weights.Order(), weights);

        static Reconciliation Told(double factor) => new Reconciler(new ReconcileOptions { Grades = GradeTable.Default.With(Credibility.PossiblyTrue, factor) }).Reconcile(
            Dossier.Create().Claim(new Claim { Quantity = "killed", Figure = Figure.Parse("400"), Source = "a", Credibility = Credibility.PossiblyTrue }).Claim("killed", "4,000", "b"));
    }

    [Fact]
    public void Very_many_claims_that_hardly_hold_against_very_many_that_surely_do_leave_doubt()
    {
        var dossier = Enumerable.Range(0, 25).Aggregate(
            Dossier.Create(),
            (dossier, i) => dossier
                .Source(new Source { Id = $"sure {i}", Accuracy = Math.BitDecrement(1) }).Claim("killed", "400", $"sure {i}")
                .Source(new Source { Id = $"unsure {i}", Accuracy = double.Epsilon }).Claim("killed", "40,000", $"unsure {i}"));
        AssertSound(dossier.Reconcile(TestContext.Current.CancellationToken));
    }

    private static void AssertSound(Reconciliation result)
    {
        foreach (var dispute in result.Disputes)
        {
            Assert.All(dispute.Accounts, account => Assert.InRange(account.Weight, 0, 1));
            Assert.Equal(1, dispute.Doubt + dispute.Accounts.Sum(account => account.Weight), 1e-9);
        }

        Assert.All(result.Estimates, estimate => Assert.True(estimate.Best is { } best && double.IsFinite(best)));
    }
}
