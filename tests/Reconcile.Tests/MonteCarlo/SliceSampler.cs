namespace Reconcile.Tests.MonteCarlo;

/// <summary>
/// Slice sampling (Neal 2003, sections 4.1 and 4.2: stepping out and shrinkage) along directions that a normal approximation makes nearly independent,
/// with random directions in between (hit-and-run). Independent of the engine, exact in the limit.
/// </summary>
internal sealed class SliceSampler
{
    private const int RandomDirections = 2;

    /// <summary>Initial bracket, in standard deviations of the normal approximation.</summary>
    private const double Bracket = 3;

    private readonly Factor[] factors;
    private readonly Generator random;
    private readonly Direction[] directions;
    private readonly Direction mixed;
    private readonly double[] point;
    private readonly double[] values;
    private readonly int[] soft;

    private int softCount;
    private double linear;
    private double quadratic;
    private double least;
    private double most;

    /// <param name="density">What to sample.</param>
    /// <param name="start">A point where the equalities hold and the density is not 0.</param>
    /// <param name="seed">Fixes every digit.</param>
    public SliceSampler(Density density, double[] start, ulong seed)
    {
        factors = [.. density.Factors];
        random = new Generator(seed);
        point = [.. start];
        values = new double[factors.Length];
        soft = new int[factors.Length];
        directions = [.. Directions.Of(density).Select(step => new Direction(step, [.. factors.Select(factor => Dot(factor.Form, step))]))];
        mixed = new Direction(new double[point.Length], new double[factors.Length]);
        Evaluate();
        if (factors.Where((factor, i) => !factor.Curve.Allows(values[i])).Any())
        {
            throw new ArgumentException("The density is 0 at the start.", nameof(start));
        }
    }

    /// <summary>Samples of every variable, one per sweep over all directions.</summary>
    public double[][] Run(int sweeps, int burnIn = 500)
    {
        var samples = new double[point.Length][];
        for (var j = 0; j < samples.Length; j++) samples[j] = new double[sweeps];
        for (var sweep = -burnIn; sweep < sweeps; sweep++)
        {
            Evaluate();
            foreach (var direction in directions) Move(direction);
            for (var i = 0; i < RandomDirections && directions.Length > 1; i++)
            {
                Mix();
                Move(mixed);
            }

            if (sweep < 0) continue;
            for (var j = 0; j < samples.Length; j++) samples[j][sweep] = point[j];
        }

        return samples;
    }

    private void Evaluate()
    {
        for (var i = 0; i < values.Length; i++) values[i] = Dot(factors[i].Form, point);
    }

    private void Mix()
    {
        Array.Clear(mixed.Step);
        Array.Clear(mixed.Slopes);
        foreach (var direction in directions)
        {
            var weight = random.Normal();
            for (var j = 0; j < mixed.Step.Length; j++) mixed.Step[j] += weight * direction.Step[j];
            for (var i = 0; i < mixed.Slopes.Length; i++) mixed.Slopes[i] += weight * direction.Slopes[i];
        }
    }

    private void Move(Direction direction)
    {
        Restrict(direction.Slopes);
        var level = LogAlong(0, direction.Slopes) + Math.Log(random.Uniform());
        var low = -Bracket * random.Uniform();
        var high = low + Bracket;
        while (low > least && LogAlong(low, direction.Slopes) > level) low -= Bracket;
        while (high < most && LogAlong(high, direction.Slopes) > level) high += Bracket;
        (low, high) = (Math.Max(low, least), Math.Min(high, most));
        while (true)
        {
            var step = random.Uniform(low, high);
            if (LogAlong(step, direction.Slopes) >= level)
            {
                for (var j = 0; j < point.Length; j++) point[j] += step * direction.Step[j];
                for (var i = 0; i < values.Length; i++) values[i] += step * direction.Slopes[i];
                return;
            }

            if (step < 0) low = step;
            else high = step;
        }
    }

    /// <summary>Sorts the factors along a line: normal ones add to one parabola, hard ends bound the step, the others are evaluated one by one.</summary>
    private void Restrict(double[] slopes)
    {
        (softCount, linear, quadratic) = (0, 0, 0);
        (least, most) = (double.NegativeInfinity, double.PositiveInfinity);
        for (var i = 0; i < slopes.Length; i++)
        {
            var slope = slopes[i];
            if (slope == 0) continue;
            ref readonly var shape = ref factors[i].Curve;
            if (shape.IsNormal)
            {
                var weight = 1 / (shape.LowShoulder * shape.LowShoulder);
                linear -= weight * slope * (values[i] - shape.Low);
                quadratic -= 0.5 * weight * slope * slope;
                continue;
            }

            if (shape.IsHardBelow) Bound((shape.Low - values[i]) / slope, slope > 0);
            if (shape.IsHardAbove) Bound((shape.High - values[i]) / slope, slope < 0);
            if (shape.IsSoft) soft[softCount++] = i;
        }
    }

    private void Bound(double step, bool isLeast)
    {
        if (isLeast) least = Math.Min(Math.Max(least, step), 0);
        else most = Math.Max(Math.Min(most, step), 0);
    }

    private double LogAlong(double step, double[] slopes)
    {
        var sum = step * (linear + (step * quadratic));
        for (var k = 0; k < softCount; k++)
        {
            var i = soft[k];
            sum += factors[i].Curve.Log(values[i] + (step * slopes[i]));
        }

        return sum;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (var j = 0; j < a.Length; j++) sum += a[j] * b[j];
        return sum;
    }

    /// <param name="Step">Of the point.</param>
    /// <param name="Slopes">Of the form of each factor.</param>
    private sealed record Direction(double[] Step, double[] Slopes);
}
