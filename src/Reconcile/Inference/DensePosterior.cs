using Reconcile.Mathematics;
using Reconcile.Modelling;

namespace Reconcile.Inference;

/// <summary>The posterior of an account over dense matrices: any relations, up to some hundred states.</summary>
internal sealed class DensePosterior : IMovingPosterior
{
    private const double Ridge = 1e-12;
    private const int Refinements = 3;

    private readonly ReducedSpace _space;
    private readonly Posterior _posterior;
    private readonly MarginalBuilder _marginals;
    private readonly double[] _means;
    private readonly double[] _deviations;

    public DensePosterior(ReducedSpace space, Posterior posterior)
    {
        _space = space;
        _posterior = posterior;
        _marginals = new MarginalBuilder(posterior);
        _means = new double[space.Component.States.Length];
        _deviations = new double[_means.Length];
        Span<double> spread = posterior.Factors.Dimension <= 64 ? stackalloc double[posterior.Factors.Dimension] : new double[posterior.Factors.Dimension];
        for (var state = 0; state < _means.Length; state++)
        {
            var direction = posterior.Factors.DirectionOf(state);
            posterior.Spread(direction, spread);
            _means[state] = posterior.MeanOf(direction) + space.Offset(state);
            _deviations[state] = Math.Sqrt(Math.Max(0, Vectors.Dot(direction, spread)));
        }
    }

    public bool Converged => _posterior.Converged;

    public double MeanOf(int state) => _means[state];

    public double DeviationOf(int state) => _deviations[state];

    public Marginal MarginalOf(int state) => _marginals.Of(_posterior.Factors.DirectionOf(state), _space.Offset(state));

    public double OwnShareOf(int state) => 0;

    public (double Prior, double Bounds) UnclaimedShareOf(int state) => Influences.UnclaimedOf(_posterior, state);

    public List<FactorShare> SharesOf(int state) => Influences.Of(_posterior, state);

    /// <remarks>A normal with mean m and covariance Σ, given that Dᵀz = r, has the mean m + ΣD (DᵀΣD)⁻¹ (r − Dᵀm). The last rows of D hold the shared errors.</remarks>
    public double[] MeansWith(IReadOnlyList<Tie> ties)
    {
        var n = _posterior.Factors.Dimension;
        var errors = n - _space.Free;
        var count = ties.Count + errors;
        var spreads = new double[count * n];
        var directions = new double[count * n];
        var matrix = new double[count * count];
        for (var i = 0; i < count; i++)
        {
            var direction = directions.AsSpan(i * n, n);
            if (i < ties.Count) AddDirection(ties[i].Form, direction);
            else direction[_space.Free + i - ties.Count] = 1;
            _posterior.Spread(direction, spreads.AsSpan(i * n, n));
        }

        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j <= i; j++) matrix[(i * count) + j] = Vectors.Dot(directions.AsSpan(i * n, n), spreads.AsSpan(j * n, n));
            // Ties that follow from others would leave nothing to divide by.
            matrix[(i * count) + i] *= 1 + Ridge;
        }

        var means = (double[])_means.Clone();
        if (!Cholesky.TryFactor(matrix, count)) return means;
        var missing = new double[count];
        var shift = new double[n];
        var moved = new double[n];
        // Where one tie is far wider than another, the first answer is off by rounding: what it leaves is solved again (iterative refinement).
        for (var round = 0; round < Refinements; round++)
        {
            for (var i = 0; i < ties.Count; i++) missing[i] = ties[i].Value - ties[i].Form.Value(means);
            for (var i = 0; i < errors; i++) missing[ties.Count + i] = -moved[_space.Free + i];
            Cholesky.Solve(matrix, count, missing);
            Array.Clear(shift);
            for (var i = 0; i < count; i++) Vectors.AddScaled(shift, spreads.AsSpan(i * n, n), missing[i]);
            Vectors.AddScaled(moved, shift, 1);
            for (var state = 0; state < means.Length; state++) means[state] += Vectors.Dot(_posterior.Factors.DirectionOf(state), shift);
        }

        return means;
    }

    private void AddDirection(Form form, Span<double> direction)
    {
        for (var i = 0; i < form.States.Length; i++) Vectors.AddScaled(direction, _posterior.Factors.DirectionOf(form.States[i]), form.Coefficients[i]);
    }
}
