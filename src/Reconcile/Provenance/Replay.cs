namespace Reconcile.Provenance;

/// <summary>A dossier as it would have been written on an earlier day.</summary>
internal static class Replay
{
    public static Dossier KnownOn(Dossier dossier, DateOnly day)
    {
        var later = dossier.Claims.Where(claim => DayOfReport(claim) > day).ToArray();
        var gone = later.Select(claim => claim.Id).ToHashSet(StringComparer.Ordinal);
        var known = dossier.Claims.Where(claim => !(DayOfReport(claim) > day)).Select(claim => AsWritten(claim, day, gone));
        return dossier.WithOnly(known, later).WithAsOf(day);
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
