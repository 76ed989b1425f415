namespace Reconcile.Modelling;

/// <summary>Which component each quantity belongs to, and the numbers of its states there.</summary>
/// <param name="Components">By position of the quantity.</param>
/// <param name="Locals">By position of the quantity: the number of its only state, or, for a moving quantity of a component with a timeline, its number on each day.</param>
/// <param name="Sizes">The number of states of each component.</param>
/// <param name="Timelines">The days of each component whose moving quantities have dated evidence; null where none has.</param>
/// <param name="Moves">By position of the quantity: whether it has a state on each day of the timeline of its component.</param>
internal sealed record Numbering(int[] Components, int[] Locals, int[] Sizes, Timeline?[] Timelines, bool[] Moves)
{
    /// <summary>The timeline of a component that has one.</summary>
    public Timeline TimelineOf(int component) => Timelines[component] ?? throw new InvalidOperationException("The component has no days.");

    /// <summary>The state of a quantity on one of the days of its component; of a fixed quantity its only one.</summary>
    public int StateOf(int quantity, int day)
    {
        if (!Moves[quantity]) return Locals[quantity];
        var timeline = TimelineOf(Components[quantity]);
        return timeline.Fixed + (day * timeline.Moving) + Locals[quantity];
    }

    /// <summary>A form over positions of quantities as one over the states of its component on one of its days.</summary>
    public Form Localised(Form form, int day)
    {
        if (form.Single >= 0) return Form.Of(StateOf(form.Single, day));
        var states = new int[form.States.Length];
        var coefficients = form.Coefficients.ToArray();
        for (var i = 0; i < states.Length; i++) states[i] = StateOf(form.States[i], day);
        Array.Sort(states, coefficients);
        return new Form(states, coefficients);
    }

    /// <summary>By how much a form grows from one day to another.</summary>
    public Form Growth(Form form, int from, int to)
    {
        var count = form.States.Length;
        var states = new int[2 * count];
        var coefficients = new double[2 * count];
        for (var i = 0; i < count; i++)
        {
            (states[i], coefficients[i]) = (StateOf(form.States[i], from), -form.Coefficients[i]);
            (states[count + i], coefficients[count + i]) = (StateOf(form.States[i], to), form.Coefficients[i]);
        }

        Array.Sort(states, coefficients);
        return new Form(states, coefficients);
    }
}
