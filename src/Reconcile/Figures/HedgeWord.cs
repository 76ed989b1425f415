namespace Reconcile.Figures;

/// <summary>
/// The hedge word as said, as far as a reading tells words apart. The members are the words for which Ferson et al. (2015) fitted a
/// regression; every other word is filed under the nearest of them by <see cref="HedgePhrases"/>.
/// </summary>
internal enum HedgeWord : byte
{
    None,
    Exactly,
    Precisely,
    About,
    Around,
    Roughly,
    Approximately,
    Nearly,
    Almost,
    AtLeast,
    NoLessThan,
    Over,
    Above,
    AtMost,
    NoMoreThan,
    Below,
}
