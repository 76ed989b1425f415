using System.Text.Json;
using Xunit;

namespace Reconcile.Tests.Formats;

public class ReconciliationWriterTests
{
    [Fact]
    public void A_result_is_written_to_the_letter()
    {
        const string Expected = """
            {
              "reconciliation": 1, "title": "Strike – “depot”", "asOf": "2025-03-05", "level": 0.9,
              "estimates": [
                {
                  "quantity": "killed", "asOf": "2025-03-05",
                  "best": 400.1, "low": 346.7, "high": 333333.3333333333,
                  "confidence": "moderate", "reasons": ["one root: ministry"],
                  "roots": 1, "claims": ["c1"],
                  "influences": [
                    { "claim": "c1", "share": 0.9 }, { "relation": "casualties = killed + wounded", "share": 0.07 }, { "prior": true, "share": 0.03 }
                  ],
                  "alternatives": [ { "accounts": ["d1.a1"], "weight": 0.7, "best": 400, "low": 347, "high": 453 } ],
                  "series": [ { "asOf": "2025-03-01", "best": 380, "low": 340, "high": 430 } ]
                },
                {
                  "quantity": "wounded", "asOf": null, "best": null, "low": 0, "high": null,
                  "confidence": "low", "reasons": [], "roots": 0, "claims": [], "influences": []
                }
              ],
              "conflicts": [
                { "id": "k1", "severity": "discrepancy", "claims": ["c2"], "relations": [], "kind": "self", "explanation": "e" },
                { "id": "k2", "severity": "conflict", "claims": ["c1", "c2"], "relations": ["casualties = killed + wounded"],
                  "kind": "relation", "explanation": "400 is not 4,000" }
              ],
              "differences": [ { "kind": "definition", "claims": ["c1", "c2"], "explanation": "why" } ],
              "disputes": [ { "id": "d1", "quantities": ["killed"], "conflicts": ["k2"], "doubt": 0.1,
                              "accounts": [ { "id": "d1.a1", "weight": 0.7, "accepts": ["c1"], "rejects": ["c2"] },
                                            { "id": "d1.a2", "weight": 0.2, "accepts": ["c2"], "rejects": ["c1"] } ] } ],
              "verdicts": [ { "claim": "c1", "outcome": "contested", "weight": 0.7, "tension": 0.4, "because": "b" },
                            { "claim": "c2", "outcome": "rejected", "weight": 0, "tension": null, "because": "r",
                              "quote": "no fewer than 4,000", "url": "https://example.org/post" } ],
              "warnings": [ { "code": "RC201", "severity": "warning", "message": "m", "path": "claims[1].credibility", "claim": "c2", "line": 31 },
                            { "code": "RC210", "severity": "warning", "message": "n", "path": "" } ],
              "reading": "significant-digit"
            }
            """;

        Assert.Equal(Compact(Expected), Compact(Results.Full().ToJson()));
    }

    [Fact]
    public void An_empty_result_has_every_list()
    {
        var result = new Reconciliation { Dossier = Dossier.Create(), Level = 0.9, Options = new ReconcileOptions() };

        Assert.Equal(
            """{"reconciliation":1,"title":"","asOf":null,"level":0.9,"estimates":[],"conflicts":[],"differences":[],"disputes":[],"verdicts":[],"warnings":[],"reading":"significant-digit"}""",
            Compact(result.ToJson()));
    }

    [Fact]
    public void What_other_readings_change_is_written_when_they_were_compared()
    {
        var result = Dossier.Create().Claim("killed", "about 300", "a").Claim("killed", "about 380", "b").Reconcile();
        var compared = result.CompareReadings();

        Assert.DoesNotContain("otherReadings", result.ToJson(), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(compared.ToJson());
        var others = json.RootElement.GetProperty("otherReadings").EnumerateArray().ToArray();
        Assert.Equal(["ferson-2015", "ferson-2015-wide"], others.Select(other => other.GetProperty("reading").GetString()));
        var appearing = Assert.Single(others[0].GetProperty("appearing").EnumerateArray());
        Assert.Equal(["c1", "c2"], appearing.GetProperty("claims").EnumerateArray().Select(claim => claim.GetString()));
        Assert.Empty(others[1].GetProperty("appearing").EnumerateArray());
    }

    [Fact]
    public void A_result_is_no_dossier() =>
        Assert.Contains(
            "is a result (reconciliation 1), not a dossier",
            Assert.Throws<DossierValidationException>(() => Dossier.Parse(Results.Full().ToJson())).Message,
            StringComparison.Ordinal);

    private static string Compact(string json)
    {
        // Serializing an element keeps the order of properties and every digit.
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement, Relaxed);
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
