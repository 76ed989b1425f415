namespace Reconcile.Mathematics;

/// <summary>Numbers so far apart in size that the digits of a double do not hold them together.</summary>
internal sealed class NumericalLimitException(string message) : Exception(message);
