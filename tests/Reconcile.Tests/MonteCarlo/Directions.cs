using MathNet.Numerics.LinearAlgebra;
using Reconcile.Figures;

namespace Reconcile.Tests.MonteCarlo;

/// <summary>Directions within the equalities along which a normal approximation of a density is independent with standard deviation 1.</summary>
internal static class Directions
{
    public static double[][] Of(Density density)
    {
        var basis = NullSpace(density);
        var precision = Matrix<double>.Build.Dense(basis.ColumnCount, basis.ColumnCount);
        foreach (var factor in density.Factors)
        {
            var variance = Variance(factor.Shape);
            if (double.IsPositiveInfinity(variance)) continue;
            var form = basis.TransposeThisAndMultiply(Vector<double>.Build.Dense(factor.Form));
            precision += form.OuterProduct(form) / variance;
        }

        // P = LLᵀ; the columns of L⁻ᵀ are independent under a normal with precision P.
        var columns = basis * precision.Cholesky().Factor.Transpose().Inverse();
        return [.. columns.EnumerateColumns().Select(column => column.ToArray())];
    }

    private static Matrix<double> NullSpace(Density density)
    {
        if (density.Equalities.Count == 0) return Matrix<double>.Build.DenseIdentity(density.Variables);
        var system = Matrix<double>.Build.DenseOfRowArrays(density.Equalities);
        var svd = system.Svd();
        return svd.VT.SubMatrix(svd.Rank, density.Variables - svd.Rank, 0, density.Variables).Transpose();
    }

    /// <summary>About the variance of a shape; infinite for one that is open on a side. Only the speed of mixing depends on it.</summary>
    private static double Variance(in Shape shape)
    {
        var (low, high) = (shape.Low, shape.High);
        var openBelow = double.IsNegativeInfinity(low);
        var openAbove = double.IsPositiveInfinity(high);
        if (openBelow || openAbove) return double.PositiveInfinity;
        var shoulders = (shape.LowShoulder * shape.LowShoulder) + (shape.HighShoulder * shape.HighShoulder);
        var tails = (shape.LowTail * shape.LowTail) + (shape.HighTail * shape.HighTail);
        return ((high - low) * (high - low) / 12) + (shoulders / 2) + tails;
    }
}
