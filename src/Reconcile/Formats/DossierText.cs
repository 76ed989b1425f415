using Reconcile.Validation;

namespace Reconcile.Formats;

/// <summary>From bytes to a dossier, or to all that is wrong with them.</summary>
internal static class DossierText
{
    /// <exception cref="DossierValidationException">Every error, or the first of very many, in the order of the lines.</exception>
    public static Dossier Parse(ReadOnlySpan<byte> utf8)
    {
        var findings = new FindingCollector();
        var dossier = DossierReader.Read(utf8, findings);
        if (dossier is not null && findings.Count == 0) return dossier;

        if (dossier is not null) AddOwnErrors(dossier, findings);
        throw new DossierValidationException(findings.ByLine);
    }

    /// <summary>Adds what is wrong with the part that could be read and does not follow from what could not.</summary>
    private static void AddOwnErrors(Dossier partial, FindingCollector findings)
    {
        var unread = findings.Findings.Select(static finding => finding.Path).ToHashSet();
        var above = unread.SelectMany(static path => Above(path)).ToHashSet();
        var sourcesUnsure = unread.Any(static path => IsListOrId(path, "sources"));
        var quantitiesUnsure = unread.Any(static path => IsListOrId(path, "quantities"));
        var claimsUnsure = unread.Any(static path => IsListOrId(path, "claims"));
        var own = new FindingCollector(path =>
            path.Length > 0
            && !unread.Contains(path)
            && !above.Contains(path)
            && !Above(path).Any(unread.Contains)
            && !(sourcesUnsure && path.EndsWith(".source", StringComparison.Ordinal))
            && !(quantitiesUnsure && (path.EndsWith(".quantity", StringComparison.Ordinal) || path.StartsWith("relations", StringComparison.Ordinal)))
            && !(claimsUnsure && path.Contains(".supersedes", StringComparison.Ordinal)));
        partial.AddFindings(own);
        findings.AddAll(own);
    }

    /// <summary>Whether the list, one of its items or an id in it could not be read, so that names may seem unknown.</summary>
    private static bool IsListOrId(string path, string list) =>
        path.StartsWith(list, StringComparison.Ordinal)
        && (path.Length == list.Length || path[^1] == ']' || path.EndsWith(".id", StringComparison.Ordinal));

    /// <summary>The things that a path is a part of: <c>claims[3].via[0]</c> of <c>claims[3].via</c>, <c>claims[3]</c> and <c>claims</c>.</summary>
    private static IEnumerable<string> Above(string path)
    {
        for (var end = path.LastIndexOfAny(['.', '[']); end > 0; end = path.LastIndexOfAny(['.', '['], end - 1)) yield return path[..end];
    }
}
