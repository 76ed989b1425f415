using FsCheck.Xunit;
using Reconcile.Tests.Generation;
using Xunit;
using Xunit.Sdk;

namespace Reconcile.Tests.Promises;

[Properties(Replay = Holding.Seed)]
public class RobustnessTests
{
    private static readonly ReconcileOptions FewSteps = new() { MaxSteps = 20_000 };

    [Property(Arbitrary = [typeof(DisputedDossiers)], MaxTest = 40)]
    public void Nothing_but_the_documented_exceptions_is_thrown_and_every_number_is_finite(Dossier dossier) => AssertAnswered(dossier);

    [Property(Arbitrary = [typeof(ExtremeDossiers)], MaxTest = 60)]
    public void Not_even_at_the_limits_of_what_may_be_written(Dossier dossier) => AssertAnswered(dossier);

    private static void AssertAnswered(Dossier dossier)
    {
        try
        {
            var result = new Reconciler(FewSteps).Reconcile(dossier);
            _ = result.ToString() + result.ToMarkdown() + result.ToJson();
            foreach (var estimate in result.Estimates) AssertOrdered(estimate);
        }
        catch (DossierValidationException)
        {
            // Documented.
        }
        catch (Exception exception)
        {
            throw new XunitException($"{exception.Message}\n{BuilderCode.Of(dossier)}", exception);
        }
    }

    private static void AssertOrdered(Estimate estimate)
    {
        _ = estimate.ToString();
        Assert.All([estimate.Low, estimate.Best, estimate.High], value => Assert.True(value is null || double.IsFinite(value.Value), $"{estimate.Quantity.Id}: {value}"));
        Assert.False(estimate.Low > estimate.Best || estimate.Best > estimate.High || estimate.Low > estimate.High, $"{estimate.Quantity.Id}: {estimate.Low:R} ≤ {estimate.Best:R} ≤ {estimate.High:R} fails");
    }
}
