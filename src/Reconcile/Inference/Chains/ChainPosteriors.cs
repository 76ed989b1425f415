using Reconcile.Inference.Factors;
using Reconcile.Inference.Posteriors;
using Reconcile.Inference.Spaces;
using Reconcile.Mathematics;
using Reconcile.Modelling;

namespace Reconcile.Inference.Chains;

/// <summary>Makes posteriors of large dated components, in time that grows with the number of days.</summary>
internal sealed class ChainPosteriors : IAccountPosteriors
{
    /// <summary>Up to this number of states dense matrices are as fast.</summary>
    private const int MostDenseStates = 60;

    /// <summary>More coordinates that meet all days than this are refused: the work grows with their square, for each day (convention).</summary>
    private const int MostBorder = 256;

    /// <summary>More shared errors than this would cost more than they tell; then each claim has its error to itself.</summary>
    private const int MostSharedErrors = 64;

    /// <summary>Up to so many combinations of accounts are mixed: each is dear.</summary>
    private const int MostChained = 4;

    /// <summary>A state costs as much as so many nodes of a tree.</summary>
    private const long NodesInState = 15;

    private readonly PosteriorRounds _rounds;
    private readonly ChainSpace _space;

    /// <summary>What came out of the leading account, by stage.</summary>
    private readonly ChainFactors?[] _leading = new ChainFactors?[3];
    private bool _hasLeading;

    private ChainPosteriors(Component component, UncountedParts uncounted, IReadOnlyList<ImpliedEquation> implied)
    {
        _rounds = new PosteriorRounds(component);
        _space = new ChainSpace(component, uncounted, implied);
    }

    /// <summary>Null when the component is small, or nothing moves.</summary>
    public static ChainPosteriors? TryCreate(Component component, UncountedParts uncounted, IReadOnlyList<ImpliedEquation> implied, int mostDenseStates = MostDenseStates) =>
        component.Courses.Length > 0 && component.States.Length > mostDenseStates ? new ChainPosteriors(component, uncounted, implied) : null;

    public bool AreThreadSafe => false;

    public int MostCombinations => MostChained;

    public long Cost => NodesInState * _space.Component.States.Length;

    /// <remarks>The first account is taken to be the leading one: the others begin with the sites that came out of it, stage by stage.</remarks>
    public IAccountPosterior Of(bool[] accepted, StateScales scales, CancellationToken cancellation)
    {
        var posterior = _rounds.Settle<ChainPosterior>(
            accepted,
            scales,
            (claims, settings, before) => before?.TryRefit(settings, cancellation) == true ? before : Run(claims, settings, before, cancellation),
            static posterior => posterior.StateMeans(),
            static (posterior, deviations) => posterior.ErrorsBeyond(deviations),
            static posterior => posterior.Converged);
        if (!posterior.TryFinish(cancellation)) throw new NumericalLimitException("What was solved before can be solved again.");
        _hasLeading = true;
        return posterior;
    }

    private ChainPosterior Run(bool[] accepted, FactorSettings settings, ChainPosterior? before, CancellationToken cancellation)
    {
        var stage = StageOf(settings);
        var start = before is not null && StageOf(before.Settings) == stage ? before.Factors : _leading[stage] ?? before?.Factors;
        var posterior = settings.WithinDigits(finer =>
        {
            var factors = new ChainFactors(_space, accepted, finer);
            if (factors.SharedErrors > MostSharedErrors) factors = new ChainFactors(_space, accepted, finer with { FoldErrors = true });
            if (factors.Layout.Border > MostBorder) throw new SizeLimitException("Too much meets all days of a component.");
            if (start is not null) factors.StartFrom(start);
            return ChainPosterior.Run(factors, settings, cancellation);
        });
        if (!_hasLeading) _leading[stage] = posterior.Factors;
        return posterior;
    }

    /// <summary>With shared errors, without, and where some figures are known to contradict each other.</summary>
    private static int StageOf(FactorSettings settings) => settings.FoldErrors ? 1 : settings.Strained.Count > 0 ? 2 : 0;
}
