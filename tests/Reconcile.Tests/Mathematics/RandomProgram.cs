using Reconcile.Mathematics;

namespace Reconcile.Tests.Mathematics;

/// <summary>A linear program with small integer data, some bounds open, some rows equalities.</summary>
internal sealed class RandomProgram
{
    public RandomProgram(Random random, int variables, int rows, double openShare = 0.3)
    {
        Variables = variables;
        Rows = rows;
        (Low, High) = Bounds(random, variables, openShare);
        (RowLow, RowHigh) = Bounds(random, rows, openShare);
        Coefficients = new double[rows][];
        for (int i = 0; i < rows; i++)
        {
            Coefficients[i] = new double[variables];
            for (int j = 0; j < variables; j++) Coefficients[i][j] = random.Next(3) == 0 ? random.Next(-2, 3) : random.Next(-1, 2);
        }
    }

    public int Variables { get; }

    public int Rows { get; }

    public double[] Low { get; }

    public double[] High { get; }

    public double[] RowLow { get; }

    public double[] RowHigh { get; }

    public double[][] Coefficients { get; }

    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int j = 0; j < x.Length; j++) sum += a[j] * x[j];
        return sum;
    }

    public LinearProgram Build()
    {
        var program = new LinearProgram(Variables, Rows);
        for (int j = 0; j < Variables; j++) program.SetVariable(j, Low[j], High[j]);
        for (int i = 0; i < Rows; i++)
        {
            program.SetRow(i, RowLow[i], RowHigh[i]);
            for (int j = 0; j < Variables; j++) program.SetCoefficient(i, j, Coefficients[i][j]);
        }

        return program;
    }

    public bool Keeps(ReadOnlySpan<double> x, double tolerance, double box = double.PositiveInfinity)
    {
        for (int j = 0; j < Variables; j++)
        {
            if (!Inside(x[j], Math.Max(Low[j], -box), Math.Min(High[j], box), tolerance)) return false;
        }

        for (int i = 0; i < Rows; i++)
        {
            if (!Inside(Dot(Coefficients[i], x), RowLow[i], RowHigh[i], tolerance)) return false;
        }

        return true;
    }

    private static bool Inside(double x, double low, double high, double tolerance)
    {
        double slack = tolerance * Math.Max(1, Math.Abs(x));
        return x >= low - slack && x <= high + slack;
    }

    private static (double[] Low, double[] High) Bounds(Random random, int count, double openShare)
    {
        double[] low = new double[count], high = new double[count];
        for (int i = 0; i < count; i++)
        {
            low[i] = random.Next(-4, 5);
            high[i] = low[i] + (random.Next(3) == 0 ? 0 : random.Next(0, 5));
            if (random.NextDouble() < openShare) low[i] = double.NegativeInfinity;
            if (random.NextDouble() < openShare) high[i] = double.PositiveInfinity;
        }

        return (low, high);
    }
}
