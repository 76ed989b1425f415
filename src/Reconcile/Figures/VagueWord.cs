namespace Reconcile.Figures;

/// <summary>How many of a scale number words without a number mean.</summary>
internal enum Quantifier : byte
{
    /// <summary>No vague word: a number was said.</summary>
    None,

    /// <summary>Dozens, hundreds, tens of thousands.</summary>
    Plural,

    /// <summary>Several, a few, a number of, a handful.</summary>
    Several,

    /// <summary>A couple of.</summary>
    Couple,

    /// <summary>Many, without a scale.</summary>
    Many,
}

/// <summary>Number words without a number: a quantifier of a scale (several × 100). The default says no such word.</summary>
internal readonly record struct VagueWord(Quantifier Quantifier, double Scale)
{
    public bool IsSaid => Quantifier != Quantifier.None;
}
