using System.Globalization;

namespace Reconcile.Tests.MonteCarlo;

/// <summary>What the engine says of one quantity beside what was sampled; errors in standard deviations of the quantity.</summary>
internal sealed record Comparison(string Name, double? Estimated, double? EstimatedLow, double? EstimatedHigh, Summary Sampled)
{
    public double Best => Math.Abs(Estimated!.Value - Sampled.Mean) / Sampled.Sd;

    public double Low => Math.Abs(EstimatedLow!.Value - Sampled.Low) / Sampled.Sd;

    public double High => Math.Abs(EstimatedHigh!.Value - Sampled.High) / Sampled.Sd;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name}: best {Estimated:F2} ({Sampled.Mean:F2}), low {EstimatedLow:F2} ({Sampled.Low:F2}), high {EstimatedHigh:F2} ({Sampled.High:F2}), sd {Sampled.Sd:F2}");
}
