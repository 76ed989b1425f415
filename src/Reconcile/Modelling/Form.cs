namespace Reconcile.Modelling;

/// <summary>A linear form Σ coefficient · state over the states of one component, states ascending, coefficients not 0.</summary>
internal sealed class Form(int[] states, double[] coefficients)
{
    private static readonly double[] One = [1];

    public ReadOnlySpan<int> States => states;

    public ReadOnlySpan<double> Coefficients => coefficients;

    /// <summary>The state, when the form is one state with coefficient 1; else −1.</summary>
    public int Single { get; } = states.Length == 1 && coefficients[0] == 1 ? states[0] : -1;

    /// <summary>One state by itself.</summary>
    public static Form Of(int state) => new([state], One);

    public bool HasOnlyPositiveCoefficients()
    {
        foreach (var coefficient in coefficients)
        {
            if (coefficient < 0) return false;
        }

        return true;
    }

    public double Value(ReadOnlySpan<double> point)
    {
        var sum = 0.0;
        for (var i = 0; i < states.Length; i++) sum += coefficients[i] * point[states[i]];
        return sum;
    }

    /// <summary>This form minus <paramref name="factor"/> times another.</summary>
    public Form Minus(double factor, Form other)
    {
        var terms = new SortedDictionary<int, double>();
        for (var i = 0; i < states.Length; i++) terms[states[i]] = coefficients[i];
        for (var i = 0; i < other.States.Length; i++)
        {
            terms[other.States[i]] = terms.GetValueOrDefault(other.States[i]) - (factor * other.Coefficients[i]);
        }

        var kept = terms.Where(term => term.Value != 0).ToArray();
        return new Form([.. kept.Select(term => term.Key)], [.. kept.Select(term => term.Value)]);
    }
}
