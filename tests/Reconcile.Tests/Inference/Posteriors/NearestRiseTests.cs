using MathNet.Numerics.LinearAlgebra;
using Reconcile.Inference.Posteriors;
using Reconcile.Modelling;
using Reconcile.Tests.Consistency;
using Xunit;

namespace Reconcile.Tests.Inference.Posteriors;

/// <summary>The means of a normal distribution moved to the nearest point where totals never fall, against the same quadratic program solved otherwise.</summary>
public class NearestRiseTests
{
    /// <summary>But for a few in a hundred, where limits held for good do not all go together.</summary>
    [Fact]
    public void Means_that_fall_move_to_the_nearest_point_that_keeps_to_all_limits()
    {
        var strays = 0;
        for (var seed = 0; seed < 120; seed++)
        {
            var random = new Random(seed);
            var (component, means) = Drawn(random, random.Next(2, 6));
            var covariance = Covariance(random, means.Length);
            bool[] hasBest = [.. means.Select(_ => random.Next(12) > 0)];
            var (falls, limits) = Limits(component, hasBest);

            var risen = RisingMeans.Of(component, new ExactTies(means, covariance), state => hasBest[state]);

            Assert.All(falls, fall => Assert.True(Slack(fall, risen) >= 0));
            var expected = falls.Exists(fall => Slack(fall, means) < 0) ? Nearest(means, covariance, [.. falls, .. limits]) : means;
            if (!limits.TrueForAll(limit => Slack(limit, risen) > -1e-6)) strays++;
            else Assert.Equal(expected, risen, static (a, b) => Math.Abs(a - b) < 1e-5);
        }

        Assert.InRange(strays, 0, 6);
    }

    [Fact]
    public void Where_no_total_falls_the_means_stay_whatever_else_they_break()
    {
        var sketch = new ComponentSketch();
        sketch.Move([new(2025, 1, 1), new(2025, 1, 2)], new Quantity { Id = "dead", Kind = QuantityKind.Total }, new Quantity { Id = "here", Kind = QuantityKind.Stock });
        sketch.Bound(0, 500, 600);

        Assert.Equal([10, 50, 20, 40], RisingMeans.Of(sketch.Build(), new ExactTies([10, 50, 20, 40], Matrix<double>.Build.DenseIdentity(4)), static _ => true));
    }

    /// <summary>After the rounds in which one day after the other is drawn in, a long fall is levelled at once.</summary>
    [Fact]
    public void A_total_that_falls_all_the_time_is_level()
    {
        const int Days = 60;
        var sketch = new ComponentSketch();
        sketch.Move([.. Enumerable.Range(0, Days).Select(new DateOnly(2025, 1, 1).AddDays)], new Quantity { Id = "dead", Kind = QuantityKind.Total });
        double[] means = [.. Enumerable.Range(0, Days).Select(static day => 1000.0 - (5 * day) + (day % 2))];

        var risen = RisingMeans.Of(sketch.Build(), new ExactTies(means, Matrix<double>.Build.DenseIdentity(Days)), static _ => true);

        Assert.All(risen, mean => Assert.Equal(means.Average(), mean, 1e-6));
    }

    /// <summary>Two totals and a stock, with limits that their means keep, and so does some point where no total falls.</summary>
    private static (Component Component, double[] Means) Drawn(Random random, int days)
    {
        var sketch = new ComponentSketch();
        var first = sketch.State();
        sketch.Move(
            [.. Enumerable.Range(0, days).Select(new DateOnly(2025, 1, 1).AddDays)],
            new Quantity { Id = "dead", Kind = QuantityKind.Total },
            new Quantity { Id = "hurt", Kind = QuantityKind.Total },
            new Quantity { Id = "here", Kind = QuantityKind.Stock });
        double[] means = [.. Enumerable.Range(0, sketch.States).Select(_ => 50 + (10 * random.NextDouble()))];
        double[] rising = [.. means.Select((mean, state) => state % 3 == 0 ? mean : 48 + (3.0 * state / 3) + random.NextDouble())];
        for (var day = 0; day < days; day++)
        {
            (int State, double Coefficient)[] terms = [(first + 1 + (3 * day), 1), (first + 2 + (3 * day), -1), (first + 3 + (3 * day), random.Next(3) - 1)];
            terms = [.. terms.Where(static term => term.Coefficient != 0)];
            var (low, high) = Around(random, terms.Sum(term => term.Coefficient * means[term.State]), terms.Sum(term => term.Coefficient * rising[term.State]));
            sketch.Row(low, high, terms);
        }

        for (var state = 0; state < means.Length; state++)
        {
            var (low, high) = Around(random, means[state], rising[state]);
            sketch.Bound(state, low, high);
        }

        return (sketch.Build(), means);
    }

