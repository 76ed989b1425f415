using Xunit;

namespace Reconcile.Tests.Promises;

/// <summary>The estimates of a dossier before and after a claim of a new root that says the best value of one of them.</summary>
/// <param name="Own">The quantity that it speaks of.</param>
/// <param name="Others">Every other that was bounded on both sides.</param>
internal sealed record Agreement((Estimate Before, Estimate After) Own, IReadOnlyList<(Estimate Before, Estimate After)> Others)
{
    private const string Root = "agreeing root";

    private const double MostPrior = 0.1;

    private const double MostFree = 0.01;

    /// <summary>One for each bounded estimate; claims of all grades, from very narrow to a third to either side. What brings a conflict does not agree.</summary>
    public static IEnumerable<Agreement> On(Reconciliation result)
    {
        var random = new Random(result.Dossier.Claims.Count);
        foreach (var own in result.Estimates.Where(estimate => estimate is { Best: > 5, Low: not null, High: not null }))
        {
            var (best, part) = (own.Best!.Value, Math.Exp(-1 - (4 * random.NextDouble())));
            var claim = new Claim { Id = "agreeing", Quantity = own.Quantity.Id, Figure = Figure.Interval(best, (1 - part) * best, (1 + part) * best), Source = Root };
            var after = Holding.Again(result.Dossier.Source(new Source { Id = Root, Reliability = (Reliability)random.Next(6) }).Claim(claim));
            if (!Content.Disputes(result).SequenceEqual(Content.Disputes(after))) continue;
            yield return new Agreement(
                (own, after[own.Quantity.Id]),
                [.. result.Estimates.Where(other => other != own && other is { Low: not null, High: not null }).Select(other => (other, after[other.Quantity.Id]))]);
        }
    }

    /// <summary>How much wider the range is; a whole quantity may be rounded outwards at both ends.</summary>
    public static double Widening(Estimate before, Estimate after)
    {
        Assert.True(after is { Low: not null, High: not null }, after + " is open");
        return (after.High!.Value - after.Low!.Value - (before.Quantity.Whole ? 2 : 0)) / Math.Max(before.High!.Value - before.Low!.Value, 1e-9 * Math.Abs(before.Best!.Value));
    }

    /// <summary>Whether claims rather than limits tell it, so that its range is not just all that they leave open.</summary>
    public static bool IsCounted(Estimate estimate) => Limits(estimate) <= 0.5 && Prior(estimate) <= MostPrior;

    /// <summary>Whether hardly anything but claims and equations tells it.</summary>
    public static bool IsFree(Estimate estimate) => Limits(estimate) <= MostFree;

    private static double Limits(Estimate estimate) => estimate.Influences.Count == 0 ? 1 : estimate.Influences.Where(influence => influence.Claim is null).Sum(influence => influence.Share);

    private static double Prior(Estimate estimate) => estimate.Influences.Where(influence => influence.Claim is null && influence.Relation is null).Sum(influence => influence.Share);
}
