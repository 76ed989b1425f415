using Reconcile.Inference.Factors;
using Reconcile.Inference.Posteriors;
using Reconcile.Inference.Spaces;
using Reconcile.Mathematics;
using Reconcile.Modelling;

namespace Reconcile.Inference.Dense;

/// <summary>Makes dense posteriors: any relations and claims, cubic in the number of states.</summary>
/// <param name="component">The component.</param>
/// <param name="uncounted">Parts that share what is left.</param>
/// <param name="implied">Equations that the inequalities imply.</param>
internal sealed class DensePosteriors(Component component, UncountedParts uncounted, IReadOnlyList<ImpliedEquation> implied) : IAccountPosteriors
{
    /// <summary>The work grows with the cube of the states: beyond this number nobody would wait for it.</summary>
    private const int MostStates = 2000;

    /// <summary>A posterior costs the cube of its states over this many nodes.</summary>
    private const int StatesCubedInNode = 50;

    private readonly Component _component = component;
    private readonly PosteriorRounds _rounds = new(component);
    private readonly ReducedSpace _space = component.States.Length <= MostStates
        ? ReducedSpace.Of(component, uncounted, implied)
        : throw new SizeLimitException("Too many states for dense matrices.");

    public bool AreThreadSafe => false;

    public int MostCombinations => IAccountPosteriors.MostMixed;

    public long Cost => Math.Max(States, States * States * States / StatesCubedInNode);

    private long States => _component.States.Length;

    public IAccountPosterior Of(bool[] accepted, StateScales scales, CancellationToken cancellation) => new DensePosterior(_space, Propagate(accepted, scales, cancellation));

    private DenseNormal Propagate(bool[] accepted, StateScales scales, CancellationToken cancellation) => _rounds.Settle<DenseNormal>(
        accepted,
        scales,
        (claims, settings, _) => Run(claims, settings, cancellation),
        PointOf,
        static (posterior, deviations) => posterior.Factors.ErrorsBeyond(deviations, posterior),
        static posterior => posterior.Converged);

    private DenseNormal Run(bool[] accepted, FactorSettings settings, CancellationToken cancellation) =>
        settings.WithinDigits(settings => ExpectationPropagation.Run(new DenseFactors(_space, accepted, settings), cancellation));

    private double[] PointOf(DenseNormal posterior)
    {
        var point = new double[_component.States.Length];
        for (var state = 0; state < point.Length; state++) point[state] = posterior.MeanOf(posterior.Factors.DirectionOf(state)) + _space.Offset(state);
        return point;
    }
}
