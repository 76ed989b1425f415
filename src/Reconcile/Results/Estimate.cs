using System.Diagnostics.CodeAnalysis;
using Reconcile.Results;

namespace Reconcile;

/// <summary>Best value and range of one quantity, in its own unit, with the reasons.</summary>
public sealed partial record Estimate
{
    private readonly Deferred<EstimateDetail>? _detail;
    private readonly Confidence? _confidence;
    private readonly int? _roots;

    /// <summary>A <see cref="FigureRange"/> that was given, in a box: most estimates have none.</summary>
    private readonly object? _printed;

    internal Estimate() { }

    [SetsRequiredMembers]
    internal Estimate(Quantity quantity, Deferred<EstimateDetail> detail)
    {
        Quantity = quantity;
        _detail = detail;
        (Alternatives, Series) = ([], []);
    }

    /// <summary>The quantity.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>The day of which it speaks.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Best value in the leading account; null when a side is open.</summary>
    public double? Best { get; init; }

    /// <summary>Lower end of the range, at the level of the options (<see cref="ReconcileOptions.Level"/>, 0.9 by default); null when nothing bounds it.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the range, at the same level; null when nothing bounds it.</summary>
    public double? High { get; init; }

    /// <summary>How far to trust it.</summary>
    public required Confidence Confidence
    {
        get => _confidence ?? _detail!.Value.Confidence;
        init => _confidence = value;
    }

    /// <summary>The steps that led to the confidence.</summary>
    public required IReadOnlyList<string> Reasons
    {
        get => field ?? _detail!.Value.Reasons;
        init;
    }

    /// <summary>Number of independent roots that support it: of accepted claims on it, of a moving quantity also on other days that inform it; where nobody states it, of the claims from which it follows.</summary>
    public int Roots
    {
        get => _roots ?? _detail?.Value.Roots ?? 0;
        init => _roots = value;
    }

    /// <summary>The accepted claims that speak of this quantity itself, in the order of the dossier.</summary>
    public required IReadOnlyList<Claim> Claims
    {
        get => field ?? _detail!.Value.Claims;
        init;
    }

    /// <summary>The share of each claim and relation in the information under the leading accounts, largest first; they add up to 1.</summary>
    public required IReadOnlyList<Influence> Influences
    {
        get => field ?? _detail!.Value.Influences;
        init;
    }

    /// <summary>The parts, where the range falls apart; otherwise empty. Heaviest first.</summary>
    public required IReadOnlyList<Alternative> Alternatives { get; init; }

    /// <summary>The course over time, for totals and stocks; otherwise empty.</summary>
    public required IReadOnlyList<SeriesPoint> Series { get; init; }

    /// <summary>The value under each account of the disputes that touch this quantity, one account each; empty without a dispute.</summary>
    internal IReadOnlyList<Alternative> ByAccount
    {
        get => field ?? _detail?.Value.ByAccount ?? [];
        init;
    }

    /// <summary>As <see cref="ByAccount"/>, on another day of its series; empty on a day that is none.</summary>
    internal IReadOnlyList<Alternative> ByAccountOn(DateOnly day) => _detail?.Value.ByAccountOn(day) ?? [];

    /// <summary>Low, best and high rounded for print, so that relations hold between the printed numbers too.</summary>
    internal FigureRange Printed
    {
        get => _printed as FigureRange? ?? _detail?.Value.Printed ?? default;
        init => _printed = value;
    }
}
