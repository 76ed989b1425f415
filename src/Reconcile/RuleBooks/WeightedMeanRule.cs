using System.Globalization;
using Reconcile.Figures;
using Reconcile.Mathematics;

namespace Reconcile.RuleBooks;

/// <summary>The weighted mean with a scale factor: see <see cref="RuleBook.WeightedMean"/>.</summary>
internal sealed class WeightedMeanRule : IRuleBook
{
    public string Name => "weighted-mean";

    public RuleBookFigure Apply(StatedQuantity stated)
    {
        if (Measured.Of(stated) is not { } measured) return Worded.NothingFrom(stated);
        var mean = ScaledMean.Of(measured.Values, measured.StandardErrors);
        var half = NormalQuantile.Deviations(stated.Level) * mean.StandardError;
        return new RuleBookFigure
        {
            Best = mean.Value,
            Low = mean.Value - half,
            High = mean.Value + half,
            Because = $"standard error {Worded.Short(mean.StandardError)}, S = {mean.Scale.ToString("0.0", CultureInfo.InvariantCulture)}, of {measured.Counted}",
            Claims = measured.Claims,
        };
    }
}
