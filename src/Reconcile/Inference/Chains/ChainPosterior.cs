using Reconcile.Inference.Factors;
using Reconcile.Inference.Marginals;
using Reconcile.Inference.Posteriors;
using Reconcile.Mathematics;

namespace Reconcile.Inference.Chains;

/// <summary>
/// The posterior of an account of a dated component: time is a chain, so each day meets only the days beside it, and what meets all days (shared errors, fixed quantities) borders the
/// chain as an arrow. Expectation propagation, the sites of a day in turn and all days at once, each round a block elimination in time linear in the number of days.
/// </summary>
internal sealed class ChainPosterior : IMovingPosterior
{
    private const int MostRounds = 200;

    /// <summary>Settled when no tilted mean is further than this from its marginal mean, in standard deviations.</summary>
    private const double MeanTolerance = 1e-6;

    /// <summary>As long as what is expected of the steps changes, this is near enough.</summary>
    private const double CoarseTolerance = 1e-5;

    /// <summary>So is this for what only tells which figures contradict each other, and how large states are.</summary>
    private const double CoarsestTolerance = 1e-3;

    private readonly ChainFactors _factors;
    private readonly ArrowLayout _layout;
    private readonly double[] _base;
    private readonly double[] _baseShift;
    private readonly double[] _lower;
    private readonly double[] _covariance;
    private readonly double[] _mean;
    private readonly ChainSweep _sweep;
    private FactorSettings _settings;
    private ChainMarginals? _marginals;
    private ChainShares? _shares;

    private ChainPosterior(ChainFactors factors, FactorSettings settings)
    {
        _settings = settings;
        _factors = factors;
        _layout = factors.Layout;
        _base = new double[_layout.Length];
        _lower = new double[_layout.Length];
        _covariance = new double[_layout.Length];
        _baseShift = new double[_layout.Size];
        _mean = new double[_layout.Size];
        _sweep = new ChainSweep(factors);
    }

    public bool Converged { get; private set; }

    internal ChainFactors Factors => _factors;

    internal FactorSettings Settings => _settings;

    internal double[] Means => _mean;

    internal double[] Covariance => _covariance;

    /// <summary>The Cholesky factor of the precision matrix.</summary>
    internal double[] Lower => _lower;

    /// <summary>Null when the factors are too far apart in scale for the digits of a double.</summary>
    /// <param name="factors">All factors, with the sites to begin from.</param>
    /// <param name="settings">How they were made.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static ChainPosterior? Run(ChainFactors factors, FactorSettings settings, CancellationToken cancellation)
    {
        var posterior = new ChainPosterior(factors, settings);
        return posterior.TryPropagate(settings.Strained.Count > 0 || settings.Movements.Length == 0 ? CoarseTolerance : CoarsestTolerance, cancellation) ? posterior : null;
    }

    /// <summary>Settles to the last digit that matters. False when digits run out.</summary>
    public bool TryFinish(CancellationToken cancellation) => TryPropagate(MeanTolerance, cancellation);

    /// <summary>Propagates again, from the sites there are, where nothing but the expected steps has changed. False where more has, or digits run out.</summary>
    public bool TryRefit(FactorSettings settings, CancellationToken cancellation)
    {
        if (settings with { Movements = _settings.Movements } != _settings) return false;
        _settings = settings;
        _factors.SetMovements(settings.Movements);
        return TryPropagate(CoarseTolerance, cancellation);
    }

    /// <summary>Mean of each state.</summary>
    public double[] StateMeans() => StateMeans(_mean);

    /// <summary>Each state where the coordinates have these values.</summary>
    internal double[] StateMeans(double[] coordinates)
    {
        var means = new double[_factors.States];
        for (var state = 0; state < means.Length; state++) means[state] = _factors.FormMean(_factors.All[state], coordinates) + _factors.All[state].Offset;
        return means;
    }

    public double MeanOf(int state) => _factors.FormMean(_factors.All[state], _mean) + _factors.All[state].Offset;

    public double DeviationOf(int state) => Math.Sqrt(Math.Max(0, _factors.FormVariance(_factors.All[state], _covariance)));

    public Marginal MarginalOf(int state) => (_marginals ??= new ChainMarginals(this)).Of(state);

    /// <remarks>What nobody claims is cheap to tell on a chain, so that no bound is needed.</remarks>
    public double OwnShareOf(int state) => 0;

    public (double Prior, double Bounds) UnclaimedShareOf(int state) => (_shares ??= new ChainShares(this)).UnclaimedOf(state);

    public List<FactorShare> SharesOf(int state) => (_shares ??= new ChainShares(this)).Of(state);

    /// <summary>Shared errors that lie this far from 0.</summary>
    public List<StrainedError>? ErrorsBeyond(double deviations) => _factors.ErrorsBeyond(deviations, _mean);

    public IStateTies Ties(in Targets targets) => new ChainTies(this, targets);

    /// <summary>The precision matrix and shifts of all factors, those of one origin multiplied.</summary>
    internal void Assemble(double[] precision, double[] shift, Origin origin, double multiple)
    {
        Array.Clear(precision);
        Array.Clear(shift);
        foreach (ref readonly var factor in _factors.All.AsSpan()) AddSite(factor, factor.Origin == origin ? multiple : 1, precision, shift);
    }

    private void AddSite(in ChainFactor factor, double multiple, double[] precision, double[] shift)
    {
        if (factor.Precision != 0) AddPairs(factor, multiple * factor.Precision, precision);
        if (factor.Shift != 0) AddForm(factor, multiple * factor.Shift, shift);
    }

    internal void AddPairs(in ChainFactor factor, double multiple, double[] precision)
    {
        var end = factor.FirstPair + (factor.Count * (factor.Count + 1) / 2);
        for (var pair = factor.FirstPair; pair < end; pair++) precision[_factors.Pairs[pair]] += multiple * _factors.Weights[pair];
    }

    internal void AddForm(in ChainFactor factor, double multiple, Span<double> shift)
    {
        for (var i = factor.First; i < factor.First + factor.Count; i++) shift[_factors.Coordinates[i]] += multiple * _factors.Coefficients[i];
    }

    private bool TryPropagate(double tolerance, CancellationToken cancellation)
    {
        _sweep.Start(tolerance);
        Array.Clear(_base);
        Array.Clear(_baseShift);
        foreach (ref readonly var factor in _factors.All.AsSpan())
        {
            if (factor.Shape.IsNormal) AddSite(factor, 1, _base, _baseShift);
        }

        if (!TrySolve()) return false;
        Converged = _sweep.IsEmpty;
        for (var round = 0; round < MostRounds && !Converged; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            Converged = _sweep.Update(_mean, _covariance, out var hasMoved);
            if (hasMoved && !TrySolve()) return false;
        }

        return true;
    }

    private bool TrySolve()
    {
        Array.Copy(_base, _lower, _base.Length);
        Array.Copy(_baseShift, _mean, _baseShift.Length);
        foreach (var number in _sweep.Sites) AddSite(_factors.All[number], 1, _lower, _mean);
        if (!ArrowCholesky.TryFactor(_layout, _lower)) return false;
        ArrowCholesky.Solve(_layout, _lower, _mean);
        ArrowCholesky.Invert(_layout, _lower, _covariance);
        return true;
    }
}
