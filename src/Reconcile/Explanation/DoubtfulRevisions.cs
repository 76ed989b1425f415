using Reconcile.Provenance;

namespace Reconcile.Explanation;

/// <summary>
/// Warns where a figure that reached the dossier through relays replaces what its root says nearer to it, and is quite another, or a word, range or bound that does not hold it: a revision looks like that, and so does a relay that garbled.
/// Which of the two it is only the user can know; naming the older claim in <c>supersedes</c> says that it is a revision.
/// </summary>
internal static class DoubtfulRevisions
{
    /// <summary>One warning for each claim that replaces, naming the latest of what it replaces.</summary>
    public static IReadOnlyList<Finding> Of(Evidence evidence, HedgeReading reading, Wording wording)
    {
        var claims = evidence.Dossier.Claims;
        SortedDictionary<int, Claim>? replaced = null;
        for (var i = 0; i < claims.Count; i++)
        {
            if (evidence.StandingOf(i) != Standing.Superseded || evidence.InsteadOf(i) is var later && !IsDoubtful(claims[i], claims[later], reading)) continue;
            replaced ??= [];
            if (!replaced.TryGetValue(later, out var known) || ClaimOrder.LatestFirst(claims[i], known) < 0) replaced[later] = claims[i];
        }

        return replaced is null ? [] : [.. replaced.Select(pair => Warning(claims[pair.Key], pair.Key, pair.Value, wording))];
    }

    private static bool IsDoubtful(Claim said, Claim later, HedgeReading reading) =>
        said.Source == later.Source && said.Quantity == later.Quantity && said.During is null && later.Via.Count > said.Via.Count
        && later.Supersedes.Count == 0 && (Revisions.AreQuiteDifferent(said, later, reading) || Revisions.IsVaguerAndApart(said, later, reading));

    /// <summary>Of one day, basis and kind a relay folds into what it garbled.</summary>
    private static string WayOut(Claim later, Claim said) => later.Basis == said.Basis && OneDay.KindOf(later.Figure) == OneDay.KindOf(said.Figure)
        ? $"give it the day of [{said.Id}], and it no longer counts"
        : "leave it out";

    private static Finding Warning(Claim later, int position, Claim said, Wording wording) => EngineCodes.WarningOn(
        later, position, EngineCodes.DoubtfulRevision,
        $"{wording.About(later)}, reached the dossier through {Wording.List(later.Via.Select(wording.Source))} and replaces {wording.SaidOn(said)} [{said.Id}], which came more directly. If it is a revision, name [{said.Id}] in its supersedes; if it was garbled on its way, {WayOut(later, said)}.");
}
