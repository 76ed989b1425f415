using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Reconcile.Mathematics;

/// <summary>Inner products and sums of dense vectors, always four lanes wide, so that every machine adds in the same order.</summary>
internal static class Vectors
{
    /// <summary>Shorter vectors are added up one by one.</summary>
    private const int Few = 8;

    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        b = b[..a.Length];
        double sum = 0;
        int start = 0;
        if (a.Length >= Few)
        {
            ReadOnlySpan<Vector256<double>> wide = MemoryMarshal.Cast<double, Vector256<double>>(a);
            ReadOnlySpan<Vector256<double>> other = MemoryMarshal.Cast<double, Vector256<double>>(b)[..wide.Length];
            Vector256<double> sums = default;
            for (int k = 0; k < wide.Length; k++) sums += wide[k] * other[k];
            sum = Vector256.Sum(sums);
            start = wide.Length * Vector256<double>.Count;
        }

        for (int k = start; k < a.Length; k++) sum += a[k] * b[k];
        return sum;
    }

    /// <summary>target += factor · source.</summary>
    public static void AddScaled(Span<double> target, ReadOnlySpan<double> source, double factor)
    {
        source = source[..target.Length];
        int start = 0;
        if (target.Length >= Few)
        {
            Span<Vector256<double>> wide = MemoryMarshal.Cast<double, Vector256<double>>(target);
            ReadOnlySpan<Vector256<double>> added = MemoryMarshal.Cast<double, Vector256<double>>(source)[..wide.Length];
            Vector256<double> times = Vector256.Create(factor);
            for (int k = 0; k < wide.Length; k++) wide[k] += times * added[k];
            start = wide.Length * Vector256<double>.Count;
        }

        for (int k = start; k < target.Length; k++) target[k] += factor * source[k];
    }
}
