using System.Text.Json;
using Reconcile.Tests.Formats;
using Reconcile.Tests.Generation;
using Xunit;

namespace Reconcile.Tests.Promises;

public class JsonTests
{
    [Promise(typeof(DossierGenerators), 100)]
    public void A_dossier_round_trips(Dossier dossier) => AssertRoundTrip(dossier);

    [Promise(typeof(DisputedDossiers), 100)]
    public void A_disputed_dossier_round_trips(Dossier dossier) => AssertRoundTrip(dossier);

    [Promise(typeof(ExtremeDossiers), 100)]
    public void An_extreme_dossier_round_trips(Dossier dossier) => AssertRoundTrip(dossier);

    [Promise(typeof(DisputedDossiers))]
    public void What_is_read_back_gives_the_same_result(Dossier dossier) =>
        Holding.Check(dossier, result => Content.AssertSameThroughout(result, Dossier.Parse(dossier.ToJson()).Reconcile()));

    [Promise(typeof(DisputedDossiers))]
    public void A_result_fits_the_format(Dossier dossier) => Holding.Check(dossier, AssertFits);

    [Promise(typeof(DisputedDossiers), 20)]
    public void A_result_with_other_readings_fits_the_format(Dossier dossier) => Holding.Check(dossier, result => AssertFits(result.CompareReadings()));

    [Promise(typeof(DisputedDossiers), 20)]
    public void A_result_with_other_peoples_rules_fits_the_format(Dossier dossier) => Holding.Check(dossier, result => AssertFits(result.CompareRules()));

    [Promise(typeof(DossierGenerators))]
    public void A_result_with_dates_and_every_property_fits_the_format(Dossier dossier) => Holding.Check(dossier, AssertFits);

    private static void AssertRoundTrip(Dossier dossier) => Holding.Shown(dossier, () =>
    {
        var read = Dossier.Parse(dossier.ToJson());
        Assert.Equal(dossier, read);
        Assert.Equal(dossier.ToJson(), read.ToJson());
    });

    private static void AssertFits(Reconciliation result)
    {
        var json = result.ToJson();
        Assert.True(JsonSchemaChecker.Accepts(ResultSchema.Json, json), json);
        using var document = JsonDocument.Parse(json);
        AssertSays(result, document.RootElement);
    }

    /// <summary>The numbers are those of the result, to the last digit, and every id is one that stands elsewhere in the file or in the dossier.</summary>
    private static void AssertSays(Reconciliation result, JsonElement root)
    {
        foreach (var (estimate, written) in result.Estimates.Zip(root.GetProperty("estimates").EnumerateArray()))
        {
            Assert.Equal(estimate.Quantity.Id, written.GetProperty("quantity").GetString());
            Assert.Equal((estimate.Low, estimate.Best, estimate.High), (Number(written, "low"), Number(written, "best"), Number(written, "high")));
        }

        Assert.Equal(result.Dossier.Claims.Select(claim => claim.Id), Texts(root, "verdicts", "claim"));
        Assert.Equal(result.Estimates.Count, root.GetProperty("estimates").GetArrayLength());
        var conflicts = Texts(root, "conflicts", "id").ToHashSet();
        foreach (var (dispute, written) in result.Disputes.Zip(root.GetProperty("disputes").EnumerateArray()))
        {
            Assert.All(written.GetProperty("conflicts").EnumerateArray(), id => Assert.Contains(id.GetString()!, conflicts));
            Assert.Equal(1, written.GetProperty("doubt").GetDouble() + written.GetProperty("accounts").EnumerateArray().Sum(account => account.GetProperty("weight").GetDouble()), 1e-9);
            Assert.Equal(dispute.Accounts.Select(account => account.Id), Texts(written, "accounts", "id"));
        }
    }

    private static IEnumerable<string> Texts(JsonElement root, string list, string name) => root.GetProperty(list).EnumerateArray().Select(item => item.GetProperty(name).GetString()!);

    private static double? Number(JsonElement written, string name) => written.GetProperty(name).ValueKind == JsonValueKind.Null ? null : written.GetProperty(name).GetDouble();
}
