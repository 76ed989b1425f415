using Reconcile.Inference;
using Reconcile.Mathematics;
using Reconcile.Modelling;

namespace Reconcile.Explanation;

/// <summary>Turns the states of a component into estimates: rounded where quantities are whole; what explains them is worked out when read.</summary>
internal sealed class EstimateBuilder(Dossier dossier, DateOnly? asOf, GradeBook grades, Wording wording)
{
    /// <summary>Largest amount by which a relation between whole quantities fails after rounding, over all components so far.</summary>
    public double Residue { get; private set; }

    /// <param name="component">The component.</param>
    /// <param name="disputes">Its disputes as results, by position.</param>
    /// <param name="estimates">Receives one estimate for each quantity, at its position.</param>
    public void Add(ComponentEstimate component, Dispute[] disputes, Estimate[] estimates)
    {
        var states = component.Component.States;
        var isRounded = RoundedToWhole(component);
        var bests = isRounded is null ? BestsOf(component) : WholeBests(component, isRounded);
        var headlines = Array.ConvertAll(component.Component.Courses, course => HeadlineOf(course, component));
        var detail = new ComponentDetail(dossier, asOf, component, disputes, bests, isRounded, headlines, grades, wording);
        if (Cores.AreWorth(states.Length)) AddUndatedOnAllCores(component, detail, estimates);
        else AddUndated(component, detail, estimates, 0, states.Length);

        for (var number = 0; number < headlines.Length; number++)
        {
            var (course, headline) = (component.Component.Courses[number], headlines[number]);
            var series = new SeriesPoint[course.States.Length];
            for (var i = 0; i < series.Length; i++)
            {
                var value = detail.ValueOf(course.States[i]);
                series[i] = new SeriesPoint { AsOf = course.Days[i], Best = value.Best, Low = value.Low, High = value.High };
            }

            estimates[states[headline].Position] = ToEstimate(component, headline, states[headline].Day, detail, series);
        }
    }

    /// <summary>The state of the last day at or before that of the dossier on which the quantity is bounded; where it never is, simply of the last such day.</summary>
    private int HeadlineOf(Course course, ComponentEstimate component)
    {
        var last = -1;
        for (var i = course.States.Length - 1; i >= 0; i--)
        {
            if (course.Days[i] > asOf) continue;
            if (last < 0) last = course.States[i];
            if (component.States[course.States[i]].Value.Best is not null) return course.States[i];
        }

        return last >= 0 ? last : course.States[0];
    }

    private void AddUndatedOnAllCores(ComponentEstimate component, ComponentDetail detail, Estimate[] estimates) =>
        Cores.For(component.States.Length, (from, to) => AddUndated(component, detail, estimates, from, to));

    private void AddUndated(ComponentEstimate component, ComponentDetail detail, Estimate[] estimates, int from, int to)
    {
        var states = component.Component.States;
        for (var state = from; state < to; state++)
        {
            if (states[state].Day is null) estimates[states[state].Position] = ToEstimate(component, state, asOf, detail, []);
        }
    }

    private static Estimate ToEstimate(ComponentEstimate component, int state, DateOnly? day, ComponentDetail detail, SeriesPoint[] series)
    {
        var quantity = component.Component.States[state].Quantity;
        var value = detail.ValueOf(state);
        var parts = component.States[state].Parts;
        return new Estimate(quantity, new StateDetail(detail, state))
        {
            AsOf = day,
            Best = value.Best,
            Low = value.Low,
            High = value.High,
            Alternatives = parts.Count == 0 ? [] : detail.ToAlternatives(parts, state),
            Series = series,
        };
    }

    /// <summary>By state, whether its numbers are rounded to whole ones; null: none is. One of which others are a multiple keeps its fraction.</summary>
    private static bool[]? RoundedToWhole(ComponentEstimate component)
    {
        var states = component.Component.States;
        if (!Array.Exists(states, static state => state.Quantity.Whole)) return null;
        var movers = ConsistentRounding.MoversOfOthers(component.Component);
        var isRounded = new bool[states.Length];
        for (var state = 0; state < states.Length; state++) isRounded[state] = states[state].Quantity.Whole && !movers[state];
        return isRounded;
    }

    private static double[] BestsOf(ComponentEstimate component)
    {
        var bests = new double[component.States.Length];
        for (var state = 0; state < bests.Length; state++) bests[state] = component.States[state].Value.Best ?? component.Leading.MeanOf(state);
        return bests;
    }

    /// <summary>The best values, those of whole quantities rounded so that sums still add up.</summary>
    private double[] WholeBests(ComponentEstimate component, bool[] isRounded)
    {
        var rounding = new ConsistentRounding(component.Component, BestsOf(component), 1, state => component.States[state].Value.Best is not null, state => isRounded[state]);
        var rounded = rounding.Round();
        Residue = Math.Max(Residue, rounding.Residue);
        return rounded;
    }
}
