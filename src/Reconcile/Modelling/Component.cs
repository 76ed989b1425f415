namespace Reconcile.Modelling;

/// <summary>States that relations or claims connect, directly or not. Components know nothing of each other.</summary>
/// <remarks>States are ordered by the id of their quantity, constraints and claims by content, so that the order of input changes nothing.</remarks>
internal sealed class Component(State[] states, Constraint[] constraints, ModelledClaim[] claims)
{
    public State[] States { get; } = states;

    /// <summary>Relations between two or more of its states.</summary>
    public Constraint[] Constraints { get; } = constraints;

    public ModelledClaim[] Claims { get; } = claims;

    /// <summary>By state, the claims that speak of it alone.</summary>
    public List<int>[] ClaimsOfState { get; } = ByState(states.Length, claims);

    /// <summary>The largest size of a figure or bound: the natural scale of the numbers, at least the smallest positive normal number.</summary>
    public double Scale(ReadOnlySpan<bool> accepted)
    {
        var scale = 0.0;
        for (var i = 0; i < Claims.Length; i++)
        {
            if (accepted[i] && !Claims[i].IsShare) scale = Math.Max(scale, Math.Abs(Claims[i].Value));
        }

        if (scale > 0) return scale;
        foreach (var state in States)
        {
            if (double.IsFinite(state.Bounds.Low)) scale = Math.Max(scale, Math.Abs(state.Bounds.Low));
            if (double.IsFinite(state.Bounds.High)) scale = Math.Max(scale, Math.Abs(state.Bounds.High));
        }

        return scale > 0 ? scale : 1;
    }

    private static List<int>[] ByState(int states, ModelledClaim[] claims)
    {
        var byState = new List<int>[states];
        for (var state = 0; state < states; state++) byState[state] = [];
        for (var i = 0; i < claims.Length; i++)
        {
            if (!claims[i].IsShare && claims[i].Form.Single >= 0) byState[claims[i].Form.Single].Add(i);
        }

        return byState;
    }
}
