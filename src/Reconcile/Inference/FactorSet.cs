using Reconcile.Figures;
using Reconcile.Modelling;

namespace Reconcile.Inference;

/// <summary>How the factors of an account are made, after what earlier rounds have shown.</summary>
/// <param name="Point">A value for each state, from which shares take the size of their denominator; null: unknown yet.</param>
/// <param name="FoldErrors">Whether every error is folded into the width of its claim, as if it were not shared.</param>
/// <param name="Strained">Error groups whose figures contradict each other.</param>
/// <param name="Resolution">Smallest standard deviation of a shape, in scales of the component: an exact figure beside a broad prior would exhaust the digits of a double.</param>
internal sealed record FactorSettings(double[]? Point, bool FoldErrors, IReadOnlySet<int> Strained, double Resolution)
{
    public static FactorSettings First { get; } = new(null, false, new HashSet<int>(), 2e-7);
}

/// <summary>
/// All factors of one account: a broad prior on every state (centre and scale S, sd 10 S), the shapes of the accepted claims, shared errors and hard inequalities,
/// over the coordinates z = (free states, shared errors).
/// </summary>
internal sealed class FactorSet
{
    /// <summary>Standard deviation of the prior in scales of the component.</summary>
    private const double PriorWidth = 10;

    private readonly ReducedSpace _space;
    private readonly ErrorGroups _errors;
    private readonly FactorSettings _settings;
    private readonly bool[] _accepted;

    /// <param name="space">The free states and hard inequalities.</param>
    /// <param name="accepted">The claims of the account.</param>
    /// <param name="settings">What earlier rounds have shown.</param>
    public FactorSet(ReducedSpace space, bool[] accepted, FactorSettings settings)
    {
        _space = space;
        _accepted = accepted;
        _settings = settings;
        _errors = new ErrorGroups(space.Component, settings.FoldErrors ? new bool[accepted.Length] : accepted);
        Scale = space.Component.Scale(accepted);
        Dimension = space.Free + _errors.Variables;
        AddPriors();
        AddSharedErrors();
        AddClaims();
        foreach (var inequality in space.Inequalities) Others.Add(inequality with { Direction = Extended(inequality.Direction) });
    }

    public int Dimension { get; }

    /// <summary>S: the largest size of an accepted figure.</summary>
    public double Scale { get; }

    /// <summary>Factors with a normal shape, which enter exactly.</summary>
    public List<Factor> Normals { get; } = [];

    /// <summary>All other factors.</summary>
    public List<Factor> Others { get; } = [];

    /// <summary>The direction of one state over all coordinates.</summary>
    public double[] DirectionOf(int state) => Extended(_space.Row(state));

    /// <summary>The accepted claims that share an error.</summary>
    public IReadOnlyList<int> ClaimsOf(int errorGroup)
    {
        var claims = new List<int>();
        for (var i = 0; i < _accepted.Length; i++)
        {
            if (_accepted[i] && _errors.VariableOf(i) >= 0 && _space.Component.Claims[i].ErrorGroup == errorGroup) claims.Add(i);
        }

        return claims;
    }

