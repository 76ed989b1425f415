using System.Globalization;
using Reconcile.Figures;

namespace Reconcile.Validation;

/// <summary>
/// Finds sources that may not be independent: without a declared link they give two figures or more alike, with three significant digits or more, of one quantity or of
/// several. Weights are not touched by it.
/// </summary>
internal static class SharedFigures
{
    private const int LeastDigits = 3;

    private const int LeastFigures = 2;

    /// <summary>A figure that more sources than this give is common knowledge, not unusual.</summary>
    private const int MostSources = 20;

    private const int MostNamed = 3;

    public static void Check(DossierSurvey survey, FindingCollector findings)
    {
        var claims = survey.Dossier.Claims;
        if (claims.Count < 2 * LeastFigures || Unusual(survey) is not { } figures) return;

        var pairs = new Dictionary<(int, int), List<int>>();
        foreach (var sayers in figures.Values) AddPairs(sayers, survey.Texts.SourceOf, pairs);
        HashSet<(string, string)>? links = null;
        foreach (var (pair, shared) in pairs.Where(pair => pair.Value.Count >= LeastFigures).OrderBy(pair => pair.Value[^1]).ThenBy(pair => pair.Key))
        {
            var named = shared.ConvertAll(claim => claims[claim]).ToArray();
            var (one, other) = (survey.Texts.Sources[pair.Item1], survey.Texts.Sources[pair.Item2]);
            if ((links ??= Links(claims)).Contains((one, other)) || links.Contains((other, one))) continue;
            findings.OnClaim(shared[^1], claims[shared[^1]], "source", FindingCodes.MayNotBeIndependent, Message(one, other, named));
        }
    }

    private static string Message(string one, string other, Claim[] shared)
    {
        var figures = string.Join(", ", shared.Take(MostNamed).Select(claim => $"{NearestNames.Short(claim.Quantity)} {NearestNames.Short(claim.Figure.Text)}"));
        var more = shared.Length > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {shared.Length - MostNamed:N0} more") : "";
        return $"{NearestNames.Shown(one)} and {NearestNames.Shown(other)} may not be independent: both give {figures}{more}. If one has them from the other, or both from a third, name who knows as the source and the others in via; so far they count as two roots.";
    }

    /// <summary>The claims of each unusual figure that more than one source may give; null: none.</summary>
    private static Dictionary<(int, SaidNumbers), List<int>>? Unusual(DossierSurvey survey)
    {
        var (claims, texts) = (survey.Dossier.Claims, survey.Texts);
        var spoken = new int[texts.Names.Count + 1];
        foreach (var subject in texts.Subjects) spoken[subject.Text + 1]++;
        Dictionary<(int, SaidNumbers), List<int>>? figures = null;
        HashSet<string>? replaced = null;
        foreach (var claim in claims)
        {
            if (claim is { Supersedes.Count: > 0, Retracted.IsRetracted: false }) (replaced ??= new HashSet<string>(StringComparer.Ordinal)).UnionWith(claim.Supersedes.Where(id => id != claim.Id));
        }

        for (var i = 0; i < claims.Count; i++)
        {
            var text = texts.Subjects[i].Text;
            if (text < 0 || spoken[text + 1] < 2 || replaced?.Contains(claims[i].Id) == true || claims[i] is not { Figure.Error: null, Source: not null, Retracted.IsRetracted: false }) continue;
            var said = SaidNumbers.Of(claims[i].Figure);
            if (said.Least != said.Most || SaidNumbers.SignificantDigits(claims[i].Figure) < LeastDigits) continue;
            figures ??= [];
            if (!figures.TryGetValue((text, said), out var sayers)) figures.Add((text, said), sayers = []);
            sayers.Add(i);
        }

        return figures;
    }

    private static void AddPairs(List<int> sayers, int[] sourceOf, Dictionary<(int, int), List<int>> pairs)
    {
        if (sayers.Count < 2) return;
        var sources = sayers.DistinctBy(claim => sourceOf[claim]).Take(MostSources + 1).ToArray();
        if (sources.Length > MostSources) return;
        for (var i = 1; i < sources.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var pair = (Math.Min(sourceOf[sources[i]], sourceOf[sources[j]]), Math.Max(sourceOf[sources[i]], sourceOf[sources[j]]));
                if (!pairs.TryGetValue(pair, out var shared)) pairs.Add(pair, shared = []);
                shared.Add(sources[i]);
            }
        }
    }

    /// <summary>Each source with each of its relays.</summary>
    private static HashSet<(string, string)> Links(IReadOnlyList<Claim> claims)
    {
        var links = new HashSet<(string, string)>();
        foreach (var claim in claims)
        {
            if (claim is not { Source: not null, Via: not null }) continue;
            for (var i = 0; i < claim.Via.Count; i++) links.Add((claim.Source, claim.Via[i] ?? ""));
        }

        return links;
    }
}
