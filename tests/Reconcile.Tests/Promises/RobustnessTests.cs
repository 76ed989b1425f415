using System.Text;
using Reconcile.Tests.Generation;
using Xunit;
using Xunit.Sdk;

namespace Reconcile.Tests.Promises;

public class RobustnessTests
{
    /// <summary>Far longer than any answer takes: what is not back by then hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly ReconcileOptions FewSteps = new() { MaxSteps = 20_000 };

    [Promise(typeof(DisputedDossiers))]
    public void Nothing_but_the_documented_exceptions_is_thrown_and_every_number_is_finite(Dossier dossier) => AssertAnswered(dossier);

    [Promise(typeof(ExtremeDossiers), 60)]
    public void Not_even_at_the_limits_of_what_may_be_written(Dossier dossier) => AssertAnswered(dossier);

    [Promise(typeof(DossierGenerators), 15)]
    public void Nor_with_dates_and_every_property(Dossier dossier) => AssertAnswered(dossier);

    [Promise(typeof(BrokenDossiers), 100)]
    public void Nor_by_a_dossier_with_senseless_parts(Dossier dossier) => AssertAnswered(dossier);

    [Promise(typeof(DisputedDossiers), 60)]
    public void Nor_by_a_file_that_is_cut_and_pasted_together_at_random(Dossier dossier)
    {
        var random = new Random(dossier.Claims.Count);
        var json = dossier.ToJson();
        for (var i = 0; i < 20; i++)
        {
            var torn = Torn(json, random);
            Dossier read;
            try
            {
                read = Dossier.Parse(torn);
            }
            catch (DossierValidationException exception)
            {
                Assert.NotEmpty(exception.Findings);
                continue;
            }
            catch (Exception exception)
            {
                throw new XunitException($"{exception.Message}\n{torn}", exception);
            }

            AssertAnswered(read);
        }
    }

    private static void AssertAnswered(Dossier dossier) => Holding.Shown(dossier, () =>
    {
        using var patience = new CancellationTokenSource(Patience);
        var answer = Task.Run(() => Answer(dossier, patience.Token));
        Assert.True(answer.Wait(2 * Patience), "no answer, and not cancelled either");
    });

    private static void Answer(Dossier dossier, CancellationToken patience)
    {
        try
        {
            var result = new Reconciler(FewSteps).Reconcile(dossier, patience);
            _ = result.ToString() + result.ToMarkdown() + result.ToJson();
            Assert.All(result.Estimates, AssertOrdered);
            // An explanation reconciles up to twenty changed dossiers: one of them is enough.
            if (result.Estimates.Count > 0) _ = result.Explain(result.Estimates[0].Quantity.Id, patience);
        }
        catch (DossierValidationException exception)
        {
            Assert.Contains(exception.Findings, finding => finding.Severity == FindingSeverity.Error);
        }
    }

    private static void AssertOrdered(Estimate estimate)
    {
        Assert.All([estimate.Low, estimate.Best, estimate.High], value => Assert.True(value is null || double.IsFinite(value.Value), $"{estimate.Quantity.Id}: {value}"));
        Assert.False(estimate.Low > estimate.Best || estimate.Best > estimate.High || estimate.Low > estimate.High, $"{estimate.Quantity.Id}: {estimate.Low:R} ≤ {estimate.Best:R} ≤ {estimate.High:R} fails");
    }

    /// <summary>Some span of the text left out, doubled or put elsewhere.</summary>
    private static string Torn(string json, Random random)
    {
        var (from, length) = (random.Next(json.Length), random.Next(1, 40));
        var span = json.Substring(from, Math.Min(length, json.Length - from));
        var torn = new StringBuilder(json);
        if (random.Next(3) > 0) torn.Remove(from, span.Length);
        if (random.Next(3) > 0) torn.Insert(random.Next(torn.Length + 1), span);
        return torn.ToString();
    }
}
