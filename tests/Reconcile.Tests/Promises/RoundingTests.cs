using Reconcile.Tests.Generation;
using Xunit;

namespace Reconcile.Tests.Promises;

public class RoundingTests
{
    /// <summary>A unit for each term of the sum.</summary>
    private const double Most = 4;

    [Promise(typeof(PartlyToldSums), 60)]
    public void Where_numbers_are_whole_no_best_value_moves_by_more_than_a_unit_for_each_term_of_its_sum(Dossier dossier) => Holding.Check(dossier, result =>
    {
        var plain = Holding.Again(dossier.With(quantities: [.. dossier.Quantities.Select(quantity => quantity with { Whole = false })]));
        foreach (var (estimate, exact) in result.Estimates.Zip(plain.Estimates))
        {
            AssertNear(exact.Best, estimate.Best, estimate.Quantity.Id);
            foreach (var (point, exactly) in estimate.Series.Zip(exact.Series)) AssertNear(exactly.Best, point.Best, $"{estimate.Quantity.Id} on {point.AsOf:O}");
        }
    });

    [Promise(typeof(PartlyToldSums), 60)]
    public void In_print_no_best_value_moves_by_more_than_a_unit_for_each_term_of_its_sum(Dossier dossier) => Holding.Check(dossier, result =>
        Assert.All(result.Estimates, estimate => AssertNear(estimate.Best, PrintedNumbers.Of(estimate).Best, estimate.Quantity.Id)));

    [Promise(typeof(PartlyToldSums), 300)]
    public void No_total_falls_by_rounding(Dossier dossier) => Holding.Check(dossier, result =>
    {
        foreach (var estimate in result.Estimates.Where(estimate => estimate.Quantity.Kind == QuantityKind.Total))
        {
            var bests = estimate.Series.Select(point => point.Best).OfType<double>().ToArray();
            for (var i = 1; i < bests.Length; i++) Assert.True(bests[i] >= bests[i - 1] * (1 - 1e-9), $"{estimate.Quantity.Id}: {bests[i - 1]} falls to {bests[i]}");
        }
    });

    private static void AssertNear(double? exact, double? rounded, string what)
    {
        Assert.Equal(exact is null, rounded is null);
        Assert.False(Math.Abs((exact - rounded) ?? 0) > Most, $"{what}: {exact} becomes {rounded}");
    }
}
