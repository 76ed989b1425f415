using System.Buffers;
using System.Runtime.Intrinsics;
using Reconcile.Inference.Factors;
using Reconcile.Inference.Marginals;
using Reconcile.Mathematics;

namespace Reconcile.Inference.Dense;

/// <summary>
/// Expectation propagation (Minka 2001; Rasmussen and Williams 2006, algorithm 3.5) over one-dimensional log-concave factors. Sites are updated in turn
/// with rank-one changes, the whole is rebuilt by Cholesky after each sweep. Deterministic.
/// </summary>
internal sealed class ExpectationPropagation
{
    /// <summary>Share of each site update that is applied (convention).</summary>
    private const double Damping = 0.8;

    /// <summary>Converged when no tilted mean is further than this from its marginal mean, in standard deviations.</summary>
    private const double MeanTolerance = 1e-6;

    private const int MostSweeps = 200;

    /// <summary>The precisions of so many factors have room on the stack.</summary>
    private const int FewNormals = 128;

    private readonly DenseFactors _factors;
    private readonly int _n;
    private readonly double[] _basePrecision;
    private readonly double[] _baseShift;
    private readonly double[] _covariance;
    private readonly double[] _mean;
    private readonly double[] _precisions;
    private readonly double[] _shifts;
    private readonly double[] _spread;
    private readonly double[] _work;
    private bool _hasMoved;

    private ExpectationPropagation(DenseFactors factors)
    {
        _factors = factors;
        _n = factors.Dimension;
        _basePrecision = ArrayPool<double>.Shared.Rent(_n * _n);
        _baseShift = ArrayPool<double>.Shared.Rent(_n);
        _work = ArrayPool<double>.Shared.Rent(_n * _n);
        _spread = ArrayPool<double>.Shared.Rent(_n);
        Array.Clear(_basePrecision, 0, _n * _n);
        Array.Clear(_baseShift, 0, _n);
        _covariance = new double[_n * _n];
        _mean = new double[_n];
        _precisions = new double[factors.Others.Count];
        _shifts = new double[factors.Others.Count];
        var precisions = factors.Normals.Count <= FewNormals ? stackalloc double[factors.Normals.Count] : new double[factors.Normals.Count];
        for (var i = 0; i < precisions.Length; i++)
        {
            var normal = factors.Normals[i];
            precisions[i] = 1 / (normal.Shape.LowShoulder * normal.Shape.LowShoulder);
            Vectors.AddScaled(_baseShift.AsSpan(0, _n), normal.Direction, precisions[i] * (normal.Shape.Low - normal.Offset));
        }

        AddOuter(_basePrecision, factors.Normals, precisions);
    }

    /// <summary>The posterior; null when the factors are too far apart in scale for the digits of a double.</summary>
    public static DenseNormal? Run(DenseFactors factors, CancellationToken cancellation)
    {
        var propagation = new ExpectationPropagation(factors);
        try
        {
            return propagation.Run(cancellation);
        }
        finally
        {
            propagation.ReturnWorkspace();
        }
    }

    private DenseNormal? Run(CancellationToken cancellation)
    {
        if (!Rebuild()) return null;
        var converged = _factors.Others.Count == 0;
        for (var sweep = 0; !converged && sweep < MostSweeps; sweep++)
        {
            cancellation.ThrowIfCancellationRequested();
            converged = Sweep();
            if (_hasMoved && !Rebuild()) return null;
        }

        return new DenseNormal(_factors, _mean, _covariance, _precisions, _shifts, converged);
    }

    private void ReturnWorkspace()
    {
        foreach (var rented in (ReadOnlySpan<double[]>)[_basePrecision, _baseShift, _work, _spread]) ArrayPool<double>.Shared.Return(rented);
    }

    /// <summary>Updates every site once. True when none moved and none had to be skipped.</summary>
    private bool Sweep()
    {
        var settled = true;
        _hasMoved = false;
        for (var i = 0; i < _factors.Others.Count; i++) settled &= Update(i);
        return settled;
    }

