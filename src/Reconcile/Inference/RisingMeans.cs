using Reconcile.Modelling;

namespace Reconcile.Inference;

/// <summary>
/// Best values of totals never fall: where the mean of a day lies under that of the day before, the two are set equal and the rest follows, until none falls.
/// Relations hold all the same.
/// </summary>
internal static class RisingMeans
{
    /// <summary>A fall smaller than this share of the figures is rounding.</summary>
    private const double Tolerance = 1e-10;

    /// <param name="component">The component.</param>
    /// <param name="posterior">Its posterior.</param>
    /// <param name="isBounded">Whether a state has a best value at all.</param>
    public static double[] Of(Component component, IMovingPosterior posterior, Predicate<int> isBounded)
    {
        var means = new double[component.States.Length];
        for (var state = 0; state < means.Length; state++) means[state] = posterior.MeanOf(state);
        var equal = new List<(int First, int Second)>();
        var known = new HashSet<int>();
        while (AddFalls(component, means, isBounded, known, equal)) means = posterior.MeansWith(equal);
        foreach (var course in component.Courses)
        {
            if (course.NeverFalls) Level(course, means, isBounded);
        }

        return means;
    }

    private static bool AddFalls(Component component, double[] means, Predicate<int> isBounded, HashSet<int> known, List<(int First, int Second)> equal)
    {
        var count = equal.Count;
        foreach (var course in component.Courses)
        {
            if (!course.NeverFalls) continue;
            for (var i = 0; i < course.Steps; i++)
            {
                var (earlier, later) = (course.States[i], course.States[i + 1]);
                if (!Falls(means[earlier], means[later]) || !isBounded(earlier) || !isBounded(later) || !known.Add(later)) continue;
                equal.Add((earlier, later));
            }
        }

        return equal.Count > count;
    }

    /// <summary>Takes out what rounding leaves.</summary>
    private static void Level(Course course, double[] means, Predicate<int> isBounded)
    {
        for (var i = 0; i < course.Steps; i++)
        {
            var (earlier, later) = (course.States[i], course.States[i + 1]);
            if (isBounded(earlier) && isBounded(later) && means[later] < means[earlier] && !Falls(means[earlier], means[later])) means[later] = means[earlier];
        }
    }

    private static bool Falls(double earlier, double later) => earlier - later > Tolerance * (Math.Abs(earlier) + Math.Abs(later));
}
