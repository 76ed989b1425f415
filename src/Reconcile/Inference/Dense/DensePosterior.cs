using Reconcile.Inference.Marginals;
using Reconcile.Inference.Posteriors;
using Reconcile.Inference.Spaces;
using Reconcile.Mathematics;

namespace Reconcile.Inference.Dense;

/// <summary>The posterior of an account over dense matrices: any relations, up to some hundred states.</summary>
internal sealed class DensePosterior : IMovingPosterior
{
    private readonly ReducedSpace _space;
    private readonly DenseNormal _posterior;
    private readonly DenseMarginals _marginals;
    private readonly double[] _means;
    private readonly double[] _deviations;

    public DensePosterior(ReducedSpace space, DenseNormal posterior)
    {
        _space = space;
        _posterior = posterior;
        _marginals = new DenseMarginals(posterior);
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

    public (double Prior, double Bounds) UnclaimedShareOf(int state) => DenseShares.UnclaimedOf(_posterior, state);

    public List<FactorShare> SharesOf(int state) => DenseShares.Of(_posterior, state);

    public IStateTies Ties(in Targets targets) => new DenseTies(_space, _posterior, _means, targets);
}
