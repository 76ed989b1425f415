using Reconcile.Mathematics;

namespace Reconcile.Inference.Factors;

/// <summary>How the factors of an account are made, after what earlier rounds have shown.</summary>
/// <param name="Scales">How large each state is.</param>
/// <param name="Movements">What is expected of the steps of totals and stocks.</param>
internal sealed record FactorSettings(StateScales Scales, Movement[] Movements)
{
    /// <summary>A value for each state, from which shares take the size of their denominator; null: unknown yet.</summary>
    public double[]? Point { get; init; }

    /// <summary>Whether every error is folded into the width of its claim, as if it were not shared.</summary>
    public bool FoldErrors { get; init; }

    /// <summary>Over days, error groups whose figures contradict each other, and how much of what the error multiplies is the estimate therefore, 0 to 1.</summary>
    public IReadOnlyDictionary<int, double> Strained { get; init; } = None;

    /// <summary>Smallest standard deviation of a shape, in scales of what the claim speaks of: an exact figure beside a broad prior would exhaust the digits of a double.</summary>
    public double Resolution { get; init; } = 2e-7;

    /// <summary>What sources that say several things say when their own figures are made to fit each other.</summary>
    public OwnFigures Own { get; init; } = OwnFigures.None;

    /// <summary>What of the errors is not shared.</summary>
    public ErrorParts Parts { get; init; } = ErrorParts.None;

    /// <summary>By state, the estimate, which the errors of figures that contradict each other over days multiply.</summary>
    public double[]? Sizes { get; init; }

    /// <summary>Whether sources are taken not to lean.</summary>
    public bool AreHonest { get; init; }

    private static readonly Dictionary<int, double> None = [];

    private const double CoarseResolution = 1e-5;

    private const double CoarsestResolution = 1e-3;

    /// <summary>What comes out with fine digits if doubles have them; else coarser, then with one scale for all states.</summary>
    /// <param name="run">Null where the factors are too far apart in scale for the digits of a double.</param>
    public T WithinDigits<T>(Func<FactorSettings, T?> run)
        where T : class
    {
        foreach (var isEven in (ReadOnlySpan<bool>)[false, true])
        {
            var scales = isEven ? Scales.Even() : Scales;
            foreach (var resolution in (ReadOnlySpan<double>)[Resolution, CoarseResolution, CoarsestResolution])
            {
                if (run(this with { Scales = scales, Resolution = resolution }) is { } result) return result;
            }
        }

        throw new NumericalLimitException("The figures of one component are too far apart in scale.");
    }
}
