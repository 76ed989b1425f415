namespace Reconcile.Tests.Mathematics;

/// <summary>Measurements of one thing with their errors, from in perfect agreement to far apart.</summary>
internal static class Measurements
{
    public static (double[] Values, double[] Errors) Draw(int seed)
    {
        var random = new Random(seed);
        var count = random.Next(1, 12);
        var centre = Math.Pow(10, (6 * random.NextDouble()) - 1);
        var (spread, unequal) = (centre * Math.Pow(10, -4 * random.NextDouble()), 4 * random.NextDouble());
        var scatter = random.Next(3) == 0 ? 0 : spread * Math.Pow(10, (3 * random.NextDouble()) - 1);
        var values = new double[count];
        var errors = new double[count];
        for (var i = 0; i < count; i++)
        {
            errors[i] = spread * Math.Pow(10, -unequal * random.NextDouble());
            values[i] = centre + (scatter * (random.NextDouble() - 0.5)) + (errors[i] * (random.NextDouble() - 0.5));
        }

        return (values, errors);
    }
}
