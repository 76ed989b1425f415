namespace Reconcile.Provenance;

/// <summary>A dossier as it would have been written on an earlier day.</summary>
internal static class Replay
{
    public static Dossier KnownOn(Dossier dossier, DateOnly day)
    {
        var later = dossier.Claims.Where(claim => DayOfReport(claim) > day).ToArray();
        var gone = later.Select(claim => claim.Id).ToHashSet(StringComparer.Ordinal);
        var known = dossier.Claims.Where(claim => !(DayOfReport(claim) > day)).Select(claim => AsWritten(claim, day, gone)).ToArray();
        foreach (var (source, grade) in GradesGivenLater(later)) dossier = WithGrade(dossier, known, source, grade);
        return dossier.WithOnly(known, later).WithAsOf(day);
    }

    /// <summary>A letter grades its source for all claims, also for those that were made before it was given. Where letters differ nobody knows which.</summary>
    private static IEnumerable<(string Source, Reliability Grade)> GradesGivenLater(Claim[] later) =>
        from claim in later
        where claim is { Source: not null, Reliability: >= Reliability.A and <= Reliability.F }
        group claim.Reliability!.Value by claim.Source into grades
        where grades.Distinct().Count() == 1
        select (grades.Key, grades.First());

    /// <summary>Gives a source that has no grade yet one: where it is declared, else on the first claim that is left of it.</summary>
    private static Dossier WithGrade(Dossier dossier, Claim[] known, string source, Reliability grade)
    {
        if (Array.Exists(known, claim => claim.Source == source && claim.Reliability is not null)) return dossier;
        if (dossier.Sources.FirstOrDefault(declared => declared.Id == source) is { } one) return one.Reliability is null ? dossier.Source(one with { Reliability = grade }) : dossier;
        if (Array.FindIndex(known, claim => claim.Source == source) is var first and >= 0) known[first] = known[first] with { Reliability = grade };
        return dossier;
    }

    /// <summary>A claim is known once it was reported; where nobody says when, once the day of which it speaks has come, unless it speaks of days to come.</summary>
    private static DateOnly? DayOfReport(Claim claim) =>
        claim.Reported ?? (claim.Basis == Basis.Projection ? null : claim.AsOf ?? claim.During?.To);

    /// <summary>Nobody withdraws ahead of time, and what nobody has said yet replaces nothing.</summary>
    private static Claim AsWritten(Claim claim, DateOnly day, HashSet<string> gone)
    {
        if (claim.Retracted.Day > day) claim = claim with { Retracted = default };
        return claim.Supersedes is { Count: > 0 } && claim.Supersedes.Any(gone.Contains)
            ? claim with { Supersedes = [.. claim.Supersedes.Where(id => !gone.Contains(id))] }
            : claim;
    }
}
