namespace Reconcile.Tests.Generation;

/// <summary>What really happened, which the sources of a generated dossier see more or less well, and relations that hold in it.</summary>
/// <param name="Values">The true value of each quantity.</param>
/// <param name="Rules">Relations in plain words between blanks.</param>
/// <param name="Subjects">Sums and differences that a claim may speak of.</param>
/// <param name="Shares">Shares that a claim may speak of.</param>
internal sealed record HiddenTruth(IReadOnlyDictionary<string, double> Values, string[] Rules, string[] Subjects, string[] Shares)
{
    /// <summary>Draws one of several systems: a lone quantity, sums, chains, and circles of sums over the same parts, of ratios and of shares.</summary>
    public static HiddenTruth Draw(Random random)
    {
        var size = Math.Exp(Between(random, Math.Log(60), Math.Log(60_000)));
        return random.Next(12) switch
        {
            0 => Of([("killed", size)], []),
            1 or 2 or 3 => Losses(random, size, ["casualties = killed + wounded + captured", "casualties <= deployed"]),
            4 => Losses(random, size, ["casualties = killed + wounded + captured", "losses = killed + captured", "losses <= casualties"]),
            5 => Losses(random, size, ["casualties = killed + wounded + captured", "wounded ~= 3 * killed within 60 %"]),
            6 => Losses(random, size, ["casualties = killed + wounded + captured", "captured <= 0.5 * killed", "casualties <= deployed"]),
            7 => Chain(random, size),
            8 => Table(random, size),
            9 => Unlinked(random, size),
            10 => WithFactors(random, size),
            _ => Losses(random, size, ["casualties = killed + wounded + captured", "losses = killed + captured", "wounded >= killed"]),
        };
    }

    private static HiddenTruth Losses(Random random, double size, string[] rules)
    {
        var killed = Math.Max(1, Math.Round(size * Between(random, 0.1, 0.25)));
        var captured = Math.Round(killed * Between(random, 0.05, 0.45));
        var wounded = Math.Round(killed * Between(random, 1.8, 4.5));
        var casualties = killed + wounded + captured;
        return Of(
            [
                ("killed", killed), ("wounded", wounded), ("captured", captured), ("casualties", casualties), ("losses", killed + captured),
                ("deployed", Math.Round(casualties * Between(random, 1, 4))),
            ],
            rules,
            ["killed + wounded", "casualties - captured"],
            ["killed / casualties", "captured / killed"]);
    }

    private static HiddenTruth Chain(Random random, double size)
    {
        var named = Math.Round(size * Between(random, 0.1, 0.9));
        return Of(
            [("named", named), ("killed", size), ("affected", size * Between(random, 1, 9)), ("residents", size * Between(random, 10, 40))],
            ["named <= killed", "killed <= affected", "affected <= residents"],
            ["killed - named"]);
    }

    /// <summary>A table of two by two with its margins: a circle of sums.</summary>
    private static HiddenTruth Table(Random random, double size)
    {
        double[] cells = [.. Enumerable.Range(0, 4).Select(_ => Math.Round(size * Between(random, 0.05, 1)))];
        return Of(
            [
                ("north_men", cells[0]), ("north_women", cells[1]), ("south_men", cells[2]), ("south_women", cells[3]), ("north", cells[0] + cells[1]),
                ("south", cells[2] + cells[3]), ("men", cells[0] + cells[2]), ("women", cells[1] + cells[3]), ("everyone", cells.Sum()),
            ],
            ["north = north_men + north_women", "south = south_men + south_women", "men = north_men + south_men", "women = north_women + south_women", "everyone = men + women"],
            ["north + south"],
            ["men / everyone"]);
    }

    /// <summary>Quantities that only claims on expressions link.</summary>
    private static HiddenTruth Unlinked(Random random, double size) =>
        Of([("killed", size), ("wounded", size * Between(random, 1, 4)), ("missing", size * Between(random, 0.1, 0.6))], [], ["killed + wounded", "killed + missing", "wounded - missing"]);

    private static HiddenTruth WithFactors(Random random, double size)
    {
        var brigades = Math.Ceiling(size / 1000);
        var troops = 3000 * brigades;
        return Of(
            [("brigades", brigades), ("troops", troops), ("engaged", 0.5 * troops), ("killed", Math.Round(troops * Between(random, 0.01, 0.2))), ("reserve", (0.5 * troops) - 20)],
            ["troops ~= 3000 * brigades within 20 %", "engaged = 0.5 * troops", "killed <= 0.4 * engaged", "reserve + 20 = troops - engaged"],
            ["troops - engaged", "2 * engaged"],
            ["killed / troops"]);
    }

    private static HiddenTruth Of((string Name, double Value)[] values, string[] rules, string[]? subjects = null, string[]? shares = null) =>
        new(values.ToDictionary(value => value.Name, value => value.Value), rules, subjects ?? [], shares ?? []);

    private static double Between(Random random, double low, double high) => low + ((high - low) * random.NextDouble());
}
