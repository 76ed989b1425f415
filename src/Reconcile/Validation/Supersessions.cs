namespace Reconcile.Validation;

/// <summary>What can be wrong with which claim replaces which.</summary>
internal static class Supersessions
{
    public static void Check(
        int index, Claim claim, Dictionary<string, int> ids, HashSet<int>? circular, NameAdvice claimNames, FindingCollector findings)
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

        if (circular?.Contains(index) == true)
        {
            var how = claim.Supersedes.Contains(claim.Id)
                ? "A claim cannot supersede itself."
                : "This claim supersedes itself by way of others: the last of them closes a circle.";
            findings.OnClaim(index, claim, "supersedes", FindingCodes.SupersedesItself, how);
        }
    }

    /// <summary>
    /// Claims whose <c>supersedes</c> closes a circle, one for each circle found by a depth-first search in the order of the dossier; null: none.
    /// </summary>
    public static HashSet<int>? Circular(IReadOnlyList<Claim> claims, Dictionary<string, int> ids)
    {
        HashSet<int>? circular = null;
        Stage[]? stages = null;
        var path = new Stack<(int Claim, int Next)>();
        for (var root = 0; root < claims.Count; root++)
        {
            if (claims[root].Supersedes is not { Count: > 0 }) continue;

            stages ??= new Stage[claims.Count];
            if (stages[root] != Stage.New) continue;

            path.Push((root, 0));
            stages[root] = Stage.OnPath;
            while (path.TryPop(out var step))
            {
                var superseded = claims[step.Claim].Supersedes;
                if (superseded is null || step.Next >= superseded.Count)
                {
                    stages[step.Claim] = Stage.Done;
                    continue;
                }

                path.Push(step with { Next = step.Next + 1 });
                if (superseded[step.Next] is not { } id || !ids.TryGetValue(id, out var target)) continue;

                if (stages[target] == Stage.OnPath) (circular ??= []).Add(step.Claim);
                if (stages[target] != Stage.New) continue;

                stages[target] = Stage.OnPath;
                path.Push((target, 0));
            }
        }

        return circular;
    }

    private enum Stage : byte
    {
        New,
        OnPath,
        Done,
    }
}
