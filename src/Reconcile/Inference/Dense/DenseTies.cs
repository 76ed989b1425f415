using Reconcile.Inference.Factors;
using Reconcile.Inference.Posteriors;
using Reconcile.Inference.Spaces;
using Reconcile.Mathematics;

namespace Reconcile.Inference.Dense;

/// <summary>
/// The means over dense matrices if, besides, some forms of states had certain values, each claim with its error to itself. A normal with mean m and covariance Σ, given that Dᵀx = r,
/// has the mean m + ΣD (DᵀΣD)⁻¹ (r − Dᵀm).
/// </summary>
internal sealed class DenseTies : IStateTies
{
    private const double Ridge = 1e-12;
    private const int Refinements = 3;

    private readonly ReducedSpace _space;
    private readonly double[]? _lower;

    /// <param name="space">The free states.</param>
    /// <param name="posterior">What is known of them.</param>
    /// <param name="means">The mean of each state.</param>
    /// <param name="deviations">The standard deviation of each state.</param>
    /// <param name="targets">What some states are drawn to besides.</param>
    public DenseTies(ReducedSpace space, DenseNormal posterior, double[] means, double[] deviations, in Targets targets)
    {
        _space = space;
        Means = (double[])means.Clone();
        var precision = PrecisionApart(space.Free, posterior);
        var shift = new double[space.Free];
        foreach (var target in targets.Drawn)
        {
            AddPrecision(target.State, target.Precision, precision);
            Vectors.AddScaled(shift, space.Row(target.State), target.Precision * (target.Value - means[target.State]));
        }

        if (targets.Drawn.Count > 0) Draw(shift, precision, deviations, targets.Kept);
        if (Cholesky.TryFactor(precision, space.Free)) _lower = precision;
    }

    public double[] Means { get; }

    public TiedMeans With(IReadOnlyList<Tie> ties)
    {
        var tied = (double[])Means.Clone();
        var pulls = new double[ties.Count];
        if (_lower is null) return new TiedMeans(tied, pulls);
        var (n, count) = (_space.Free, ties.Count);
        var directions = new double[count * n];
        for (var i = 0; i < count; i++) _space.Project(ties[i].Form, directions.AsSpan(i * n, n));
        var spreads = (double[])directions.Clone();
        for (var i = 0; i < count; i++) Cholesky.Solve(_lower, n, spreads.AsSpan(i * n, n));
        var matrix = new double[count * count];
        var deviations = new double[count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j <= i; j++) matrix[(i * count) + j] = Vectors.Dot(directions.AsSpan(i * n, n), spreads.AsSpan(j * n, n));
            deviations[i] = Math.Sqrt(matrix[(i * count) + i]);
            // Ties that follow from others would leave nothing to divide by.
            matrix[(i * count) + i] *= 1 + Ridge;
        }

        if (!Cholesky.TryFactor(matrix, count)) return new TiedMeans(tied, pulls);
        var missing = new double[count];
        var shift = new double[n];
        // Where one tie is far wider than another, the first answer is off by rounding: what it leaves is solved again (iterative refinement).
        for (var round = 0; round < Refinements; round++)
        {
            for (var i = 0; i < count; i++) missing[i] = ties[i].Value - ties[i].Form.Value(tied);
            Cholesky.Solve(matrix, count, missing);
            for (var i = 0; i < count; i++) pulls[i] += missing[i] * deviations[i];
            Array.Clear(shift);
            for (var i = 0; i < count; i++) Vectors.AddScaled(shift, spreads.AsSpan(i * n, n), missing[i]);
            for (var state = 0; state < tied.Length; state++) tied[state] += Vectors.Dot(_space.Row(state), shift);
        }

        return new TiedMeans(tied, pulls);
    }

    private void Draw(double[] shift, double[] precision, double[] deviations, IReadOnlyList<int> kept)
    {
        var lower = (double[])precision.Clone();
        foreach (var state in kept) AddPrecision(state, Targets.Firmness / (deviations[state] * deviations[state]), lower);
        if (!Cholesky.TryFactor(lower, _space.Free)) return;
        Cholesky.Solve(lower, _space.Free, shift);
        for (var state = 0; state < Means.Length; state++) Means[state] += Vectors.Dot(_space.Row(state), shift);
    }

    private void AddPrecision(int state, double precision, double[] to)
    {
        var row = _space.Row(state);
        for (var i = 0; i < row.Length; i++) Vectors.AddScaled(to.AsSpan(i * row.Length, row.Length), row, precision * row[i]);
    }

    /// <summary>The precision matrix of the free states with the error of each claim to itself.</summary>
    private static double[] PrecisionApart(int free, DenseNormal posterior)
    {
        var factors = posterior.Factors;
        var errors = new double[factors.Dimension - free];
        foreach (var (factor, precision) in posterior.Sites())
        {
            if (factor.Origin == Origin.SharedError) errors[Array.FindIndex(factor.Direction, free, static coefficient => coefficient != 0) - free] += precision;
        }

        var all = new double[free * free];
        foreach (var (factor, precision) in posterior.Sites())
        {
            if (factor.Origin == Origin.SharedError) continue;
            var own = precision;
            for (var variable = 0; variable < errors.Length; variable++)
            {
                if (factor.Direction[free + variable] is var size and not 0) own = Tie.Apart(own, size, errors[variable]);
            }

            for (var row = 0; row < free; row++)
            {
                if (factor.Direction[row] is var coefficient and not 0) Vectors.AddScaled(all.AsSpan(row * free, free), factor.Direction.AsSpan(0, free), own * coefficient);
            }
        }

        return all;
    }
}
