using Reconcile.Mathematics;
using Reconcile.Modelling;

namespace Reconcile.Inference;

/// <summary>Makes the posteriors of the accounts of one component.</summary>
internal interface IAccountPosteriors
{
    /// <summary>The posterior when these claims hold.</summary>
    IAccountPosterior Of(bool[] accepted, StateScales scales, CancellationToken cancellation);
}

/// <summary>Makes dense posteriors: any relations and claims, cubic in the number of states.</summary>
/// <param name="component">The component.</param>
/// <param name="uncounted">Parts that share what is left.</param>
/// <param name="implied">Equations that the inequalities imply.</param>
internal sealed class DensePosteriors(Component component, UncountedParts uncounted, IReadOnlyList<ImpliedEquation> implied) : IAccountPosteriors
{
    /// <summary>The work grows with the cube of the states: beyond this number nobody would wait for it.</summary>
    private const int MostStates = 2000;

    private const int MostRounds = 8;

    /// <summary>So often the expected rise of totals is fitted again to what came out (design convention).</summary>
    public const int MostRefits = 5;

    private const int RefitsFromLeading = 1;

    private Movement[]? _fitted;

    private const double CoarseResolution = 1e-5;
    private const double CoarsestResolution = 1e-3;

    /// <summary>A shared error further from 0 than this many of its standard deviations tells of figures that contradict each other.</summary>
    public const double MostError = 1.5;

    private readonly Component _component = component;
    private readonly ReducedSpace _space = component.States.Length <= MostStates
        ? ReducedSpace.Of(component, uncounted, implied)
        : throw new SizeLimitException("Too many states for dense matrices.");

    public IAccountPosterior Of(bool[] accepted, StateScales scales, CancellationToken cancellation) => new DensePosterior(_space, Propagate(accepted, scales, cancellation));

    /// <summary>One round where nothing depends on the answer itself; more where shares or the errors of contradicting figures need its size.</summary>
    private Posterior Propagate(bool[] accepted, StateScales scales, CancellationToken cancellation)
    {
        var settings = FactorSettings.First(scales, Movements.Of(_component, accepted, [], _fitted));
        var posterior = Run(accepted, settings, cancellation);
        if (posterior.Factors.GroupsBeyond(MostError, posterior) is { Count: > 0 } beyond)
        {
            var strained = beyond.ToHashSet();
            var independent = Run(accepted, settings with { FoldErrors = true }, cancellation);
            settings = settings with { Point = PointOf(independent), Strained = strained };
            posterior = Run(accepted, settings, cancellation);
        }

        // What other accounts say of the rise is near to what the leading one, which comes first, has shown.
        var refits = _fitted is null ? MostRefits : RefitsFromLeading;
        for (var refit = 0; refit < refits && settings.Movements.Length > 0 && posterior.Converged; refit++)
        {
            var movements = Movements.Of(_component, accepted, PointOf(posterior));
            if (Movements.AreClose(settings.Movements, movements)) break;
            settings = settings with { Movements = movements };
            posterior = Run(accepted, settings, cancellation);
        }

        _fitted ??= settings.Movements;
        if (!Array.Exists(_component.Claims, claim => claim.IsShare)) return posterior;
        for (var round = 0; round < MostRounds; round++)
        {
            var point = PointOf(posterior);
            if (settings.Point is { } last && IsClose(last, point)) break;
            settings = settings with { Point = point };
            posterior = Run(accepted, settings, cancellation);
        }

        return posterior;
    }

    /// <summary>With fine digits if doubles have them; else coarser, then with one scale for all states.</summary>
    private Posterior Run(bool[] accepted, FactorSettings settings, CancellationToken cancellation)
    {
        foreach (var isEven in (ReadOnlySpan<bool>)[false, true])
        {
            var scales = isEven ? settings.Scales.Even() : settings.Scales;
            foreach (var resolution in (ReadOnlySpan<double>)[settings.Resolution, CoarseResolution, CoarsestResolution])
            {
                var factors = new FactorSet(_space, accepted, settings with { Scales = scales, Resolution = resolution });
                if (ExpectationPropagation.Run(factors, cancellation) is { } posterior) return posterior;
            }
        }

        throw new NumericalLimitException("The figures of one component are too far apart in scale.");
    }

    private double[] PointOf(Posterior posterior)
    {
        var point = new double[_component.States.Length];
        for (var state = 0; state < point.Length; state++) point[state] = posterior.MeanOf(posterior.Factors.DirectionOf(state)) + _space.Offset(state);
        return point;
    }

    private static bool IsClose(double[] a, double[] b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            if (Math.Abs(a[i] - b[i]) > 1e-9 * (Math.Abs(a[i]) + Math.Abs(b[i]))) return false;
        }

        return true;
    }
}
