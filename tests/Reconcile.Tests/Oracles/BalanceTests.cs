using Xunit;

namespace Reconcile.Tests.Oracles;

/// <summary>
/// Flow balances from the literature on data reconciliation, in the collection of Valle, Kalid, Secchi and Kiperstok, Computers and Chemical
/// Engineering (2018). Expected values are weighted least squares, x = y − SAᵀ(ASAᵀ)⁻¹Ay.
/// </summary>
public class BalanceTests
{
    [Fact]
    public void A_loop_with_a_splitter_balances()
    {
        // V. G. Dovì and C. Solisio, Chemical Engineering Journal 84 (2001), 309–314.
        var result = Measured([11.0, 9.9, 21.25, 11.1, 7.0, 3.8], [0.032, 0.026, 0.12, 0.033, 0.052, 0.015])
            .Relate("f3 = f1 + f2")
            .Relate("f3 = f2 + f4")
            .Relate("f4 = f5 + f6")
            .Reconcile();

        Assert.Empty(result.Conflicts);
        AssertFlows(
            result,
            [11.029312, 9.957109, 20.986421, 11.029312, 7.177974, 3.851338],
            [0.109548, 0.147480, 0.171689, 0.109548, 0.137370, 0.110649]);
    }

    [Fact]
    public void A_heat_exchanger_with_a_bypass_balances_to_the_published_values()
    {
        // S. Narasimhan and C. Jordache, Data Reconciliation and Gross Error Detection, Gulf Publishing (2000).
        var result = Measured([101.91, 64.45, 34.65, 64.2, 36.44, 98.88], [1, 1, 1, 1, 1, 1])
            .Relate("f1 = f2 + f3")
            .Relate("f2 = f4")
            .Relate("f3 = f5")
            .Relate("f6 = f4 + f5")
            .Reconcile();

        Assert.DoesNotContain(result.Conflicts, conflict => conflict.Severity == ConflictSeverity.Conflict);
        AssertFlows(
            result,
            [100.22, 64.50, 35.72, 64.50, 35.72, 100.22],
            [0.577350, 0.577350, 0.577350, 0.577350, 0.577350, 0.577350]);
    }

    [Fact]
    public void A_gross_error_is_found_and_its_measurement_left_out()
    {
        // Y. Yang, R. Ten and L. Jao, Computers and Chemical Engineering 19S (1995), S217–S222: the first flow, truly 98.7, was measured as 110.1.
        var result = Measured([110.1, 41.1, 79.0, 30.6, 108.3, 19.8, 55.0, 39.0], [3.234, 1.803, 1.665, 0.999, 3.129, 0.418, 3.228, 1.623])
            .Relate("f1 = f2 + f7")
            .Relate("f3 = f2 + f8")
            .Relate("f5 = f3 + f4")
            .Relate("f7 = f6 + f8")
            .Reconcile();

        var dispute = Assert.Single(result.Disputes);
        Assert.Equal("f1", Assert.Single(dispute.Accounts[0].Rejects).Quantity);
        AssertFlows(
            result,
            [98.22184, 40.96710, 78.71381, 30.35465, 109.06846, 19.50803, 57.25474, 37.74671],
            [1.07270, 1.00625, 0.91878, 0.89815, 1.11456, 0.61710, 1.00499, 0.90354]);
    }

    private static Dossier Measured(double[] values, double[] variances)
    {
        var dossier = Dossier.Create();
        for (var i = 0; i < values.Length; i++) dossier = dossier.ExactClaim($"f{i + 1}", Oracle.Normal(values[i], Math.Sqrt(variances[i])));
        return dossier;
    }

    private static void AssertFlows(Reconciliation result, double[] values, double[] sds)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var best = result[$"f{i + 1}"].Best!.Value;
            Assert.InRange(best, values[i] - (0.01 * sds[i]), values[i] + (0.01 * sds[i]));
        }
    }
}
