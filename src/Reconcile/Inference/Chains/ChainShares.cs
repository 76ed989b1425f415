using Reconcile.Inference.Factors;
using Reconcile.Inference.Posteriors;
using Reconcile.Mathematics;

namespace Reconcile.Inference.Chains;

/// <summary>Who knows what of the states of a chain.</summary>
internal sealed class ChainShares
{
    /// <summary>By how much the precision of some factors is raised to see what depends on them.</summary>
    private const double Raise = 1e-3;

    private readonly ChainPosterior _posterior;
    private readonly ArrowLayout _layout;
    private double[]? _priors;
    private double[]? _bounds;

    public ChainShares(ChainPosterior posterior)
    {
        _posterior = posterior;
        _layout = posterior.Factors.Layout;
    }

    /// <summary>The shares of the prior and of the bounds of quantities in the information on a state.</summary>
    /// <remarks>
    /// The share of a factor of precision τ, τ (e_qᵀ Σ g)² / Σ_qq, is by how much of itself Σ_qq falls when τ is raised by a small share of itself: one more elimination tells it for all states at once.
    /// </remarks>
    public (double Prior, double Bounds) UnclaimedOf(int state) =>
        ((_priors ??= SharesOf(Origin.Prior))[state], (_bounds ??= SharesOf(Origin.Bound))[state]);

    /// <summary>The shares of claims, relations, bounds and prior; empty when the relations alone fix the state.</summary>
    public List<FactorShare> Of(int state)
    {
        var factors = _posterior.Factors;
        var variance = _posterior.Factors.FormVariance(factors.All[state], _posterior.Covariance);
        if (!(variance > 0)) return [];
        var spread = new double[_layout.Size];
        _posterior.AddForm(factors.All[state], 1, spread);
        ArrowCholesky.Solve(_layout, _posterior.Lower, spread);
        var sums = new Dictionary<(Origin, int), double>();
        foreach (ref readonly var factor in factors.All.AsSpan())
        {
            if (factor.Precision <= 0) continue;
            var shared = _posterior.Factors.FormMean(factor, spread);
            if (shared == 0) continue;
            var key = (factor.Origin, factor.Origin == Origin.Prior ? 0 : factor.Number);
            sums[key] = sums.GetValueOrDefault(key) + (factor.Precision * shared * shared / variance);
        }

        return FactorShares.Divided(sums, factors.ClaimsOf);
    }

    private double[] SharesOf(Origin origin)
    {
        var factors = _posterior.Factors;
        var shares = new double[factors.States];
        var lower = new double[_layout.Length];
        _posterior.Assemble(lower, new double[_layout.Size], origin, 1 + Raise);
        if (!ArrowCholesky.TryFactor(_layout, lower)) throw new NumericalLimitException("More precision cannot undo a solution.");
        var covariance = new double[_layout.Length];
        ArrowCholesky.Invert(_layout, lower, covariance);
        for (var state = 0; state < shares.Length; state++)
        {
            var before = _posterior.Factors.FormVariance(factors.All[state], _posterior.Covariance);
            if (before > 0) shares[state] = Math.Max(0, (before / _posterior.Factors.FormVariance(factors.All[state], covariance)) - 1) / Raise;
        }

        return shares;
    }
}
