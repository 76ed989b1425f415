using Reconcile.Tests.Generation;
using Xunit;

namespace Reconcile.Tests.Promises;

/// <summary>A promise is only as well tested as the dossiers are mixed.</summary>
public class GenerationTests
{
    private const int Count = 400;

    private static readonly Lazy<Reconciliation[]> Drawn = new(() => [.. Enumerable.Range(0, Count).Select(seed => new DisputedDossier(new Random(seed)).Draw().Reconcile())]);

    [Fact]
    public void Two_in_five_dossiers_have_a_conflict() => AssertShare(0.4, ConflictShares.HasConflict);

    [Fact]
    public void One_in_five_dossiers_has_an_open_side() => AssertShare(0.2, ConflictShares.HasOpenSide);

    [Fact]
    public void Three_in_ten_dossiers_have_relations_in_a_circle() => AssertShare(0.3, result => !ConflictShares.IsTree(result.Dossier));

    [Fact]
    public void One_in_five_dossiers_is_without_conflict() => AssertShare(0.2, result => !ConflictShares.HasConflict(result));

    private static void AssertShare(double least, Func<Reconciliation, bool> has)
    {
        var share = Drawn.Value.Count(has) / (double)Count;
        Assert.True(share >= least, $"{share:P0} of the dossiers; at least {least:P0} are meant.");
    }
}
