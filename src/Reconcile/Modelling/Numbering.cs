namespace Reconcile.Modelling;

/// <summary>Which component each state belongs to, and its number there.</summary>
/// <param name="Components">By position of the quantity.</param>
/// <param name="Locals">The number within the component, by position of the quantity.</param>
/// <param name="Sizes">The number of states of each component.</param>
internal sealed record Numbering(int[] Components, int[] Locals, int[] Sizes)
{
    /// <summary>A form over positions of quantities as one over the numbers of its component.</summary>
    public Form Localised(Form form)
    {
        if (form.Single >= 0) return Form.Of(Locals[form.Single]);
        var states = new int[form.States.Length];
        var coefficients = form.Coefficients.ToArray();
        for (var i = 0; i < states.Length; i++) states[i] = Locals[form.States[i]];
        Array.Sort(states, coefficients);
        return new Form(states, coefficients);
    }
}
