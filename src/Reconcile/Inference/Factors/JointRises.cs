using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>
/// How far totals must rise together. Parts of 30 and 60 whose sum is told as 500 four days later have grown by 410, though either may have stood still: limits force neither of them alone. Did each
/// go by what is expected of itself, they would hold the sum at 280.
/// </summary>
/// <remarks>
/// What a relation demands of one step beyond all that is expected of its totals is shared among those of which nothing tells on these days, each by how far it may go. Together they may go at least as far as
/// what is told on the later day. A total to which no claim gives a value goes as far as the parts of which it is the sum; where it is none, it goes along freely, and nothing is demanded. So it is with stocks.
/// </remarks>
internal sealed class JointRises
{
    /// <summary>Sums of sums pass demands on; more levels than this are not followed.</summary>
    private const int MostPasses = 8;

    /// <summary>What is wider by less is as wide.</summary>
    private const double CloseVariance = 1 + 1e-6;

    private readonly StateScales _scales;

    /// <summary>What is expected of the step to each state; of no meaning where there is none.</summary>
    private readonly Expected[] _steps;

    /// <summary>The relations that hold on a day and on the day before, without stocks.</summary>
    private readonly Constraint[] _lasting;

    private JointRises(Component component, StateScales scales, IReadOnlySet<int> silent, IReadOnlySet<int> early, Movement[] movements)
    {
        _scales = scales;
        _steps = new Expected[component.States.Length];
        Array.Fill(_steps, Expected.StandsStill);
        foreach (var course in component.Courses)
        {
            for (var day = 0; day < course.States.Length; day++) _steps[course.States[day]] = new Expected(day == 0 ? -1 : course.States[day - 1], 0, double.PositiveInfinity, IsSilent: false, IsEarly: false, IsStock: !course.NeverFalls);
        }

        for (var step = 0; step < movements.Length; step++)
        {
            ref var expected = ref _steps[movements[step].Later];
            expected = expected with { Rise = movements[step].Rise, Deviation = movements[step].Deviation, IsSilent = silent.Contains(step), IsEarly = early.Contains(step) };
        }

        foreach (var course in component.Courses)
        {
            if (course.NeverFalls && course.Steps > 0 && !double.IsFinite(_steps[course.States[1]].Deviation)) Force(course);
        }

        var held = new HashSet<(int, int, DateOnly?)>();
        foreach (var constraint in component.Constraints) held.Add((constraint.LowRelation, constraint.HighRelation, DayOf(component, constraint.Form)));
        _lasting = Array.FindAll(component.Constraints, constraint => !constraint.IsShare && DayBefore(component, constraint.Form) is { } day && held.Contains((constraint.LowRelation, constraint.HighRelation, day)));
    }

    /// <summary>What is expected of the step of a total to a state.</summary>
    /// <param name="Earlier">The state that it starts from; −1: there is none.</param>
    /// <param name="Rise">Its rise.</param>
    /// <param name="Deviation">Its standard deviation; infinite: nothing holds it.</param>
    /// <param name="IsSilent">Whether nothing tells of it any more.</param>
    /// <param name="IsEarly">Whether nothing tells of it yet: what comes before a value is no more than that, and brings nothing that others lack.</param>
    /// <param name="IsStock">Whether it is not a total.</param>
    private readonly record struct Expected(int Earlier, double Rise, double Deviation, bool IsSilent, bool IsEarly, bool IsStock)
    {
        public static readonly Expected StandsStill = new(-1, 0, 0, IsSilent: false, IsEarly: false, IsStock: false);
    }

    /// <summary>Lets silent totals rise as far as relations demand of them together.</summary>
    /// <param name="component">The component.</param>
    /// <param name="scales">Knows the feasible range of each state.</param>
    /// <param name="silent">The steps of totals of which nothing tells any more.</param>
    /// <param name="early">Those of which nothing tells yet.</param>
    /// <param name="movements">All steps; those of silent totals may be made longer and wider.</param>
    public static void Share(Component component, StateScales scales, IReadOnlySet<int> silent, IReadOnlySet<int> early, Movement[] movements)
    {
        if (silent.Count == 0 || component.Constraints.Length == 0) return;
        var rises = new JointRises(component, scales, silent, early, movements);
        rises.SumUp();
        var any = false;
        for (var pass = 0; pass < MostPasses && rises.Lengthen(); pass++) any = true;
        if (!any) return;
        foreach (var step in silent) movements[step] = movements[step] with { Rise = rises._steps[movements[step].Later].Rise, Deviation = rises._steps[movements[step].Later].Deviation };
    }

    /// <summary>The day of which a form speaks; null: of none.</summary>
    private static DateOnly? DayOf(Component component, Form form)
    {
        foreach (var state in form.States)
        {
            if (component.States[state].Day is { } day) return day;
        }

        return null;
    }

    /// <summary>The day before that of which a form speaks; null: there is none, or a stock is in it.</summary>
    private DateOnly? DayBefore(Component component, Form form)
    {
        DateOnly? before = null;
        foreach (var state in form.States)
        {
            if (_steps[state].IsStock) return null;
            if (_steps[state].Earlier is >= 0 and var earlier) before = component.States[earlier].Day;
        }

        return before;
    }

