namespace Reconcile.Figures;

/// <summary>
/// A log-concave likelihood of the true value t given what was said: 1 on the plateau [<see cref="Low"/>, <see cref="High"/>], falling outside.
/// Below <see cref="Low"/> it falls as exp(−(Low − t)/LowTail) if there is a low tail, else as exp(−½((Low − t)/LowShoulder)²) if there is a
/// low shoulder, else it is 0; above <see cref="High"/> likewise.
/// </summary>
/// <param name="Low">Lower end of the plateau; −∞ for none.</param>
/// <param name="High">Upper end of the plateau, ≥ <paramref name="Low"/>; +∞ for none. Equal ends: a peak.</param>
/// <param name="LowShoulder">Standard deviation of the normal shoulder below, in units of the quantity; 0: none.</param>
/// <param name="HighShoulder">Standard deviation of the normal shoulder above; 0: none.</param>
/// <param name="LowTail">Scale of the exponential tail below, in units of the quantity; 0: none.</param>
/// <param name="HighTail">Scale of the exponential tail above; 0: none.</param>
internal readonly record struct Shape(double Low, double High, double LowShoulder, double HighShoulder, double LowTail = 0, double HighTail = 0)
{
    /// <summary>Whether it is a plain normal density, which enters a posterior exactly.</summary>
    public bool IsNormal => Low == High && LowShoulder == HighShoulder && LowShoulder > 0 && LowTail == 0 && HighTail == 0;

    /// <summary>A hard half-line t ≥ <paramref name="low"/>.</summary>
    public static Shape AtLeast(double low) => new(low, double.PositiveInfinity, 0, 0);

    public static Shape Normal(double mean, double sd) => new(mean, mean, sd, sd);
}
