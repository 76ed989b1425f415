namespace Reconcile.Mathematics;

/// <summary>The restricted log-likelihood of the variance between measurements, and its scoring step; see <see cref="RandomEffects"/> for the formulas.</summary>
/// <remarks>Differences that would cancel are never formed: values are measured from the most precise one, and 1 − p is the sum of the other weights' shares p.</remarks>
internal sealed class RestrictedLikelihood
{
    private readonly double _centre;
    private readonly double[] _values;
    private readonly double[] _variances;
    private readonly double[] _weights;
    private readonly double[] _others;

    /// <param name="values">The measurements, one or more, finite.</param>
    /// <param name="variances">Their known variances, above 0 and finite.</param>
    public RestrictedLikelihood(ReadOnlySpan<double> values, ReadOnlySpan<double> variances)
    {
        _variances = variances.ToArray();
        _weights = new double[_variances.Length];
        _others = new double[_variances.Length];
        LeastVariance = _variances.Min();
        _centre = values[Array.IndexOf(_variances, LeastVariance)];
        _values = values.ToArray();
        for (var i = 0; i < _values.Length; i++) _values[i] -= _centre;
        var span = _values.Max() - _values.Min();
        SquaredSpan = span * span;
    }

    /// <summary>The smallest of the known variances, above 0.</summary>
    public double LeastVariance { get; }

    /// <summary>The square of the distance between the least and the greatest value.</summary>
    public double SquaredSpan { get; }

    /// <summary>μ and Σw at τ².</summary>
    public (double Value, double Weights) Mean(double between)
    {
        var (mean, weights) = Weigh(between);
        return (_centre + mean, weights);
    }

    /// <summary>ℓ(τ²), up to a constant.</summary>
    public double At(double between)
    {
        var (mean, weights) = Weigh(between);
        var sum = Math.Log(weights);
        for (var i = 0; i < _values.Length; i++)
        {
            var residual = _values[i] - mean;
            sum += (_weights[i] * residual * residual) - Math.Log(_weights[i]);
        }

        return -sum / 2;
    }

    /// <summary>The score over the expected information: (Σw²(x − μ)² − tr P) / tr PP.</summary>
    public double ScoringStep(double between)
    {
        var (mean, weights) = Weigh(between);
        ShareOthers(weights);
        double score = 0, information = 0, before = 0;
        for (var i = 0; i < _values.Length; i++)
        {
            var (weight, residual, others) = (_weights[i], _values[i] - mean, _others[i]);
            score += (weight * weight * residual * residual) - (weight * others);

            // tr PP = Σ (w (1 − p))² + 2 Σ over pairs of w p · w p, with p = w/Σw.
            var shared = weight * weight / weights;
            information += (weight * others * weight * others) + (2 * shared * before);
            before += shared;
        }

        return score / information;
    }

    private (double Mean, double Weights) Weigh(double between)
    {
        double weights = 0, weighted = 0;
        for (var i = 0; i < _values.Length; i++)
        {
            _weights[i] = 1 / (_variances[i] + between);
            weights += _weights[i];
            weighted += _weights[i] * _values[i];
        }

        return (weighted / weights, weights);
    }

    /// <summary>1 − p of each, added up from both sides.</summary>
    private void ShareOthers(double weights)
    {
        double sum = 0;
        for (var i = 0; i < _weights.Length; i++)
        {
            _others[i] = sum;
            sum += _weights[i];
        }

        sum = 0;
        for (var i = _weights.Length - 1; i >= 0; i--)
        {
            _others[i] = (_others[i] + sum) / weights;
            sum += _weights[i];
        }
    }
}
