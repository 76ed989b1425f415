using Reconcile.Inference.Factors;

namespace Reconcile.Inference.Posteriors;

/// <summary>Makes the posteriors of the accounts of one component.</summary>
internal interface IAccountPosteriors
{
    /// <summary>The posterior when these claims hold.</summary>
    IAccountPosterior Of(bool[] accepted, StateScales scales, CancellationToken cancellation);
}
