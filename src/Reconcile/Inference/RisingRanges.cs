using Reconcile.Mathematics;
using Reconcile.Modelling;

namespace Reconcile.Inference;

/// <summary>The ends of the ranges of a total never fall either: the nearest ends that do not, where claims speak; elsewhere no further than the days beside allow.</summary>
internal static class RisingRanges
{
    /// <summary>A range narrower than this share of its end counts no more.</summary>
    private const double LeastWidth = 1e-6;

    public static void Apply(Course course, StateEstimate[] states)
    {
        Fit(course, states);
        RaiseLows(course, states);
        LowerHighs(course, states);
    }

    /// <summary>An isotonic fit of both ends, to which a day counts the more the narrower its range is: where low ≤ high on each day, the fits keep that order.</summary>
    private static void Fit(Course course, StateEstimate[] states)
    {
        var days = Array.FindAll(course.States, state => IsEstimated(states[state].Value));
        double[] lows = Array.ConvertAll(days, state => states[state].Value.Low!.Value);
        double[] highs = Array.ConvertAll(days, state => states[state].Value.High!.Value);
        double[] weights = [.. days.Select((_, i) => 1 / Math.Pow(Math.Max(highs[i] - lows[i], LeastWidth * (1 + Math.Abs(highs[i]))), 2))];
        IsotonicRegression.Fit(lows, weights);
        IsotonicRegression.Fit(highs, weights);
        for (var i = 0; i < days.Length; i++)
        {
            var value = states[days[i]].Value;
            Set(ref states[days[i]], value with { Low = Math.Min(lows[i], value.Best!.Value), High = Math.Max(highs[i], value.Best!.Value) });
        }
    }

    private static void RaiseLows(Course course, StateEstimate[] states)
    {
        var least = double.NegativeInfinity;
        foreach (var state in course.States)
        {
            var value = states[state].Value;
            if (value.Low is not { } low) continue;
            least = Math.Max(least, low);
            if (low < least) Set(ref states[state], value with { Low = Math.Min(least, value.Best ?? value.High ?? least) });
        }
    }

    private static void LowerHighs(Course course, StateEstimate[] states)
    {
        var greatest = double.PositiveInfinity;
        for (var i = course.States.Length - 1; i >= 0; i--)
        {
            var value = states[course.States[i]].Value;
            if (value.High is not { } high) continue;
            greatest = Math.Min(greatest, high);
            if (high > greatest) Set(ref states[course.States[i]], value with { High = Math.Max(greatest, value.Best ?? value.Low ?? greatest) });
        }
    }

    private static bool IsEstimated(AccountValue value) => value is { Best: not null, FromPrior: false };

    private static void Set(ref StateEstimate state, AccountValue value) => state = state with { Value = value };
}
