using Reconcile.Modelling;

namespace Reconcile.Inference;

/// <summary>
/// Best values of totals never fall: where the mean of a day lies under that of the day before, the two are set equal and the rest follows, until none falls. What this pushes beyond a
/// limit, a relation or the bound of a quantity, is set to that limit in the same way. Sums hold all the same.
/// </summary>
internal sealed class RisingMeans
{
    /// <summary>A fall smaller than this share of the figures is rounding.</summary>
    private const double Tolerance = 1e-10;

    /// <summary>After so many rounds, in which each block of equal days draws but the next day in, all is tied at once that an isotonic fit would join.</summary>
    private const int PatientRounds = 12;

    private readonly Component _component;
    private readonly Predicate<int> _hasBest;
    private readonly List<Tie> _ties = [];
    private readonly HashSet<int> _equal = [];
    private readonly HashSet<int> _atLimit = [];
    private readonly HashSet<int> _atBound = [];
    private double[] _means;
    private int _rounds;

    private RisingMeans(Component component, double[] means, Predicate<int> hasBest)
    {
        _component = component;
        _means = means;
        _hasBest = hasBest;
    }

    /// <param name="component">The component.</param>
    /// <param name="posterior">Its posterior.</param>
    /// <param name="hasBest">Whether a state has a best value at all.</param>
    public static double[] Of(Component component, IMovingPosterior posterior, Predicate<int> hasBest)
    {
        var means = new double[component.States.Length];
        for (var state = 0; state < means.Length; state++) means[state] = posterior.MeanOf(state);
        var rising = new RisingMeans(component, means, hasBest);
        while (rising.AddTies()) rising._means = posterior.MeansWith(rising._ties);
        foreach (var course in component.Courses)
        {
            if (course.NeverFalls) Level(course, rising._means, hasBest);
        }

        return rising._means;
    }

    private bool AddTies()
    {
        var count = _ties.Count;
        AddFalls(isPatient: _rounds++ < PatientRounds);
        // Where nothing falls, nothing is pushed; and as long as something does, it is not yet known how far.
        if (count > 0 && _ties.Count == count) AddLimits();
        return _ties.Count > count;
    }

    private void AddFalls(bool isPatient)
    {
        foreach (var course in _component.Courses)
        {
            if (!course.NeverFalls) continue;
            var fit = isPatient ? null : course.Isotonic(_means);
            for (var i = 0; i < course.Steps; i++)
            {
                var (earlier, later) = (course.States[i], course.States[i + 1]);
                var isJoined = fit is not null && fit[i] == fit[i + 1] && Math.Abs(_means[later] - _means[earlier]) > Tolerance * Math.Abs(fit[i]);
                if ((!isJoined && !Falls(_means[earlier], _means[later])) || !_hasBest(earlier) || !_hasBest(later) || !_equal.Add(later)) continue;
                _ties.Add(new Tie(new Form([earlier, later], [-1, 1]), 0));
            }
        }
    }

    private void AddLimits()
    {
        for (var i = 0; i < _component.Constraints.Length; i++)
        {
            var constraint = _component.Constraints[i];
            if (!constraint.IsEquation && LimitOf(constraint.Form, constraint.Range) is { } limit && HaveBests(constraint.Form) && _atLimit.Add(i)) _ties.Add(new Tie(constraint.Form, limit));
        }

        for (var state = 0; state < _means.Length; state++)
        {
            var form = Form.Of(state);
            if (_hasBest(state) && LimitOf(form, _component.States[state].Bounds) is { } limit && _atBound.Add(state)) _ties.Add(new Tie(form, limit));
        }
    }

    /// <summary>The end of a range beyond which a form lies; null: it lies within.</summary>
    private double? LimitOf(Form form, Interval range)
    {
        var (value, size) = (0.0, 0.0);
        for (var i = 0; i < form.States.Length; i++)
        {
            var term = form.Coefficients[i] * _means[form.States[i]];
            value += term;
            size += Math.Abs(term);
        }

        if (value < range.Low - (Tolerance * (size + Math.Abs(range.Low)))) return range.Low;
        return value > range.High + (Tolerance * (size + Math.Abs(range.High))) ? range.High : null;
    }

    private bool HaveBests(Form form)
    {
        foreach (var state in form.States)
        {
            if (!_hasBest(state)) return false;
        }

        return true;
    }

    /// <summary>Takes out what rounding leaves, or ties that cannot all hold.</summary>
    private static void Level(Course course, double[] means, Predicate<int> hasBest)
    {
        for (var i = 0; i < course.Steps; i++)
        {
            var (earlier, later) = (course.States[i], course.States[i + 1]);
            if (hasBest(earlier) && hasBest(later) && means[later] < means[earlier]) means[later] = means[earlier];
        }
    }

    private static bool Falls(double earlier, double later) => earlier - later > Tolerance * (Math.Abs(earlier) + Math.Abs(later));
}
