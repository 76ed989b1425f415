namespace Reconcile.Inference.Factors;

/// <summary>Which claims have the error of their source to themselves, and of which errors a part.</summary>
internal sealed class ErrorParts
{
    private readonly IReadOnlySet<int> _apart;
    private readonly IReadOnlyDictionary<int, double> _parts;

    private ErrorParts(IReadOnlySet<int> apart, IReadOnlyDictionary<int, double> parts)
    {
        _apart = apart;
        _parts = parts;
    }

    /// <summary>All of every error is shared.</summary>
    public static ErrorParts None { get; } = new(new HashSet<int>(), new Dictionary<int, double>());

    public bool AreNone => _apart.Count == 0 && _parts.Count == 0;

    /// <summary>Whether a claim has the whole error of its source to itself: figures by which a leaning source contradicts itself, errors that would be very large, and boasts of a stock that moved.</summary>
    public bool IsApart(int claim) => _apart.Contains(claim);

    /// <summary>The part of the variance of a shared error that each of its claims has to itself instead, 0 to 1.</summary>
    public double OwnPartOf(int errorGroup) => _parts.GetValueOrDefault(errorGroup);

    /// <summary>With more claims apart.</summary>
    public ErrorParts WithApart(IEnumerable<int> claims)
    {
        var apart = _apart.Union(claims).ToHashSet();
        return apart.Count == _apart.Count ? this : new ErrorParts(apart, _parts);
    }

    /// <summary>Where an error has several reasons not to be shared, what one leaves shared the other divides again.</summary>
    public ErrorParts WithPart(int errorGroup, double part)
    {
        if (part <= 0) return this;
        return new ErrorParts(_apart, new Dictionary<int, double>(_parts) { [errorGroup] = 1 - ((1 - OwnPartOf(errorGroup)) * (1 - Math.Min(1, part))) });
    }
}
