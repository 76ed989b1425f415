using Reconcile.Inference.Factors;
using Reconcile.Inference.Posteriors;
using Reconcile.Inference.Spaces;
using Reconcile.Mathematics;
using Reconcile.Modelling;

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
    /// <param name="targets">What some states are drawn to besides.</param>
    public DenseTies(ReducedSpace space, DenseNormal posterior, double[] means, in Targets targets)
    {
        _space = space;
        Means = (double[])means.Clone();
        var precision = PrecisionApart(space.Free, posterior, targets);
        if (targets.Drawn.Count > 0) Draw(targets, precision, means);
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

    /// <summary>Moves the means. Ties yield as if nothing had been drawn: each of many silent days has a target of its own, and together they would weigh more than the claims.</summary>
    private void Draw(in Targets targets, double[] precision, double[] means)
    {
        var lower = (double[])precision.Clone();
        var shift = new double[_space.Free];
        foreach (var target in targets.Drawn)
        {
            AddPrecision(_space.Row(target.State), target.Precision, lower);
            Vectors.AddScaled(shift, _space.Row(target.State), target.Precision * (target.Value - means[target.State]));
        }

        if (targets.Kept.Count > 0) Keep(targets.Kept, lower);
        if (!Cholesky.TryFactor(lower, _space.Free)) return;
        Cholesky.Solve(lower, _space.Free, shift);
        for (var state = 0; state < Means.Length; state++) Means[state] += Vectors.Dot(_space.Row(state), shift);
    }

    private void Keep(IReadOnlyList<Form> forms, double[] precision)
    {
        var lower = (double[])precision.Clone();
        if (!Cholesky.TryFactor(lower, _space.Free)) return;
        var (direction, spread) = (new double[_space.Free], new double[_space.Free]);
        foreach (var form in forms)
        {
            _space.Project(form, direction);
            direction.CopyTo(spread, 0);
            Cholesky.Solve(lower, _space.Free, spread);
            // What the relations leave no room needs no hold.
            if (Vectors.Dot(direction, spread) is > 0 and var variance) AddPrecision(direction, Targets.Firmness / variance, precision);
        }
    }

    private static void AddPrecision(ReadOnlySpan<double> direction, double precision, double[] to)
    {
        for (var i = 0; i < direction.Length; i++) Vectors.AddScaled(to.AsSpan(i * direction.Length, direction.Length), direction, precision * direction[i]);
    }

    /// <summary>The precision matrix of the free states with the error of each claim to itself.</summary>
    private static double[] PrecisionApart(int free, DenseNormal posterior, in Targets targets)
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
            var own = precision * targets.PartOf(factor.Origin, factor.Number);
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