    /// <summary>Limits tell only the whole rise of a total to which no claim gives a value: it goes by the calendar, and no step rises by less than its own limits force.</summary>
    private void Force(Course course)
    {
        var (first, last) = (course.States[0], course.States[^1]);
        var whole = Math.Max(0, _scales.RangeOf(last).Low - _scales.RangeOf(first).High);
        var days = Movements.DaysBetween(course, 0, course.Steps);
        for (var step = 0; step < course.Steps; step++)
        {
            var alone = _scales.RangeOf(course.States[step + 1]).Low - _scales.RangeOf(course.States[step]).High;
            ref var expected = ref _steps[course.States[step + 1]];
            expected = expected with { Rise = Math.Max(alone, whole * Movements.DaysBetween(course, step, step + 1) / days) };
        }
    }

    /// <summary>What is expected of sums of which nothing else holds the steps.</summary>
    private void SumUp()
    {
        for (var (pass, any) = (0, true); pass < MostPasses && any; pass++)
        {
            any = false;
            foreach (var constraint in _lasting) any |= constraint.IsEquation && SumUp(constraint.Form);
        }
    }

    private bool SumUp(Form form)
    {
        var sum = -1;
        double rise = 0, variance = 0;
        bool isSilent = false, isEarly = true;
        for (var i = 0; i < form.States.Length; i++)
        {
            var (factor, step) = (form.Coefficients[i], _steps[form.States[i]]);
            if (double.IsFinite(step.Deviation))
            {
                rise += factor * step.Rise;
                variance += factor * factor * step.Deviation * step.Deviation;
                isSilent |= step.IsSilent;
                isEarly &= step.IsEarly || step.Deviation == 0;
                continue;
            }

            if (sum >= 0) return false;
            sum = i;
        }

        if (sum < 0 || !IsSum(form, sum)) return false;
        ref var known = ref _steps[form.States[sum]];
        var size = form.Coefficients[sum];
        known = known with { Rise = Math.Max(known.Rise, -rise / size), Deviation = Math.Sqrt(variance) / Math.Abs(size), IsSilent = isSilent, IsEarly = isEarly };
        return true;
    }

    /// <summary>Whether a form says that one of its states is the sum of the others.</summary>
    private static bool IsSum(Form form, int sum)
    {
        for (var i = 0; i < form.States.Length; i++)
        {
            if (i != sum && form.Coefficients[i] * form.Coefficients[sum] > 0) return false;
        }

        return true;
    }

    private bool Lengthen()
    {
        var any = false;
        foreach (var constraint in _lasting) any |= Lengthen(constraint);
        return any;
    }

    /// <summary>Whether what a relation demands on its day made steps longer.</summary>
    private bool Lengthen(Constraint constraint)
    {
        double expected = 0, low = 0, high = 0;
        for (var i = 0; i < constraint.Form.States.Length; i++)
        {
            var (state, factor) = (constraint.Form.States[i], constraint.Form.Coefficients[i]);
            var step = _steps[state];
            expected += factor * step.Rise;
            // What stands still may be anywhere in its range, on both days alike.
            var range = _scales.RangeOf(step.Earlier < 0 ? state : step.Earlier);
            low += factor * (factor > 0 ? range.Low : range.High);
            high += factor * (factor > 0 ? range.High : range.Low);
        }

        var (least, most) = (constraint.Range.Low - Math.Min(high, constraint.Range.High), constraint.Range.High - Math.Max(low, constraint.Range.Low));
        var any = expected < least ? Lengthen(constraint.Form, least - expected, sign: 1) : expected > most && Lengthen(constraint.Form, expected - most, sign: -1);
        return constraint.IsEquation ? Widen(constraint.Form, sign: 1) | Widen(constraint.Form, sign: -1) | any : any;
    }

    /// <summary>Whether silent steps on one side of an equation may go further now, as far as what is told of the other side.</summary>
    private bool Widen(Form form, int sign)
    {
        double other = 0, told = 0, silent = 0;
        for (var i = 0; i < form.States.Length; i++)
        {
            var (factor, step) = (form.Coefficients[i] * sign, _steps[form.States[i]]);
            var variance = factor * factor * step.Deviation * step.Deviation;
            if (factor < 0 && step.IsSilent) return false;
            if (factor < 0) other += variance;
            else if (step.IsSilent) silent += variance;
            else if (!step.IsEarly) told += variance;
        }

        if (!(silent > 0) || !double.IsFinite(other + told) || !(other > (told + silent) * CloseVariance)) return false;
        var wider = Math.Sqrt((other - told) / silent);
        for (var i = 0; i < form.States.Length; i++)
        {
            ref var step = ref _steps[form.States[i]];
            if (form.Coefficients[i] * sign > 0 && step.IsSilent) step = step with { Deviation = step.Deviation * wider };
        }

        return true;
    }

    /// <summary>Whether silent steps on one side of a relation, which must bring so much more, could not as they were.</summary>
    private bool Lengthen(Form form, double more, int sign)
    {
        double variance = 0, silent = 0;
        for (var i = 0; i < form.States.Length; i++)
        {
            var (factor, step) = (form.Coefficients[i] * sign, _steps[form.States[i]]);
            if (factor < 0 || step.IsEarly) continue;
            var reach = factor * step.Deviation;
            variance += reach * reach;
            if (step.IsSilent) silent += reach;
        }

        if (!(silent > 0) || !(more * more > variance) || !double.IsFinite(more)) return false;
        var forced = Math.Sqrt((more * more) - variance);
        for (var i = 0; i < form.States.Length; i++)
        {
            if (form.Coefficients[i] * sign < 0 || !_steps[form.States[i]].IsSilent) continue;
            ref var step = ref _steps[form.States[i]];
            var rise = step.Rise + (forced * step.Deviation / silent);
            step = step with { Rise = rise, Deviation = Math.Max(step.Deviation, rise) };
        }

        return true;
    }
}
