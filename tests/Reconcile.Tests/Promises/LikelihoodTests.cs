using Reconcile.Tests.Generation;
using Xunit;

namespace Reconcile.Tests.Promises;

/// <summary>What words of likelihood do: they move the chance of a claim to hold, and nothing else.</summary>
public class LikelihoodTests
{
    /// <summary>The steps of ICD 203 that affirm, the least likely first.</summary>
    private static readonly string[] Rising = ["roughly even chance", "likely", "very likely", "almost certain"];

    [Promise(typeof(DisputedDossiers))]
    public void What_is_certain_is_as_what_is_said_without_a_word(Dossier dossier) =>
        Holding.Check(dossier, result => Content.AssertSameThroughout(result, Holding.Again(Said(dossier, _ => "certain"))));

    [Promise(typeof(DisputedDossiers), 60)]
    public void A_more_likely_word_never_lowers_the_weight_of_a_claim(Dossier dossier) => Holding.Check(dossier, result =>
    {
        foreach (var claim in result.Disputes.SelectMany(dispute => dispute.Conflicts[0].Claims).DistinctBy(claim => claim.Id).Take(2))
        {
            Reconciliation[] said = [.. Rising.Select(words => Holding.Again(Said(dossier, other => other.Id == claim.Id ? words : null))), result];
            for (var i = 1; i < said.Length; i++)
            {
                // Where a word decides which accounts are light enough to be left out, weights are shares of different sums.
                if (!Content.Disputes(said[i - 1]).SequenceEqual(Content.Disputes(said[i]))) continue;
                Assert.True(WeightOf(claim, said[i - 1]) <= WeightOf(claim, said[i]) + 1e-9, $"{claim.Id}: step {i} lowers its weight");
            }
        }
    });

    [Promise(typeof(DisputedDossiers))]
    public void Accounts_weigh_as_accuracy_times_the_middle_of_the_range_says(Dossier dossier)
    {
        var i = 0;
        var said = Said(dossier, _ => Rising[i++ % Rising.Length]);
        Holding.Check(said, result =>
        {
            foreach (var dispute in result.Disputes)
            {
                var best = dispute.Accounts[0];
                foreach (var account in dispute.Accounts)
                {
                    var ratio = Math.Exp(RejectionCosts.Of(said, best.Rejects) - RejectionCosts.Of(said, account.Rejects));
                    Assert.Equal(ratio, account.Weight / best.Weight, 1e-9);
                }
            }
        });
    }

    [Promise(typeof(DisputedDossiers), 20)]
    public void Without_a_conflict_a_word_changes_no_estimate(Dossier dossier) => Holding.Check(dossier, result =>
    {
        // Without a claim another that only said it again counts.
        var (peaceful, left) = (dossier, result);
        while (left.Disputes.Count > 0)
        {
            peaceful = peaceful.Without(left.Disputes.SelectMany(dispute => dispute.Conflicts).SelectMany(conflict => conflict.Claims).DistinctBy(claim => claim.Id));
            if (peaceful.Claims.Count == 0) return;
            left = Holding.Again(peaceful);
        }

        Content.AssertSame(Holding.Again(peaceful), Holding.Again(Said(peaceful, _ => "likely")));
    });

    private static double WeightOf(Claim claim, Reconciliation result) => result.Verdicts.Single(verdict => verdict.Claim.Id == claim.Id).Weight;

    private static Dossier Said(Dossier dossier, Func<Claim, string?> words) =>
        dossier.With([.. dossier.Claims.Select(claim => claim with { Likelihood = words(claim) })]);
}
