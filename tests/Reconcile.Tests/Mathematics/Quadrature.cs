using MathNet.Numerics.Integration;

namespace Reconcile.Tests.Mathematics;

/// <summary>An oracle by brute force: composite Gauss–Legendre quadrature of the density relative to its peak.</summary>
internal static class Quadrature
{
    private const int Panels = 64;

    /// <summary>N(x; mean, sd²) exp(−(x − low)/scale) over [low, high]: log mass, mean less low, variance.</summary>
    public static (double Log, double Excess, double Variance) Piece(double mean, double sd, double low, double high, double scale)
    {
        double rate = sd / scale, a = (low - mean) / sd, peak = Math.Max(0, Math.Min((high - low) / sd, -a - rate));
        double Log(double t) => (-0.5 * (a + t) * (a + t)) - (rate * t);

        // Beyond these ends the density has fallen by e^−45 from its peak.
        double slope = Math.Abs(a + rate + peak), reach = 45 / Math.Max(slope, 4.7);
        double from = Math.Max(0, peak - reach), to = Math.Min((high - low) / sd, peak + reach);
        double top = Log(peak), sum = 0, first = 0, second = 0;
        for (int pass = 0; pass < 2; pass++)
        {
            double centre = pass == 0 ? 0 : first / sum;
            sum = first = second = 0;
            for (int i = 0; i < Panels; i++)
            {
                double start = from + ((to - from) * i / Panels), end = from + ((to - from) * (i + 1) / Panels);
                var rule = new GaussLegendreRule(start, end, 20);
                for (int k = 0; k < 20; k++)
                {
                    double t = rule.GetAbscissa(k), f = rule.GetWeight(k) * Math.Exp(Log(t) - top);
                    sum += f;
                    first += f * t;
                    second += f * (t - centre) * (t - centre);
                }
            }
        }

        return (Math.Log(sum) + top - (0.5 * Math.Log(2 * Math.PI)), sd * first / sum, sd * sd * second / sum);
    }
}
