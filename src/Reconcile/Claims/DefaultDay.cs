namespace Reconcile.Claims;

/// <summary>The day of a dossier that states none.</summary>
internal static class DefaultDay
{
    /// <summary>
    /// The latest full date of claims that stand: no projections, not withdrawn, on whatever day, and not replaced by name. Where none of these has one, that of those that were withdrawn or
    /// replaced. Null: nothing is dated to the day.
    /// </summary>
    public static DateOnly? Of(IReadOnlyList<Claim> claims)
    {
        var replaced = Replaced(claims);
        DateOnly? standing = null, any = null;
        foreach (var claim in claims)
        {
            if (claim.Basis == Basis.Projection || LatestFull(claim) is not { } day) continue;
            any = Later(any, day);
            if (!claim.Retracted.IsRetracted && replaced?.Contains(claim.Id) != true) standing = Later(standing, day);
        }

        return standing ?? any;
    }

    /// <summary>Ids that claims name in <c>supersedes</c>; those of a withdrawn claim replace nothing.</summary>
    private static HashSet<string>? Replaced(IReadOnlyList<Claim> claims)
    {
        HashSet<string>? replaced = null;
        foreach (var claim in claims)
        {
            if (claim is not { Supersedes: { Count: > 0 } named, Retracted.IsRetracted: false }) continue;
            foreach (var id in named)
            {
                if (id != claim.Id) (replaced ??= new HashSet<string>(StringComparer.Ordinal)).Add(id);
            }
        }

        return replaced;
    }

    private static DateOnly? LatestFull(Claim claim)
    {
        var written = claim.DatePeriods;
        var latest = DatePeriods.Full(claim.During?.To, written?.To);
        latest = Later(latest, DatePeriods.Full(claim.AsOf, written?.AsOf));
        return Later(latest, DatePeriods.Full(claim.Reported, written?.Reported));
    }

    private static DateOnly? Later(DateOnly? a, DateOnly? b) => a is null || b > a ? b : a;
}
