using Reconcile.Modelling;

namespace Reconcile.Inference;

/// <summary>
/// The days of a total before the first on which a claim gives it a value, and after the last. Expected steps have totals rise on average only, and there nothing else does: so what is known
/// of it is cut to what is feasible. Were it a limit on each of many days alike, a total that stands still would be driven away from it.
/// </summary>
internal sealed class SilentDays
{
    private readonly Interval[] _limits;

    private SilentDays(Interval[] limits, List<int> states)
    {
        (_limits, States) = (limits, states);
    }

    /// <summary>The states of these days.</summary>
    public IReadOnlyList<int> States { get; }

    /// <param name="component">The component.</param>
    /// <param name="accepted">The claims that hold.</param>
    /// <param name="feasible">The feasible range of each state under them.</param>
    public static SilentDays Of(Component component, ReadOnlySpan<bool> accepted, Interval[] feasible)
    {
        var limits = new Interval[feasible.Length];
        Array.Fill(limits, Interval.All);
        var states = new List<int>();
        foreach (var course in component.Courses)
        {
            if (!course.NeverFalls || ClaimedValues.Of(component, course, accepted) is not { } claimed) continue;
            for (var day = 0; day < course.States.Length; day++)
            {
                if (day >= claimed.First && day <= claimed.Last) continue;
                limits[course.States[day]] = feasible[course.States[day]];
                states.Add(course.States[day]);
            }
        }

        return new SilentDays(limits, states);
    }

    /// <summary>What is known of a state, where it is feasible.</summary>
    public Marginal Cut(int state, Marginal marginal) => marginal.Within(_limits[state]);
}
