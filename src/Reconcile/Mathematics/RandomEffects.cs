namespace Reconcile.Mathematics;

/// <summary>
/// The mean of measurements that differ by more than their errors: x = μ + u + e with u ~ N(0, τ²) and e ~ N(0, v), v known, τ² by restricted maximum
/// likelihood (REML).
/// </summary>
/// <remarks>
/// The model is that of DerSimonian, R. and Laird, N. (1986), Meta-analysis in clinical trials, Controlled Clinical Trials 7, 177–188; the estimator that of
/// Viechtbauer, W. (2005), Bias and efficiency of meta-analytic variance estimators in the random-effects model, Journal of Educational and Behavioral
/// Statistics 30, 261–293. With w = 1/(v + τ²) and μ = Σwx/Σw the restricted log-likelihood is
/// ℓ(τ²) = −½ (Σ ln(v + τ²) + ln Σw + Σw(x − μ)²), and Fisher scoring steps by
/// (Σw²(x − μ)² − tr P) / tr PP, P = W − ww'/Σw, W = diag(w).
/// ℓ may have several maxima, so τ² = 0, a quarter of the least v and from there every factor of 4 up to the square of the span of the values are looked at: beyond
/// that ℓ only falls, as each term of the score is at most its part of tr P. Wherever ℓ rises at one point and falls at the next, a maximum lies between
/// them and is found by scoring, kept between them, every third step halving the distance: so it always ends, when a step is under 1e-13 of τ² or after 200. The
/// highest of them and of ℓ(0) is taken, the smallest τ² of equal ones.
/// </remarks>
/// <param name="Value">μ, in the unit of the measurements.</param>
/// <param name="StandardError">(Σw)^(−1/2), above 0.</param>
/// <param name="Between">τ², 0 or more; 0 for a single measurement.</param>
internal readonly record struct RandomEffects(double Value, double StandardError, double Between)
{
    private const double ScanFactor = 4;
    private const int MostSteps = 200;
    private const double StepTolerance = 1e-13;

    /// <param name="values">The measurements, one or more, finite.</param>
    /// <param name="variances">Their known variances v, above 0 and finite.</param>
    public static RandomEffects Of(ReadOnlySpan<double> values, ReadOnlySpan<double> variances)
    {
        var likelihood = new RestrictedLikelihood(values, variances);
        var between = values.Length == 1 ? 0 : Likeliest(likelihood);
        var (mean, weights) = likelihood.Mean(between);
        return new RandomEffects(mean, 1 / Math.Sqrt(weights), between);
    }

    private static double Likeliest(RestrictedLikelihood likelihood)
    {
        var (best, height) = (0.0, likelihood.At(0));
        var (low, rises) = (0.0, likelihood.ScoringStep(0) > 0);
        for (var high = likelihood.LeastVariance / ScanFactor; low < likelihood.SquaredSpan; high *= ScanFactor)
        {
            var stillRises = likelihood.ScoringStep(high) > 0;
            if (rises && !stillRises)
            {
                var maximum = MaximumBetween(likelihood, low, high);
                var there = likelihood.At(maximum);
                if (there > height) (best, height) = (maximum, there);
            }

            (low, rises) = (high, stillRises);
        }

        return best;
    }

    /// <summary>Where ℓ turns from rising at <paramref name="low"/> to falling at <paramref name="high"/>.</summary>
    private static double MaximumBetween(RestrictedLikelihood likelihood, double low, double high)
    {
        var between = (low + high) / 2;
        for (var i = 1; i <= MostSteps; i++)
        {
            var step = likelihood.ScoringStep(between);
            if (step > 0) low = between;
            else high = between;
            var next = between + step;
            if (i % 3 == 0 || !(low < next && next < high)) next = (low + high) / 2;
            var moved = Math.Abs(next - between);
            between = next;
            if (moved <= StepTolerance * between) break;
        }

        return between;
    }
}
