using FsCheck.Xunit;
using Reconcile.Inference.Factors;
using Reconcile.Modelling;
using Reconcile.Tests.Consistency;
using Xunit;

namespace Reconcile.Tests.Inference.Factors;

/// <summary>What the error of a root multiplies over the days of a total.</summary>
[Properties(EndSize = 1_000_000, Replay = "14879593508706064836,2515029679058211881")]
public class MovingSizesTests
{
    private static readonly DateOnly Start = new(2024, 1, 1);

    /// <summary>Against the definition: means of blocks of ∛n days, an isotonic fit by its formula of least and greatest means, and lines between them.</summary>
    [Property(MaxTest = 200)]
    public void Sizes_of_a_total_are_lines_through_blocks_that_never_fall_and_of_a_stock_one_number_or_its_thirds(int seed)
    {
        var random = new Random(seed);
        var days = new int[random.Next(1, 70)];
        for (var day = 1; day < days.Length; day++) days[day] = days[day - 1] + random.Next(1, 9);
        var sketch = new ComponentSketch();
        sketch.State();
        var courses = sketch.Move([.. days.Select(Start.AddDays)], DatedSketch.Total(), DatedSketch.Stock());
        double[] means = [.. Enumerable.Range(0, sketch.States).Select(_ => 100 + (400 * random.NextDouble()))];
        var component = sketch.Build();

        var sizes = MovingSizes.Of(component, means);

        double[] said = [.. courses[0].States.Select(state => means[state])];
        Assert.Equal(means[0], sizes[0]);
        Assert.Equal(Smoothed(days, said, [.. said.Select(static _ => 1.0)]), courses[0].States.Select(state => sizes[state]), Near);
        var level = Math.Exp(courses[1].States.Average(state => Math.Log(means[state])));
        Assert.All(courses[1].States, state => Assert.Equal(Stepped(level, means[state]), sizes[state], 1e-9));
    }

    /// <summary>Several claims of one day count as their mean by precision, and by how precise they are together; each quantity by itself.</summary>
    [Property(MaxTest = 200)]
    public void Sizes_of_claims_are_those_of_what_they_say_of_each_day_together(int seed)
    {
        var random = new Random(seed);
        var sketch = new DatedSketch([.. Enumerable.Range(0, 40).Select(static day => 3 * day)], DatedSketch.Total(), DatedSketch.Stock());
        var said = new List<(int Quantity, int Day, double Value, double Weight)>();
        for (var count = random.Next(1, 60); count > 0; count--)
        {
            var (quantity, day, value, deviation) = (random.Next(2), random.Next(40), 100 + (400 * random.NextDouble()), 1 + (9 * random.NextDouble()));
            var half = deviation * ModelledClaim.DeviationsAt95;
            sketch.Says(day, value, quantity, claim => claim with { ErrorGroup = 0, Tolerant = new Interval(value - half, value + half), Claim = claim.Claim with { Quantity = quantity == 0 ? "dead" : "troops" } });
            said.Add((quantity, day, value, 1 / (deviation * deviation)));
        }

        var component = sketch.Sketch.Build();
        var sizes = MovingSizes.Of(component, [.. Enumerable.Range(0, said.Count)], OwnFigures.None, new StepErrors(component, ErrorGroups.None(component)));

        for (var quantity = 0; quantity < 2; quantity++)
        {
            var days = said.Where(claim => claim.Quantity == quantity).GroupBy(static claim => claim.Day).OrderBy(static day => day.Key).ToArray();
            if (days.Length == 0) continue;
            double[] weights = [.. days.Select(static day => day.Sum(static claim => claim.Weight))];
            double[] values = [.. days.Select((day, i) => day.Sum(static claim => claim.Weight * claim.Value) / weights[i])];
            var level = Math.Exp(values.Average(Math.Log));
            double[] expected = quantity == 0 ? Smoothed([.. days.Select(static day => 3 * day.Key)], values, weights) : [.. values.Select(value => Stepped(level, value))];
            for (var claim = 0; claim < said.Count; claim++)
            {
                if (said[claim].Quantity == quantity) Assert.Equal(expected[Array.FindIndex(days, day => day.Key == said[claim].Day)], sizes[claim], 1e-6);
            }
        }
    }

