using System.Globalization;

namespace Reconcile.Tests.MonteCarlo;

/// <summary>Twenty small dossiers without a conflict, made from a fixed seed: four structures, five times each.</summary>
internal static class SmallDossiers
{
    public const int Count = 20;

    private static readonly Reliability[] Grades = [Reliability.B, Reliability.C, Reliability.D, Reliability.F];

    public static SmallDossier Make(int number)
    {
        var random = new Generator((ulong)(1_000 + number));
        return (number % 4) switch
        {
            0 => OneToll(number, random),
            1 => SumAndDeployed(number, random),
            2 => RunningTotal(number, random),
            _ => TwoSums(number, random),
        };
    }

    private static SmallDossier OneToll(int number, Generator random) =>
        Build("one toll", number, random, ["killed"], [random.Uniform(100, 900)], []);

    private static SmallDossier SumAndDeployed(int number, Generator random)
    {
        var (killed, wounded, captured) = (random.Uniform(50, 300), random.Uniform(200, 900), random.Uniform(5, 60));
        var casualties = killed + wounded + captured;
        return Build("a sum of the deployed", number, random,
            ["killed", "wounded", "captured", "casualties", "deployed"],
            [killed, wounded, captured, casualties, casualties * random.Uniform(1.02, 1.5)],
            [
                new("casualties = killed + wounded + captured", true, [1, 1, 1, -1, 0]),
                new("casualties <= deployed", false, [0, 0, 0, -1, 1]),
            ]);
    }

    private static SmallDossier RunningTotal(int number, Generator random)
    {
        const int days = 4;
        var truth = new double[days];
        var relations = new SmallRelation[days - 1];
        for (var day = 0; day < days; day++) truth[day] = (day == 0 ? 100 : truth[day - 1]) + random.Uniform(1, 60);
        for (var day = 1; day < days; day++)
        {
            var form = new double[days];
            (form[day - 1], form[day]) = (-1, 1);
            relations[day - 1] = new SmallRelation(string.Create(CultureInfo.InvariantCulture, $"day{day} <= day{day + 1}"), false, form);
        }

        return Build("a running total", number, random, ["day1", "day2", "day3", "day4"], truth, relations);
    }

    private static SmallDossier TwoSums(int number, Generator random)
    {
        var (soldiers, civilians, wounded) = (random.Uniform(50, 400), random.Uniform(50, 400), random.Uniform(200, 2_000));
        return Build("a sum of a sum", number, random,
            ["soldiers", "civilians", "killed", "wounded", "casualties"],
            [soldiers, civilians, soldiers + civilians, wounded, soldiers + civilians + wounded],
            [
                new("killed = soldiers + civilians", true, [1, 1, -1, 0, 0]),
                new("casualties = killed + wounded", true, [0, 0, 1, 1, -1]),
            ]);
    }

    private static SmallDossier Build(string name, int number, Generator random, string[] quantities, double[] truth, SmallRelation[] relations)
    {
        var claims = new List<SmallClaim>();
        var errors = Grades.Select(grade => 0.5 * GradeTable.Default.Error(grade) * random.Uniform(-1, 1)).ToArray();
        for (var quantity = 0; quantity < quantities.Length; quantity++)
        {
            // One figure a root and quantity at most, so that none repeats or revises another; the first bounds the quantity on both sides.
            var first = random.Below(Grades.Length);
            var others = quantities.Length == 1 ? 3 : random.Below(3);
            claims.Add(Bounded(quantity, truth[quantity], first, errors[first], random));
            for (var i = 1; i <= others; i++)
            {
                var root = (first + i) % Grades.Length;
                claims.Add(Any(quantity, truth[quantity], root, errors[root], random));
            }
        }

        return new SmallDossier
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"{number}: {name}"),
            Quantities = quantities,
            Truth = truth,
            Roots = Grades,
            Relations = relations,
            Claims = [.. claims],
        };
    }

    private static SmallClaim Bounded(int quantity, double truth, int root, double error, Generator random) =>
        random.Below(3) == 0 ? new(quantity, Range(truth, random), root) : new(quantity, Point(truth, error, random), root);

    private static SmallClaim Any(int quantity, double truth, int root, double error, Generator random) => random.Below(6) switch
    {
        0 => new(quantity, Figure.AtLeast(Math.Ceiling(truth * random.Uniform(0.6, 0.95))), root),
        1 => new(quantity, Figure.AtMost(Math.Ceiling(truth * random.Uniform(1.05, 1.6))), root),
        2 => new(quantity, Range(truth, random), root),
        3 => new(quantity, Figure.AtLeast(Math.Ceiling(truth * random.Uniform(0.3, 0.6))), root, Basis.Count),
        _ => new(quantity, Point(truth, error, random), root),
    };

    /// <summary>Off by the one relative error of its root, at most half of what the grade allows, so that all claims can hold together.</summary>
    private static Figure Point(double truth, double error, Generator random)
    {
        var said = Math.Round(truth * (1 + error));
        return random.Below(2) == 0 ? Figure.Exactly(said) : Figure.About(said);
    }

    private static Figure Range(double truth, Generator random) =>
        Figure.Between(Math.Floor(truth * random.Uniform(0.7, 0.95)), Math.Ceiling(truth * random.Uniform(1.05, 1.3)));
}
