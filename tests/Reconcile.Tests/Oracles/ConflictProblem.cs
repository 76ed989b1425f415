using System.Globalization;
using System.Text.Json;

namespace Reconcile.Tests.Oracles;

/// <summary>
/// A system of hard relations and interval claims with all its minimal conflicts and all its minimal corrections, enumerated with MARCO
/// (Liffiton, Previti, Malik and Marques-Silva 2016) over exact rational arithmetic.
/// </summary>
internal sealed class ConflictProblem
{
    private ConflictProblem(JsonElement json)
    {
        Id = json.GetProperty("id").GetString()!;
        var expected = json.GetProperty("expected");
        IsConsistent = expected.GetProperty("consistent").GetBoolean();
        Conflicts = Sets(expected.GetProperty("MUSes"));
        Corrections = Sets(expected.GetProperty("MCSes"));
        Dossier = ToDossier(json);
    }

    public static IReadOnlyList<ConflictProblem> All { get; } =
        [.. Oracle.Read("minimal-conflicts.json").GetProperty("problems").EnumerateArray().Select(json => new ConflictProblem(json))];

    public string Id { get; }

    public bool IsConsistent { get; }

    /// <summary>All minimal conflicts, as sorted claim ids joined by a blank.</summary>
    public HashSet<string> Conflicts { get; }

    /// <summary>All minimal corrections: smallest sets of claims without which the rest can hold.</summary>
    public HashSet<string> Corrections { get; }

    public int FewestCorrected => Corrections.Min(Size);

    public Dossier Dossier { get; }

    public static string Key(IEnumerable<Claim> claims) => string.Join(' ', claims.Select(claim => claim.Id).Order(StringComparer.Ordinal));

    public static int Size(string key) => key.Length == 0 ? 0 : key.Split(' ').Length;

    public override string ToString() => Id;

    private static HashSet<string> Sets(JsonElement sets) =>
        [.. sets.EnumerateArray().Select(set => string.Join(' ', set.EnumerateArray().Select(index => ClaimId(index.GetInt32())).Order(StringComparer.Ordinal)))];

    private static string ClaimId(int index) => "c" + (index + 1).ToString(CultureInfo.InvariantCulture);

    private static Dossier ToDossier(JsonElement json)
    {
        string[] quantities = [.. json.GetProperty("quantities").EnumerateArray().Select(name => name.GetString()!)];
        var dossier = Dossier.Create(json.GetProperty("id").GetString()!);
        foreach (var relation in json.GetProperty("relations").EnumerateArray()) dossier = dossier.Relate(Rule(relation, quantities));
        foreach (var claim in json.GetProperty("claims").EnumerateArray())
        {
            dossier = dossier.ExactClaim(quantities[claim.GetProperty("q").GetInt32()], Interval(claim.GetProperty("low"), claim.GetProperty("high")));
        }

        return dossier;
    }

    private static string Rule(JsonElement relation, string[] quantities)
    {
        var terms = relation.GetProperty("terms").EnumerateArray().Select(term =>
            $"{(term[1].GetDouble() < 0 ? "-" : "+")} {Math.Abs(term[1].GetDouble()).ToString(CultureInfo.InvariantCulture)} * {quantities[term[0].GetInt32()]}");
        var left = string.Join(' ', terms);
        if (left.StartsWith("+ ", StringComparison.Ordinal)) left = left[2..];
        return $"{left} {relation.GetProperty("op").GetString()} {relation.GetProperty("rhs").GetDouble().ToString(CultureInfo.InvariantCulture)}";
    }

    private static Figure Interval(JsonElement low, JsonElement high) =>
        low.ValueKind == JsonValueKind.Null ? Figure.AtMost(high.GetDouble())
        : high.ValueKind == JsonValueKind.Null ? Figure.AtLeast(low.GetDouble())
        : low.GetDouble() < high.GetDouble() ? Figure.Between(low.GetDouble(), high.GetDouble())
        : Figure.Interval(low.GetDouble(), low.GetDouble(), low.GetDouble());
}
