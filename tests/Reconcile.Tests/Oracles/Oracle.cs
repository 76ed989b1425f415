using System.Text.Json;

namespace Reconcile.Tests.Oracles;

/// <summary>Exact answers by independent programs, embedded in the test assembly.</summary>
internal static class Oracle
{
    public static JsonElement Read(string name)
    {
        using var stream = typeof(Oracle).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"No embedded resource {name}.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }

    /// <summary>A source of its own for every claim, whose figures have no error beyond what they say.</summary>
    public static Dossier ExactClaim(this Dossier dossier, string quantity, Figure figure)
    {
        var source = $"source {dossier.Claims.Count + 1}";
        return dossier.Source(new Source { Id = source, RelativeError = 0 }).Claim(quantity, figure, source);
    }

    /// <summary>A normal likelihood: a value whose 95 % interval spans 1.96 standard deviations either way.</summary>
    public static Figure Normal(double mean, double sd) => Figure.Interval(mean, mean - (1.96 * sd), mean + (1.96 * sd));
}
