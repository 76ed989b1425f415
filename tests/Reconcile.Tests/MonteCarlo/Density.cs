using Reconcile.Figures;

namespace Reconcile.Tests.MonteCarlo;

/// <summary>One factor of a density: a shape of a linear form of the variables.</summary>
internal sealed class Factor(double[] form, Shape shape)
{
    private readonly Curve curve = new(shape);

    /// <summary>One coefficient per variable.</summary>
    public double[] Form { get; } = form;

    public Shape Shape { get; } = shape;

    public ref readonly Curve Curve => ref curve;
}

/// <summary>A density on a linear subspace: a product of log-concave factors of linear forms, where the equalities hold.</summary>
internal sealed class Density(int variables)
{
    public int Variables { get; } = variables;

    public List<Factor> Factors { get; } = [];

    /// <summary>Forms that are 0 (the start already satisfies them, so only directions matter).</summary>
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
}
