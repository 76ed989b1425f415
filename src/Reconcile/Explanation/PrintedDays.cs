using Reconcile.Modelling;

namespace Reconcile.Explanation;

/// <summary>Of each total the days that are printed, one after the other: those between have no best value.</summary>
internal sealed class PrintedDays
{
    private const int None = -1;

    private readonly int[]? _before;
    private readonly int[]? _after;

    /// <param name="component">The component.</param>
    /// <param name="isPrinted">Which states have a best value.</param>
    public PrintedDays(Component component, Predicate<int> isPrinted)
    {
        foreach (var course in component.Courses)
        {
            if (!course.NeverFalls) continue;
            if (_before is null || _after is null)
            {
                Array.Fill(_before = new int[component.States.Length], None);
                Array.Fill(_after = new int[component.States.Length], None);
            }

            var printed = Array.FindAll(course.States, isPrinted);
            for (var i = 1; i < printed.Length; i++) (_before[printed[i]], _after[printed[i - 1]]) = (printed[i - 1], printed[i]);
        }
    }

    /// <summary>The state of a total on the last day before that is printed; −1: none.</summary>
    public int Before(int state) => _before is null ? None : _before[state];

    /// <summary>The state of a total on the next day that is printed; −1: none.</summary>
    public int After(int state) => _after is null ? None : _after[state];
}
