using Reconcile.Figures;
using Reconcile.Inference.Factors;
using Reconcile.Inference.Spaces;
using Reconcile.Mathematics;

namespace Reconcile.Inference.Chains;

/// <summary>
/// All factors of one account of a dated component, over sparse coordinates in the order of days: what <c>DenseFactors</c> is over dense ones. The first are the priors of the
/// states, whose forms are those of the states.
/// </summary>
internal sealed class ChainFactors
{
    private readonly ChainSpace _space;
    private readonly ErrorGroups _errors;
    private readonly SparseForm _form;
    private readonly List<ChainFactor> _list;
    private readonly List<int> _listedCoordinates = [];
    private readonly List<double> _listedCoefficients = [];
    private readonly int[] _movementOf;
    private readonly int[] _places;

    /// <param name="space">The coordinates of the states.</param>
    /// <param name="accepted">The claims of the account.</param>
    /// <param name="settings">What earlier rounds have shown.</param>
    public ChainFactors(ChainSpace space, bool[] accepted, FactorSettings settings)
    {
        _space = space;
        _errors = settings.FoldErrors ? ErrorGroups.None(space.Component) : new ErrorGroups(space.Component, accepted, settings.Parts);
        _form = new SparseForm(space.Coordinates + _errors.Variables);
        _list = new List<ChainFactor>((2 * space.Component.States.Length) + space.Component.Claims.Length + space.Inequalities.Count);
        _movementOf = new int[settings.Movements.Length];
        AddPriors(settings.Scales);
        AddMovements(settings.Movements);
        AddSharedErrors();
        AddClaims(accepted, new ClaimShapes(space.Component, accepted, _errors, settings));
        foreach (var inequality in space.Inequalities) Add(inequality);
        All = [.. _list];
        Coordinates = [.. _listedCoordinates];
        Coefficients = [.. _listedCoefficients];
        (Layout, _places) = Placed();
        (Pairs, Weights) = Paired();
        _list = [];
        _listedCoordinates = [];
        _listedCoefficients = [];
    }

    public ChainFactor[] All { get; }

    /// <summary>Number of states.</summary>
    public int States => _space.Component.States.Length;

    /// <summary>Number of days, of which one block may have several.</summary>
    public int Days => _space.Component.Days;

    /// <summary>How many shared errors meet all days.</summary>
    public int SharedErrors { get; private set; }

    /// <summary>Coordinates of all factors, one after the other.</summary>
    public int[] Coordinates { get; }

    public double[] Coefficients { get; }

    public ArrowLayout Layout { get; }

    /// <summary>Where each pair of coordinates of a factor meets.</summary>
    public int[] Pairs { get; }

    /// <summary>The product of their coefficients.</summary>
    public double[] Weights { get; }

    /// <summary>The accepted claims that share an error.</summary>
    public IReadOnlyList<int> ClaimsOf(int errorGroup) => _errors.ClaimsOf(errorGroup);

    /// <summary>Number of errors that are coordinates.</summary>
    public int Errors => _errors.Variables;

    /// <summary>The coordinate of such an error.</summary>
    public int PlaceOfError(int variable) => _places[_space.Coordinates + variable];

    /// <summary>The shared errors that lie further from 0 than this many of their own prior standard deviations.</summary>
    public List<StrainedError>? ErrorsBeyond(double deviations, double[] means)
    {
        var errors = new double[_errors.Variables];
        for (var variable = 0; variable < errors.Length; variable++) errors[variable] = means[PlaceOfError(variable)];
        return _errors.Beyond(deviations, errors);
    }

    /// <summary>Other steps are expected of the same quantities on the same days.</summary>
    public void SetMovements(Movement[] movements)
    {
        for (var i = 0; i < movements.Length; i++)
        {
            if (_movementOf[i] >= 0) All[_movementOf[i]].SetNormal(movements[i].Rise, movements[i].Deviation);
        }
    }

