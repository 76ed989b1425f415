using Reconcile.Figures;
using Reconcile.Provenance;

namespace Reconcile.Explanation;

/// <summary>Sentences about claims that do not count: withdrawn, replaced, said again or garbled on the way.</summary>
internal sealed class SetAsideClaims(Dossier dossier, Evidence evidence, Wording wording)
{
    private readonly MovingQuantities _moving = new(dossier);

    /// <summary>What is different in a claim from the one that it passes on.</summary>
    private enum Change
    {
        None,
        Figure,
        Rounding,
        Period,
        Range,
        Hedge,
        Quantity,
        Date,
    }

    /// <summary>Why a claim does not count, for its verdict.</summary>
    public string Because(int position)
    {
        var claim = dossier.Claims[position];
        var instead = evidence.InsteadOf(position);
        return evidence.StandingOf(position) switch
        {
            Standing.Superseded when ChangedOf(position) is { } origin => $"{Repeated(claim, origin)}; that was replaced by {Replacing(origin, dossier.Claims[instead])}",
            Standing.Superseded => $"{(IsOvertaken(claim, dossier.Claims[instead]) ? "a forecast, overtaken by" : "replaced by")} {Replacing(claim, dossier.Claims[instead])}",
            Standing.Repeated => Repeated(claim, dossier.Claims[instead]),
            Standing.Retracted when instead != Evidence.None => $"passes on [{dossier.Claims[instead].Id}], which was {Withdrawn(dossier.Claims[instead])}",
            Standing.Retracted => Withdrawn(claim),
            _ => throw new InvalidOperationException($"Claim {claim.Id} counts."),
        };
    }

    /// <summary>What was said again, replaced, garbled and withdrawn: several that one claim replaces or that repeat it are one difference.</summary>
    public IEnumerable<Difference> Differences()
    {
        var groups = new Dictionary<(DifferenceKind, int, bool), List<Claim>>();
        for (var i = 0; i < dossier.Claims.Count; i++)
        {
            var instead = evidence.InsteadOf(i);
            var claim = dossier.Claims[i];
            switch (evidence.StandingOf(i))
            {
                case Standing.Repeated or Standing.Superseded when ChangedOf(i) is { } origin:
                    yield return Garbled(claim, origin, ChangeOf(claim, origin));
                    break;
                case Standing.Repeated:
                    Add(groups, (DifferenceKind.Repeat, instead, false), claim);
                    break;
                case Standing.Superseded:
                    Add(groups, (DifferenceKind.Revision, instead, IsOvertaken(claim, dossier.Claims[instead])), claim);
                    break;
                case Standing.Retracted:
                    Add(groups, (DifferenceKind.Retraction, instead == Evidence.None ? i : instead, false), claim);
                    break;
                case Standing.Counts:
                    break;
                default:
                    throw new InvalidOperationException($"Unknown standing of claim {claim.Id}.");
            }
        }

        foreach (var ((kind, instead, _), claims) in groups) yield return Together(kind, dossier.Claims[instead], claims);
    }

    private static void Add(Dictionary<(DifferenceKind, int, bool), List<Claim>> groups, (DifferenceKind, int, bool) key, Claim claim)
    {
        if (!groups.TryGetValue(key, out var claims)) groups.Add(key, claims = []);
        claims.Add(claim);
    }

    private Difference Together(DifferenceKind kind, Claim instead, List<Claim> claims) => new()
    {
        Kind = kind,
        Claims = claims.Contains(instead, ReferenceEqualityComparer.Instance) ? claims : [instead, .. claims],
        Explanation = kind switch
        {
            DifferenceKind.Repeat => $"{wording.About(instead)}, was said more than once{Echoing(instead, claims)}: all go back to one root and count once.",
            DifferenceKind.Revision => $"{wording.Quantity(claims[0].Quantity)}, {wording.SaidInTurn([.. claims.OrderBy(ClaimOrder.DayOf)])}, {HowReplaced(claims, instead)} {Other(claims[0], instead)}{wording.SaidOn(instead)}{PassedOn(instead)}{ReportedLater(claims, instead)}.",
            _ => $"{wording.About(instead)}, was {Withdrawn(instead)}{(claims.Count > 1 ? ", and with it what relays passed on" : "")}.",
        },
    };