    [Fact]
    public void What_gives_no_value_of_what_moves_alone_has_no_size_of_that_kind()
    {
        var sketch = new ComponentSketch();
        var sent = sketch.State();
        var courses = sketch.Move([Start, Start.AddDays(3)], DatedSketch.Total(), DatedSketch.Total("hurt"));
        sketch.Claim([(courses[0].States[0], 1), (courses[1].States[0], 1)], null, 299, 301);
        sketch.Claim([(sent, 1), (courses[1].States[0], 1)], null, 899, 901);
        sketch.Claim(courses[0].States[1], 99, 101);
        sketch.Claim(courses[0].States[1], 99, 101);
        sketch.Claim([(courses[0].States[1], 1), (courses[0].States[0], -1)], null, 49, 51);
        sketch.Change(3, static claim => claim with { Kind = FigureKind.Floor });
        sketch.Change(4, static claim => claim with { Claim = claim.Claim with { During = new Period(Start.AddDays(1), Start.AddDays(3)) } });
        for (var claim = 0; claim < 5; claim++) sketch.Change(claim, said => said with { Claim = said.Claim with { Quantity = "q" + claim } });
        var component = sketch.Build();
        var sizes = MovingSizes.Of(component, [0, 1, 2, 3, 4], OwnFigures.None, new StepErrors(component, ErrorGroups.None(component)));

        Assert.Equal([(0, 300.0), (2, 100.0)], sizes.OrderBy(static size => size.Key).Select(static size => (size.Key, size.Value)), static (a, b) => a.Item1 == b.Item1 && Near(a.Item2, b.Item2));
    }

    [Theory]
    [InlineData(new[] { 90.0, 110, 100 }, new[] { 99.66, 99.66, 99.66 })]
    [InlineData(new[] { 21_000.0, 12 }, new[] { 501.996, 6.197 })]
    [InlineData(new[] { 100.0, 0 }, new[] { 100.0, 0 })]
    [InlineData(new[] { 0.0, 0 }, new[] { 0.0, 0 })]
    public void No_figure_of_a_stock_errs_by_much_more_than_itself(double[] values, double[] expected)
    {
        var sizes = (double[])values.Clone();
        MovingSizes.Level(sizes);

        Assert.Equal(expected, sizes, static (a, b) => Math.Abs(a - b) < 0.04 * a + 1e-9);
        Assert.All(values.Zip(sizes), pair => Assert.True(pair.Second <= 1.3 * pair.First));
    }

    /// <summary>The largest of a level, a third of it, a ninth… that is at most 1.3 times a value.</summary>
    private static double Stepped(double level, double value) =>
        level * Math.Pow(3, -Enumerable.Range(0, 99).First(step => level * Math.Pow(3, -step) <= 1.3 * value));

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-6;

    private static double[] Smoothed(int[] days, double[] values, double[] weights)
    {
        var size = Enumerable.Range(1, values.Length).Last(size => size == 1 || size * size * size <= values.Length);
        if (size == 1) return Isotonic(values, weights);
        // What is left over joins the last block.
        int[][] blocks = [.. Enumerable.Range(0, values.Length).GroupBy(i => Math.Min(i / size, (values.Length / size) - 1)).Select(static block => block.ToArray())];
        double[] sums = [.. blocks.Select(block => block.Sum(i => weights[i]))];
        double[] times = [.. blocks.Select((block, b) => block.Sum(i => weights[i] * days[i]) / sums[b])];
        var means = Isotonic([.. blocks.Select((block, b) => block.Sum(i => weights[i] * values[i]) / sums[b])], sums);
        return [.. days.Select(day =>
        {
            if (day <= times[0]) return means[0];
            if (day >= times[^1]) return means[^1];
            var after = Array.FindIndex(times, time => time >= day);
            return means[after - 1] + ((means[after] - means[after - 1]) * (day - times[after - 1]) / (times[after] - times[after - 1]));
        })];
    }

    /// <summary>max over starts of min over ends of the mean between (Barlow et al. 1972).</summary>
    private static double[] Isotonic(double[] values, double[] weights)
    {
        double Mean(int from, int to) => Enumerable.Range(from, to - from + 1).Sum(i => weights[i] * values[i]) / Enumerable.Range(from, to - from + 1).Sum(i => weights[i]);
        return [.. Enumerable.Range(0, values.Length).Select(i => Enumerable.Range(0, i + 1).Max(from => Enumerable.Range(i, values.Length - i).Min(to => Mean(from, to))))];
    }

    /// <summary>However often a weak root repeats itself, it has one error, and the others have theirs.</summary>
    [Fact]
    public void A_weak_root_that_speaks_often_does_not_win_over_better_ones()
    {
        var dossier = Dossier.Create().Quantity("killed", QuantityKind.Total).WithAsOf(Start.AddDays(400))
            .Source("police", Reliability.D).Source("court", Reliability.C).Source("rumour", Reliability.E);
        for (var day = 0; day < 36; day++)
        {
            var (source, figure) = (day % 3) switch { 0 => ("police", "24,200"), 1 => ("court", "28,600"), _ => ("rumour", "40,800") };
            dossier = dossier.Claim("killed", figure, source, Start.AddDays(9 * day));
        }

        Assert.InRange(dossier.Reconcile()["killed"].Best!.Value, 26_500, 30_500);
    }
}
