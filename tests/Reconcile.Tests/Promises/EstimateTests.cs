using FsCheck.Xunit;
using Reconcile.Tests.Generation;
using Xunit;

namespace Reconcile.Tests.Promises;

[Properties(Replay = Holding.Seed)]
public class EstimateTests
{
    [Property(Arbitrary = [typeof(DisputedDossiers)], MaxTest = 40)]
    public void Low_is_at_most_best_and_best_at_most_high(Dossier dossier) => Holding.Check(dossier, result =>
    {
        foreach (var estimate in result.Estimates)
        {
            AssertOrdered(estimate.Low, estimate.Best, estimate.High, estimate.Quantity.Id);
            AssertOrdered(estimate.Printed.Low, estimate.Printed.Best, estimate.Printed.High, estimate.Quantity.Id + " as printed");
            foreach (var part in estimate.Alternatives.Concat(estimate.ByAccount)) AssertOrdered(part.Low, part.Best, part.High, estimate.Quantity.Id + " in a part");
            Assert.Equal(estimate.Alternatives.OrderByDescending(part => part.Weight).Select(part => part.Weight), estimate.Alternatives.Select(part => part.Weight));
            if (estimate.Best is null) Assert.True(estimate.Low is null || estimate.High is null, estimate.Quantity.Id + " has both ends and no best");
        }
    });

    [Property(Arbitrary = [typeof(DisputedDossiers)], MaxTest = 40)]
    public void Estimates_satisfy_the_equations(Dossier dossier) => Holding.Check(dossier, result =>
    {
        if (!dossier.Quantities.Any(quantity => quantity.Whole)) AssertRelations(result, estimate => estimate.Best, 1e-9, "best", equations: true);
    });

    [Property(Arbitrary = [typeof(DisputedDossiers)], MaxTest = 40)]
    public void Printed_estimates_satisfy_the_equations(Dossier dossier) => Holding.Check(dossier, result =>
    {
        var isTree = ConflictShares.IsTree(dossier);
        AssertRelations(result, estimate => estimate.Printed.Best, 1e-9, "printed", equations: true, isTree ? 0 : 2);
        AssertRelations(result, estimate => estimate.Best, 1e-9, "best", equations: true, isTree ? 0 : 2);
    });

    [Property(Arbitrary = [typeof(DisputedDossiers)], MaxTest = 40)]
    public void Estimates_satisfy_the_inequalities(Dossier dossier) => Holding.Check(dossier, result =>
    {
        if (!dossier.Quantities.Any(quantity => quantity.Whole)) AssertRelations(result, estimate => estimate.Best, 1e-6, "best", equations: false);
    });

    [Property(Arbitrary = [typeof(DisputedDossiers)], MaxTest = 40)]
    public void Printed_estimates_satisfy_the_inequalities(Dossier dossier) => Holding.Check(dossier, result =>
    {
        if (!dossier.Quantities.Any(quantity => quantity.Whole)) AssertRelations(result, estimate => estimate.Printed.Best, 1e-6, "printed", equations: false, ConflictShares.IsTree(dossier) ? 0 : 1);
    });

    [Property(Arbitrary = [typeof(DisputedDossiers)], MaxTest = 40)]
    public void Whole_quantities_have_whole_estimates(Dossier dossier) => Holding.Check(dossier, result =>
    {
        foreach (var estimate in result.Estimates.Where(estimate => estimate.Quantity.Whole))
        {
            Assert.All([estimate.Low, estimate.Best, estimate.High], value => Assert.True(value is null || value == Math.Round(value.Value), $"{estimate.Quantity.Id}: {value}"));
        }
    });

    [Property(Arbitrary = [typeof(DisputedDossiers)], MaxTest = 40)]
    public void Influences_add_up_to_1(Dossier dossier) => Holding.Check(dossier, result =>
    {
        foreach (var estimate in result.Estimates.Where(estimate => estimate.Influences.Count > 0))
        {
            Assert.Equal(1, estimate.Influences.Sum(influence => influence.Share), 1e-9);
            Assert.All(estimate.Influences, influence => Assert.InRange(influence.Share, 0, 1 + 1e-9));
        }
    });

    private static void AssertOrdered(double? low, double? best, double? high, string what)
    {
        Assert.All([low, best, high], value => Assert.True(value is null || double.IsFinite(value.Value), $"{what}: {value}"));
        Assert.False(low > high || low > best || best > high, $"{what}: {low:R} ≤ {best:R} ≤ {high:R} fails");
    }

    private static void AssertRelations(Reconciliation result, Func<Estimate, double?> read, double tolerance, string what, bool equations, double residue = 0)
    {
        foreach (var relation in result.Dossier.Relations)
        {
            foreach (var row in PlainForm.Rows(relation.Rule))
            {
                if (equations != (row.Low is { } low && row.High is { } high && low == high)) continue;
                if (row.Form.Keys.Any(name => read(result[name]) is null)) continue;
                var (sum, size) = (Rational.Zero, Rational.Zero);
                foreach (var (name, coefficient) in row.Form)
                {
                    var term = coefficient * Rational.Of(read(result[name])!.Value);
                    (sum, size) = (sum + term, size + term.Abs);
                }

                var slack = (Rational.Of(tolerance) * size) + Rational.Of(residue);
                Assert.False(sum < row.Low - slack || sum > row.High + slack, $"{what}: {relation.Rule} fails: {string.Join(", ", row.Form.Keys.Select(name => $"{name} {read(result[name]):R}"))}");
            }
        }
    }
}
