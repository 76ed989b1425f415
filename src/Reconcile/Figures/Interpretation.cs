namespace Reconcile.Figures;

/// <summary>How one figure reads under one <see cref="HedgeReading"/>.</summary>
/// <param name="Low">Lower end of the literal interval (about 95 %); −∞: open.</param>
/// <param name="High">Upper end; +∞: open.</param>
/// <param name="Best">The value said or meant, if there is one: null for floors and ceilings and for plain ranges.</param>
/// <param name="Value">The size of the figure, which its source's relative error multiplies: its best, floor, ceiling or midpoint.</param>
/// <param name="Shape">The likelihood of the true value.</param>
internal readonly record struct Interpretation(double Low, double High, double? Best, double Value, Shape Shape);