    private static string HowReplaced(List<Claim> claims, Claim instead)
    {
        var (were, forecasts) = claims.Count == 1 ? ("was", "a forecast") : ("were", "forecasts");
        return IsOvertaken(claims[0], instead) ? $"{were} {forecasts}, overtaken by" : $"{were} replaced by";
    }

    /// <summary>Whether a forecast gave way to a report that does not name it.</summary>
    private static bool IsOvertaken(Claim claim, Claim instead) => claim.Basis == Basis.Projection && instead.Basis != Basis.Projection && !instead.Supersedes.Contains(claim.Id);

    /// <summary>The statement of which a claim is a version that says something else; null: it is none.</summary>
    private Claim? ChangedOf(int position) =>
        evidence.OriginOf(position) is var origin and not Evidence.None && ChangeOf(dossier.Claims[position], dossier.Claims[origin]) != Change.None ? dossier.Claims[origin] : null;

    private string Replacing(Claim claim, Claim instead) => $"{Other(claim, instead)}{wording.Said(instead)}{PassedOn(instead)} [{instead.Id}]";

    /// <summary>The quantity of a claim that replaces one on another quantity.</summary>
    private string Other(Claim claim, Claim instead) => claim.Quantity == instead.Quantity ? "" : $"{wording.Quantity(instead.Quantity)}, ";

    private string PassedOn(Claim claim) => claim.Via.Count == 0 ? "" : $", passed on by {Way(claim)}";

    /// <summary>When what replaces a figure of its own day was reported, which is why it does.</summary>
    private static string ReportedLater(List<Claim> claims, Claim instead) =>
        instead.Reported is { } reported && claims.Exists(claim => ClaimOrder.DayOf(claim) == ClaimOrder.DayOf(instead) && claim.Reported < reported) ? $", reported on {Wording.Day(reported)}" : "";

    private string Echoing(Claim instead, List<Claim> claims)
    {
        var others = claims.Where(claim => claim.Source != instead.Source).Select(claim => wording.Source(claim.Source)).Distinct(StringComparer.Ordinal).ToArray();
        return others.Length == 0 ? "" : $", also by {Wording.List(others)}, who passed it on";
    }

    private Difference Garbled(Claim claim, Claim kept, Change change) => new()
    {
        Kind = DifferenceKind.Relay,
        Claims = [kept, claim],
        Explanation = change switch
        {
            Change.Quantity => $"{wording.About(kept)}, became {wording.Quantity(claim.Quantity)}, {claim.Figure.Text}, on its way through {Way(claim)}: the quantity changed, not what the root said.",
            Change.Period => $"{wording.Quantity(kept.Quantity)}, {wording.SaidOn(kept)}, is what was added then and became the number of all on its way through {Way(claim)}: the period was lost, not what the root said.",
            Change.Range => $"{wording.About(kept)}, became {claim.Figure.Text}{(AreOfOneDay(claim, kept) ? "" : Became(claim))} on its way through {Way(claim)}: its range was left out, not what the root said.",
            Change.Date => $"{wording.About(kept)}, was said{Of(kept)} and became a figure{Became(claim)} on its way through {Way(claim)}: the date changed, not what the root said.",
            Change.Rounding when AreOfOneDay(claim, kept) => $"{wording.About(kept)}, became {claim.Figure.Text} on its way through {Way(claim)}: it was rounded, not what the root said.",
            Change.Rounding => $"{wording.About(kept)}, was said{Of(kept)} and became {claim.Figure.Text}{Became(claim)} on its way through {Way(claim)}: it was rounded and the date changed, not what the root said.",
            Change.Figure when AreEquallyNear(claim, kept) =>
                $"{wording.About(kept)}, passed on by {Way(kept)}, is {claim.Figure.Text} as passed on by {Way(claim)}: one of them garbled it, or the root said both in turn; then name the earlier in the supersedes of the later.",
            _ => $"{wording.About(kept)}, became {claim.Figure.Text} on its way through {Way(claim)}: the {(change == Change.Hedge ? "hedge" : "figure")} changed, not what the root said.",
        },
    };

    /// <summary>Whether both came through as many relays: which of them is what the root said nobody can tell.</summary>
    private static bool AreEquallyNear(Claim claim, Claim kept) => claim.Via.Count == kept.Via.Count && claim.Source == kept.Source;

    private string Way(Claim claim) => claim.Via.Count == 0 ? wording.Source(claim.Source) : Wording.List(claim.Via.Select(wording.Source));

