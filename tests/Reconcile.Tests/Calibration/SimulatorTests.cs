using Reconcile.Calibration;
using Reconcile.Modelling;
using Xunit;

namespace Reconcile.Tests.Calibration;

/// <summary>The simulator draws what it says it draws.</summary>
public class SimulatorTests
{
    private const int Seed = 5;

    private static readonly SimulatedDossier[] Drawn = [.. Enumerable.Range(0, 400).Select(number => Simulator.Draw(Scenario.AsAssumed, Seed, number))];

    private static IEnumerable<SimulatedClaim> Claims => Drawn.SelectMany(simulated => simulated.Claims.Values);

    [Fact]
    public void A_dossier_is_the_same_whenever_it_is_drawn() =>
        Assert.Equal(Drawn[17].Dossier, Simulator.Draw(Scenario.AsAssumed, Seed, 17).Dossier);

    [Fact]
    public void Every_seed_and_number_has_a_dossier_of_its_own()
    {
        Assert.NotEqual(Drawn[0].Dossier, Drawn[1].Dossier);
        Assert.NotEqual(Drawn[0].Dossier.WithTitle(""), Simulator.Draw(Scenario.AsAssumed, Seed + 1, 0).Dossier.WithTitle(""));
    }

    [Fact]
    public void Dossiers_are_valid() =>
        Assert.All(Drawn, simulated => Assert.DoesNotContain(simulated.Dossier.Validate(), finding => finding.Severity == FindingSeverity.Error));

    [Fact]
    public void The_relations_hold_for_the_truth() => Assert.All(Drawn, simulated =>
    {
        var truth = simulated.Truth;
        Assert.Equal(truth["killed"] + truth["wounded"] + truth["captured"], truth["casualties"]);
        Assert.True(truth["casualties"] <= truth["deployed"]);
    });

    [Theory]
    [InlineData(Reliability.B)]
    [InlineData(Reliability.C)]
    [InlineData(Reliability.D)]
    public void Claims_are_wrong_as_often_as_graded(Reliability grade)
    {
        var wrong = Claims.Where(claim => claim.Grade == grade).Average(claim => claim.IsWrong ? 1.0 : 0);

        Assert.Equal(1 - GradeTable.Default.Accuracy(grade), wrong, 0.06);
    }

    [Fact]
    public void What_is_not_wrong_holds_within_its_tolerant_interval_at_95_per_cent() =>
        Assert.All(Enum.GetValues<Saying>(), saying =>
        {
            var right = Claims.Where(claim => claim.Saying == saying && !claim.IsWrong).ToArray();

            Assert.InRange(right.Average(claim => claim.IsTolerable ? 1.0 : 0), 0.92, 1);
        });

    /// <summary>The simulator judges by its own words; they must mean what the engine means.</summary>
    [Fact]
    public void The_tolerant_interval_is_that_of_the_engine()
    {
        foreach (var simulated in Drawn)
        {
            var appraiser = new ClaimAppraiser(simulated.Dossier, new ReconcileOptions());
            foreach (var claim in simulated.Dossier.Claims)
            {
                var interval = ClaimAppraiser.Widen(appraiser.Interpret(claim), claim.Figure.Kind, ClaimAppraiser.ErrorOf(claim, appraiser.TraitsOf(claim.Source).Error));
                var truth = simulated.Truth[claim.Quantity];

                Assert.Equal(interval.Low <= truth && truth <= interval.High, simulated.Claims[claim.Id].IsTolerable);
            }
        }
    }

    [Fact]
    public void The_error_of_a_share_is_larger_where_outcomes_come_in_clumps()
    {
        var (apart, together) = (new Share(), new Share());
        for (var i = 0; i < 100; i++)
        {
            apart.Add(i, i % 2 == 0);
            together.Add(i / 10, i / 10 % 2 == 0);
        }

        Assert.Equal(0.05, apart.StandardError, 1e-12);
        Assert.Equal(0.5 / Math.Sqrt(10), together.StandardError, 1e-12);
    }
}
