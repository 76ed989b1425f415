using Reconcile.Figures;

namespace Reconcile.Provenance;

/// <summary>
/// A root's later figure replaces its earlier one of the same kind (floor, ceiling or value): of a fixed quantity whatever the days, of a total or stock only
/// about one day, when it was reported later. Of a fixed quantity it also replaces figures of another kind with which it cannot hold: 6 found, then at least 17. On equal days both
/// count. Without a date nothing replaces or is replaced. A projection replaces projections only.
/// </summary>
internal sealed class Revisions(Ledger ledger, HedgeReading reading)
{
    /// <summary>Revisions are seldom larger (convention): factor between the nearer ends of what two figures say.</summary>
    public const double UsualFactor = 2;

    /// <summary>Whether a later figure is a number word, a range or a bound ("more than 100" after 97), and does not hold an earlier one.</summary>
    public static bool IsVaguerAndApart(Claim earlier, Claim later, HedgeReading reading) =>
        SaidNumbers.Of(later.Figure) is var said && (OneDay.KindOf(later.Figure) != FigureKind.Point || said.Words is not null || said.Least < said.Most)
        && !OneDay.Overlap(reading.InterpretInside(earlier.Figure), reading.InterpretInside(later.Figure));

    /// <summary>Whether one figure is more than twice as large as another even where they come nearest, or they lie on both sides of 0.</summary>
    public static bool AreQuiteDifferent(Claim a, Claim b, HedgeReading reading)
    {
        var (one, other) = (reading.Interpret(a.Figure), reading.Interpret(b.Figure));
        return IsBeyond(one.Low, other.High) || IsBeyond(other.Low, one.High) || IsBeyond(-one.High, -other.Low) || IsBeyond(-other.High, -one.Low);

        static bool IsBeyond(double near, double far) => near > 0 && near > UsualFactor * far;
    }

    public void Apply(in Statements statements)
    {
        Dictionary<(FigureKind, Period?, DateOnly?), List<int>>? groups = null;
        foreach (var claim in statements.Claims)
        {
            // A withdrawn claim replaces nothing; a replaced one does: what it replaced does not come back.
            if (!ledger.IsStatement(claim) || ledger.IsRetracted(claim)) continue;
            var day = ClaimOrder.DayOf(ledger.Claims[claim]);
            if (day is null && ledger.Claims[claim].During is null) continue;
            var key = (OneDay.KindOf(ledger.Claims[claim].Figure), ledger.Claims[claim].During, statements.IsFixed ? null : day);
            groups ??= [];
            if (!groups.TryGetValue(key, out var group)) groups.Add(key, group = []);
            group.Add(claim);
        }

        if (groups is null) return;
        foreach (var group in groups.Values)
        {
            if (group.Count < 2) continue;
            group.Sort((a, b) => ClaimOrder.LatestFirst(ledger.Claims[a], ledger.Claims[b]));
            foreach (var claim in group)
            {
                if (ledger.Counts(claim) && ReplacementOf(claim, group) is { } replacement) Replace(claim, replacement);
            }
        }

        if (statements.IsFixed && groups.Count > 1) ReplaceContradicted(groups.Where(group => group.Key.Item2 is null).SelectMany(group => group.Value));
    }

    /// <summary>
    /// From the latest day to the first, and on one day from the latest report: the highest floor and the lowest ceiling of what was said later, and what lies beyond them. What was
    /// reported nobody knows when is later than nothing of its day, nor earlier.
    /// </summary>
    private void ReplaceContradicted(IEnumerable<int> claims)
    {
        (double Value, int Claim) floor = (double.NegativeInfinity, -1), ceiling = (double.PositiveInfinity, -1);
        var counting = claims.Where(claim => ledger.Counts(claim) && ledger.Claims[claim].Basis != Basis.Projection).ToList();
        counting.Sort((a, b) => ClaimOrder.LatestFirst(ledger.Claims[a], ledger.Claims[b]));
        foreach (var day in counting.GroupBy(claim => ClaimOrder.DayOf(ledger.Claims[claim])))
        {
            var (ofLaterDays, underLaterDays) = (floor, ceiling);
            foreach (var report in day.GroupBy(claim => ledger.Claims[claim].Reported))
            {
                var (above, below) = report.Key is null ? (ofLaterDays, underLaterDays) : (floor, ceiling);
                (int Claim, Interpretation Said)[] figures = [.. report.Select(claim => (claim, reading.Interpret(ledger.Claims[claim].Figure)))];
                foreach (var (claim, said) in figures)
                {
                    if (said.High < above.Value) ledger.Supersede(claim, above.Claim);
                    else if (said.Low > below.Value) ledger.Supersede(claim, below.Claim);
                }

                foreach (var (claim, said) in figures)
                {
                    if (!ledger.Counts(claim)) continue;
                    if (said.Low > floor.Value) floor = (said.Low, claim);
                    if (said.High < ceiling.Value) ceiling = (said.High, claim);
                }
            }
        }
    }

    private int? ReplacementOf(int claim, List<int> latestFirst)
    {
        foreach (var candidate in latestFirst)
        {
            // What is later comes first.
            if (!ClaimOrder.IsLater(ledger.Claims[candidate], ledger.Claims[claim])) return null;
            if (ledger.Claims[candidate].Basis == Basis.Projection && ledger.Claims[claim].Basis != Basis.Projection) continue;
            if (!ledger.Replaces(claim, candidate) && !ledger.LeadsTo(candidate, claim)) return ledger.OriginOf(candidate);
        }

        return null;
    }

    /// <summary>What the root says again at last it says as of the last time; any other figure was replaced.</summary>
    private void Replace(int claim, int replacement)
    {
        if (ledger.Counts(replacement) && Words.Of(ledger.Claims[claim]) == Words.Of(ledger.Claims[replacement])) ledger.Hang(claim, replacement);
        else ledger.Supersede(claim, replacement);
    }
}
