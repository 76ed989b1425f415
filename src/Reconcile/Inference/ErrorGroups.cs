using Reconcile.Figures;
using Reconcile.Modelling;

namespace Reconcile.Inference;

/// <summary>
/// The shared relative error b of each root, subject and basis: a claim with value v says x + v·b, so x = v (1 − b). Ten figures of one root do
/// not average its error away. An error that only one normal claim has is folded into the width of that claim, which is the same and cheaper.
/// </summary>
internal sealed class ErrorGroups
{
    /// <summary>Standard deviation of the prior of the bias of a leaning source, wide beside its plateau.</summary>
    private const double BroadBias = 3;

    private readonly Component _component;
    private readonly int[] _variables;
    private readonly List<int> _firstClaims = [];

    public ErrorGroups(Component component, ReadOnlySpan<bool> accepted)
    {
        _component = component;
        _variables = new int[component.Claims.Length];
        Array.Fill(_variables, -1);
        for (var i = 0; i < _variables.Length; i++)
        {
            if (accepted[i] && _variables[i] < 0 && Shares(i)) AddGroupOf(i, accepted);
        }
    }

    /// <summary>Number of errors that are coordinates.</summary>
    public int Variables => _firstClaims.Count;

    /// <summary>The coordinate that a claim shares; −1: none.</summary>
    public int VariableOf(int claim) => _variables[claim];

    public int GroupOf(int variable) => _component.Claims[_firstClaims[variable]].ErrorGroup;

    /// <summary>What is known of a shared error beforehand: N(0, (e/1.96)²); for a leaning source a plateau of what is usual, with its error as shoulder on the honest side.</summary>
    public IEnumerable<Shape> ShapesOf(int variable)
    {
        var claim = _component.Claims[_firstClaims[variable]];
        var sd = Math.Max(claim.RelativeError / 1.96, 1e-6);
        if (claim.Leaning is not { } leaning) return [Shape.Normal(0, sd)];
        // Published: parties to the war of 2022 overstated enemy losses by 1.5 to 5 times and understated their own by 0.3 to 0.6 (Radford et al. 2023, PNAS).
        var plateau = leaning == Tendency.Overstate ? new Shape(0, 0.8, sd, 0.07) : new Shape(-2.33, 0, 0.3, sd);
        return [Shape.Normal(0, BroadBias), plateau];
    }

    /// <summary>Prior standard deviation of a shared error; null for a leaning source, whose error may well be large.</summary>
    public double? DeviationOf(int variable)
    {
        var claim = _component.Claims[_firstClaims[variable]];
        return claim.Leaning is null ? claim.RelativeError / 1.96 : null;
    }

    /// <summary>The mean of the values that the group of a claim gives what the claim speaks of.</summary>
    public double MeanValueOf(int claim)
    {
        var claims = _component.Claims;
        double sum = 0;
        var count = 0;
        for (var i = 0; i < claims.Length; i++)
        {
            if (_variables[i] != _variables[claim] || claims[i].Claim.Quantity != claims[claim].Claim.Quantity || claims[i].Claim.Figure.Kind != claims[claim].Claim.Figure.Kind) continue;
            sum += claims[i].Value;
            count++;
        }

        return sum / count;
    }

    private void AddGroupOf(int first, ReadOnlySpan<bool> accepted)
    {
        var claims = _component.Claims;
        var count = 0;
        for (var i = first; i < claims.Length; i++)
        {
            if (accepted[i] && claims[i].ErrorGroup == claims[first].ErrorGroup && Shares(i)) count++;
        }

        if (count == 1 && claims[first].Shape.IsNormal && claims[first].Leaning is null) return;
        for (var i = first; i < claims.Length; i++)
        {
            if (accepted[i] && claims[i].ErrorGroup == claims[first].ErrorGroup && Shares(i)) _variables[i] = _firstClaims.Count;
        }

        _firstClaims.Add(first);
    }

    /// <summary>Whether a claim scales with the error of its source: not a share, and not a difference.</summary>
    private bool Shares(int claim)
    {
        var modelled = _component.Claims[claim];
        return !modelled.IsShare && modelled.Value != 0 && (modelled.RelativeError > 0 || modelled.Leaning is not null) && modelled.Form.HasOnlyPositiveCoefficients();
    }
}
