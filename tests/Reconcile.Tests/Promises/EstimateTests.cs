using Reconcile.Tests.Generation;
using Xunit;

namespace Reconcile.Tests.Promises;

public class EstimateTests
{
    private static readonly double[] Levels = [0.5, 0.8, 0.99];

    [Promise(typeof(DisputedDossiers))]
    public void Low_is_at_most_best_and_best_at_most_high(Dossier dossier) => Holding.Check(dossier, result =>
    {
        AssertOrdered(result);
        foreach (var level in Levels) AssertOrdered(new Reconciler(new ReconcileOptions { Level = level }).Reconcile(dossier));
    });

    [Promise(typeof(DisputedDossiers))]
    public void Estimates_satisfy_the_equations(Dossier dossier) => Holding.Check(dossier, result =>
    {
        if (!dossier.Quantities.Any(quantity => quantity.Whole)) AssertRelations(result, estimate => estimate.Best, 1e-9, "best", equations: true);
    });

    [Promise(typeof(DisputedDossiers))]
    public void Rounded_and_printed_estimates_satisfy_the_equations_on_trees(Dossier dossier) => Holding.Check(dossier, result =>
    {
        if (!Traits.IsTree(dossier)) return;
        AssertRelations(result, estimate => PrintedNumbers.Of(estimate).Best, 1e-9, "printed", equations: true);
        AssertRelations(result, estimate => estimate.Best, 1e-9, "best", equations: true);
    });

    [Promise(typeof(DisputedDossiers))]
    public void Rounded_and_printed_estimates_satisfy_the_equations_within_1_elsewhere(Dossier dossier) => Holding.Check(dossier, result =>
    {
        if (Traits.IsTree(dossier)) return;
        AssertRelations(result, estimate => PrintedNumbers.Of(estimate).Best, 1e-9, "printed", equations: true, residue: 1);
        AssertRelations(result, estimate => estimate.Best, 1e-9, "best", equations: true, residue: result.Warnings.Any(warning => warning.Code == "RC224") ? 1 : 0);
    });

    [Promise(typeof(DisputedDossiers))]
    public void Estimates_satisfy_the_inequalities(Dossier dossier) => Holding.Check(dossier, result =>
    {
        if (!dossier.Quantities.Any(quantity => quantity.Whole)) AssertRelations(result, estimate => estimate.Best, 1e-6, "best", equations: false);
    });

    [Promise(typeof(DisputedDossiers))]
    public void Printed_estimates_satisfy_the_inequalities(Dossier dossier) => Holding.Check(dossier, result =>
        AssertRelations(result, estimate => PrintedNumbers.Of(estimate).Best, 1e-6, "printed", equations: false, Traits.IsTree(dossier) ? 0 : 1));

    [Promise(typeof(DisputedDossiers))]
    public void Whole_quantities_have_whole_estimates(Dossier dossier) => Holding.Check(dossier, result =>
    {
        // Of what others are multiples a fraction is kept.
        var multiplied = Traits.Multiplied(dossier);
        foreach (var estimate in result.Estimates.Where(estimate => estimate.Quantity.Whole && !multiplied.Contains(estimate.Quantity.Id)))
        {
            Assert.All([estimate.Low, estimate.Best, estimate.High], value => Assert.True(value is null || value == Math.Round(value.Value), $"{estimate.Quantity.Id}: {value}"));
        }
    });

    [Promise(typeof(DisputedDossiers))]
    public void Influences_add_up_to_1(Dossier dossier) => Holding.Check(dossier, result =>
    {
        foreach (var estimate in result.Estimates.Where(estimate => estimate.Influences.Count > 0))
        {
            Assert.Equal(1, estimate.Influences.Sum(influence => influence.Share), 1e-9);
            Assert.All(estimate.Influences, influence => Assert.InRange(influence.Share, 0, 1 + 1e-9));
        }
    });

    private static void AssertOrdered(Reconciliation result)
    {
        foreach (var estimate in result.Estimates)
        {
            var (name, printed) = (estimate.Quantity.Id, PrintedNumbers.Of(estimate));
            AssertOrdered(estimate.Low, estimate.Best, estimate.High, name);
            AssertOrdered(printed.Low, printed.Best, printed.High, name + " as printed");
            foreach (var part in estimate.Alternatives) AssertOrdered(part.Low, part.Best, part.High, name + " in a part");
            Assert.Equal(estimate.Alternatives.OrderByDescending(part => part.Weight).Select(part => part.Weight), estimate.Alternatives.Select(part => part.Weight));
            Assert.Equal(estimate.Best is null, estimate.Low is null || estimate.High is null);
        }
    }

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
