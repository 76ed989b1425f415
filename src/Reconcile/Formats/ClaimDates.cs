using Reconcile.Claims;

namespace Reconcile.Formats;

/// <summary>The dates of a claim as written; what partial ones mean is known only when the dates beside them are.</summary>
internal struct ClaimDates
{
    public PartialDate? AsOf { get; set; }

    public PartialDate? Reported { get; set; }

    public PartialDate? From { get; set; }

    public PartialDate? To { get; set; }

    public bool IsRetracted { get; set; }

    public PartialDate? Retracted { get; set; }

    public readonly bool HasAny => AsOf is not null || Reported is not null || From is not null || To is not null || IsRetracted;

    /// <summary>Whether the date of the dossier can change what they mean.</summary>
    public readonly bool HasPartial => IsPartial(AsOf) || IsPartial(Reported) || IsPartial(To) || IsPartial(Retracted);

    /// <summary>A claim with these dates. A period that ends before it begins is left out; see <see cref="EndsBeforeItBegins"/>.</summary>
    /// <param name="claim">The claim without dates.</param>
    /// <param name="dossierDay">The date of the dossier where that is a full one.</param>
    public readonly Claim ApplyTo(Claim claim, DateOnly? dossierDay) => claim with
    {
        AsOf = Last(AsOf, dossierDay),
        Reported = Reported?.LastUpTo(dossierDay),
        During = From is { } from && Last(To, dossierDay) is { } to && from.First <= to ? new Period(from.First, to) : null,
        Retracted = !IsRetracted ? default : Retracted is { } day ? Retraction.On(day.LastUpTo(dossierDay)) : Retraction.Always,
        DatePeriods = IsPartial(AsOf) || IsPartial(Reported) || IsPartial(To) ? new DatePeriods(Written(AsOf), Written(Reported), Written(To)) : null,
    };

    public readonly bool EndsBeforeItBegins(DateOnly? dossierDay) => From is { } from && Last(To, dossierDay) < from.First;

    private readonly DateOnly? Last(PartialDate? date, DateOnly? dossierDay)
    {
        if (date is not { } written) return null;
        var last = written.LastUpTo(dossierDay);
        if (Reported is not { IsFull: true } reported) return last;
        var lastAsReported = written.LastUpTo(reported.First);
        return lastAsReported < last ? lastAsReported : last;
    }

    private static Period? Written(PartialDate? date) => date is { IsFull: false } partial ? new Period(partial.First, partial.Last) : null;

    private static bool IsPartial(PartialDate? date) => date is { IsFull: false };
}
