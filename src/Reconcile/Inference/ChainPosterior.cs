using Reconcile.Figures;
using Reconcile.Mathematics;

namespace Reconcile.Inference;

/// <summary>
/// The posterior of an account of a dated component: time is a chain, so each day meets only the days beside it, and what meets all days (shared errors, fixed quantities) borders the
/// chain as an arrow. Expectation propagation with all sites updated at once, each round a block elimination in time linear in the number of days.
/// </summary>
internal sealed class ChainPosterior : IMovingPosterior
{
    /// <summary>All sites move at once, so each moves less far than one by one.</summary>
    private const double Damping = 0.7;

    private const double MeanTolerance = 1e-6;
    private const int MostRounds = 200;

    /// <summary>A half-line whose end lies this many standard deviations below the mean says nothing.</summary>
    private const double FarAway = 9;

    private readonly ChainFactors _factors;
    private readonly ArrowLayout _layout;
    private readonly double[] _base;
    private readonly double[] _baseShift;
    private readonly double[] _lower;
    private readonly double[] _covariance;
    private readonly double[] _mean;
    private readonly int[] _open;
    private readonly (double Precision, double Shift)[] _steps;
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
        var open = new List<int>();
        for (var i = 0; i < factors.All.Length; i++)
        {
            if (!factors.All[i].Shape.IsNormal) open.Add(i);
        }

