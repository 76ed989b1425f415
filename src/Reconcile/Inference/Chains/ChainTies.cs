using System.Runtime.InteropServices;
using Reconcile.Inference.Factors;
using Reconcile.Inference.Posteriors;
using Reconcile.Inference.Spaces;
using Reconcile.Mathematics;

namespace Reconcile.Inference.Chains;

/// <summary>
/// The means of a chain if, besides, some forms of states on one day or on days beside each other had certain values, each claim with its error to itself. A tie is a factor of great strength,
/// which nearly gives its form that value; what is missing is found by conjugate gradients over the multipliers (the augmented Lagrangian of Hestenes 1969 and Powell 1969, its dual solved as in Fortin and
/// Glowinski 1983), each step a solution in time linear in the number of days.
/// </summary>
internal sealed class ChainTies : IStateTies
{
    /// <summary>How much more a tie knows of a difference than all factors.</summary>
    private const double Strength = 1e7;

    private const int MostSteps = 40;

    /// <summary>A difference this small beside the states is rounding.</summary>
    private const double Rounding = 1e-13;

    private readonly ChainPosterior _posterior;
    private readonly ArrowLayout _layout;
    private readonly double[] _precision;
    private readonly double[] _mean;
    private readonly double[] _lower;
    private readonly List<Row> _rows = [];
    private readonly List<int> _coordinates = [];
    private readonly List<double> _coefficients = [];

    /// <param name="posterior">What is known of the chain.</param>
    /// <param name="targets">What some states are drawn to besides.</param>
    public ChainTies(ChainPosterior posterior, in Targets targets)
    {
        _posterior = posterior;
        _layout = posterior.Factors.Layout;
        _precision = new double[_layout.Length];
        _lower = new double[_layout.Length];
        _mean = (double[])posterior.Means.Clone();
        AssembleApart(targets);
        if (targets.Drawn.Count > 0) DrawTo(targets);
        Means = posterior.StateMeans(_mean);
    }

    public double[] Means { get; }

