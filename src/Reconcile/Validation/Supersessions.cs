using System.Globalization;

namespace Reconcile.Validation;

/// <summary>What can be wrong with which claim replaces which.</summary>
internal static class Supersessions
{
    private const int MostNamed = 3;

    /// <summary>In place of the place on the path, from 1, of a claim that was not reached yet.</summary>
    private const int New = 0;

    /// <summary>The same of a claim that was left.</summary>
    private const int Done = -1;

    public static void Check(
        int index, Claim claim, Dictionary<string, int> ids, Dictionary<int, string>? circular, NameAdvice claimNames, FindingCollector findings)
    {
        foreach (var id in claim.Supersedes)
        {
            if (PropertyRules.IsMissing(id))
            {
                findings.OnClaim(index, claim, "supersedes", FindingCodes.Missing, "The id of the superseded claim is empty.");
            }
            else if (!ids.ContainsKey(id))
            {
                findings.OnClaim(index, claim, "supersedes", FindingCodes.UnknownClaim, claimNames.Unknown(id));
            }
        }

        if (circular?.GetValueOrDefault(index) is { } others)
        {
            var how = claim.Supersedes.Contains(claim.Id)
                ? "A claim cannot supersede itself."
                : $"This claim supersedes itself by way of {others}.";
            findings.OnClaim(index, claim, "supersedes", FindingCodes.SupersedesItself, how);
        }
    }

    /// <summary>
    /// Claims whose <c>supersedes</c> closes a circle, one for each circle found by a depth-first search in the order of the dossier, each with the others of its circle; null: none.
    /// </summary>
    public static Dictionary<int, string>? Circular(IReadOnlyList<Claim> claims, Dictionary<string, int> ids)
    {
        Dictionary<int, string>? circular = null;
        int[]? places = null;
        var path = new List<(int Claim, int Next)>();
        for (var root = 0; root < claims.Count; root++)
        {
            if (claims[root].Supersedes is not { Count: > 0 }) continue;

            places ??= new int[claims.Count];
            if (places[root] != New) continue;

            path.Add((root, 0));
            places[root] = path.Count;
            while (path.Count > 0)
            {
                var (claim, next) = path[^1];
                var superseded = claims[claim].Supersedes;
                if (superseded is null || next >= superseded.Count)
                {
                    places[claim] = Done;
                    path.RemoveAt(path.Count - 1);
                    continue;
                }

                path[^1] = (claim, next + 1);
                if (superseded[next] is not { } id || !ids.TryGetValue(id, out var target)) continue;

                if (places[target] > New) (circular ??= []).TryAdd(claim, Others(claims, path, places[target] - 1));
                if (places[target] != New) continue;

                path.Add((target, 0));
                places[target] = path.Count;
            }
        }

        return circular;
    }

    /// <summary>The claims on a path from a place to the last but one: the last is the one that closes the circle.</summary>
    private static string Others(IReadOnlyList<Claim> claims, List<(int Claim, int Next)> path, int first)
    {
        var count = path.Count - 1 - first;
        var named = path.Skip(first).Take(Math.Min(count, MostNamed)).Select(step => NearestNames.Shown(claims[step.Claim].Id)).ToArray();
        return count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", named)} and {count - MostNamed:N0} more")
            : named.Length > 1 ? $"{string.Join(", ", named[..^1])} and {named[^1]}"
            : string.Concat(named);
    }
}
