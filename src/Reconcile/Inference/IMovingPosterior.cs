using Reconcile.Modelling;

namespace Reconcile.Inference;

/// <summary>A form of states that is to have a certain value.</summary>
internal readonly record struct Tie(Form Form, double Value);

/// <summary>What an account says of states among which there are totals on several days.</summary>
internal interface IMovingPosterior : IAccountPosterior
{
    /// <summary>
    /// The means of all states if, besides, some forms had certain values and the shared errors were what they are: else many equal days would be explained by errors that nobody
    /// observed, with all states near 0.
    /// </summary>
    double[] MeansWith(IReadOnlyList<Tie> ties);
}
