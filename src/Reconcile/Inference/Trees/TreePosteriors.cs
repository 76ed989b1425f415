using Reconcile.Consistency;
using Reconcile.Inference.Factors;
using Reconcile.Inference.Posteriors;
using Reconcile.Modelling;

namespace Reconcile.Inference.Trees;

/// <summary>Makes posteriors of large components without circles, in time that grows with their size.</summary>
internal sealed class TreePosteriors : IAccountPosteriors
{
    /// <summary>Up to this number of states dense matrices are as fast, and correct skew across states too.</summary>
    private const int MostDenseStates = 100;

    /// <summary>Beyond this number of claims their shared errors may be too many for dense matrices.</summary>
    private const int MostDenseClaims = 400;

    /// <summary>More shared errors than this would cost more than they tell; then each claim has its error to itself.</summary>
    private const int MostSharedErrors = 64;

    private readonly TreeNetwork _network;
    private readonly UncountedParts _uncounted;

    private TreePosteriors(TreeNetwork network, UncountedParts uncounted)
    {
        _network = network;
        _uncounted = uncounted;
    }

    /// <summary>Null when the component is small, has circles, shares, moving quantities, or sources that lean.</summary>
    /// <param name="component">The component.</param>
    /// <param name="uncounted">Parts of which nobody says anything.</param>
    /// <param name="isTree">Whether it has no circles.</param>
    /// <param name="shape">How its states hang together; null: that is not known.</param>
    /// <param name="mostDenseStates">Up to how many states it is small.</param>
    public static TreePosteriors? TryCreate(Component component, UncountedParts uncounted, bool isTree, TreeShape? shape = null, int mostDenseStates = MostDenseStates) =>
        isTree && component.Courses.Length == 0 && (component.States.Length > mostDenseStates || component.Claims.Length > MostDenseClaims) && component is { HasShares: false, HasLeaningSources: false }
            ? new TreePosteriors(new TreeNetwork(component, shape), uncounted)
            : null;

    public bool AreThreadSafe => true;

    public int MostCombinations => IAccountPosteriors.MostMixed;

    public long Cost => _network.Component.States.Length;

    public IAccountPosterior Of(bool[] accepted, StateScales scales, CancellationToken cancellation)
    {
        var errors = new ErrorGroups(_network.Component, accepted, ErrorParts.None);
        var isFolded = errors.SharedByMany > MostSharedErrors;
        return new PosteriorRounds(_network.Component).Settle<TreePosterior>(
            accepted,
            scales,
            (claims, settings, _) => TreePosterior.Run(_network, _uncounted, claims, errors, isFolded ? settings with { FoldErrors = true } : settings, cancellation),
            static posterior => posterior.States,
            static (posterior, deviations) => posterior.ErrorsBeyond(deviations),
            static posterior => posterior.Converged);
    }
}