    private string Repeated(Claim claim, Claim kept) => ChangeOf(claim, kept) switch
    {
        Change.Figure when AreEquallyNear(claim, kept) => $"another version of [{kept.Id}], {wording.Said(kept)}, which is kept: both came through as many relays",
        Change.Figure => $"a garbled copy of [{kept.Id}], {wording.Said(kept)}: the figure changed on its way",
        Change.Rounding when AreOfOneDay(claim, kept) => $"a copy of [{kept.Id}], {wording.Said(kept)}: it was rounded on its way",
        Change.Rounding => $"{Copy(claim, kept)} of [{kept.Id}], {wording.Said(kept)}: it was rounded and the date changed on its way",
        Change.Range => $"{(AreOfOneDay(claim, kept) ? "a copy" : Copy(claim, kept))} of [{kept.Id}], {wording.Said(kept)}: its range was left out on its way",
        Change.Hedge => $"a garbled copy of [{kept.Id}], {wording.Said(kept)}: the hedge changed on its way",
        Change.Quantity => $"a garbled copy of [{kept.Id}], {wording.About(kept)}: the quantity changed on its way",
        Change.Period => $"a garbled copy of [{kept.Id}], {wording.SaidOn(kept)}, which was added then: the period was lost on its way",
        Change.Date => $"{Copy(claim, kept)} of [{kept.Id}], {wording.Said(kept)}: the date changed on its way",
        _ when claim.Source != kept.Source => $"passes on [{kept.Id}] of {wording.Source(kept.Source)}, as another claim declares: no root of its own here",
        _ => $"says the same as [{kept.Id}] of the same root, {wording.Source(claim.Source)}",
    };

    private static bool AreOfOneDay(Claim claim, Claim kept) => ClaimOrder.DayOf(claim) == ClaimOrder.DayOf(kept);

    private static string Copy(Claim claim, Claim kept) => ClaimOrder.DayOf(claim) > ClaimOrder.DayOf(kept) ? "a late copy" : "a copy";

    private static string Withdrawn(Claim claim) => claim.Retracted.Day is { } day ? $"withdrawn by its source on {Wording.Day(day)}" : "withdrawn by its source";

    private static string Of(Claim claim) => ClaimOrder.DayOf(claim) is { } day ? $" of {Wording.Day(day)}" : "";

    private static string Became(Claim claim) => ClaimOrder.DayOf(claim) is null ? " without a date" : Of(claim);

    /// <summary>A claim of another source only passes on, and a root itself garbles nothing of what it says again.</summary>
    private Change ChangeOf(Claim claim, Claim kept)
    {
        if (claim.Source != kept.Source || claim.Via.Count == 0) return Change.None;
        if (claim.Quantity != kept.Quantity) return Change.Quantity;
        if (claim.During is null && kept.During is not null) return Change.Period;
        if (SaidNumbers.Of(claim.Figure) is var said && said != SaidNumbers.Of(kept.Figure))
        {
            if (said.Least == said.Most && said.Least is { } one && one == kept.Figure.Value) return Change.Range;
            return SaidNumbers.WithoutZeros(claim.Figure) != SaidNumbers.WithoutZeros(kept.Figure) && IsRounding(claim, kept) ? Change.Rounding : Change.Figure;
        }

        if (claim.Figure.Hedge != kept.Figure.Hedge || Words.LikelihoodOf(claim) != Words.LikelihoodOf(kept)) return Change.Hedge;
        // That a fixed figure was reported again later gives it no other date.
        var isDated = (claim.AsOf is not null && kept.AsOf is not null) || _moving.KindOf(claim.Quantity) != QuantityKind.Fixed;
        return isDated && ClaimOrder.DayOf(claim) != ClaimOrder.DayOf(kept) ? Change.Date : Change.None;
    }

    /// <summary>Of one day only a number is rounded: who makes "about 500" of "300 to 500" chooses an end.</summary>
    private bool IsRounding(Claim claim, Claim kept)
    {
        var (said, was) = (SaidNumbers.Of(claim.Figure), SaidNumbers.Of(kept.Figure));
        if (AreOfOneDay(claim, kept) && was.Least != was.Most) return false;
        return (!AreOfOneDay(claim, kept) && said.Words is not null) || RoundedCopies.IsCopy(claim, kept, evidence.Reading.Interpret(claim.Figure));
    }
}
