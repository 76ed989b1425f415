using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>
/// The shared errors behind the steps of stocks. A source that says half of everything says half of every step too: steps that sources told show nothing of their errors. So what a step is
/// held against is how far the stock moved as it was told, x(t) − x(s) + Σ w·b·(told(t) − told(s)), over the sources that speak both before and after it. Held against x(t) − x(s) alone, an
/// error near 1, which takes all movement away with all else, would be the likelier the more often a stock moved.
/// </summary>
internal sealed class StepErrors
{
    /// <summary>Of more sources that speak before and after a step, those that speak most often stand for all: every one would meet every step.</summary>
    private const int MostSources = 4;

    /// <summary>By earlier state of a step, the errors behind it; null: none.</summary>
    private readonly int[]?[] _variables;

    public StepErrors(Component component, ErrorGroups errors)
    {
        _variables = new int[component.States.Length][];
        if (errors.Variables == 0) return;
        foreach (var course in component.Courses)
        {
            if (!course.NeverFalls) Add(course, SpellsOf(component, course, errors));
        }
    }

    /// <summary>The errors behind a step, each with an equal part in it; empty where it was not told, or is a total's.</summary>
    public ReadOnlySpan<int> Of(in Movement movement) => movement.Told == 0 ? [] : _variables[movement.Earlier];

    /// <summary>The errors that claims share which give a stock a value, and the days between which they do, those of most claims first.</summary>
    private static List<(int Claims, int Variable, int First, int Last)> SpellsOf(Component component, Course course, ErrorGroups errors)
    {
        var spells = new SortedDictionary<int, (int Claims, int First, int Last)>();
        for (var day = 0; day < course.States.Length; day++)
        {
            foreach (var claim in component.ClaimsOn(course.States[day]))
            {
                if (errors.VariableOf(claim) is not (>= 0 and var variable) || component.Claims[claim] is not { GivesValue: true, Leaning: null }) continue;
                spells[variable] = spells.TryGetValue(variable, out var spell) ? (spell.Claims + 1, spell.First, day) : (1, day, day);
            }
        }

        return [.. spells.Select(spell => (spell.Value.Claims, spell.Key, spell.Value.First, spell.Value.Last)).OrderByDescending(static spell => spell.Claims)];
    }

    private void Add(Course course, List<(int Claims, int Variable, int First, int Last)> spells)
    {
        for (var step = 0; step < course.Steps; step++)
        {
            int[] behind = [.. spells.Where(spell => spell.First <= step && spell.Last > step).Take(MostSources).Select(static spell => spell.Variable)];
            if (behind.Length > 0) _variables[course.States[step]] = behind;
        }
    }
}
