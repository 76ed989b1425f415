namespace Reconcile.Calibration;

/// <summary>What really happened: casualties = killed + wounded + captured, and none but those deployed.</summary>
internal sealed class Truth
{
    private readonly Dictionary<string, double> _values;

    private Truth(Dictionary<string, double> values) => _values = values;

    public static IReadOnlyList<string> Rules { get; } = ["casualties = killed + wounded + captured", "casualties <= deployed"];

    /// <summary>What claims speak of, and how often.</summary>
    public static IReadOnlyList<(string Quantity, double Weight)> Spoken { get; } =
        [("killed", 0.35), ("wounded", 0.20), ("captured", 0.08), ("casualties", 0.27), ("deployed", 0.10)];

    public double this[string quantity] => _values[quantity];

    /// <summary>A scale from 60 to 60,000, split at random with most of it wounded (Dirichlet with parameters 2, 6 and 1); whole numbers.</summary>
    public static Truth Draw(Draws draws)
    {
        var scale = draws.LogUniform(60, 60_000);
        double[] parts = [Gamma(draws, 2), Gamma(draws, 6), Gamma(draws, 1)];
        double Part(int i) => Math.Max(1, Math.Round(scale * parts[i] / parts.Sum()));
        var casualties = Part(0) + Part(1) + Part(2);
        return new Truth(new Dictionary<string, double>
        {
            ["killed"] = Part(0),
            ["wounded"] = Part(1),
            ["captured"] = Part(2),
            ["casualties"] = casualties,
            ["deployed"] = Math.Round(casualties * (1 + draws.Exponential(2))),
        });
    }

    /// <summary>A sum of exponentials.</summary>
    private static double Gamma(Draws draws, int shape)
    {
        double sum = 0;
        for (var i = 0; i < shape; i++) sum += draws.Exponential(1);
        return sum;
    }
}
