using System.Diagnostics.CodeAnalysis;
using Reconcile.Results;

namespace Reconcile;

/// <summary>What became of one claim.</summary>
public sealed partial record Verdict
{
    private readonly Deferred<string>? _because;

    internal Verdict() { }

    [SetsRequiredMembers]
    internal Verdict(Claim claim, Outcome outcome, Deferred<string> because)
    {
        Claim = claim;
        Outcome = outcome;
        _because = because;
    }

    /// <summary>The claim, as <see cref="Reconciliation.Dossier"/> has it.</summary>
    public required Claim Claim { get; init; }

    /// <summary>What became of it.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Weight of the accounts that accept it.</summary>
    public double Weight { get; init; }

    /// <summary>Distance of the estimate from the claim, in the claim's standard deviations; null when it has none.</summary>
    public double? Tension { get; init; }

    /// <summary>What a word of likelihood did to it; null without one. Stands in <see cref="Because"/> too.</summary>
    internal string? Likelihood { get; init; }

    /// <summary>How its source leans and what that does, to follow the name of the source; null where it does not lean. Stands in <see cref="Because"/> too.</summary>
    internal string? Leaning { get; init; }

    /// <summary>One sentence.</summary>
    public required string Because
    {
        get => field ?? _because!.Value;
        init;
    }
}