    /// <summary>Sites to begin with, from another account.</summary>
    public void StartFrom(ChainFactors other)
    {
        var known = new Dictionary<(Origin, int, double), int>();
        for (var i = 0; i < other.All.Length; i++)
        {
            ref readonly var factor = ref other.All[i];
            if (!factor.Shape.IsNormal && factor.Precision > 0) known[(factor.Origin, factor.Number, factor.Shape.Low)] = i;
        }

        for (var i = 0; i < All.Length; i++)
        {
            ref var factor = ref All[i];
            if (factor.Shape.IsNormal || !known.TryGetValue((factor.Origin, factor.Number, factor.Shape.Low), out var twin)) continue;
            (factor.Precision, factor.Shift) = (other.All[twin].Precision, other.All[twin].Shift);
        }
    }

    /// <summary>Mean of the form of a factor, without its offset.</summary>
    public double FormMean(in ChainFactor factor, ReadOnlySpan<double> mean)
    {
        var sum = 0.0;
        for (var i = factor.First; i < factor.First + factor.Count; i++) sum += Coefficients[i] * mean[Coordinates[i]];
        return sum;
    }

    public double FormVariance(in ChainFactor factor, double[] covariance)
    {
        var pair = factor.FirstPair;
        double sum = 0, mixed = 0;
        var (pairs, weights) = (Pairs, Weights);
        for (var i = 0; i < factor.Count; i++)
        {
            for (var j = 0; j < i; j++, pair++) mixed += weights[pair] * covariance[pairs[pair]];
            sum += weights[pair] * covariance[pairs[pair]];
            pair++;
        }

        return sum + (2 * mixed);
    }

    private void AddPriors(StateScales scales)
    {
        for (var state = 0; state < _space.Component.States.Length; state++)
        {
            _space.Add(state, 1, _form);
            AddForm(scales.PriorOf(state), Origin.Prior, state, keepEmpty: true);
        }
    }

    private void AddMovements(Movement[] movements)
    {
        for (var i = 0; i < movements.Length; i++)
        {
            _space.Add(movements[i].Later, 1, _form);
            _space.Add(movements[i].Earlier, -1, _form);
            if (_errors.Steps.Of(movements[i]) is >= 0 and var variable) _form.Add(_space.Coordinates + variable, movements[i].Told);
            _movementOf[i] = AddForm(Shape.Normal(movements[i].Rise, movements[i].Deviation), Origin.Movement, movements[i].Later, keepEmpty: false);
        }
    }

    private void AddSharedErrors()
    {
        for (var variable = 0; variable < _errors.Variables; variable++)
        {
            foreach (var shape in _errors.ShapesOf(variable))
            {
                _form.Add(_space.Coordinates + variable, 1);
                AddForm(shape, Origin.SharedError, _errors.GroupOf(variable), keepEmpty: false);
            }
        }
    }

    private void AddClaims(bool[] accepted, ClaimShapes shapes)
    {
        for (var i = 0; i < accepted.Length; i++)
        {
            if (!accepted[i]) continue;
            var said = shapes.Of(i);
            if (said.Form.States.Length == 0) continue;
            _space.Add(said.Form, _form);
            if (said.ErrorVariable >= 0) _form.Add(_space.Coordinates + said.ErrorVariable, said.ErrorSize);
            AddForm(said.Shape, Origin.Claim, i, keepEmpty: false);
        }
    }

    private void Add(ChainInequality inequality)
    {
        for (var i = 0; i < inequality.Coordinates.Length; i++) _form.Add(inequality.Coordinates[i], inequality.Coefficients[i]);
        AddForm(inequality.Shape, inequality.Origin, inequality.Number, keepEmpty: false);
    }

