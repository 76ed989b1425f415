namespace Reconcile.Inference.Factors;

/// <summary>A shared error that came out far from 0.</summary>
/// <param name="Group">The error group whose claims share it.</param>
/// <param name="Strain">How far, in its own prior standard deviations.</param>
internal readonly record struct StrainedError(int Group, double Strain);