    private void AddPriors()
    {
        var sd = PriorWidth * Scale;
        for (var state = 0; state < _space.Component.States.Length; state++)
        {
            Normals.Add(new Factor(DirectionOf(state), _space.Offset(state), Shape.Normal(Scale, sd), Origin.Prior, state));
        }
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

    private void AddClaims()
    {
        var claims = _space.Component.Claims;
        for (var i = 0; i < claims.Length; i++)
        {
            if (!_accepted[i]) continue;
            var direction = new double[Dimension];
            var form = claims[i].Form;
            var shape = HasTail(i) ? claims[i].Shape : WithoutTail(claims[i].Shape);
            if (claims[i].Denominator is { } denominator)
            {
                // a/b = s with b of size D is a − s·b = 0 within the width of the share times D.
                var share = claims[i].Best ?? (double.IsFinite(claims[i].Value) ? claims[i].Value : 0);
                var size = SizeOf(denominator);
                form = form.Minus(share, denominator);
                shape = Rescaled(shape, share, size);
            }

            if (form.States.Length == 0) continue;
            var offset = _space.Project(form, direction.AsSpan(0, _space.Free));
            shape = WithError(i, shape, direction, claims[i].IsShare ? SizeOf(claims[i].Denominator!) : 1);
            var factor = new Factor(direction, offset, Floored(shape), Origin.Claim, i);
            if (factor.Shape.IsNormal) Normals.Add(factor);
            else Others.Add(factor);
        }
    }

    /// <summary>The shared error of the claim: as a coordinate where several claims or a shape that is not normal share it, else folded into the width.</summary>
    private Shape WithError(int claim, Shape shape, double[] direction, double unit)
    {
        var modelled = _space.Component.Claims[claim];
        var variable = _errors.VariableOf(claim);
        if (variable >= 0)
        {
            direction[_space.Free + variable] = ErrorSizeOf(claim);
            return shape;
        }

        var deviation = modelled.RelativeError * Math.Abs(modelled.Value) * unit / 1.96;
        return shape with { LowShoulder = Joined(shape.LowShoulder, deviation), HighShoulder = Joined(shape.HighShoulder, deviation) };

        static double Joined(double shoulder, double deviation) => shoulder > 0 ? Math.Sqrt((shoulder * shoulder) + (deviation * deviation)) : shoulder;
    }

    /// <summary>
    /// By how much a relative error moves what the claim says: its value, or the mean of the values where one root gives several. Where the figures of
    /// a root contradict each other, the estimate itself: else an error near 1 would explain every contradiction away, with all states near 0.
    /// </summary>
    private double ErrorSizeOf(int claim)
    {
        var modelled = _space.Component.Claims[claim];
        if (_settings.Point is { } point && _settings.Strained.Contains(modelled.ErrorGroup)
            && modelled.Claim.Figure.Kind is FigureKind.Point or FigureKind.Range)
        {
            return modelled.Form.Value(point);
        }

        return _errors.MeanValueOf(claim);
    }

    /// <summary>The groups whose shared error lies this far, in its own prior standard deviations, from 0.</summary>
    public IEnumerable<int> GroupsBeyond(double deviations, Posterior posterior)
    {
        for (var variable = 0; variable < _errors.Variables; variable++)
        {
            if (_errors.DeviationOf(variable) is { } deviation && Math.Abs(posterior.Mean[_space.Free + variable]) > deviations * deviation) yield return _errors.GroupOf(variable);
        }
    }

    private Shape Floored(Shape shape)
    {
        var least = _settings.Resolution * Scale;
        return shape with
        {
            LowShoulder = shape.LowShoulder > 0 ? Math.Max(shape.LowShoulder, least) : 0,
            HighShoulder = shape.HighShoulder > 0 ? Math.Max(shape.HighShoulder, least) : 0,
        };
    }

    /// <summary>Only the highest accepted floor of a state says that the truth is not far above it.</summary>
    private bool HasTail(int claim)
    {
        var claims = _space.Component.Claims;
        if (claims[claim].Shape.HighTail == 0 || claims[claim].Form.Single < 0 || claims[claim].IsShare) return true;
        for (var i = 0; i < claims.Length; i++)
        {
            if (i == claim || !_accepted[i] || claims[i].IsShare || claims[i].Claim.Figure.Kind != FigureKind.Floor) continue;
            if (claims[i].Form.Single != claims[claim].Form.Single) continue;
            if (claims[i].Value > claims[claim].Value || (claims[i].Value == claims[claim].Value && i < claim)) return false;
        }

        return true;
    }

    private static Shape WithoutTail(Shape shape) => shape with { High = double.PositiveInfinity, HighTail = 0, HighShoulder = 0 };

    private static Shape Rescaled(Shape shape, double share, double size) => new(
        (shape.Low - share) * size, (shape.High - share) * size, shape.LowShoulder * size, shape.HighShoulder * size, shape.LowTail * size, shape.HighTail * size);

    private double SizeOf(Form denominator)
    {
        if (_settings.Point is not { } point) return Scale;
        var size = Math.Abs(denominator.Value(point));
        return size > 0 ? size : Scale;
    }

    private double[] Extended(ReadOnlySpan<double> free)
    {
        var direction = new double[Dimension];
        free.CopyTo(direction);
        return direction;
    }
}
