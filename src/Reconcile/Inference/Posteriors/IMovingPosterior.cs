using Reconcile.Inference.Factors;
using Reconcile.Modelling;

namespace Reconcile.Inference.Posteriors;

/// <summary>A form of states that is to have a certain value.</summary>
/// <param name="Form">The form.</param>
/// <param name="Value">Its value.</param>
internal readonly record struct Tie(Form Form, double Value)
{
    /// <summary>The precision of a claim that has an error of its own: 1/τ + m²/π is its variance.</summary>
    /// <param name="precision">τ, that of the claim where the error is known.</param>
    /// <param name="size">m, what the error multiplies.</param>
    /// <param name="known">π, the precision of what is known of the error beforehand.</param>
    public static double Apart(double precision, double size, double known) => precision / (1 + (size * size * precision / known));
}

/// <summary>What a state is drawn to, as by a claim.</summary>
/// <param name="State">The state.</param>
/// <param name="Value">The value.</param>
/// <param name="Precision">How firmly.</param>
internal readonly record struct Target(int State, double Value, double Precision);

/// <summary>What best values are drawn to.</summary>
/// <param name="Drawn">The states that are drawn.</param>
/// <param name="Kept">Forms of states that stay where they are meanwhile: a sum that claims tell is not moved by parts of which nobody speaks.</param>
internal readonly record struct Targets(IReadOnlyList<Target> Drawn, IReadOnlyList<Form> Kept)
{
    /// <summary>How much more is known of a form that is kept than without that.</summary>
    public const double Firmness = 1e6;

    /// <summary>What is left of the precision of steps that yield to ties (convention).</summary>
    private const double OfYielding = 1e-4;

    private static readonly HashSet<int> None = [];

    /// <summary>The states whose steps from the day before give way before claims do: those of stocks that nobody counts.</summary>
    public IReadOnlySet<int> Yielding { get; init; } = None;

    /// <summary>How much of its precision a factor keeps where ties pull.</summary>
    public double PartOf(Origin origin, int number) => origin == Origin.Movement && Yielding.Contains(number) ? OfYielding : 1;
}

/// <summary>Means under ties.</summary>
/// <param name="Means">The mean of each state.</param>
/// <param name="Pulls">How hard each tie pulls its form upwards, in standard deviations of the form; below 0: downwards.</param>
internal readonly record struct TiedMeans(double[] Means, double[] Pulls);

/// <summary>The means of all states if, besides, some forms had certain values.</summary>
internal interface IStateTies
{
    /// <summary>The means without ties.</summary>
    double[] Means { get; }

    /// <summary>The means with ties; those without where these are beyond the digits of a double.</summary>
    TiedMeans With(IReadOnlyList<Tie> ties);
}

/// <summary>What an account says of states among which there are totals on several days.</summary>
internal interface IMovingPosterior : IAccountPosterior
{
    /// <summary>
    /// Means that shared errors have moved already yield to ties as if each claim had its error to itself: else many equal days would be explained by a shared error that nobody observed,
    /// with all states near 0. Were that error known instead, a source that speaks on two days would count several times as much as one that speaks once.
    /// </summary>
    /// <param name="targets">What some states are drawn to besides.</param>
    IStateTies Ties(in Targets targets);
}
