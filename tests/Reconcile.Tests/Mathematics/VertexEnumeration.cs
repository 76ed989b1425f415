using MathNet.Numerics.LinearAlgebra;

namespace Reconcile.Tests.Mathematics;

/// <summary>
/// An oracle for tiny linear programs with small integer data: every vertex of the feasible set inside a huge box, by solving every choice of
/// as many bounds as there are variables. Integer data keep the true margins far above the tolerances here.
/// </summary>
internal static class VertexEnumeration
{
    private const double Box = 1e6;

    /// <summary>Null if nothing is feasible; else the range of the form, infinite where it reaches towards the box.</summary>
    public static (double Low, double High)? Range(RandomProgram program, double[] form)
    {
        int n = program.Variables;
        var planes = new List<(double[] Normal, double At)>();
        for (int j = 0; j < n; j++)
        {
            double[] unit = new double[n];
            unit[j] = 1;
            planes.Add((unit, Math.Max(program.Low[j], -Box)));
            planes.Add((unit, Math.Min(program.High[j], Box)));
        }

        for (int i = 0; i < program.Rows; i++)
        {
            if (double.IsFinite(program.RowLow[i])) planes.Add((program.Coefficients[i], program.RowLow[i]));
            if (double.IsFinite(program.RowHigh[i])) planes.Add((program.Coefficients[i], program.RowHigh[i]));
        }

        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (int[] choice in Choices(planes.Count, n))
        {
            var matrix = Matrix<double>.Build.Dense(n, n, (i, j) => planes[choice[i]].Normal[j]);
            if (Math.Abs(matrix.Determinant()) < 0.5) continue;
            double[] x = matrix.Solve(Vector<double>.Build.Dense(n, i => planes[choice[i]].At)).ToArray();
            if (!program.Keeps(x, 1e-8, Box)) continue;
            double value = RandomProgram.Dot(form, x);
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        if (low > high) return null;
        return (low < -Box / 200 ? double.NegativeInfinity : low, high > Box / 200 ? double.PositiveInfinity : high);
    }

    private static IEnumerable<int[]> Choices(int count, int size)
    {
        int[] choice = [.. Enumerable.Range(0, size)];
        while (true)
        {
            yield return choice;
            int k = size - 1;
            while (k >= 0 && choice[k] == count - size + k) k--;
            if (k < 0) yield break;
            choice[k]++;
            for (int i = k + 1; i < size; i++) choice[i] = choice[i - 1] + 1;
        }
    }
}
