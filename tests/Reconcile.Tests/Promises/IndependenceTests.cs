using Reconcile.Tests.Generation;
using Xunit;

namespace Reconcile.Tests.Promises;

public class IndependenceTests
{
    [Promise(typeof(DisputedDossiers))]
    public void A_dispute_does_not_change_the_accounts_of_another_subject(Dossier dossier) => Holding.Check(dossier, result =>
    {
        var other = Other(dossier);
        AssertUnchanged(result, other.Reconcile(), Holding.Again(Joined(dossier, other)));
    });

    [Promise(typeof(DisputedDossiers))]
    public void A_dispute_does_not_change_the_accounts_of_another_in_one_system(Dossier dossier) => Holding.Check(dossier, result =>
    {
        // Each is a part of a sum before they are joined, so that the same search looks at both; a lower bound keeps the sum from bounding its parts.
        var (ours, theirs) = (result.Estimates[0].Quantity, Other(dossier).Reconcile().Estimates[0].Quantity);
        if (ours.Min is null || theirs.Min is null) return;
        var (one, other) = (InSum(dossier, "one_sum", ours.Id, "one_rest"), InSum(Other(dossier), "other_sum", theirs.Id, "other_rest"));
        var joined = InSum(Joined(one, other), "both", ours.Id, theirs.Id);
        AssertUnchanged(Holding.Again(one), Holding.Again(other), Holding.Again(joined));
    });

    [Promise(typeof(DisputedDossiers))]
    public void Without_the_claims_of_one_dispute_the_others_have_the_same_accounts(Dossier dossier) => Holding.Check(dossier, result =>
    {
        if (result.Disputes.Count < 2) return;
        foreach (var dispute in result.Disputes)
        {
            var without = dossier.With([.. Holding.Counting(result).Except(Holding.ClaimsOf(dispute)).Select(claim => claim with { Supersedes = [] })]);
            if (dossier.Quantities.Count == 0) without = result.Estimates.Aggregate(without, (all, estimate) => all.Quantity(estimate.Quantity));
            var others = Holding.Again(without).Disputes.Select(Content.Of).Order(StringComparer.Ordinal);
            Assert.Equal(result.Disputes.Where(other => other != dispute).Select(Content.Of).Order(StringComparer.Ordinal), others);
        }
    });

    private static Dossier InSum(Dossier dossier, string sum, params string[] parts)
    {
        var isDeclared = dossier.Quantities.Count > 0;
        foreach (var name in parts.Prepend(sum))
        {
            if (isDeclared && dossier.Quantities.All(quantity => quantity.Id != name)) dossier = dossier.Quantity(new Quantity { Id = name });
        }

        return dossier.Relate($"{sum} = {string.Join(" + ", parts)}");
    }

    private static void AssertUnchanged(Reconciliation ours, Reconciliation theirs, Reconciliation joined)
    {
        Assert.Equal([.. Content.Disputes(ours).Concat(Content.Disputes(theirs)).Order(StringComparer.Ordinal)], Content.Disputes(joined).Order(StringComparer.Ordinal));
        foreach (var dispute in ours.Disputes.Concat(theirs.Disputes))
        {
            var twin = joined.Disputes.First(candidate => Content.Of(candidate) == Content.Of(dispute));
            Assert.Equal(dispute.Doubt, twin.Doubt, 1e-9);
            Assert.Equal(dispute.Accounts.Select(account => account.Weight).Order(), twin.Accounts.Select(account => account.Weight).Order(), (a, b) => Math.Abs(a - b) < 1e-9);
        }
    }

    /// <summary>Another dossier, drawn by what the first says, on other quantities and from other sources.</summary>
    private static Dossier Other(Dossier dossier)
    {
        var seed = dossier.Claims.Sum(claim => (int)((claim.Figure.Value ?? claim.Figure.Low ?? claim.Figure.High ?? 0) % 1000));
        var other = new DisputedDossier(new Random(seed)).Draw();
        return other.With(
            [.. other.Claims.Select(claim => claim with { Id = "y" + claim.Id, Supersedes = [.. claim.Supersedes.Select(id => "y" + id)], Quantity = Renamed(claim.Quantity), Source = "other " + claim.Source })],
            [.. other.Sources.Select(source => source with { Id = "other " + source.Id, Party = OfTheOther(source.Party) })],
            [.. other.Relations.Select(relation => relation with { Rule = Renamed(relation.Rule) })],
            [.. other.Quantities.Select(quantity => quantity with { Id = Renamed(quantity.Id), Subject = OfTheOther(quantity.Subject) })],
            [.. other.Interests.Select(interest => interest with { Source = "other " + interest.Source, Subject = OfTheOther(interest.Subject) })]).WithPartiesLean(dossier.PartiesLean);
    }

    /// <summary>Where parties lean, a source leans against a subject only if that is the party of somebody: no subject of one dossier may be a party of the other.</summary>
    private static string? OfTheOther(string? party) => party is null ? null : "other " + party;

    private static string Renamed(string text) => string.Join(' ', text.Split(' ').Select(word => char.IsAsciiLetter(word[0]) && word != "within" ? "y_" + word : word));

    private static Dossier Joined(Dossier one, Dossier other) => one.With(
        [.. one.Claims, .. other.Claims], [.. one.Sources, .. other.Sources], [.. one.Relations, .. other.Relations], [.. Declared(one, other), .. Declared(other, one)],
        [.. one.Interests, .. other.Interests]);

    /// <summary>Where one of two dossiers declares its quantities, the other has to.</summary>
    private static IEnumerable<Quantity> Declared(Dossier dossier, Dossier other) =>
        dossier.Quantities.Count > 0 || other.Quantities.Count == 0 ? dossier.Quantities : dossier.Reconcile().Estimates.Select(estimate => estimate.Quantity);
}
