namespace Reconcile.Tests.Promises;

/// <summary>The format of results, section 2 of <c>docs/format.md</c>, as a JSON Schema.</summary>
internal static class ResultSchema
{
    private const string Texts = """{ "type": "array", "items": { "type": "string" } }""";
    private const string Open = """{ "type": ["number", "null"] }""";
    private const string Day = """{ "type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }""";
    private const string Part = """{ "type": "number", "minimum": 0, "maximum": 1.000000001 }""";
    private const string Text = """{ "type": "string", "minLength": 1 }""";

    private static readonly string Estimate = Object(
        ["quantity", "asOf", "best", "low", "high", "confidence", "reasons", "roots", "claims", "influences"],
        $$"""
        "quantity": {{Text}}, "asOf": {{Day}}, "best": {{Open}}, "low": {{Open}}, "high": {{Open}},
        "confidence": { "enum": ["low", "moderate", "high"] }, "reasons": {{Texts}}, "roots": { "type": "integer", "minimum": 0 }, "claims": {{Texts}},
        "influences": {{List(Object(["share"], $$"""
            "claim": {{Text}}, "relation": {{Text}}, "prior": { "const": true }, "share": {{Part}}
            """))}},
        "alternatives": {{List(Object(["accounts", "weight", "best", "low", "high"], $$"""
            "accounts": {{Texts}}, "weight": {{Part}}, "best": {{Open}}, "low": {{Open}}, "high": {{Open}}
            """))}},
        "series": {{List(Object(["asOf", "best", "low", "high"], $$"""
            "asOf": {{Day}}, "best": {{Open}}, "low": {{Open}}, "high": {{Open}}
            """))}}
        """);

    private static readonly string Conflict = Object(
        ["id", "severity", "claims", "relations", "kind", "explanation"],
        $$"""
        "id": { "type": "string", "pattern": "^k[0-9]+$" }, "severity": { "enum": ["conflict", "discrepancy"] }, "claims": {{Texts}}, "relations": {{Texts}},
        "kind": { "enum": ["contradiction", "relation", "fall", "self"] }, "explanation": {{Text}}
        """);

    private static readonly string Difference = Object(
        ["kind", "claims", "explanation"],
        $$"""
        "kind": { "enum": ["definition", "date", "increment", "bound", "rounding", "revision", "relay", "repeat", "retraction", "scope"] },
        "claims": {{Texts}}, "explanation": {{Text}}
        """);

    private static readonly string Dispute = Object(
        ["id", "quantities", "conflicts", "doubt", "accounts"],
        $$"""
        "id": { "type": "string", "pattern": "^d[0-9]+$" }, "quantities": {{Texts}}, "conflicts": {{Texts}}, "doubt": {{Part}},
        "accounts": {{List(Object(["id", "weight", "accepts", "rejects"], $$"""
            "id": { "type": "string", "pattern": "^d[0-9]+[.]a[0-9]+$" }, "weight": {{Part}}, "accepts": {{Texts}}, "rejects": {{Texts}}
            """))}}
        """);

    private static readonly string Verdict = Object(
        ["claim", "outcome", "weight", "tension", "because"],
        $$"""
        "claim": {{Text}}, "outcome": { "enum": ["accepted", "contested", "rejected", "superseded", "repeated", "retracted"] }, "weight": {{Part}},
        "tension": {{Open}}, "because": {{Text}}, "quote": { "type": "string" }, "url": { "type": "string" }
        """);

    private static readonly string Warning = Object(
        ["code", "severity", "message", "path"],
        $$"""
        "code": { "type": "string", "pattern": "^RC2[0-9]{2}$" }, "severity": { "const": "warning" }, "message": {{Text}}, "path": { "type": "string" }, "claim": {{Text}}, "line": { "type": "integer" }
        """);

    private static readonly string Reading = Object(
        ["reading", "appearing", "vanishing", "moving"],
        $$"""
        "reading": {{Text}}, "vanishing": {{Texts}}, "error": {{Text}},
        "appearing": {{List(Object(["severity", "claims", "relations", "kind", "explanation"], $$"""
            "severity": { "enum": ["conflict", "discrepancy"] }, "claims": {{Texts}}, "relations": {{Texts}}, "kind": {{Text}}, "explanation": {{Text}}
            """))}},
        "moving": {{List(Object(["quantity", "best", "low", "high"], $$"""
            "quantity": {{Text}}, "best": {{Open}}, "low": {{Open}}, "high": {{Open}}
            """))}}
        """);

    private static readonly string Rule = Object(
        ["quantity", "rule", "best", "low", "high", "claims", "because"],
        $$"""
        "quantity": {{Text}}, "rule": {{Text}}, "best": {{Open}}, "low": {{Open}}, "high": {{Open}}, "claims": {{Texts}}, "because": {{Text}}
        """);

    public static string Json { get; } = Object(
        ["reconciliation", "title", "asOf", "level", "estimates", "conflicts", "differences", "disputes", "verdicts", "warnings", "reading"],
        $$"""
        "reconciliation": { "const": 1 }, "title": { "type": "string" }, "asOf": {{Day}}, "level": { "type": "number", "minimum": 0, "maximum": 1 },
        "estimates": {{List(Estimate)}}, "conflicts": {{List(Conflict)}}, "differences": {{List(Difference)}}, "disputes": {{List(Dispute)}},
        "verdicts": {{List(Verdict)}}, "warnings": {{List(Warning)}}, "reading": {{Text}}, "otherReadings": {{List(Reading)}}, "rules": {{List(Rule)}}
        """);

    private static string List(string item) => $$"""{ "type": "array", "items": {{item}} }""";

    private static string Object(string[] required, string properties) =>
        $$"""{ "type": "object", "required": [{{string.Join(", ", required.Select(name => $"\"{name}\""))}}], "properties": { {{properties}} }, "patternProperties": {}, "additionalProperties": false }""";
}