    private bool Update(int site)
    {
        var factor = _factors.Others[site];
        SpreadOf(factor.Direction);
        var variance = Vectors.Dot(factor.Direction, _spread.AsSpan(0, _n));
        var mean = Vectors.Dot(factor.Direction, _mean);
        var step = SiteStep.Of(factor.Shape, factor.Offset, mean, variance, (_precisions[site], _shifts[site]), Damping);
        Apply(variance, mean, site, step.Precision, step.Shift);
        return step.Gap < MeanTolerance;
    }

    /// <summary>Adds to a site; covariance and mean follow by the Sherman–Morrison formula. Expects covariance · direction in the workspace.</summary>
    private void Apply(double variance, double mean, int site, double precision, double shift)
    {
        if (precision == 0 && shift == 0) return;
        _hasMoved = true;
        _precisions[site] += precision;
        _shifts[site] += shift;
        var denominator = 1 + (precision * variance);
        var factor = precision / denominator;
        for (var i = 0; i < _n; i++)
        {
            var scaled = factor * _spread[i];
            if (scaled == 0) continue;
            Vectors.AddScaled(_covariance.AsSpan(i * _n, _n), _spread.AsSpan(0, _n), -scaled);
        }

        var step = (shift - (precision * mean)) / denominator;
        Vectors.AddScaled(_mean, _spread.AsSpan(0, _n), step);
    }

    private void SpreadOf(double[] direction)
    {
        Array.Clear(_spread, 0, _n);
        for (var j = 0; j < _n; j++)
        {
            if (direction[j] == 0) continue;
            Vectors.AddScaled(_spread.AsSpan(0, _n), _covariance.AsSpan(j * _n, _n), direction[j]);
        }
    }

    /// <summary>Covariance and mean from all factors anew, so that rounding does not pile up.</summary>
    private bool Rebuild()
    {
        Array.Copy(_basePrecision, _work, _n * _n);
        Array.Copy(_baseShift, _mean, _n);
        AddOuter(_work, _factors.Others, _precisions);
        for (var i = 0; i < _shifts.Length; i++)
        {
            if (_shifts[i] != 0) Vectors.AddScaled(_mean, _factors.Others[i].Direction, _shifts[i]);
        }

        if (!Cholesky.TryFactor(_work, _n)) return false;
        Cholesky.Invert(_work, _n, _covariance);
        Cholesky.Solve(_work, _n, _mean);
        return true;
    }

    /// <summary>Adds precision · direction · directionᵀ of all factors, four at a time, to the lower triangle, which is all that is factored.</summary>
    private void AddOuter(double[] matrix, List<Factor> factors, ReadOnlySpan<double> precisions)
    {
        var i = 0;
        for (; i + 3 < precisions.Length; i += 4)
        {
            var (direction1, direction2, direction3, direction4) = (factors[i].Direction, factors[i + 1].Direction, factors[i + 2].Direction, factors[i + 3].Direction);
            for (var row = 0; row < _n; row++)
            {
                var (scaled1, scaled2) = (precisions[i] * direction1[row], precisions[i + 1] * direction2[row]);
                var (scaled3, scaled4) = (precisions[i + 2] * direction3[row], precisions[i + 3] * direction4[row]);
                if (scaled1 == 0 && scaled2 == 0 && scaled3 == 0 && scaled4 == 0) continue;
                Vectors.AddScaled(UpToDiagonal(matrix, row), direction1, scaled1, direction2, scaled2, direction3, scaled3, direction4, scaled4);
            }
        }

        for (; i < precisions.Length; i++)
        {
            var direction = factors[i].Direction;
            for (var row = 0; row < _n; row++)
            {
                if (precisions[i] * direction[row] is var scaled && scaled != 0) Vectors.AddScaled(UpToDiagonal(matrix, row), direction.AsSpan(0, LanesUpTo(row)), scaled);
            }
        }
    }

    private Span<double> UpToDiagonal(double[] matrix, int row) => matrix.AsSpan(row * _n, LanesUpTo(row));

    /// <summary>A row as far as its diagonal, and a little further, to whole lanes.</summary>
    private int LanesUpTo(int row) => Math.Min(_n, (row + Vector256<double>.Count) & -Vector256<double>.Count);
}
