namespace Reconcile.Modelling;

/// <summary>A linear form Σ coefficient · state over the states of one component, states ascending, coefficients not 0.</summary>
internal sealed class Form
{
    private static readonly double[] One = [1];

    /// <summary>Used without an array of states only.</summary>
    private readonly int _first;

    /// <summary>Null: the first state alone.</summary>
    private readonly int[]? _states;

    private readonly double[] _coefficients;

    public Form(int[] states, double[] coefficients)
    {
        _states = states;
        _coefficients = coefficients;
        Single = states.Length == 1 && coefficients[0] == 1 ? states[0] : -1;
    }

    private Form(int state)
    {
        _first = Single = state;
        _coefficients = One;
    }

    public ReadOnlySpan<int> States => _states is null ? new ReadOnlySpan<int>(in _first) : _states;

    public ReadOnlySpan<double> Coefficients => _coefficients;

    /// <summary>The state, when the form is one state with coefficient 1; else −1.</summary>
    public int Single { get; }

    /// <summary>One state by itself.</summary>
    public static Form Of(int state) => new(state);

    public bool HasOnlyPositiveCoefficients()
    {
        foreach (var coefficient in _coefficients)
        {
            if (coefficient < 0) return false;
        }

        return true;
    }

    public double Value(ReadOnlySpan<double> point)
    {
        var sum = 0.0;
        var states = States;
        for (var i = 0; i < states.Length; i++) sum += _coefficients[i] * point[states[i]];
        return sum;
    }

    /// <summary>This form minus <paramref name="factor"/> times another.</summary>
    public Form Minus(double factor, Form other)
    {
        var terms = new SortedDictionary<int, double>();
        for (var i = 0; i < States.Length; i++) terms[States[i]] = Coefficients[i];
        for (var i = 0; i < other.States.Length; i++)
        {
            terms[other.States[i]] = terms.GetValueOrDefault(other.States[i]) - (factor * other.Coefficients[i]);
        }

        var kept = terms.Where(term => term.Value != 0).ToArray();
        return new Form([.. kept.Select(term => term.Key)], [.. kept.Select(term => term.Value)]);
    }

    /// <summary>Forms are the same that have the same value at every point.</summary>
    public sealed class Comparer : IEqualityComparer<Form>
    {
        public static readonly Comparer Instance = new();

        public bool Equals(Form? x, Form? y) =>
            ReferenceEquals(x, y) || (x is not null && y is not null && x.States.SequenceEqual(y.States) && x.Coefficients.SequenceEqual(y.Coefficients));

        public int GetHashCode(Form obj)
        {
            var hash = default(HashCode);
            foreach (var state in obj.States) hash.Add(state);
            foreach (var coefficient in obj.Coefficients) hash.Add(coefficient);
            return hash.ToHashCode();
        }
    }
}
