namespace Reconcile.Calibration;

/// <summary>A claim of which it is known how it came about.</summary>
/// <param name="Id">Its id in the dossier.</param>
/// <param name="Quantity">What it speaks of.</param>
/// <param name="Saying">How it was said.</param>
/// <param name="Grade">The grade of its root.</param>
/// <param name="IsWrong">Whether its root was simply wrong; by chance it may be tolerable all the same.</param>
/// <param name="IsTolerable">Whether the truth lies in its tolerant interval.</param>
internal sealed record SimulatedClaim(string Id, string Quantity, Saying Saying, Reliability Grade, bool IsWrong, bool IsTolerable);

/// <summary>A dossier of which the truth is known.</summary>
/// <param name="Dossier">What the engine sees.</param>
/// <param name="Truth">What it does not see.</param>
/// <param name="Claims">How each claim came about, by id.</param>
internal sealed record SimulatedDossier(Dossier Dossier, Truth Truth, IReadOnlyDictionary<string, SimulatedClaim> Claims);
