using Reconcile.Tests.Generation;
using Xunit;

namespace Reconcile.Tests.Promises;

/// <summary>
/// What an agreeing claim does: one of a new root that says what the estimate says and conflicts with nothing. The promise is one of each account by itself, without
/// the claims that it rejects, for a claim can agree with one account and not with another.
/// </summary>
public class AgreementTests
{
    /// <summary>The ends of a range are found on a grid.</summary>
    private const double Grid = 1.03;

    private const double OneTenth = 1.1;

    [Promise(typeof(DisputedDossiers))]
    public void An_agreeing_claim_never_widens_its_own_quantity_where_each_root_speaks_once(Dossier dossier) => Holding.Check(Apart(dossier), result =>
    {
        foreach (var agreement in Agreement.On(Undisputed(result)))
        {
            var (before, after) = agreement.Own;
            if (Agreement.IsCounted(before)) Assert.True(Agreement.Widening(before, after) <= Grid, $"{before} became {after}");
        }
    });

    [Promise(typeof(DisputedDossiers))]
    public void Nor_any_other_where_all_say_numbers_and_no_limit_is_near(Dossier dossier) => Holding.Check(Apart(Numbers(dossier)), result =>
    {
        foreach (var agreement in Agreement.On(Undisputed(result)))
        {
            foreach (var (before, after) in agreement.Others)
            {
                if (Agreement.IsFree(before) && Agreement.IsFree(after)) Assert.True(Agreement.Widening(before, after) <= Grid, $"{before} became {after}");
            }
        }
    });

    [Fact]
    public void In_all_dossiers_an_agreeing_claim_hardly_ever_widens_its_own_quantity_and_seldom_another_by_a_tenth()
    {
        var agreements = Enumerable.Range(0, 500).Select(seed => new DisputedDossier(new Random(seed)).Draw().Reconcile()).SelectMany(Agreement.On).ToArray();
        var own = agreements.Select(agreement => agreement.Own).ToArray();
        var others = agreements.SelectMany(agreement => agreement.Others).Where(pair => Agreement.IsCounted(pair.Before) && Agreement.IsCounted(pair.After)).ToArray();

        Assert.True(own.Length > 300 && others.Length > 300, "too few to tell");
        Assert.True(Share(own, Grid) <= 0.005, $"{Share(own, Grid):P2} of {own.Length} widened their own");
        Assert.True(Share(others, OneTenth) <= 0.02, $"{Share(others, OneTenth):P2} of {others.Length} widened others by a tenth");
    }

    private static double Share((Estimate Before, Estimate After)[] pairs, double most) => pairs.Count(pair => Agreement.Widening(pair.Before, pair.After) > most) / (double)pairs.Length;

    /// <summary>Each claim said by a root of its own, so that no root's error shows in two places.</summary>
    private static Dossier Apart(Dossier dossier)
    {
        var graded = dossier.Sources.ToDictionary(source => source.Id);
        var sources = dossier.Claims.Select(claim => graded[claim.Source] with { Id = claim.Id + " " + claim.Source });
        return dossier.With([.. dossier.Claims.Select(claim => claim with { Source = claim.Id + " " + claim.Source })], [.. sources, .. dossier.Sources]);
    }

    /// <summary>Only the claims that say a number, more or less rounded.</summary>
    private static Dossier Numbers(Dossier dossier) =>
        dossier.Without(dossier.Claims.Where(claim => claim.Figure.IsShare || claim.Figure.Hedge is not (Hedge.None or Hedge.Exactly or Hedge.About)));

    /// <summary>The leading account by itself.</summary>
    private static Reconciliation Undisputed(Reconciliation result)
    {
        while (result.Disputes.Count > 0) result = Holding.Again(result.Dossier.Without(result.Disputes.SelectMany(dispute => dispute.Accounts[0].Rejects)));
        return result;
    }
}
