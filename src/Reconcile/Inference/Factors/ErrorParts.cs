namespace Reconcile.Inference.Factors;

/// <summary>What of the errors of sources their claims do not share.</summary>
internal sealed record ErrorParts
{
    private static readonly HashSet<int> Nothing = [];
    private static readonly Dictionary<int, double> Nowhere = [];

    /// <summary>All of every error is shared.</summary>
    public static ErrorParts None { get; } = new();

    private IReadOnlySet<int> Apart { get; init; } = Nothing;

    private Dictionary<int, double> Parts { get; init; } = Nowhere;

    private IReadOnlyDictionary<int, double> Scatter { get; init; } = Nowhere;

    private Dictionary<int, double> Spreads { get; init; } = Nowhere;

    public bool AreNone => Apart.Count == 0 && Parts.Count == 0 && Scatter.Count == 0 && Spreads.Count == 0;

    /// <param name="apart">Claims that share no error.</param>
    /// <param name="scatter">By error group, the relative variance that each of its claims has besides.</param>
    public static ErrorParts Of(IReadOnlySet<int> apart, IReadOnlyDictionary<int, double> scatter) => new() { Apart = apart, Scatter = scatter };

    /// <summary>Whether a claim has the whole error of its source to itself: figures by which a leaning source contradicts itself, boasts of a stock that moved, and boasts that nothing joins.</summary>
    public bool IsApart(int claim) => Apart.Contains(claim);

    /// <summary>The part of the variance of a shared error that each of its claims has to itself instead, 0 to 1.</summary>
    public double OwnPartOf(int errorGroup) => Parts.GetValueOrDefault(errorGroup);

    /// <summary>The relative variance that each claim has to itself besides a shared error, as figures that contradict each other show.</summary>
    public double ScatterOf(int errorGroup) => Scatter.GetValueOrDefault(errorGroup);

    /// <summary>How many times its own error each claim of a leaning source has to itself beside the bias that all share, at least 1.</summary>
    public double SpreadOf(int errorGroup) => Spreads.GetValueOrDefault(errorGroup, 1);

    /// <summary>With more claims apart.</summary>
    public ErrorParts WithApart(IEnumerable<int> claims) => this with { Apart = Apart.Union(claims).ToHashSet() };

    /// <summary>Where others tell that a leaning source stretches some figures more than others.</summary>
    public ErrorParts WithSpread(int errorGroup, double spread) => this with { Spreads = new Dictionary<int, double>(Spreads) { [errorGroup] = spread } };

    /// <summary>Where an error has several reasons not to be shared, what one leaves shared the other divides again.</summary>
    public ErrorParts WithPart(int errorGroup, double part) =>
        part <= 0 ? this : this with { Parts = new Dictionary<int, double>(Parts) { [errorGroup] = 1 - ((1 - OwnPartOf(errorGroup)) * (1 - Math.Min(1, part))) } };
}
