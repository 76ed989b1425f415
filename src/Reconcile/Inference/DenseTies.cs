using Reconcile.Mathematics;
using Reconcile.Modelling;

namespace Reconcile.Inference;

/// <summary>
/// The means over dense matrices if, besides, some forms of states had certain values; errors as in <see cref="ChainTies"/>. A normal with mean m and covariance Σ, given that Dᵀx = r,
/// has the mean m + ΣD (DᵀΣD)⁻¹ (r − Dᵀm).
/// </summary>
internal sealed class DenseTies
{
    private const double Ridge = 1e-12;
    private const int Refinements = 3;

    private readonly ReducedSpace _space;
    private readonly double[]? _lower;

    public DenseTies(ReducedSpace space, Posterior posterior)
    {
        _space = space;
        var precision = PrecisionApart(space.Free, posterior);
        _lower = Cholesky.TryFactor(precision, space.Free) ? precision : null;
    }

    /// <param name="means">The mean of each state without ties.</param>
    /// <param name="ties">What is to hold besides.</param>
    /// <returns>The mean of each state; those without ties where these are beyond the digits of a double.</returns>
    public double[] Means(double[] means, IReadOnlyList<Tie> ties)
    {
        var tied = (double[])means.Clone();
        if (_lower is null) return tied;
        var (n, count) = (_space.Free, ties.Count);
        var directions = new double[count * n];
        for (var i = 0; i < count; i++) AddDirection(ties[i].Form, directions.AsSpan(i * n, n));
        var spreads = (double[])directions.Clone();
        for (var i = 0; i < count; i++) Cholesky.Solve(_lower, n, spreads.AsSpan(i * n, n));
        var matrix = new double[count * count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j <= i; j++) matrix[(i * count) + j] = Vectors.Dot(directions.AsSpan(i * n, n), spreads.AsSpan(j * n, n));
            // Ties that follow from others would leave nothing to divide by.
            matrix[(i * count) + i] *= 1 + Ridge;
        }

        if (!Cholesky.TryFactor(matrix, count)) return tied;
        var missing = new double[count];
        var shift = new double[n];
        // Where one tie is far wider than another, the first answer is off by rounding: what it leaves is solved again (iterative refinement).
        for (var round = 0; round < Refinements; round++)
        {
            for (var i = 0; i < count; i++) missing[i] = ties[i].Value - ties[i].Form.Value(tied);
            Cholesky.Solve(matrix, count, missing);
            Array.Clear(shift);
            for (var i = 0; i < count; i++) Vectors.AddScaled(shift, spreads.AsSpan(i * n, n), missing[i]);
            for (var state = 0; state < tied.Length; state++) tied[state] += Vectors.Dot(_space.Row(state), shift);
        }

        return tied;
    }

    /// <summary>The precision matrix of the free states alone.</summary>
    private static double[] PrecisionApart(int free, Posterior posterior)
    {
        var factors = posterior.Factors;
        var errors = new double[factors.Dimension - free];
        for (var variable = 0; variable < errors.Length; variable++) errors[variable] = factors.IsRepeatedError(variable) ? double.PositiveInfinity : 0;
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

    private void AddDirection(Form form, Span<double> direction)
    {
        for (var i = 0; i < form.States.Length; i++) Vectors.AddScaled(direction, _space.Row(form.States[i]), form.Coefficients[i]);
    }
}
