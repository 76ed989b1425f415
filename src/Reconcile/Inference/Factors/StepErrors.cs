using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>
/// The shared error behind the steps of a stock that one source tells from day to day. A source that says half of everything says half of every step too: steps that it told show nothing of
/// its error. So what a step is held against is how far the stock moved as it was told, x(t) − x(s) + b·(told(t) − told(s)). Held against x(t) − x(s) alone, an error near 1, which takes all
/// movement away with all else, would be the likelier the more often a stock moved. Where several sources speak on several days each, steps lie between figures of different sources, and
/// no one error explains them.
/// </summary>
internal sealed class StepErrors
{
    private readonly HashSet<Course> _told = new(ReferenceEqualityComparer.Instance);

    /// <summary>By earlier state of a step, the variable of the error behind it; −1: none.</summary>
    private readonly int[] _variables;

    public StepErrors(Component component, ErrorGroups errors)
    {
        _variables = new int[component.States.Length];
        Array.Fill(_variables, -1);
        if (errors.Variables == 0) return;
        foreach (var course in component.Courses)
        {
            if (!course.NeverFalls && OnlyTeller(component, course, errors) is var (variable, first, last)) Add(course, variable, first, last);
        }
    }

    /// <summary>Whether one source alone gives a stock values on several days.</summary>
    public bool IsToldByOne(Course course) => _told.Contains(course);

    /// <summary>The variable of the error behind a step; −1 where it was not told, or is a total's.</summary>
    public int Of(in Movement movement) => movement.Told == 0 ? -1 : _variables[movement.Earlier];

    /// <summary>The one error that claims on several days share, and the days between which they speak; null: none or several.</summary>
    private static (int Variable, int First, int Last)? OnlyTeller(Component component, Course course, ErrorGroups errors)
    {
        var spells = new Dictionary<int, (int First, int Last)>();
        for (var day = 0; day < course.States.Length; day++)
        {
            foreach (var claim in component.ClaimsOn(course.States[day]))
            {
                if (errors.VariableOf(claim) is not (>= 0 and var variable) || component.Claims[claim] is not { GivesValue: true, Leaning: null }) continue;
                spells[variable] = (spells.TryGetValue(variable, out var spell) ? spell.First : day, day);
            }
        }

        (int, int, int)? only = null;
        foreach (var (variable, spell) in spells)
        {
            if (spell.Last == spell.First) continue;
            if (only is not null) return null;
            only = (variable, spell.First, spell.Last);
        }

        return only;
    }

    private void Add(Course course, int variable, int first, int last)
    {
        _told.Add(course);
        for (var step = first; step < last; step++) _variables[course.States[step]] = variable;
    }
}
