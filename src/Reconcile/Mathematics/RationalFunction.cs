namespace Reconcile.Mathematics;

/// <summary>Quotients of two polynomials of the same degree, coefficients of the highest power first.</summary>
internal static class RationalFunction
{
    /// <summary>top(x) / bottom(x), both by Horner's rule side by side; as many coefficients below as above.</summary>
    public static double At(ReadOnlySpan<double> top, ReadOnlySpan<double> bottom, double x)
    {
        bottom = bottom[..top.Length];
        double p = top[0], q = bottom[0];
        for (int i = 1; i < top.Length; i++)
        {
            p = (p * x) + top[i];
            q = (q * x) + bottom[i];
        }

        return p / q;
    }
}
