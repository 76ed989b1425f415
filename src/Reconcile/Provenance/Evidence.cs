namespace Reconcile.Provenance;

/// <summary>Whether a claim counts as evidence, and if not why.</summary>
internal enum Standing
{
    Counts,
    Superseded,
    Repeated,
    Retracted,
}

/// <summary>The claims of a dossier, each with its standing.</summary>
internal sealed class Evidence
{
    /// <summary>What replaces no claim.</summary>
    public const int None = -1;

    private readonly Standing[] _standings;
    private readonly int[] _instead;
    private readonly int[] _origins;

    public Evidence(Dossier dossier, DateOnly? asOf, HedgeReading reading, Standing[] standings, int[] instead, int[] origins)
    {
        Dossier = dossier;
        AsOf = asOf;
        Reading = reading;
        _standings = standings;
        _instead = instead;
        _origins = origins;
    }

    public Dossier Dossier { get; }

    /// <summary>The day of which estimates speak; null when nothing is dated.</summary>
    public DateOnly? AsOf { get; }

    /// <summary>The reading by which it was decided what two figures can both hold.</summary>
    public HedgeReading Reading { get; }

    /// <summary>By position of the claim.</summary>
    public Standing StandingOf(int claim) => _standings[claim];

    /// <summary>
    /// The position of the claim that replaces a superseded one, that a repeated one repeats, or that took a relayed one with it when it was withdrawn; else <see cref="None"/>.
    /// </summary>
    public int InsteadOf(int claim) => _instead[claim];

    /// <summary>The position of the statement that a claim passes on, whatever became of that; of a statement <see cref="None"/>.</summary>
    public int OriginOf(int claim) => _origins[claim];
}