        _open = [.. open];
        _steps = new (double, double)[_open.Length];
    }

    public bool Converged { get; private set; }

    public int Rounds { get; private set; }

    internal ChainFactors Factors => _factors;

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
        return posterior.TryPropagate(cancellation) ? posterior : null;
    }

    /// <summary>Propagates again, from the sites there are, where nothing but the expected steps has changed. False where more has, or digits run out.</summary>
    public bool TryRefit(FactorSettings settings, CancellationToken cancellation)
    {
        if (settings with { Movements = _settings.Movements } != _settings) return false;
        _settings = settings;
        _factors.SetMovements(settings.Movements);
        return TryPropagate(cancellation);
    }

    /// <summary>Mean of each state.</summary>
    public double[] StateMeans() => StateMeans(_mean);

    /// <summary>Each state where the coordinates have these values.</summary>
    internal double[] StateMeans(double[] coordinates)
    {
        var means = new double[_factors.States];
        for (var state = 0; state < means.Length; state++) means[state] = FormMean(_factors.All[state], coordinates) + _factors.All[state].Offset;
        return means;
    }

    public double MeanOf(int state) => FormMean(_factors.All[state], _mean) + _factors.All[state].Offset;

    public double DeviationOf(int state) => Math.Sqrt(Math.Max(0, FormVariance(_factors.All[state], _covariance)));

    public Marginal MarginalOf(int state) => (_marginals ??= new ChainMarginals(this)).Of(state);

    /// <remarks>What nobody claims is cheap to tell on a chain, so that no bound is needed.</remarks>
    public double OwnShareOf(int state) => 0;

    public (double Prior, double Bounds) UnclaimedShareOf(int state) => (_shares ??= new ChainShares(this)).UnclaimedOf(state);

    public List<FactorShare> SharesOf(int state) => (_shares ??= new ChainShares(this)).Of(state);

    /// <summary>Error groups whose shared error lies this far from 0.</summary>
    public List<int>? StrainedGroups(double deviations) => _factors.GroupsBeyond(deviations, _mean);

    public double[] MeansWith(IReadOnlyList<(int First, int Second)> equal) => new ChainTies(this, equal).Means();

    /// <summary>Mean of the form of a factor, without its offset.</summary>
    internal double FormMean(in ChainFactor factor, ReadOnlySpan<double> mean)
    {
        var sum = 0.0;
        for (var i = factor.First; i < factor.First + factor.Count; i++) sum += _factors.Coefficients[i] * mean[_factors.Coordinates[i]];
        return sum;
    }

    internal double FormVariance(in ChainFactor factor, double[] covariance)
    {
        var pair = factor.FirstPair;
        double sum = 0, mixed = 0;
        var (pairs, weights) = (_factors.Pairs, _factors.Weights);
        for (var i = 0; i < factor.Count; i++)
        {
            for (var j = 0; j < i; j++, pair++) mixed += weights[pair] * covariance[pairs[pair]];
            sum += weights[pair] * covariance[pairs[pair]];
            pair++;
        }

        return sum + (2 * mixed);
    }

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

    private bool TryPropagate(CancellationToken cancellation)
    {
        Array.Clear(_base);
        Array.Clear(_baseShift);
        foreach (ref readonly var factor in _factors.All.AsSpan())
        {
            if (factor.Shape.IsNormal) AddSite(factor, 1, _base, _baseShift);
        }

        if (!TrySolve()) return false;
        Converged = _open.Length == 0;
        for (Rounds = 0; Rounds < MostRounds && !Converged; Rounds++)
        {
            cancellation.ThrowIfCancellationRequested();
            Converged = Update(out var hasMoved);
            if (hasMoved && !TrySolve()) return false;
        }

        return true;
    }

    private bool TrySolve()
    {
        Array.Copy(_base, _lower, _base.Length);
        Array.Copy(_baseShift, _mean, _baseShift.Length);
        foreach (var number in _open) AddSite(_factors.All[number], 1, _lower, _mean);
        if (!ArrowCholesky.TryFactor(_layout, _lower)) return false;
        ArrowCholesky.Solve(_layout, _lower, _mean);
        ArrowCholesky.Invert(_layout, _lower, _covariance);
        return true;
    }

    private bool Update(out bool hasMoved)
    {
        var settled = true;
        hasMoved = false;
        for (var i = 0; i < _steps.Length; i++)
        {
            settled &= TryStep(_factors.All[_open[i]], out _steps[i]);
            hasMoved |= _steps[i] != default;
        }

        for (var i = 0; i < _steps.Length && hasMoved; i++)
        {
            ref var factor = ref _factors.All[_open[i]];
            factor.Precision += _steps[i].Precision;
            factor.Shift += _steps[i].Shift;
        }

        return settled;
    }

    /// <summary>How a site has to change. False when it has not settled yet.</summary>
    private bool TryStep(in ChainFactor factor, out (double Precision, double Shift) step)
    {
        step = default;
        double mean = FormMean(factor, _mean), variance = FormVariance(factor, _covariance);
        if (!(variance > 0)) return false;
        if (factor.Precision == 0 && factor.Shift == 0 && IsFar(factor.Shape, mean + factor.Offset, variance)) return true;
        var cavityPrecision = (1 / variance) - factor.Precision;
        if (!(cavityPrecision > 1e-12 / variance))
        {
            step = (-0.5 * factor.Precision, -0.5 * factor.Shift);
            return false;
        }

        var cavityVariance = 1 / cavityPrecision;
        var cavityMean = cavityVariance * ((mean / variance) - factor.Shift);
        var tilted = ShapeMoments.Tilt(factor.Shape, cavityMean + factor.Offset, cavityVariance);
        if (double.IsNegativeInfinity(tilted.LogMass)) return false;
        var tiltedMean = tilted.Mean - factor.Offset;
        var precision = Math.Max(0, (1 / tilted.Variance) - cavityPrecision);
        var shift = (tiltedMean * (cavityPrecision + precision)) - (cavityMean * cavityPrecision);
        step = (Damping * (precision - factor.Precision), Damping * (shift - factor.Shift));
        return Math.Abs(tiltedMean - mean) < MeanTolerance * Math.Sqrt(variance);
    }

    private static bool IsFar(in Shape shape, double mean, double variance)
    {
        var above = mean - shape.Low;
        return double.IsPositiveInfinity(shape.High) && above > 0 && above * above > FarAway * FarAway * variance;
    }
}
