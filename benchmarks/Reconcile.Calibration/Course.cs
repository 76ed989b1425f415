namespace Reconcile.Calibration;

/// <summary>How a total grows.</summary>
internal enum Growth
{
    /// <summary>It is over: nothing is added.</summary>
    Constant,

    /// <summary>As much every day.</summary>
    Linear,

    /// <summary>Slow, fast, slow.</summary>
    SShaped,

    /// <summary>One to three strikes, and nothing between them.</summary>
    Stepped,
}

/// <summary>The course of a total, as a part of what it comes to in the end.</summary>
internal sealed class Course
{
    private readonly Func<double, double> _grown;
    private readonly double _start;

    private Course(double start, Func<double, double> grown)
    {
        _start = start;
        _grown = grown;
    }

    /// <summary>A course of this growth, which starts with 2 to 60 % of its end.</summary>
    public static Course Draw(Growth growth, Draws draws)
    {
        var start = draws.Uniform(0.02, 0.6);
        return growth switch
        {
            Growth.Constant => new Course(1, _ => 0),
            Growth.Linear => new Course(start, time => time),
            Growth.SShaped => new Course(start, SShape(draws.Uniform(0.3, 0.7), draws.Uniform(8, 16))),
            _ => new Course(start, Steps(draws)),
        };
    }

    /// <param name="time">From 0, the first day, to 1, the last.</param>
    public double At(double time) => _start + ((1 - _start) * _grown(time));

    /// <summary>A logistic curve, from 0 to 1.</summary>
    private static Func<double, double> SShape(double middle, double steepness)
    {
        double Logistic(double time) => 1 / (1 + Math.Exp(-steepness * (time - middle)));
        var (first, last) = (Logistic(0), Logistic(1));
        return time => (Logistic(time) - first) / (last - first);
    }

    private static Func<double, double> Steps(Draws draws)
    {
        var steps = new (double Time, double Height)[draws.Whole(1, 3)];
        for (var i = 0; i < steps.Length; i++) steps[i] = (draws.Uniform(0.05, 0.95), draws.Uniform(0.2, 1));
        var height = steps.Sum(step => step.Height);
        return time => steps.Where(step => step.Time <= time).Sum(step => step.Height) / height;
    }
}
