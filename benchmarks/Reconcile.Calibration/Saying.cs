namespace Reconcile.Calibration;

/// <summary>Ways to say a number.</summary>
internal enum Saying
{
    /// <summary>A bare number: 3,600.</summary>
    Plain,

    /// <summary>About 3,600.</summary>
    About,

    /// <summary>At least 3,000.</summary>
    AtLeast,

    /// <summary>At most 5,000.</summary>
    AtMost,

    /// <summary>3,000–4,200.</summary>
    Range,

    /// <summary>3,600 (95% CI 3,100–4,100).</summary>
    Interval,

    /// <summary>Counted: 3,571.</summary>
    Counted,

    /// <summary>At least 3,012, all counted.</summary>
    CountedFloor,
}
