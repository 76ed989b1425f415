namespace Reconcile.Modelling;

/// <summary>One quantity on one date, with the hard bounds that its own minimum and maximum and relations on it alone give it.</summary>
/// <param name="Quantity">The quantity, declared or implied.</param>
/// <param name="Position">Its position in the order of declaration.</param>
/// <param name="Bounds">Hard bounds.</param>
/// <param name="LowRelation">Position of the relation that gives the lower bound; −1: the quantity itself.</param>
/// <param name="HighRelation">Position of the relation that gives the upper bound; −1: the quantity itself.</param>
/// <param name="Day">The day of a total or stock; null for a fixed quantity, and where nothing is dated.</param>
internal readonly record struct State(Quantity Quantity, int Position, Interval Bounds, int LowRelation, int HighRelation, DateOnly? Day);
