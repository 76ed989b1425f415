using System.Text.Json;
using System.Text.RegularExpressions;

namespace Reconcile.Tests.Formats;

/// <summary>Holds JSON to a schema of draft 2020-12, for the keywords that the dossier's schema uses; any other keyword fails the test.</summary>
internal static class JsonSchemaChecker
{
    public static bool Accepts(string schema, string json)
    {
        using var rules = JsonDocument.Parse(schema);
        using var value = JsonDocument.Parse(json);
        return Accepts(rules.RootElement, value.RootElement);
    }

    private static bool Accepts(JsonElement schema, JsonElement value) => schema.EnumerateObject().All(keyword => keyword.Name switch
    {
        "$schema" or "title" or "description" or "default" => true,
        "type" => keyword.Value.ValueKind == JsonValueKind.Array
            ? keyword.Value.EnumerateArray().Any(type => HasType(value, type.GetString()!))
            : HasType(value, keyword.Value.GetString()!),
        "const" => JsonElement.DeepEquals(keyword.Value, value),
        "enum" => keyword.Value.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value)),
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= keyword.Value.GetDouble(),
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= keyword.Value.GetDouble(),
        "exclusiveMinimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() > keyword.Value.GetDouble(),
        "exclusiveMaximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() < keyword.Value.GetDouble(),
        "minLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= keyword.Value.GetInt32(),
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!),
        "items" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().All(item => Accepts(keyword.Value, item)),
        "anyOf" => keyword.Value.EnumerateArray().Any(choice => Accepts(choice, value)),
        "required" => value.ValueKind != JsonValueKind.Object || HasAll(value, keyword.Value),
        "dependentRequired" => keyword.Value.EnumerateObject().All(rule => !Has(value, rule.Name) || HasAll(value, rule.Value)),
        "dependentSchemas" => keyword.Value.EnumerateObject().All(rule => !Has(value, rule.Name) || Accepts(rule.Value, value)),
        "properties" => value.ValueKind != JsonValueKind.Object
            || keyword.Value.EnumerateObject().All(rule => !value.TryGetProperty(rule.Name, out var member) || Accepts(rule.Value, member)),
        "patternProperties" => value.ValueKind != JsonValueKind.Object
            || keyword.Value.EnumerateObject().All(rule => value.EnumerateObject().All(member => !Regex.IsMatch(member.Name, rule.Name) || Accepts(rule.Value, member.Value))),
        "additionalProperties" => value.ValueKind != JsonValueKind.Object || keyword.Value.GetBoolean() || value.EnumerateObject().All(member => IsKnown(schema, member.Name)),
        var other => throw new NotSupportedException(other),
    });

    private static bool HasType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.GetDouble() == Math.Floor(value.GetDouble()),
        _ => throw new NotSupportedException(type),
    };

    private static bool IsKnown(JsonElement schema, string name) =>
        schema.GetProperty("properties").TryGetProperty(name, out _)
        || schema.GetProperty("patternProperties").EnumerateObject().Any(rule => Regex.IsMatch(name, rule.Name));

    private static bool Has(JsonElement value, string name) => value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out _);

    private static bool HasAll(JsonElement value, JsonElement names) => names.EnumerateArray().All(name => Has(value, name.GetString()!));
}
