using Reconcile.Inference.Marginals;

namespace Reconcile.Inference.Posteriors;

/// <summary>What an account says of the states of its component.</summary>
internal interface IAccountPosterior
{
    /// <summary>Whether expectation propagation converged.</summary>
    bool Converged { get; }

    /// <summary>Mean in the normal approximation; relations hold between means.</summary>
    double MeanOf(int state);

    /// <summary>Standard deviation in the normal approximation.</summary>
    double DeviationOf(int state);

    /// <summary>The distribution, corrected for skew.</summary>
    Marginal MarginalOf(int state);

    /// <summary>The share that claims on the state itself have in the information on it, as far as it is known without a walk; never too much.</summary>
    double OwnShareOf(int state);

    /// <summary>The shares of the prior, and of the bounds of quantities, in the information on a state.</summary>
    (double Prior, double Bounds) UnclaimedShareOf(int state);

    /// <summary>Influences of claims, relations, bounds and prior; they add up to 1, or are empty where the relations alone fix the state.</summary>
    List<FactorShare> SharesOf(int state);
}