    private static (double Low, double High) Around(Random random, double a, double b) => (
        random.Next(2) == 0 ? double.NegativeInfinity : Math.Min(a, b) - random.NextDouble(),
        random.Next(2) == 0 ? double.PositiveInfinity : Math.Max(a, b) + random.NextDouble());

    private static Matrix<double> Covariance(Random random, int size)
    {
        var root = Matrix<double>.Build.Dense(size, size, (_, _) => random.NextDouble() - 0.5);
        return (root * root.Transpose()) + Matrix<double>.Build.DenseIdentity(size);
    }

    /// <summary>Form · x ≥ least.</summary>
    private static (List<(Form Form, double Least)> Falls, List<(Form Form, double Least)> Limits) Limits(Component component, bool[] hasBest)
    {
        var (falls, limits) = (new List<(Form Form, double Least)>(), new List<(Form Form, double Least)>());
        foreach (var course in component.Courses.Where(static course => course.NeverFalls))
        {
            for (var step = 0; step < course.Steps; step++) falls.Add((new Form([course.States[step], course.States[step + 1]], [-1, 1]), 0));
        }

        foreach (var constraint in component.Constraints)
        {
            limits.Add((constraint.Form, constraint.Range.Low));
            limits.Add((Negative(constraint.Form), -constraint.Range.High));
        }

        for (var state = 0; state < component.States.Length; state++)
        {
            limits.Add((Form.Of(state), component.States[state].Bounds.Low));
            limits.Add((Negative(Form.Of(state)), -component.States[state].Bounds.High));
        }

        bool IsAsked((Form Form, double Least) limit) => double.IsFinite(limit.Least) && limit.Form.States.ToArray().All(state => hasBest[state]);
        return (falls.FindAll(IsAsked), limits.FindAll(IsAsked));
    }

    private static Form Negative(Form form) => new(form.States.ToArray(), [.. form.Coefficients.ToArray().Select(static coefficient => -coefficient)]);

    private static double Slack((Form Form, double Least) limit, double[] point) => limit.Form.Value(point) - limit.Least;

    /// <summary>Hildreth's method: the multipliers one after the other, never below 0.</summary>
    private static double[] Nearest(double[] means, Matrix<double> covariance, List<(Form Form, double Least)> limits)
    {
        var point = Vector<double>.Build.DenseOfArray(means);
        var rows = limits.ConvertAll(limit => Vector<double>.Build.Dense(means.Length, state => limit.Form.States.IndexOf(state) is >= 0 and var i ? limit.Form.Coefficients[i] : 0));
        var spreads = rows.ConvertAll(row => covariance * row);
        var multipliers = new double[rows.Count];
        for (var (sweep, moved) = (0, 1.0); sweep < 20_000 && moved > 1e-12; sweep++)
        {
            moved = 0;
            for (var i = 0; i < rows.Count; i++)
            {
                var step = Math.Max(-multipliers[i], (limits[i].Least - (rows[i] * point)) / (rows[i] * spreads[i]));
                multipliers[i] += step;
                point += step * spreads[i];
                moved = Math.Max(moved, Math.Abs(step));
            }
        }

        return point.ToArray();
    }

    /// <summary>A normal distribution given that some forms have certain values.</summary>
    private sealed class ExactTies(double[] means, Matrix<double> covariance) : IStateTies
    {
        public double[] Means => means;

        public TiedMeans With(IReadOnlyList<Tie> ties)
        {
            if (ties.Count == 0) return new TiedMeans((double[])means.Clone(), []);
            var forms = Matrix<double>.Build.Dense(ties.Count, means.Length);
            for (var tie = 0; tie < ties.Count; tie++)
            {
                for (var i = 0; i < ties[tie].Form.States.Length; i++) forms[tie, ties[tie].Form.States[i]] = ties[tie].Form.Coefficients[i];
            }

            var mean = Vector<double>.Build.DenseOfArray(means);
            var spread = forms * covariance * forms.Transpose();
            var pulls = spread.PseudoInverse() * (Vector<double>.Build.Dense([.. ties.Select(static tie => tie.Value)]) - (forms * mean));
            return new TiedMeans((mean + (covariance * forms.Transpose() * pulls)).ToArray(), [.. pulls.Select((pull, tie) => pull * Math.Sqrt(spread[tie, tie]))]);
        }
    }
}
