using System.Globalization;

namespace Reconcile.Tests.MonteCarlo;

/// <summary>Ten small dossiers with dates and without a conflict, made from a fixed seed: five structures, twice each.</summary>
internal static class DatedDossiers
{
    public const int Count = 10;

    private static readonly Reliability[] Grades = [Reliability.B, Reliability.C, Reliability.D, Reliability.F];

    public static DatedDossier Make(int number)
    {
        var random = new Generator((ulong)(2_000 + number));
        return (number % 5) switch
        {
            0 => Build("one total", number, random, ["killed"], [true], days: 6, [], increment: false),
            1 => Build("a sum", number, random, ["killed", "wounded", "casualties"], [true, true, true], days: 4, [new("casualties = killed + wounded", true, [1, 1, -1])], increment: false),
            2 => Build("a total with an increment", number, random, ["killed"], [true], days: 5, [], increment: true),
            3 => Build("a total within another", number, random, ["killed", "hit"], [true, true], days: 4, [new("killed <= hit", false, [-1, 1])], increment: false),
            _ => Build("a stock beside a total", number, random, ["killed", "troops"], [true, false], days: 4, [new("killed <= troops", false, [-1, 1])], increment: false),
        };
    }

    private static DatedDossier Build(string name, int number, Generator random, string[] quantities, bool[] isTotal, int days, SmallRelation[] relations, bool increment)
    {
        var calendar = new int[days];
        for (var day = 1; day < days; day++) calendar[day] = calendar[day - 1] + 3 + random.Below(12);
        var truth = quantities.Select((_, i) => isTotal[i] ? Rising(days, random) : Moving(days, random)).ToArray();
        if (quantities.Length == 3) truth[2] = [.. truth[0].Zip(truth[1], (killed, wounded) => killed + wounded)];
        else if (quantities.Length == 2) truth[1] = [.. truth[0].Zip(truth[1], (part, rest) => part + (0.3 * rest))];
        var errors = Grades.Select(grade => 0.5 * GradeTable.Default.Error(grade) * random.Uniform(-1, 1)).ToArray();
        var claims = new List<DatedClaim>();
        for (var quantity = 0; quantity < quantities.Length; quantity++)
        {
            for (var day = 0; day < days; day++) AddClaims(quantity, day, truth[quantity][day], isFirstOrLast: day == 0 || day == days - 1, errors, random, claims);
        }

        if (increment)
        {
            var root = random.Below(Grades.Length);
            claims.Add(new DatedClaim(0, 3, 1, Point(truth[0][3] - truth[0][1], errors[root], random), root));
        }

        return new DatedDossier
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"{number}: {name}"),
            Quantities = quantities,
            IsTotal = isTotal,
            Days = calendar,
            Truth = truth,
            Roots = Grades,
            Relations = relations,
            Claims = [.. claims],
        };
    }

    private static double[] Rising(int days, Generator random)
    {
        var course = new double[days];
        for (var day = 0; day < days; day++) course[day] = day == 0 ? random.Uniform(100, 400) : course[day - 1] + random.Uniform(80, 300);
        return course;
    }

    private static double[] Moving(int days, Generator random) => [.. Enumerable.Range(0, days).Select(_ => random.Uniform(600, 1_200))];

    /// <summary>The first and last day have a value; the days between may have none, a floor, a ceiling or a range, or both; of the first quantity something is said on every day. No root
    /// speaks twice on one day.</summary>
    private static void AddClaims(int quantity, int day, double truth, bool isFirstOrLast, double[] errors, Generator random, List<DatedClaim> claims)
    {
        var root = random.Below(Grades.Length);
        var hasValue = isFirstOrLast || random.Below(4) > 0;
        if (hasValue) claims.Add(new DatedClaim(quantity, day, null, Point(truth, errors[root], random), root));
        if (random.Below(2) == 0 || (!hasValue && quantity == 0)) claims.Add(new DatedClaim(quantity, day, null, Other(truth, random), (root + 1) % Grades.Length));
    }

    private static Figure Other(double truth, Generator random) => random.Below(3) switch
    {
        0 => Figure.AtLeast(Math.Ceiling(truth * random.Uniform(0.7, 0.95))),
        1 => Figure.AtMost(Math.Ceiling(truth * random.Uniform(1.05, 1.4))),
        _ => Figure.Between(Math.Floor(truth * random.Uniform(0.7, 0.95)), Math.Ceiling(truth * random.Uniform(1.05, 1.3))),
    };

    /// <summary>Off by the one relative error of its root, at most half of what the grade allows, so that all claims can hold together.</summary>
    private static Figure Point(double truth, double error, Generator random)
    {
        var said = Math.Round(truth * (1 + error));
        return random.Below(2) == 0 ? Figure.Exactly(said) : Figure.About(said);
    }
}
