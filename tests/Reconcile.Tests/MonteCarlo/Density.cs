using Reconcile.Figures;

namespace Reconcile.Tests.MonteCarlo;

/// <summary>One factor of a density: a shape of a linear form of the variables.</summary>
/// <param name="Form">One coefficient per variable.</param>
/// <param name="Shape">Its likelihood.</param>
internal sealed record Factor(double[] Form, Shape Shape);

/// <summary>A density on a linear subspace: a product of log-concave factors of linear forms, where the equalities hold.</summary>
internal sealed class Density(int variables)
{
    public int Variables { get; } = variables;

    public List<Factor> Factors { get; } = [];

    /// <summary>Forms that are 0 (homogeneous: the start already satisfies them, so only directions matter).</summary>
    public List<double[]> Equalities { get; } = [];

    /// <summary>A form with the given coefficients and 0 elsewhere.</summary>
    public double[] Form(params (int Variable, double Coefficient)[] terms)
    {
        var form = new double[Variables];
        foreach (var (variable, coefficient) in terms) form[variable] += coefficient;
        return form;
    }

    public Density Times(Shape shape, params (int Variable, double Coefficient)[] terms)
    {
        Factors.Add(new Factor(Form(terms), shape));
        return this;
    }

    /// <summary>Logarithm of a shape at a point, up to a constant; −∞ outside its support.</summary>
    public static double Log(in Shape shape, double t)
    {
        if (t < shape.Low) return Fall(shape.Low - t, shape.LowShoulder, shape.LowTail);
        return t > shape.High ? Fall(t - shape.High, shape.HighShoulder, shape.HighTail) : 0;
    }

    private static double Fall(double distance, double shoulder, double tail) =>
        tail > 0 ? -distance / tail
        : shoulder > 0 ? -0.5 * (distance / shoulder) * (distance / shoulder)
        : double.NegativeInfinity;
}