    public TiedMeans With(IReadOnlyList<Tie> ties)
    {
        Array.Copy(_precision, _lower, _lower.Length);
        Forget();
        var form = new SparseForm(_layout.Size);
        for (var tie = 0; tie < ties.Count; tie++) Add(ties[tie], tie, Strength, form);
        var pulls = new double[ties.Count];
        if (!ArrowCholesky.TryFactor(_layout, _lower)) return new TiedMeans((double[])Means.Clone(), pulls);
        var mean = (double[])_mean.Clone();
        var step = new double[_layout.Size];
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(_rows)) AddTo(step, row, row.Precision * (FormOf(row, mean) + row.Offset));
        ArrowCholesky.Solve(_layout, _lower, step);
        Vectors.AddScaled(mean, step, -1);
        Close(mean, pulls);
        return new TiedMeans(_posterior.StateMeans(mean), pulls);
    }

    /// <summary>Moves the mean. Ties yield as if nothing had been drawn: each of many silent days has a target of its own, and together they would weigh more than the claims.</summary>
    private void DrawTo(in Targets targets)
    {
        var shift = new double[_layout.Size];
        Array.Copy(_precision, _lower, _lower.Length);
        foreach (var target in targets.Drawn)
        {
            ref readonly var state = ref _posterior.Factors.All[target.State];
            _posterior.AddPairs(state, target.Precision, _lower);
            _posterior.AddForm(state, target.Precision * (target.Value - _posterior.MeanOf(target.State)), shift);
        }

        var form = new SparseForm(_layout.Size);
        for (var i = 0; i < targets.Kept.Count; i++) Add(new Tie(targets.Kept[i], 0), i, Targets.Firmness, form);
        Forget();
        if (!ArrowCholesky.TryFactor(_layout, _lower)) return;
        ArrowCholesky.Solve(_layout, _lower, shift);
        Vectors.AddScaled(_mean, shift, 1);
    }

    /// <summary>Σ coefficient · coordinate + Offset = 0.</summary>
    private readonly record struct Row(int Tie, int First, int Count, double Offset, double Precision, double Size);

    private void Forget()
    {
        _rows.Clear();
        _coordinates.Clear();
        _coefficients.Clear();
    }

    private void Add(in Tie tie, int number, double strength, SparseForm form)
    {
        var factors = _posterior.Factors;
        double offset = -tie.Value, size = Math.Abs(tie.Value);
        for (var term = 0; term < tie.Form.States.Length; term++)
        {
            var (state, coefficient) = (tie.Form.States[term], tie.Form.Coefficients[term]);
            ref readonly var factor = ref factors.All[state];
            for (var i = factor.First; i < factor.First + factor.Count; i++) form.Add(factors.Coordinates[i], coefficient * factors.Coefficients[i]);
            offset += coefficient * factor.Offset;
            size += Math.Abs(coefficient * _posterior.MeanOf(state));
        }

        var start = _coordinates.Count;
        var count = form.MoveTo(_coordinates, _coefficients);
        var variance = 0.0;
        for (var i = start; i < start + count; i++)
        {
            for (var j = start; j < start + count; j++) variance += _coefficients[i] * _coefficients[j] * _posterior.Covariance[_layout.LocationOf(_coordinates[i], _coordinates[j])];
        }

        // What the relations keep apart no tie can join.
        if (!(variance > 0)) return;
        var row = new Row(number, start, count, offset, strength / variance, size);
        _rows.Add(row);
        for (var i = start; i < start + count; i++)
        {
            for (var j = start; j <= i; j++) _lower[_layout.LocationOf(_coordinates[i], _coordinates[j])] += row.Precision * _coefficients[i] * _coefficients[j];
        }
    }

    /// <summary>The precision matrix with the error of each claim to itself; shared errors stay as coordinates on which nothing depends.</summary>
    private void AssembleApart(in Targets targets)
    {
        var factors = _posterior.Factors;
        var errors = new double[_layout.Size];
        for (var variable = 0; variable < factors.Errors; variable++)
        {
            var place = factors.PlaceOfError(variable);
            _precision[_layout.LocationOf(place, place)] = 1;
        }

        foreach (ref readonly var factor in factors.All.AsSpan())
        {
            if (factor.Origin == Origin.SharedError) errors[factors.Coordinates[factor.First]] += factor.Precision;
        }

        foreach (ref readonly var factor in factors.All.AsSpan())
        {
            if (factor.Origin != Origin.SharedError && factor.Precision != 0) AddApart(factor, factor.Precision * targets.PartOf(factor.Origin, factor.Number), errors);
        }
    }

    private void AddApart(in ChainFactor factor, double precision, double[] errors)
    {
        var factors = _posterior.Factors;
        for (var i = factor.First; i < factor.First + factor.Count; i++)
        {
            if (errors[factors.Coordinates[i]] is var known and > 0) precision = Tie.Apart(precision, factors.Coefficients[i], known);
        }

        var pair = factor.FirstPair;
        for (var i = factor.First; i < factor.First + factor.Count; i++)
        {
            for (var j = factor.First; j <= i; j++, pair++)
            {
                if (errors[factors.Coordinates[i]] == 0 && errors[factors.Coordinates[j]] == 0) _precision[factors.Pairs[pair]] += precision * factors.Weights[pair];
            }
        }
    }

    /// <summary>Moves a mean until no tie has a gap.</summary>
    private void Close(double[] mean, double[] pulls)
    {
        var gaps = new double[_rows.Count];
        var direction = new double[_rows.Count];
        var step = new double[_layout.Size];
        var before = 0.0;
        for (var round = 0; round < MostSteps && HasGap(mean, gaps); round++)
        {
            var size = WeightedSquare(gaps);
            var kept = before > 0 ? size / before : 0;
            before = size;
            Array.Clear(step);
            for (var i = 0; i < gaps.Length; i++)
            {
                direction[i] = (_rows[i].Precision * gaps[i]) + (kept * direction[i]);
                AddTo(step, _rows[i], direction[i]);
            }

            ArrowCholesky.Solve(_layout, _lower, step);
            var curvature = 0.0;
            for (var i = 0; i < gaps.Length; i++) curvature += direction[i] * FormOf(_rows[i], step);
            if (!(curvature > 0)) break;
            Vectors.AddScaled(mean, step, -size / curvature);
            for (var i = 0; i < gaps.Length; i++) pulls[_rows[i].Tie] -= size / curvature * direction[i] * DeviationOf(_rows[i]);
        }
    }

    /// <summary>Of what a row measures, before ties.</summary>
    private static double DeviationOf(in Row row) => Math.Sqrt(Strength / row.Precision);

    private double WeightedSquare(double[] gaps)
    {
        var sum = 0.0;
        for (var i = 0; i < gaps.Length; i++) sum += _rows[i].Precision * gaps[i] * gaps[i];
        return sum;
    }

    private bool HasGap(double[] mean, double[] gaps)
    {
        var hasGap = false;
        for (var i = 0; i < gaps.Length; i++)
        {
            gaps[i] = FormOf(_rows[i], mean) + _rows[i].Offset;
            hasGap |= Math.Abs(gaps[i]) > Rounding * _rows[i].Size;
        }

        return hasGap;
    }

    private void AddTo(double[] target, in Row row, double multiple)
    {
        for (var i = row.First; i < row.First + row.Count; i++) target[_coordinates[i]] += multiple * _coefficients[i];
    }

    private double FormOf(in Row row, double[] coordinates)
    {
        var sum = 0.0;
        for (var i = row.First; i < row.First + row.Count; i++) sum += _coefficients[i] * coordinates[_coordinates[i]];
        return sum;
    }
}
