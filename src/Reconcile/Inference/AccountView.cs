using Reconcile.Modelling;

namespace Reconcile.Inference;

/// <summary>The value of one quantity under one account. An open side is null, and then so is the best.</summary>
/// <param name="Best">Posterior mean.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <param name="FromPrior">Whether more than a tenth of its precision stems from the prior; then the ends are those of the feasible range.</param>
internal readonly record struct AccountValue(double? Best, double? Low, double? High, bool FromPrior)
{
    public bool IsOpen => Best is null;
}

/// <summary>One choice of accounts: its posterior, and the marginal and value of each state.</summary>
internal sealed class AccountView
{
    /// <summary>A state that owes more than this share of its precision to the prior shows its feasible range.</summary>
    private const double MostPrior = 0.1;

    /// <summary>So does one that owes more than this share to the bounds of quantities: then no claim counts it.</summary>
    private const double MostBounds = 0.5;

    private readonly ReducedSpace _space;
    private readonly MarginalBuilder _marginals;
    private readonly Marginal?[] _cache;
    private readonly AccountValue?[] _values;
    private readonly List<FactorShare>?[] _shares;
    private readonly Interval[] _tolerant;
    private readonly Interval[] _literal;
    private readonly double _level;

    public AccountView(ReducedSpace space, Posterior posterior, bool[] accepted, Interval[] tolerant, Interval[] literal, double level)
    {
        _space = space;
        Posterior = posterior;
        Accepted = accepted;
        _tolerant = tolerant;
        _literal = literal;
        _level = level;
        _marginals = new MarginalBuilder(posterior);
        _cache = new Marginal?[tolerant.Length];
        _values = new AccountValue?[tolerant.Length];
        _shares = new List<FactorShare>?[tolerant.Length];
    }

    public Posterior Posterior { get; }

    /// <summary>The claims that hold.</summary>
    public bool[] Accepted { get; }

    /// <summary>The distribution of one state.</summary>
    public Marginal MarginalOf(int state) => _cache[state] ??= _marginals.Of(Posterior.Factors.DirectionOf(state), _space.Offset(state));

    /// <summary>Mean of a state in the normal approximation; relations hold between means.</summary>
    public double MeanOf(int state) => Posterior.MeanOf(Posterior.Factors.DirectionOf(state)) + _space.Offset(state);

    /// <summary>Standard deviation of a state in the normal approximation.</summary>
    public double DeviationOf(int state)
    {
        var direction = Posterior.Factors.DirectionOf(state);
        var spread = new double[direction.Length];
        Posterior.Spread(direction, spread);
        return Math.Sqrt(Math.Max(0, Vectors.Dot(direction, spread)));
    }

    public AccountValue ValueOf(int state) => _values[state] ??= Evaluate(state);

    private AccountValue Evaluate(int state)
    {
        var range = _tolerant[state];
        if (!range.IsClosed)
        {
            // A side that no claim and no relation bounds stays open; the other is what the words say.
            return new AccountValue(
                null,
                double.IsFinite(range.Low) ? _literal[state].Low : null,
                double.IsFinite(range.High) ? _literal[state].High : null,
                false);
        }

        var best = Math.Clamp(MeanOf(state), _space.Component.States[state].Bounds.Low, _space.Component.States[state].Bounds.High);
        if (_space.IsUncounted(state) || IsHardlyCounted(state)) return new AccountValue(best, Math.Min(best, range.Low), Math.Max(best, range.High), true);
        var (low, high) = Region.Of([new WeightedMarginal(MarginalOf(state), 1)], _level);
        return Bounded(state, best, low, high);
    }

    /// <summary>Influences of the claims, relations and prior on a state.</summary>
    public List<FactorShare> SharesOf(int state) => _shares[state] ??= Influences.Of(Posterior, state);

    private bool IsHardlyCounted(int state)
    {
        double prior = 0, bounds = 0;
        foreach (var share in SharesOf(state))
        {
            if (share.Origin == Origin.Prior) prior += share.Share;
            if (share.Origin == Origin.Bound) bounds += share.Share;
        }

        return prior > MostPrior || prior + bounds > MostBounds;
    }

    /// <summary>A range that keeps within the hard bounds of the quantity and holds its best value.</summary>
    public AccountValue Bounded(int state, double best, double low, double high)
    {
        var bounds = _space.Component.States[state].Bounds;
        return new AccountValue(best, Math.Min(best, Math.Max(low, bounds.Low)), Math.Max(best, Math.Min(high, bounds.High)), false);
    }
}
