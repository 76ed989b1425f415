using Reconcile.Tests.Generation;
using Xunit;

namespace Reconcile.Tests.Promises;

/// <summary>A promise is only as well tested as the dossiers are mixed.</summary>
public class GenerationTests
{
    private const int Count = 400;

    private static readonly Lazy<Reconciliation[]> Drawn = new(() => [.. Enumerable.Range(0, Count).Select(seed => new DisputedDossier(new Random(seed)).Draw().Reconcile())]);

    [Promise(typeof(KnownDossiers))]
    public void Every_relation_and_bound_holds_in_the_hidden_truth(KnownDossier known) => Holding.Shown(known.Dossier, () =>
    {
        foreach (var row in known.Dossier.Relations.SelectMany(relation => PlainForm.Rows(relation.Rule)))
        {
            var (sum, hair) = (row.Form.Aggregate(Rational.Zero, (sum, term) => sum + (term.Value * Rational.Of(known.Truth[term.Key]))), Rational.Of(1e-9 * known.Truth.Values.Max()));
            Assert.False(sum < row.Low - hair || sum > row.High + hair, "a relation fails in the truth");
        }

        Assert.All(known.Dossier.Quantities, quantity => Assert.InRange(known.Truth[quantity.Id], quantity.Min ?? double.MinValue, quantity.Max ?? double.MaxValue));
    });

    [Fact]
    public void Most_claims_hold_in_the_hidden_truth_and_one_in_ten_does_not()
    {
        var known = Enumerable.Range(0, Count).Select(seed => new DisputedDossier(new Random(seed)).DrawKnown());
        var held = known.SelectMany(dossier => dossier.Dossier.Claims.Select(dossier.HoldsIn)).ToArray();
        Assert.InRange(held.Count(holds => holds) / (double)held.Length, 0.5, 0.9);
    }

    /// <summary>A promise passes over what has errors: a generator that draws nothing else would leave it untested.</summary>
    [Fact]
    public void Drawn_dossiers_have_no_errors()
    {
        Assert.All(Enumerable.Range(0, 100), static seed => Assert.DoesNotContain(new DatedDossier(new Random(seed)).Draw().Validate(), static finding => finding.Severity == FindingSeverity.Error));
        Assert.All(Enumerable.Range(0, 100), static seed => Assert.DoesNotContain(new RelayedDossier(new Random(seed)).Draw().Validate(), static finding => finding.Severity == FindingSeverity.Error));
        Assert.True(Enumerable.Range(0, 100).Count(static seed => !new ExtremeDossier(new Random(seed)).Draw().Validate().Any(static finding => finding.Severity == FindingSeverity.Error)) >= 80);
    }

    [Fact]
    public void Two_in_five_dossiers_have_a_conflict() => AssertShare(0.4, HasConflict);

    [Fact]
    public void One_in_five_dossiers_has_an_open_side() => AssertShare(0.2, Traits.HasOpenSide);

    [Fact]
    public void Three_in_ten_dossiers_have_relations_in_a_circle() => AssertShare(0.3, result => !Traits.IsTree(result.Dossier));

    [Fact]
    public void One_in_five_dossiers_is_without_conflict() => AssertShare(0.2, result => !HasConflict(result));

    /// <summary>By the oracle, not by the engine.</summary>
    private static bool HasConflict(Reconciliation result) => !new ExactSystem(result.Dossier).CanHold(Holding.Counting(result.Dossier));

    private static void AssertShare(double least, Func<Reconciliation, bool> has)
    {
        var share = Drawn.Value.Count(has) / (double)Count;
        Assert.True(share >= least, $"{share:P0} of the dossiers; at least {least:P0} are meant.");
    }
}
