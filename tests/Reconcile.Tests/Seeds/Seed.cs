using System.Globalization;
using System.Text.Json.Nodes;
using Reconcile.Tests.Architecture;

namespace Reconcile.Tests.Seeds;

/// <summary>A dossier under <c>seeds/</c>, by the name of its folder.</summary>
internal static class Seed
{
    public static Dossier Load(string name) => Dossier.Load(Repository.PathOf("seeds", name, name + ".dossier.json"));

    /// <summary>The same as if no source leaned.</summary>
    public static Dossier LoadWithoutInterests(string name)
    {
        var file = JsonNode.Parse(File.ReadAllText(Repository.PathOf("seeds", name, name + ".dossier.json")))!.AsObject();
        file.Remove("interests");
        return Dossier.Parse(file.ToJsonString());
    }

    /// <summary>Ids of the claims with an outcome, in the order of the dossier.</summary>
    public static string[] ClaimsThatAre(this Reconciliation result, Outcome outcome) =>
        [.. result.Verdicts.Where(verdict => verdict.Outcome == outcome).Select(verdict => verdict.Claim.Id)];

    /// <summary>The estimate of one day, such as <c>2020-08-04</c>.</summary>
    public static SeriesPoint On(this Reconciliation result, string quantity, string day) =>
        result[quantity].Series.Single(point => point.AsOf == DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static string[] IdsOf(IEnumerable<Claim> claims) => [.. claims.Select(claim => claim.Id)];
}
