using Reconcile.Inference.Factors;
using Reconcile.Mathematics;
using Xunit;

namespace Reconcile.Tests.Inference.Spaces;

/// <summary>What coordinates of a system of relations have to be, however they were found.</summary>
/// <param name="System">The system.</param>
/// <param name="Coordinates">How many coordinates there are.</param>
/// <param name="Row">A state as a function of them, and what it is where they are 0.</param>
/// <param name="Inequalities">What limits them.</param>
internal sealed record CoordinatesCheck(KnownSystem System, int Coordinates, Func<int, (double[] Row, double Offset)> Row, CoordinatesCheck.Inequality[] Inequalities)
{
    private const double Slack = 1e-6;

    /// <summary>Direction · coordinates ≥ least.</summary>
    /// <param name="Direction">One coefficient for each coordinate.</param>
    /// <param name="Least">What it is at least.</param>
    /// <param name="Origin">What it stems from.</param>
    /// <param name="Number">Which one of these.</param>
    /// <param name="Day">The day whose coordinates it limits; −1: it limits those that meet all days alone.</param>
    public readonly record struct Inequality(double[] Direction, double Least, Origin Origin, int Number, int Day);

    public void Check(Random random)
    {
        Assert.Equal(System.Free, Coordinates);
        for (var trial = 0; trial < 6; trial++)
        {
            var coordinates = Near(random);
            var point = Point(coordinates);
            foreach (var (row, value) in System.Equations()) Assert.Equal(value, Vectors.Dot(row, point), Slack);
            SameLimits(coordinates, point);
        }

        Assert.Equal(System.Truth, Point(TrueCoordinates()), (expected, actual) => Math.Abs(expected - actual) < Slack);
        foreach (var inequality in Inequalities) IsOneOfTheLimits(inequality, random);
        NoneFollowsFromOthers();
    }

    /// <summary>A point keeps the inequalities where it keeps what they stand for, and only there.</summary>
    private void SameLimits(double[] coordinates, double[] point)
    {
        var given = System.Limits().Select(limit => limit.Slack(point)).DefaultIfEmpty(1).Min();
        var found = Inequalities.Select(inequality => Vectors.Dot(inequality.Direction, coordinates) - inequality.Least).DefaultIfEmpty(1).Min();

        if (Math.Abs(given) > Slack && Math.Abs(found) > Slack) Assert.Equal(given > 0, found > 0);
    }

    /// <summary>It is what it says it stems from, but for its unit.</summary>
    private void IsOneOfTheLimits(Inequality inequality, Random random)
    {
        var (first, second) = (Near(random), Near(random));
        Assert.Contains(System.Limits(), limit =>
        {
            if (limit.Origin != inequality.Origin || limit.Number != inequality.Number) return false;
            var (a, b) = (limit.Slack(Point(first)), limit.Slack(Point(second)));
            var unit = (a - b) / (Vectors.Dot(inequality.Direction, first) - Vectors.Dot(inequality.Direction, second));
            return unit > 0 && Math.Abs((unit * (Vectors.Dot(inequality.Direction, first) - inequality.Least)) - a) < Slack;
        });
    }

    /// <summary>Not from those of its day and of all days, which are all that is asked.</summary>
    private void NoneFollowsFromOthers()
    {
        if (Coordinates == 0) return;
        for (var asked = 0; asked < Inequalities.Length; asked++)
        {
            var others = Inequalities.Where((other, i) => i != asked && (other.Day == -1 || other.Day == Inequalities[asked].Day)).ToArray();
            var program = new LinearProgram(Coordinates, others.Length);
            for (var i = 0; i < Coordinates; i++) program.SetVariable(i, double.NegativeInfinity, double.PositiveInfinity);
            for (var row = 0; row < others.Length; row++)
            {
                program.SetRow(row, others[row].Least, double.PositiveInfinity);
                for (var i = 0; i < Coordinates; i++) program.SetCoefficient(row, i, others[row].Direction[i]);
            }

            Assert.True(program.Range(Inequalities[asked].Direction).Low < Inequalities[asked].Least - 1e-7, $"inequality {asked} follows from the others");
        }
    }

    private double[] Point(double[] coordinates) => [.. Enumerable.Range(0, System.Truth.Length).Select(state => Vectors.Dot(Row(state).Row, coordinates) + Row(state).Offset)];

    /// <summary>Coordinates near those of the known point, so that limits hold about as often as not.</summary>
    private double[] Near(Random random) => [.. TrueCoordinates().Select(value => value + (8 * (random.NextDouble() - 0.4)))];

    /// <summary>Every coordinate is a state by itself.</summary>
    private double[] TrueCoordinates()
    {
        var coordinates = new double[Coordinates];
        for (var i = 0; i < Coordinates; i++)
        {
            var own = Enumerable.Range(0, System.Truth.Length).First(state => Row(state) is var (row, offset) && offset == 0 && row[i] == 1 && row.Count(static value => value != 0) == 1);
            coordinates[i] = System.Truth[own];
        }

        return coordinates;
    }
}
