namespace Reconcile.Mathematics;

/// <summary>A system that would need more memory and time than anybody would wait for.</summary>
internal sealed class SizeLimitException(string message) : Exception(message);
