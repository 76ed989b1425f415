namespace Reconcile;

/// <summary>How a figure is hedged.</summary>
public enum Hedge
{
    /// <summary>A bare number.</summary>
    None,

    /// <summary>Said to be exact.</summary>
    Exactly,

    /// <summary>About, around, roughly, some.</summary>
    About,

    /// <summary>Nearly, almost, approaching.</summary>
    Nearly,

    /// <summary>Just over, slightly more than: the mirror image of nearly.</summary>
    JustOver,

    /// <summary>At least, more than, well over.</summary>
    AtLeast,

    /// <summary>At most, up to, less than.</summary>
    AtMost,

    /// <summary>Between two numbers.</summary>
    Between,

    /// <summary>A value with an interval at a level of confidence.</summary>
    Interval,

    /// <summary>Number words without a number: dozens, several hundred.</summary>
    Words,
}
