using Reconcile.Modelling;

namespace Reconcile.Inference;

/// <summary>A form of states that is to have a certain value.</summary>
/// <param name="Form">The form.</param>
/// <param name="Value">Its value.</param>
internal readonly record struct Tie(Form Form, double Value)
{
    /// <summary>The precision of a claim that has an error of its own: 1/τ + m²/π is its variance.</summary>
    /// <param name="precision">τ, that of the claim where the error is known.</param>
    /// <param name="size">m, what the error multiplies.</param>
    /// <param name="known">π, the precision of what is known of the error beforehand; infinite: it keeps its mean.</param>
    public static double Apart(double precision, double size, double known) => precision / (1 + (size * size * precision / known));
}

/// <summary>What an account says of states among which there are totals on several days.</summary>
internal interface IMovingPosterior : IAccountPosterior
{
    /// <summary>
    /// The means of all states if, besides, some forms had certain values and the errors that several claims repeat were what they are: else many equal days would be explained by errors
    /// that nobody observed, with all states near 0. The bias of a leaning source is no such error: were it known, a figure that says next to nothing would be as firm as any.
    /// </summary>
    double[] MeansWith(IReadOnlyList<Tie> ties);
}
