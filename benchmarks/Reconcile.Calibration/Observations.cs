namespace Reconcile.Calibration;

/// <summary>An estimate that a claim states directly, beside the truth.</summary>
/// <param name="Dossier">Number of its dossier.</param>
/// <param name="IsClean">Whether the leading accounts of its dossier accept no claim whose truth is outside its tolerant interval.</param>
/// <param name="IsFree">Whether no claim of its dossier is simply wrong, accepted or not.</param>
/// <param name="IsDisputed">Whether a dispute of the dossier concerns the quantity.</param>
/// <param name="Roots">Number of roots of the quantity.</param>
/// <param name="Claims">The accepted claims that speak of the quantity.</param>
/// <param name="Inside">Whether the truth lies in the range of each level.</param>
/// <param name="RelativeWidth">Width of the 90 % range, as a part of the truth.</param>
internal sealed record EstimateObservation(
    int Dossier, bool IsClean, bool IsFree, bool IsDisputed, int Roots, IReadOnlyList<SimulatedClaim> Claims, IReadOnlyDictionary<double, bool> Inside, double RelativeWidth);

/// <summary>What became of a claim.</summary>
/// <param name="Dossier">Number of its dossier.</param>
/// <param name="IsRejected">Whether the leading account rejects it.</param>
/// <param name="IsTolerable">Whether the truth lies in its tolerant interval.</param>
internal sealed record ClaimObservation(int Dossier, bool IsRejected, bool IsTolerable);

/// <summary>An account of a dispute.</summary>
/// <param name="Dossier">Number of its dossier.</param>
/// <param name="IsLeading">Whether it is the heaviest of its dispute.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="IsTolerable">Whether the truth lies in the tolerant interval of each claim that it accepts.</param>
/// <param name="IsFree">Whether no claim that it accepts is simply wrong.</param>
internal sealed record AccountObservation(int Dossier, bool IsLeading, double Weight, bool IsTolerable, bool IsFree);
