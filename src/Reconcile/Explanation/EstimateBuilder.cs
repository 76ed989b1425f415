using Reconcile.Inference;

namespace Reconcile.Explanation;

/// <summary>Turns the states of a component into estimates: rounded where quantities are whole; what explains them is worked out when read.</summary>
internal sealed class EstimateBuilder(Dossier dossier, DateOnly? asOf, GradeBook grades, Wording wording)
{
    /// <summary>Largest amount by which a relation between whole quantities fails after rounding, over all components so far.</summary>
    public double Residue { get; private set; }

    /// <param name="component">The component.</param>
    /// <param name="disputes">Its disputes as results, by position.</param>
    /// <param name="estimates">Receives one estimate for each state, at the position of its quantity.</param>
    public void Add(ComponentEstimate component, Dispute[] disputes, Estimate[] estimates)
    {
        var states = component.Component.States;
        var bests = WholeBests(component);
        var detail = new ComponentDetail(dossier, component, disputes, bests, grades, wording);
        for (var state = 0; state < states.Length; state++)
        {
            var quantity = states[state].Quantity;
            var value = ValueRounding.Rounded(component.States[state].Value, quantity.Whole ? 1 : 0, bests[state]);
            var parts = component.States[state].Parts;
            estimates[states[state].Position] = new Estimate(quantity, new StateDetail(detail, state, value))
            {
                AsOf = asOf,
                Best = value.Best,
                Low = value.Low,
                High = value.High,
                Alternatives = parts.Count == 0 ? [] : detail.ToAlternatives(parts, quantity.Whole),
            };
        }
    }

    /// <summary>The best values, those of whole quantities rounded so that sums still add up.</summary>
    private double[] WholeBests(ComponentEstimate component)
    {
        var bests = new double[component.States.Length];
        var any = false;
        for (var state = 0; state < bests.Length; state++)
        {
            bests[state] = component.States[state].Value.Best ?? component.Leading.MeanOf(state);
            any |= component.Component.States[state].Quantity.Whole;
        }

        if (!any) return bests;
        var rounding = new ConsistentRounding(component.Component, bests, 1, state => component.Component.States[state].Quantity.Whole && component.States[state].Value.Best is not null);
        var rounded = rounding.Round();
        Residue = Math.Max(Residue, rounding.Residue);
        return rounded;
    }
}
