using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>
/// A leaning source need not stretch all by the same factor. Where others put its figures at parts of what it says that differ by more than its own error, each of its claims has as much more of
/// an error to itself (as Birge 1932 takes it for scatter that errors do not explain): else a boast of the killed which an observer deflates five times would deflate the wounded as much,
/// below what their own side admits.
/// </summary>
internal static class UnevenBoasts
{
    /// <summary>An error that grows by less than this is large enough.</summary>
    private const double LeastGrowth = 1.02;

    /// <summary>Claims that have more than so many times their own error to themselves have no bias in common: each has its own, or a boast would be no ceiling any more (convention).</summary>
    private const double MostSpread = 6;

    /// <param name="component">The component.</param>
    /// <param name="accepted">The claims that hold.</param>
    /// <param name="settings">What earlier rounds have shown.</param>
    /// <param name="means">The mean of each state under them.</param>
    /// <returns>The same parts where all are wide enough.</returns>
    public static ErrorParts Spread(Component component, bool[] accepted, FactorSettings settings, double[] means)
    {
        var parts = settings.Parts;
        var groups = Enumerable.Range(0, accepted.Length)
            .Where(i => accepted[i] && component.Claims[i] is { Leaning: not null, Scales: true, GivesValue: true } && !parts.IsApart(i))
            .GroupBy(i => component.Claims[i].ErrorGroup);
        foreach (var group in groups)
        {
            // What is left of the figures of each quantity when the boast is taken away; from day to day they waver by themselves.
            double[] left = [.. group.GroupBy(i => component.Claims[i].Claim.Quantity).Select(figures => figures.Average(i => component.Claims[i].Form.Value(means) / (settings.Own.ValueOf(i) ?? component.Claims[i].Value)))];
            if (left.Length < 2) continue;
            var mean = left.Average();
            var scatter = Math.Sqrt(left.Sum(part => (part - mean) * (part - mean)) / (left.Length - 1));
            var spread = scatter / component.Claims[group.First()].ErrorDeviation;
            if (spread > LeastGrowth * parts.SpreadOf(group.Key)) parts = spread < MostSpread ? parts.WithSpread(group.Key, spread) : parts.WithApart(ClaimsOf(component, accepted, group.Key));
        }

        return parts;
    }

    private static IEnumerable<int> ClaimsOf(Component component, bool[] accepted, int errorGroup) =>
        Enumerable.Range(0, accepted.Length).Where(i => accepted[i] && component.Claims[i].ErrorGroup == errorGroup && component.Claims[i].Scales);
}
