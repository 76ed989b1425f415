namespace Reconcile.Tests.MonteCarlo;

/// <summary>
/// Slice sampling (Neal 2003, sections 4.1 and 4.2: stepping out and shrinkage) along directions that a normal approximation makes nearly independent,
/// with random directions in between (hit-and-run). Independent of the engine, exact in the limit.
/// </summary>
internal sealed class SliceSampler
{
    private readonly Density density;
    private readonly Generator random;
    private readonly double[][] directions;
    private readonly double[] point;
    private readonly double[] values;
    private readonly double[] slopes;

    /// <param name="density">What to sample.</param>
    /// <param name="start">A point where the equalities hold and the density is not 0.</param>
    /// <param name="seed">Fixes every digit.</param>
    public SliceSampler(Density density, double[] start, ulong seed)
    {
        this.density = density;
        random = new Generator(seed);
        point = [.. start];
        values = new double[density.Factors.Count];
        slopes = new double[density.Factors.Count];
        directions = Directions.Of(density);
        for (var i = 0; i < values.Length; i++) values[i] = Dot(density.Factors[i].Form, point);
        if (double.IsNegativeInfinity(LogAlong(0))) throw new ArgumentException("The density is 0 at the start.", nameof(start));
    }

    /// <summary>Samples of every variable, one per sweep over all directions.</summary>
    public double[][] Run(int sweeps, int burnIn = 500)
    {
        var samples = new double[density.Variables][];
        for (var j = 0; j < samples.Length; j++) samples[j] = new double[sweeps];
        var mixed = new double[density.Variables];
        for (var sweep = -burnIn; sweep < sweeps; sweep++)
        {
            foreach (var direction in directions) Move(direction);
            for (var i = 0; i < 2; i++) Move(Mixed(mixed));
            if (sweep < 0) continue;
            for (var j = 0; j < samples.Length; j++) samples[j][sweep] = point[j];
        }

        return samples;
    }

    private double[] Mixed(double[] mixed)
    {
        Array.Clear(mixed);
        foreach (var direction in directions)
        {
            var weight = random.Normal();
            for (var j = 0; j < mixed.Length; j++) mixed[j] += weight * direction[j];
        }

        return mixed;
    }

    private void Move(double[] direction)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var form = density.Factors[i].Form;
            values[i] = Dot(form, point);
            slopes[i] = Dot(form, direction);
        }

        var level = LogAlong(0) + Math.Log(random.Uniform());
        const double width = 3; // in standard deviations of the normal approximation
        var low = -width * random.Uniform();
        var high = low + width;
        while (LogAlong(low) > level) low -= width;
        while (LogAlong(high) > level) high += width;
        while (true)
        {
            var step = random.Uniform(low, high);
            if (LogAlong(step) >= level)
            {
                for (var j = 0; j < point.Length; j++) point[j] += step * direction[j];
                return;
            }

            if (step < 0) low = step;
            else high = step;
        }
    }

    private double LogAlong(double step)
    {
        double sum = 0;
        for (var i = 0; i < values.Length; i++)
        {
            sum += Density.Log(density.Factors[i].Shape, values[i] + (step * slopes[i]));
            if (double.IsNegativeInfinity(sum)) break;
        }

        return sum;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (var j = 0; j < a.Length; j++) sum += a[j] * b[j];
        return sum;
    }
}
