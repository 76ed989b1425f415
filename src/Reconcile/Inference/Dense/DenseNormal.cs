using Reconcile.Inference.Factors;
using Reconcile.Mathematics;

namespace Reconcile.Inference.Dense;

/// <summary>The normal approximation of one account: mean and covariance over the coordinates, and the site of each factor that is not normal.</summary>
internal sealed class DenseNormal(DenseFactors factors, double[] mean, double[] covariance, double[] precisions, double[] shifts, bool converged)
{
    public DenseFactors Factors { get; } = factors;

    /// <summary>Mean of the coordinates.</summary>
    public double[] Mean { get; } = mean;

    /// <summary>Covariance of the coordinates, row by row.</summary>
    public double[] Covariance { get; } = covariance;

    /// <summary>τ of the site of each factor that is not normal: site(y) ∝ exp(−½ τ y² + ν y) over y = gᵀz, without the offset.</summary>
    public double[] SitePrecisions { get; } = precisions;

    /// <summary>ν of each site.</summary>
    public double[] SiteShifts { get; } = shifts;

    public bool Converged { get; } = converged;

    /// <summary>Every factor with the τ of its site; a normal one is its own site.</summary>
    public IEnumerable<(Factor Factor, double Precision)> Sites()
    {
        foreach (var factor in Factors.Normals) yield return (factor, 1 / (factor.Shape.LowShoulder * factor.Shape.LowShoulder));
        for (var i = 0; i < Factors.Others.Count; i++) yield return (Factors.Others[i], SitePrecisions[i]);
    }

    /// <summary>Covariance · direction.</summary>
    public void Spread(ReadOnlySpan<double> direction, Span<double> result)
    {
        result.Clear();
        var n = direction.Length;
        for (var j = 0; j < n; j++)
        {
            var coefficient = direction[j];
            if (coefficient == 0) continue;
            Vectors.AddScaled(result[..n], Covariance.AsSpan(j * n, n), coefficient);
        }
    }

    public double MeanOf(ReadOnlySpan<double> direction) => Vectors.Dot(direction, Mean);
}
