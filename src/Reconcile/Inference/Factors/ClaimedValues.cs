using Reconcile.Mathematics;
using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>
/// What the accepted claims on a moving quantity itself say of each day: the mean of their values, weighted by how exact they are. Floors and ceilings give no value, nor do wide ranges and
/// sources that lean, unless nobody else gives one: what is nearly a ceiling must not tell how much a total rises, nor the middle of "1,000 to a million".
/// </summary>
internal sealed class ClaimedValues
{
    private readonly double[] _values;
    private readonly double[] _weights;

    private ClaimedValues(double[] values, double[] weights, int first, int last, double largest)
    {
        (_values, _weights, First, Last, Largest) = (values, weights, first, last, largest);
    }

    /// <summary>Position of the first day with a value.</summary>
    public int First { get; }

    /// <summary>Position of the last day with a value.</summary>
    public int Last { get; }

    /// <summary>Size of the largest figure, above 0.</summary>
    public double Largest { get; }

    /// <summary>Whether sources that lean alone give values.</summary>
    public bool Lean { get; private init; }

    /// <summary>Whether all values are 0, so that its size is not among them.</summary>
    public bool IsNothing { get; private init; }

    /// <summary>Null where no claim gives a value, or 0 alone to a stock.</summary>
    public static ClaimedValues? Of(Component component, Course course, ReadOnlySpan<bool> accepted) =>
        Of(component, course, accepted, lean: false, wide: false) ?? Of(component, course, accepted, lean: false, wide: true) ?? Of(component, course, accepted, lean: true, wide: true)
        ?? (course.NeverFalls ? Of(component, course, accepted, lean: false, wide: false, mayBeNothing: true) : null);

    /// <param name="component">The component.</param>
    /// <param name="course">The quantity.</param>
    /// <param name="accepted">The claims that hold.</param>
    /// <param name="lean">Whether only sources that lean count, or only others.</param>
    /// <param name="wide">Whether wide ranges count.</param>
    /// <param name="mayBeNothing">Whether 0 counts where nothing else is said.</param>
    private static ClaimedValues? Of(Component component, Course course, ReadOnlySpan<bool> accepted, bool lean, bool wide, bool mayBeNothing = false)
    {
        var values = new double[course.States.Length];
        var weights = new double[values.Length];
        int first = -1, last = -1;
        var largest = 0.0;
        for (var day = 0; day < values.Length; day++)
        {
            foreach (var number in component.ClaimsOn(course.States[day]))
            {
                var claim = component.Claims[number];
                if (!accepted[number] || !claim.GivesValue || claim.Leaning is not null != lean || (!wide && claim.IsWide)) continue;
                var weight = claim.Precision;
                weights[day] += weight;
                values[day] += weight * claim.Value;
                largest = Math.Max(largest, Math.Abs(claim.Value));
            }

            if (weights[day] == 0) continue;
            values[day] /= weights[day];
            if (first < 0) first = day;
            last = day;
        }

        var isNothing = largest == 0;
        if (first < 0 || (isNothing && !mayBeNothing)) return null;
        return new ClaimedValues(values, weights, first, last, isNothing ? component.SizeOfNothing(accepted) : largest) { Lean = lean, IsNothing = isNothing };
    }

    /// <summary>Whether a claim gives a value on a day.</summary>
    public bool Has(int day) => _weights[day] > 0;

    /// <summary>The value of a day on which a claim gives one.</summary>
    public double ValueAt(int day) => _values[day];

    /// <summary>The isotonic fit on each day: between claims by the calendar, before the first and after the last what that says.</summary>
    public double[] Isotonic(Course course)
    {
        var days = new List<int>();
        for (var day = First; day <= Last; day++)
        {
            if (Has(day)) days.Add(day);
        }

        double[] fit = [.. days.ConvertAll(day => _values[day])];
        IsotonicRegression.Fit(fit, [.. days.ConvertAll(day => _weights[day])]);
        var all = new double[course.States.Length];
        all.AsSpan(0, First).Fill(fit[0]);
        for (var i = 0; i + 1 < fit.Length; i++)
        {
            all[days[i]] = fit[i];
            course.RiseBetween(all, days[i], days[i + 1], fit[i + 1]);
        }

        all.AsSpan(Last).Fill(fit[^1]);
        return all;
    }
}