    /// <summary>What the relations fix already no factor moves: −1.</summary>
    private int AddForm(in Shape shape, Origin origin, int number, bool keepEmpty)
    {
        var (first, offset) = (_listedCoordinates.Count, _form.Offset);
        _form.Offset = 0;
        var count = _form.MoveTo(_listedCoordinates, _listedCoefficients);
        if (count == 0 && !keepEmpty) return -1;
        var factor = new ChainFactor { Shape = shape, Offset = offset, Origin = origin, Number = number, First = first, Count = count };
        if (shape.IsNormal) factor.SetNormal(shape.Low, shape.LowShoulder);
        _list.Add(factor);
        return _list.Count - 1;
    }

    /// <summary>Orders the coordinates day by day. An error that only claims of a few days share lies among these days.</summary>
    private (ArrowLayout Layout, int[] Places) Placed()
    {
        var homes = Homes();
        var sizes = new int[_space.Blocks];
        var border = 0;
        foreach (var home in homes)
        {
            if (home < 0) border++;
            else sizes[home]++;
        }

        var layout = new ArrowLayout(sizes, border);
        var next = (int[])layout.Starts.Clone();
        var places = new int[homes.Length];
        for (var i = 0; i < places.Length; i++) places[i] = next[homes[i] < 0 ? ^1 : homes[i]]++;
        for (var i = 0; i < Coordinates.Length; i++) Coordinates[i] = places[Coordinates[i]];
        return (layout, places);
    }

    private int[] Homes()
    {
        var homes = new int[_space.Coordinates + _errors.Variables];
        for (var i = 0; i < _space.Coordinates; i++) homes[i] = _space.BlockOf(i);
        var earliest = new int[_errors.Variables];
        var latest = new int[_errors.Variables];
        Array.Fill(latest, _space.Blocks - 1);
        foreach (ref readonly var factor in All.AsSpan())
        {
            if (factor.Origin is not (Origin.Claim or Origin.Movement)) continue;
            var (first, last) = (int.MaxValue, -1);
            var coordinates = Coordinates.AsSpan(factor.First, factor.Count);
            foreach (var coordinate in coordinates)
            {
                if (coordinate < _space.Coordinates && _space.BlockOf(coordinate) is var block and >= 0) (first, last) = (Math.Min(first, block), Math.Max(last, block));
            }

            if (last < 0) continue;
            foreach (var coordinate in coordinates)
            {
                if (coordinate - _space.Coordinates is not (>= 0 and var error)) continue;
                // It meets the block of its home and those beside.
                earliest[error] = Math.Max(earliest[error], last - 1);
                latest[error] = Math.Min(latest[error], first + 1);
            }
        }

        for (var error = 0; error < earliest.Length; error++)
        {
            var isLocal = earliest[error] <= latest[error];
            homes[_space.Coordinates + error] = isLocal ? earliest[error] : -1;
            if (!isLocal) SharedErrors++;
        }

        return homes;
    }

    private (int[] Pairs, double[] Weights) Paired()
    {
        var count = 0;
        foreach (ref var factor in All.AsSpan())
        {
            factor.FirstPair = count;
            count += factor.Count * (factor.Count + 1) / 2;
        }

        var pairs = new int[count];
        var weights = new double[count];
        foreach (ref var factor in All.AsSpan())
        {
            var pair = factor.FirstPair;
            (factor.FirstBlock, factor.LastBlock) = (Layout.Blocks, -1);
            for (var i = factor.First; i < factor.First + factor.Count; i++)
            {
                var block = Layout.BlockOf(Coordinates[i]);
                factor.FirstBlock = Math.Min(factor.FirstBlock, block);
                if (block < Layout.Blocks) factor.LastBlock = Math.Max(factor.LastBlock, block);
                for (var j = factor.First; j <= i; j++)
                {
                    pairs[pair] = Layout.LocationOf(Coordinates[i], Coordinates[j]);
                    weights[pair++] = Coefficients[i] * Coefficients[j];
                }
            }
        }

        return (pairs, weights);
    }
}
