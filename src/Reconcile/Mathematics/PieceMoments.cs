namespace Reconcile.Mathematics;

/// <summary>Mass and first two moments of a piece of a normal density, normalised to the piece.</summary>
/// <param name="LogMass">Natural logarithm of the integral over the piece.</param>
/// <param name="Mean">Mean of the piece, in the unit of the variable.</param>
/// <param name="Variance">Variance of the piece about its own mean, in the unit of the variable squared.</param>
internal readonly record struct PieceMoments(double LogMass, double Mean, double Variance);
