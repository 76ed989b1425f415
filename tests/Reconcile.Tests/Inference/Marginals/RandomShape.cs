using MathNet.Numerics.Integration;
using Reconcile.Figures;

namespace Reconcile.Tests.Inference.Marginals;

/// <summary>Draws shapes with every kind of end, near a standard normal, and works with their definition.</summary>
internal static class RandomShape
{
    public static Shape Next(Random random)
    {
        double low = (4 * random.NextDouble()) - 2, high = random.Next(4) == 0 ? low : low + (2 * random.NextDouble());
        var open = random.Next(5);
        if (open == 0 && high > low) low = double.NegativeInfinity;
        if (open == 1 && high > low) high = double.PositiveInfinity;
        var (lowShoulder, lowTail) = End(random, low == high);
        var (highShoulder, highTail) = End(random, low == high);
        return new Shape(low, high, lowShoulder, highShoulder, lowTail, highTail);
    }

    /// <summary>∫ shape(t) N(t; mean, sd²) f(t) dt by brute force, from the definition of a shape.</summary>
    public static double Integral(Shape shape, double mean, double sd, Func<double, double> f)
    {
        var (from, to) = (mean - (11 * sd), mean + (11 * sd));
        double[] ends = [from, .. new[] { shape.Low, shape.High }.Where(end => end > from && end < to).Distinct(), to];
        var sum = 0.0;
        for (var piece = 0; piece + 1 < ends.Length; piece++)
        {
            for (var panel = 0; panel < 12; panel++)
            {
                var (start, width) = (ends[piece], (ends[piece + 1] - ends[piece]) / 12);
                sum += GaussLegendreRule.Integrate(t => Value(shape, t) * MathNet.Numerics.Distributions.Normal.PDF(mean, sd, t) * f(t), start + (panel * width), start + ((panel + 1) * width), 20);
            }
        }

        return sum;
    }

    public static double Value(Shape shape, double t)
    {
        if (t >= shape.Low && t <= shape.High) return 1;
        var (distance, shoulder, tail) = t < shape.Low ? (shape.Low - t, shape.LowShoulder, shape.LowTail) : (t - shape.High, shape.HighShoulder, shape.HighTail);
        return tail > 0 ? Math.Exp(-distance / tail) : shoulder > 0 ? Math.Exp(-0.5 * Math.Pow(distance / shoulder, 2)) : 0;
    }

    /// <summary>A shoulder, a tail, both, of which the tail counts, or, unless that left a point, a hard end.</summary>
    private static (double Shoulder, double Tail) End(Random random, bool isPeak)
    {
        var size = 0.2 + random.NextDouble();
        return random.Next(isPeak ? 3 : 4) switch { 0 => (size, 0), 1 => (0, size), 2 => (0.5, size), _ => (0, 0) };
    }
}
