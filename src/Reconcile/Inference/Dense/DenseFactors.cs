using Reconcile.Figures;
using Reconcile.Inference.Factors;
using Reconcile.Inference.Spaces;

namespace Reconcile.Inference.Dense;

/// <summary>
/// All factors of one account: a broad prior on every state, the shapes of the accepted claims, shared errors and hard inequalities,
/// over the coordinates z = (free states, shared errors).
/// </summary>
internal sealed class DenseFactors
{
    /// <summary>Coefficients under this are what rounding leaves of 0.</summary>
    private const double LeastCoefficient = 1e-13;

    private readonly ReducedSpace _space;
    private readonly ErrorGroups _errors;
    private readonly ClaimShapes _shapes;

    /// <param name="space">The free states and hard inequalities.</param>
    /// <param name="accepted">The claims of the account.</param>
    /// <param name="settings">What earlier rounds have shown.</param>
    public DenseFactors(ReducedSpace space, bool[] accepted, FactorSettings settings)
    {
        _space = space;
        _errors = settings.FoldErrors ? ErrorGroups.None(space.Component) : new ErrorGroups(space.Component, accepted, settings.Parts);
        _shapes = new ClaimShapes(space.Component, accepted, _errors, settings);
        Dimension = space.Free + _errors.Variables;
        Normals = new List<Factor>(space.Component.States.Length + space.Component.Claims.Length + _errors.Variables);
        Others = new List<Factor>(space.Inequalities.Count);
        AddPriors(settings.Scales);
        foreach (var movement in settings.Movements) Add(movement, _errors.Steps.Of(movement));
        AddSharedErrors();
        AddClaims(accepted);
        foreach (var inequality in space.Inequalities) Others.Add(_errors.Variables == 0 ? inequality : inequality with { Direction = Extended(inequality.Direction) });
    }

    public int Dimension { get; }

    /// <summary>Factors with a normal shape, which enter exactly.</summary>
    public List<Factor> Normals { get; }

    /// <summary>All other factors.</summary>
    public List<Factor> Others { get; }

    /// <summary>The direction of one state over all coordinates.</summary>
    public double[] DirectionOf(int state) => Normals[state].Direction;

    /// <summary>The accepted claims that share an error.</summary>
    public IReadOnlyList<int> ClaimsOf(int errorGroup) => _errors.ClaimsOf(errorGroup);

    /// <summary>The first factors are the priors of the states, whose directions are those of the states.</summary>
    private void AddPriors(StateScales scales)
    {
        for (var state = 0; state < _space.Component.States.Length; state++)
        {
            Normals.Add(new Factor(Extended(_space.Row(state)), _space.Offset(state), scales.PriorOf(state), Origin.Prior, state));
        }
    }

    private void Add(in Movement movement, int error)
    {
        var direction = new double[Dimension];
        _space.Row(movement.Later).CopyTo(direction);
        var earlier = _space.Row(movement.Earlier);
        for (var i = 0; i < earlier.Length; i++) direction[i] -= earlier[i];
        if (error >= 0) direction[_space.Free + error] = movement.Told;
        if (!IsMoved(direction)) return;
        Normals.Add(new Factor(direction, _space.Offset(movement.Later) - _space.Offset(movement.Earlier), Shape.Normal(movement.Rise, movement.Deviation), Origin.Movement, movement.Later));
    }

    private void AddSharedErrors()
    {
        for (var variable = 0; variable < _errors.Variables; variable++)
        {
            var direction = new double[Dimension];
            direction[_space.Free + variable] = 1;
            foreach (var shape in _errors.ShapesOf(variable))
            {
                var factor = new Factor(direction, 0, shape, Origin.SharedError, _errors.GroupOf(variable));
                if (shape.IsNormal) Normals.Add(factor);
                else Others.Add(factor);
            }
        }
    }

    private void AddClaims(bool[] accepted)
    {
        var claims = _space.Component.Claims;
        for (var i = 0; i < claims.Length; i++)
        {
            if (!accepted[i]) continue;
            var said = _shapes.Of(i);
            if (said.Form.States.Length == 0) continue;
            var direction = new double[Dimension];
            var offset = _space.Project(said.Form, direction.AsSpan(0, _space.Free));
            if (said.ErrorVariable >= 0) direction[_space.Free + said.ErrorVariable] = said.ErrorSize;
            if (!IsMoved(direction)) continue;
            var factor = new Factor(direction, offset, said.Shape, Origin.Claim, i);
            if (said.Shape.IsNormal) Normals.Add(factor);
            else Others.Add(factor);
        }
    }

    /// <summary>The shared errors that lie further from 0 than this many of their own prior standard deviations.</summary>
    public List<StrainedError>? ErrorsBeyond(double deviations, DenseNormal posterior) => _errors.Beyond(deviations, posterior.Mean.AsSpan(_space.Free));

    /// <summary>Whether a factor says anything: what the relations fix already, such as a − b under a = b, no claim moves.</summary>
    private static bool IsMoved(ReadOnlySpan<double> direction)
    {
        foreach (var coefficient in direction)
        {
            if (Math.Abs(coefficient) > LeastCoefficient) return true;
        }

        return false;
    }

    private double[] Extended(ReadOnlySpan<double> free)
    {
        var direction = new double[Dimension];
        free.CopyTo(direction);
        return direction;
    }
}
