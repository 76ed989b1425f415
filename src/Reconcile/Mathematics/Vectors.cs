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

    /// <summary>target += Σ factor · source over four sources, in one pass.</summary>
    public static void AddScaled(
        Span<double> target,
        ReadOnlySpan<double> source1, double factor1,
        ReadOnlySpan<double> source2, double factor2,
        ReadOnlySpan<double> source3, double factor3,
        ReadOnlySpan<double> source4, double factor4)
    {
        source1 = source1[..target.Length];
        source2 = source2[..target.Length];
        source3 = source3[..target.Length];
        source4 = source4[..target.Length];
        Span<Vector256<double>> wide = MemoryMarshal.Cast<double, Vector256<double>>(target);
        ReadOnlySpan<Vector256<double>> added1 = MemoryMarshal.Cast<double, Vector256<double>>(source1)[..wide.Length];
        ReadOnlySpan<Vector256<double>> added2 = MemoryMarshal.Cast<double, Vector256<double>>(source2)[..wide.Length];
        ReadOnlySpan<Vector256<double>> added3 = MemoryMarshal.Cast<double, Vector256<double>>(source3)[..wide.Length];
        ReadOnlySpan<Vector256<double>> added4 = MemoryMarshal.Cast<double, Vector256<double>>(source4)[..wide.Length];
        Vector256<double> times1 = Vector256.Create(factor1), times2 = Vector256.Create(factor2);
        Vector256<double> times3 = Vector256.Create(factor3), times4 = Vector256.Create(factor4);
        for (int k = 0; k < wide.Length; k++) wide[k] += ((times1 * added1[k]) + (times2 * added2[k])) + ((times3 * added3[k]) + (times4 * added4[k]));
        for (int k = wide.Length * Vector256<double>.Count; k < target.Length; k++)
            target[k] += ((factor1 * source1[k]) + (factor2 * source2[k])) + ((factor3 * source3[k]) + (factor4 * source4[k]));
    }
}
