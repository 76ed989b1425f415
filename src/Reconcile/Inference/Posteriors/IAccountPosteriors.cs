using Reconcile.Inference.Factors;

namespace Reconcile.Inference.Posteriors;

/// <summary>Makes the posteriors of the accounts of one component.</summary>
internal interface IAccountPosteriors
{
    /// <summary>Up to how many combinations of accounts a mixture has where a posterior is cheap (convention).</summary>
    const int MostMixed = 64;

    /// <summary>Whether several threads may ask one posterior at once.</summary>
    bool AreThreadSafe { get; }

    /// <summary>Up to how many combinations of accounts are worth a posterior each; beyond it one dispute is switched at a time.</summary>
    int MostCombinations { get; }

    /// <summary>What one posterior costs, in nodes of a tree that are passed once; rounds that need several are not counted.</summary>
    long Cost { get; }

    /// <summary>The posterior when these claims hold. Once that of the leading account has been made, several threads may ask for others at once.</summary>
    IAccountPosterior Of(bool[] accepted, StateScales scales, CancellationToken cancellation);
}
