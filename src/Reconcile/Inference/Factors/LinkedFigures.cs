using Reconcile.Mathematics;
using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>Figures of one root that relations or sums link, as a component of their own: over days mostly those of one day.</summary>
/// <param name="Component">The states that are linked, their relations, and the figures.</param>
/// <param name="Figures">Its claims that belong to the group.</param>
/// <param name="Claims">The same claims as numbered in the whole component.</param>
internal readonly record struct LinkedFigures(Component Component, int[] Figures, int[] Claims)
{
    /// <summary>Each part in which there are several figures.</summary>
    /// <param name="component">The whole component.</param>
    /// <param name="group">Claims of one root.</param>
    public static LinkedFigures[] Of(Component component, int[] group)
    {
        var sets = new DisjointSets(component.States.Length);
        foreach (var constraint in component.Constraints) Join(sets, constraint.Form.States);
        foreach (var claim in group) Join(sets, component.Claims[claim].Form.States);
        return AreOne(sets, component.States.Length) ? [new LinkedFigures(component, group, group)] : Apart(component, group, sets);
    }

    private static bool AreOne(DisjointSets sets, int states)
    {
        for (var state = 1; state < states; state++)
        {
            if (sets.Find(state) != sets.Find(0)) return false;
        }

        return true;
    }

    private static LinkedFigures[] Apart(Component component, int[] group, DisjointSets sets)
    {
        var parts = group.Where(claim => component.Claims[claim].Form.States.Length > 0).GroupBy(claim => sets.Find(component.Claims[claim].Form.States[0])).Where(static part => part.Count() > 1).ToList();
        if (parts.Count == 0) return [];
        var (places, states) = Numbered(component, sets);
        var constraints = component.Constraints.ToLookup(constraint => sets.Find(constraint.Form.States[0]));
        return [.. parts.Select(part => Of(component, [.. part], states[part.Key], [.. constraints[part.Key]], places))];
    }

    private static LinkedFigures Of(Component component, int[] claims, List<int> states, Constraint[] constraints, int[] places)
    {
        var linked = new Component(
            [.. states.Select(state => component.States[state])],
            [.. constraints.Select(constraint => constraint with { Form = Placed(constraint.Form, places) })],
            [.. claims.Select(claim => component.Claims[claim] with { Form = Placed(component.Claims[claim].Form, places) })],
            []);
        return new LinkedFigures(linked, [.. Enumerable.Range(0, claims.Length)], claims);
    }

    private static void Join(DisjointSets sets, ReadOnlySpan<int> states)
    {
        for (var i = 1; i < states.Length; i++) sets.Join(states[0], states[i]);
    }

    /// <summary>For each state its place among those that are linked to it, and these, ascending, by the one that stands for them.</summary>
    private static (int[] Places, Dictionary<int, List<int>> States) Numbered(Component component, DisjointSets sets)
    {
        var places = new int[component.States.Length];
        var states = new Dictionary<int, List<int>>();
        for (var state = 0; state < places.Length; state++)
        {
            var root = sets.Find(state);
            if (!states.TryGetValue(root, out var linked)) states.Add(root, linked = []);
            places[state] = linked.Count;
            linked.Add(state);
        }

        return (places, states);
    }

    private static Form Placed(Form form, int[] places) =>
        form.Single >= 0 ? Form.Of(places[form.Single]) : new Form(Array.ConvertAll(form.States.ToArray(), state => places[state]), form.Coefficients.ToArray());
}
