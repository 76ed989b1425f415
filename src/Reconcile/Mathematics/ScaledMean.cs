namespace Reconcile.Mathematics;

/// <summary>The mean of measurements weighted by their precision, its error scaled up where they scatter more than their errors allow.</summary>
/// <remarks>
/// Particle Data Group, Review of Particle Physics (Navas, S. et al. 2024, Physical Review D 110, 030001), Introduction, section 5.2.2. With errors δ and
/// weights w = 1/δ²: mean x̄ = Σwx/Σw, δx̄ = (Σw)^(−1/2). The scale factor is S = √(χ²/(N − 1)), never under 1, where χ² = Σw(x − x̄)² and N take in only
/// the measurements with δ ≤ 3 √n δx̄, n the number of all: one with a large error has hardly any weight but could hide a disagreement of the others.
/// </remarks>
/// <param name="Value">x̄, in the unit of the measurements.</param>
/// <param name="StandardError">S δx̄, above 0.</param>
/// <param name="Scale">S, 1 or more.</param>
internal readonly record struct ScaledMean(double Value, double StandardError, double Scale)
{
    /// <summary>Errors longer than this many times √n δx̄ have no part in the scale.</summary>
    private const double LargestError = 3;

    /// <param name="values">The measurements, one or more, finite.</param>
    /// <param name="errors">Their standard deviations, above 0 and finite.</param>
    public static ScaledMean Of(ReadOnlySpan<double> values, ReadOnlySpan<double> errors)
    {
        var centre = values[0];
        double weights = 0, weighted = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var weight = Weight(errors[i]);
            weights += weight;
            weighted += weight * (values[i] - centre);
        }

        var mean = centre + (weighted / weights);
        var error = 1 / Math.Sqrt(weights);
        var scale = ScaleOf(values, errors, mean, LargestError * Math.Sqrt(values.Length) * error);
        return new ScaledMean(mean, scale * error, scale);
    }

    private static double ScaleOf(ReadOnlySpan<double> values, ReadOnlySpan<double> errors, double mean, double largest)
    {
        double squares = 0;
        var counted = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (errors[i] > largest) continue;
            counted++;
            squares += Weight(errors[i]) * (values[i] - mean) * (values[i] - mean);
        }

        return counted < 2 ? 1 : Math.Max(1, Math.Sqrt(squares / (counted - 1)));
    }

    private static double Weight(double error) => 1 / (error * error);
}
