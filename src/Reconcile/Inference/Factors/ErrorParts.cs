namespace Reconcile.Inference.Factors;

/// <summary>What of the errors of sources their claims do not share.</summary>
internal sealed class ErrorParts
{
    private readonly IReadOnlySet<int> _apart;
    private readonly IReadOnlyDictionary<int, double> _parts;
    private readonly IReadOnlyDictionary<int, double> _scatter;

    private ErrorParts(IReadOnlySet<int> apart, IReadOnlyDictionary<int, double> parts, IReadOnlyDictionary<int, double> scatter)
    {
        _apart = apart;
        _parts = parts;
        _scatter = scatter;
    }

    /// <summary>All of every error is shared.</summary>
    public static ErrorParts None { get; } = Of(new HashSet<int>(), new Dictionary<int, double>());

    public bool AreNone => _apart.Count == 0 && _parts.Count == 0 && _scatter.Count == 0;

    /// <param name="apart">Claims that share no error.</param>
    /// <param name="scatter">By error group, the relative variance that each of its claims has besides.</param>
    public static ErrorParts Of(IReadOnlySet<int> apart, IReadOnlyDictionary<int, double> scatter) => new(apart, new Dictionary<int, double>(), scatter);

    /// <summary>Whether a claim has the whole error of its source to itself: figures by which a leaning source contradicts itself, and boasts of a stock that moved.</summary>
    public bool IsApart(int claim) => _apart.Contains(claim);

    /// <summary>The part of the variance of a shared error that each of its claims has to itself instead, 0 to 1.</summary>
    public double OwnPartOf(int errorGroup) => _parts.GetValueOrDefault(errorGroup);

    /// <summary>The relative variance that each claim has to itself besides a shared error, as figures that contradict each other show.</summary>
    public double ScatterOf(int errorGroup) => _scatter.GetValueOrDefault(errorGroup);

    /// <summary>Where an error has several reasons not to be shared, what one leaves shared the other divides again.</summary>
    public ErrorParts WithPart(int errorGroup, double part)
    {
        if (part <= 0) return this;
        return new ErrorParts(_apart, new Dictionary<int, double>(_parts) { [errorGroup] = 1 - ((1 - OwnPartOf(errorGroup)) * (1 - Math.Min(1, part))) }, _scatter);
    }
}
