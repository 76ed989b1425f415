using System.Globalization;
using Reconcile.Mathematics;

namespace Reconcile.RuleBooks;

/// <summary>The weighted mean with a scale factor: see <see cref="RuleBook.WeightedMean"/>.</summary>
internal sealed class WeightedMeanRule : IRuleBook
{
    /// <summary>Beyond it the scale says only that the errors were no errors.</summary>
    private const double LargestScale = 1000;

    public string Name => "weighted-mean";

    public RuleBookFigure Apply(StatedQuantity stated)
    {
        if (Measured.Of(stated) is not { } measured) return Worded.NothingFrom(stated);
        var mean = ScaledMean.Of(measured.Values, measured.StandardErrors);
        return measured.Figure(mean.Value, mean.StandardError, stated.Level, mean.Scale > LargestScale ? $"S over {LargestScale.ToString("#,0", CultureInfo.InvariantCulture)}" : "S = " + mean.Scale.ToString("0.0", CultureInfo.InvariantCulture));
    }
}
