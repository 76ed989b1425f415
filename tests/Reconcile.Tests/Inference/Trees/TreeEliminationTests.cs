using FsCheck.Xunit;
using MathNet.Numerics.LinearAlgebra;
using Reconcile.Consistency;
using Reconcile.Inference.Trees;
using Reconcile.Tests.Consistency;
using Xunit;

namespace Reconcile.Tests.Inference.Trees;

/// <summary>Passes along a tree against the normal distribution of all nodes, conditioned on the equations at once.</summary>
[Properties(EndSize = 1_000_000, Replay = "14879593508706064836,2515029679058211881")]
public class TreeEliminationTests
{
    [Property(MaxTest = 150)]
    public void Means_variances_and_covariances_are_those_of_a_normal_conditioned_on_all_equations(int seed)
    {
        var random = new Random(seed);
        var sketch = RandomSketch.Tree(random);
        // A claim on more than one state by itself has a node of its own.
        sketch.Claim([(random.Next(sketch.States), 2)], null, 3, 9);
        var network = new TreeNetwork(sketch.Build());
        var precisions = Enumerable.Range(0, network.Nodes).Select(_ => Math.Exp(3 * (random.NextDouble() - 0.5))).ToArray();
        var shifts = Enumerable.Range(0, network.Nodes).Select(_ => (10 * random.NextDouble()) - 5).ToArray();
        var tree = new TreeElimination(network);
        var (means, homogeneous) = (new double[network.Nodes], new double[network.Nodes]);

        tree.SetPrecisions(precisions);
        tree.Means(shifts, homogeneous: false, means);
        tree.Means(shifts, homogeneous: true, homogeneous);

        var rows = Matrix<double>.Build.Dense(network.Rows.Length, network.Nodes);
        for (var row = 0; row < rows.RowCount; row++) SetRow(rows, row, network.Rows[row]);
        var right = Vector<double>.Build.Dense([.. network.Rows.ToArray().Select(static row => row.Low)]);
        var (mean, covariance) = Conditioned(precisions, shifts, rows, right);
        Assert.Equal(mean, means, (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(Conditioned(precisions, shifts, rows, right * 0).Mean, homogeneous, (a, b) => Math.Abs(a - b) < 1e-9);
        for (var node = 0; node < network.Nodes; node++)
        {
            Assert.Equal(covariance[node, node], tree.Variances[node], 1e-9);
            if (network.Structure.RowAbove(node) is not (var row and >= 0)) continue;
            var above = network.Structure.StateAbove(row);
            Assert.Equal(covariance[node, above], tree.SlopeOnAbove(node) * covariance[above, above], 1e-9);
            foreach (var sibling in network.Rows[row].Form.States)
            {
                if (sibling != node && sibling != above) Assert.Equal(covariance[node, sibling], tree.SiblingCovariance(row, node, sibling), 1e-9);
            }
        }
    }

    private static void SetRow(Matrix<double> rows, int row, Row of)
    {
        for (var i = 0; i < of.Form.States.Length; i++) rows[row, of.Form.States[i]] = of.Form.Coefficients[i];
    }

    /// <summary>m + Σ Aᵀ (A Σ Aᵀ)⁻¹ (b − A m), Σ − Σ Aᵀ (A Σ Aᵀ)⁻¹ A Σ.</summary>
    private static (double[] Mean, Matrix<double> Covariance) Conditioned(double[] precisions, double[] shifts, Matrix<double> rows, Vector<double> right)
    {
        var covariance = Matrix<double>.Build.DenseOfDiagonalArray([.. precisions.Select(static precision => 1 / precision)]);
        var mean = covariance * Vector<double>.Build.Dense(shifts);
        if (rows.RowCount == 0) return (mean.ToArray(), covariance);
        var gain = covariance * rows.Transpose() * (rows * covariance * rows.Transpose()).Inverse();
        return ((mean + (gain * (right - (rows * mean)))).ToArray(), covariance - (gain * rows * covariance));
    }
}
