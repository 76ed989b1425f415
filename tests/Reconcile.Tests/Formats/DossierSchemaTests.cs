using System.Globalization;
using System.Text.Json;
using FsCheck.Xunit;
using Reconcile.Tests.Generation;
using Xunit;

namespace Reconcile.Tests.Formats;

public class DossierSchemaTests
{
    [Property(Arbitrary = [typeof(DossierGenerators)])]
    public void Every_dossier_that_is_written_fits_the_schema(Dossier dossier) => Assert.True(JsonSchemaChecker.Accepts(Dossier.JsonSchema, dossier.ToJson()));

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "reconcile": 2 }""")]
    [InlineData("""{ "reconcile": 1, "titel": "t" }""")]
    [InlineData("""{ "reconcile": 1, "asOf": "March 2025" }""")]
    [InlineData("""{ "reconcile": 1, "parties": "left" }""")]
    [InlineData("""{ "reconcile": 1, "note": 5 }""")]
    [InlineData("""{ "reconcile": 1, "sources": [ { "name": "a" } ] }""")]
    [InlineData("""{ "reconcile": 1, "sources": [ { "id": "" } ] }""")]
    [InlineData("""{ "reconcile": 1, "sources": [ { "id": "a", "reliability": "c" } ] }""")]
    [InlineData("""{ "reconcile": 1, "interests": [ { "source": "a", "tends": "lie" } ] }""")]
    [InlineData("""{ "reconcile": 1, "quantities": [ { "id": "a", "min": 1e16 } ] }""")]
    [InlineData("""{ "reconcile": 1, "quantities": [ { "id": "a", "whole": 1 } ] }""")]
    [InlineData("""{ "reconcile": 1, "relations": [ { "because": "so" } ] }""")]
    [InlineData("""{ "reconcile": 1, "relations": [ 5 ] }""")]
    [InlineData("""{ "reconcile": 1, "claims": [ { "quantity": "q", "figure": 1 } ] }""")]
    [InlineData("""{ "reconcile": 1, "claims": [ { "quantity": "q", "figure": true, "source": "s" } ] }""")]
    [InlineData("""{ "reconcile": 1, "claims": [ { "quantity": "q", "figure": {}, "source": "s" } ] }""")]
    [InlineData("""{ "reconcile": 1, "claims": [ { "quantity": "q", "figure": { "low": 1, "best": 2 }, "source": "s" } ] }""")]
    [InlineData("""{ "reconcile": 1, "claims": [ { "quantity": "q", "figure": { "best": 2, "level": 0.9 }, "source": "s" } ] }""")]
    [InlineData("""{ "reconcile": 1, "claims": [ { "quantity": "q", "figure": 1, "source": "s", "credibility": 7 } ] }""")]
    [InlineData("""{ "reconcile": 1, "claims": [ { "quantity": "q", "figure": 1, "source": "s", "credibility": 1.5 } ] }""")]
    [InlineData("""{ "reconcile": 1, "claims": [ { "quantity": "q", "figure": 1, "source": "s", "retracted": 1 } ] }""")]
    [InlineData("""{ "reconcile": 1, "claims": [ { "quantity": "q", "figure": 1, "source": "s", "during": { "from": "2025" } } ] }""")]
    [InlineData("""{ "reconcile": 1, "claims": [ { "quantity": "q", "figure": 1, "source": "s", "via": "wire" } ] }""")]
    public void What_the_schema_refuses_the_reader_refuses(string json)
    {
        Assert.False(JsonSchemaChecker.Accepts(Dossier.JsonSchema, json));
        Assert.Throws<DossierValidationException>(() => Dossier.Parse(json));
    }

    [Theory]
    [InlineData("sources", "accuracy", -1e15, 0.0, 1.0, 1e15)]
    [InlineData("sources", "relativeError", -1e15, -1e-9, 1.1e15)]
    [InlineData("quantities", "drift", -1e15, -1e-9, 1.1e15)]
    public void What_the_schema_refuses_of_a_number_is_an_error_too(string list, string property, params double[] numbers) => Assert.All(numbers, number =>
    {
        var json = Of(list, property, number);
        Assert.False(JsonSchemaChecker.Accepts(Dossier.JsonSchema, json));
        Assert.Throws<DossierValidationException>(() => Dossier.Parse(json).Reconcile());
    });

    [Theory]
    [InlineData("sources", "accuracy", 1e-300, 0.5, 0.9999999999999999)]
    [InlineData("sources", "relativeError", 0.0, 0.1, 1e15)]
    [InlineData("quantities", "drift", 0.0, 0.02, 1e15)]
    public void What_the_schema_allows_of_a_number_is_none(string list, string property, params double[] numbers) => Assert.All(numbers, number =>
    {
        var json = Of(list, property, number);
        Assert.True(JsonSchemaChecker.Accepts(Dossier.JsonSchema, json));
        Assert.DoesNotContain(Dossier.Parse(json).Validate(), finding => finding.Severity == FindingSeverity.Error);
    });

    private static string Of(string list, string property, double number) =>
        string.Create(CultureInfo.InvariantCulture, $$"""{ "reconcile": 1, "{{list}}": [ { "id": "a", "{{property}}": {{number:R}} } ] }""");

    [Theory]
    [InlineData("""{ "reconcile": 1.0, "$schema": "s", "x-a": 1, "asOf": "2025" }""")]
    [InlineData("""{ "reconcile": 1, "quantities": [ { "id": "a", "min": null, "max": null } ], "relations": [ "a <= 5", { "rule": "a >= 1", "note": "n" } ] }""")]
    [InlineData("""{ "reconcile": 1, "claims": [ { "quantity": "q", "figure": { "best": 2, "x-y": 1 }, "source": "s", "retracted": false, "credibility": 2.0 } ] }""")]
    public void What_the_schema_allows_the_reader_reads(string json)
    {
        Assert.True(JsonSchemaChecker.Accepts(Dossier.JsonSchema, json));
        Assert.NotNull(Dossier.Parse(json));
    }

    [Fact]
    public void Every_property_is_described()
    {
        using var schema = JsonDocument.Parse(Dossier.JsonSchema);

        Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema.RootElement.GetProperty("$schema").GetString());
        foreach (var list in schema.RootElement.GetProperty("properties").EnumerateObject())
        {
            Assert.True(list.Value.TryGetProperty("description", out var description) && description.GetString()!.Length > 0, list.Name);
        }
    }
}
