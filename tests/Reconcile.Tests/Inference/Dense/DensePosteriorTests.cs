using FsCheck.Xunit;
using MathNet.Numerics.LinearAlgebra;
using Reconcile.Figures;
using Reconcile.Inference.Dense;
using Reconcile.Inference.Factors;
using Reconcile.Inference.Posteriors;
using Reconcile.Modelling;
using Reconcile.Tests.Consistency;
using Reconcile.Tests.Inference.Factors;
using Xunit;

namespace Reconcile.Tests.Inference.Dense;

/// <summary>Where all claims are normal and nothing is bounded, everything follows from one normal distribution of states and errors, conditioned on the relations.</summary>
[Properties(EndSize = 1_000_000, Replay = "14879593508706064836,2515029679058211881")]
public class DensePosteriorTests
{
    private const double Error = 0.05;

    /// <summary>Three tenths of its error each of several claims has to itself.</summary>
    private const double OwnShare = 0.3;

    private static readonly double Shared = Error * Math.Sqrt(1 - (OwnShare * OwnShare));

    [Property(MaxTest = 60)]
    public void Means_deviations_and_shares_are_those_of_a_conditioned_normal(int seed)
    {
        var system = new Drawn(seed);
        var (mean, covariance) = system.Conditioned();
        var posterior = system.Posterior();

        Assert.True(posterior.Converged);
        for (var state = 0; state < system.States; state++)
        {
            Assert.Equal(mean[state], posterior.MeanOf(state), 1e-6 * system.Scale);
            Assert.Equal(Math.Sqrt(covariance[state, state]), posterior.DeviationOf(state), 1e-6 * system.Scale);
            Assert.True(posterior.MarginalOf(state).IsNormal);
            var shares = system.SharesOf(state, covariance);
            var found = posterior.SharesOf(state);
            Assert.Equal(1, found.Sum(static share => share.Share), 1e-9);
            foreach (var share in found.Where(static share => share.Origin == Origin.Claim)) Assert.Equal(shares[share.Number], share.Share, 1e-6);
            Assert.Equal(found.Where(static share => share.Origin == Origin.Prior).Sum(static share => share.Share), posterior.UnclaimedShareOf(state).Prior, 1e-9);
            Assert.Equal(0, posterior.UnclaimedShareOf(state).Bounds);
        }
    }

    [Property(MaxTest = 60)]
    public void Tied_means_are_those_of_a_normal_given_the_ties_with_each_error_to_itself(int seed)
    {
        var system = new Drawn(seed);
        var random = new Random(seed);
        var mean = system.Conditioned().Mean[..system.States];
        var covariance = system.Apart();
        var target = new Target(random.Next(system.States), mean[0] * 1.02, 4 / covariance[0, 0]);
        var drawn = Given(mean, covariance, [Unit(target.State, system.States)], [target.Value], 1 / target.Precision);
        // Two ties that do not follow from the relations.
        Tie[] ties = [new Tie(Form.Of(1), mean[1] * 0.97), new Tie(new Form([1, 2], [2, -1]), (2 * mean[1]) - mean[2] + (0.01 * system.Scale))];
        var forms = ties.Select(tie => Vector<double>.Build.Dense(system.States, state => tie.Form.States.IndexOf(state) is >= 0 and var i ? tie.Form.Coefficients[i] : 0)).ToArray();

        var found = system.Posterior().Ties(new Targets([target], []));
        var tied = found.With(ties);

        Assert.Equal(drawn, found.Means, (a, b) => Math.Abs(a - b) < 1e-6 * system.Scale);
        Assert.Equal(Given(drawn, covariance, forms, [.. ties.Select(static tie => tie.Value)], 0), tied.Means, (a, b) => Math.Abs(a - b) < 1e-6 * system.Scale);
        var spread = Matrix<double>.Build.DenseOfRowVectors(forms) * covariance * Matrix<double>.Build.DenseOfColumnVectors(forms);
        var pulls = spread.Inverse() * Vector<double>.Build.Dense(2, i => ties[i].Value - ties[i].Form.Value(drawn));
        for (var i = 0; i < 2; i++) Assert.Equal(pulls[i] * Math.Sqrt(spread[i, i]), tied.Pulls[i], 1e-4);
    }

    [Property(MaxTest = 60)]
    public void What_is_kept_stays_while_other_states_are_drawn_and_yields_to_ties_as_if_nothing_had_been(int seed)
    {
        var system = new Drawn(seed);
        var mean = system.Conditioned().Mean[..system.States];
        var covariance = system.Apart();
        // Two states that do not follow from one another by the relations.
        var (kept, target) = (1, new Target(2, mean[2] * 1.02, 4 / covariance[2, 2]));
        var held = covariance - (Gain(covariance, [Unit(kept, system.States)], 0) * covariance.Row(kept).ToRowMatrix());
        var drawn = Given(mean, held, [Unit(target.State, system.States)], [target.Value], 1 / target.Precision);

        var found = system.Posterior().Ties(new Targets([target], [Form.Of(kept)]));
        var tied = found.With([new Tie(Form.Of(kept), mean[kept] * 0.97)]).Means;

        Assert.Equal(drawn, found.Means, (a, b) => Math.Abs(a - b) < 1e-5 * system.Scale);
        Assert.Equal(mean[kept], found.Means[kept], 1e-5 * system.Scale);
        Assert.Equal(Given(drawn, covariance, [Unit(kept, system.States)], [mean[kept] * 0.97], 0), tied, (a, b) => Math.Abs(a - b) < 1e-5 * system.Scale);
    }

    private static Vector<double> Unit(int state, int states) => Vector<double>.Build.Dense(states, i => i == state ? 1 : 0);

    private static Matrix<double> Gain(Matrix<double> covariance, Vector<double>[] forms, double variance)
    {
        var rows = Matrix<double>.Build.DenseOfRowVectors(forms);
        return covariance * rows.Transpose() * ((rows * covariance * rows.Transpose()) + (variance * Matrix<double>.Build.DenseIdentity(forms.Length))).Inverse();
    }

    private static double[] Given(double[] mean, Matrix<double> covariance, Vector<double>[] forms, double[] values, double variance)
    {
        var rows = Matrix<double>.Build.DenseOfRowVectors(forms);
        var at = Vector<double>.Build.Dense(mean);
        return (at + (Gain(covariance, forms, variance) * (Vector<double>.Build.Dense(values) - (rows * at)))).ToArray();
    }

    /// <summary>Four or five quantities, one or two of which are sums of others, each with a figure by one of two roots.</summary>
    private sealed class Drawn
    {
        private readonly Component _component;
        private readonly List<Vector<double>> _equations = [];
        private readonly double[] _said;
        private readonly double[] _deviations;
        private readonly int[] _roots;

        public Drawn(int seed)
        {
            var random = new Random(seed);
            var sketch = new ComponentSketch();
            States = random.Next(4, 6);
            for (var state = 0; state < States; state++) sketch.State(double.NegativeInfinity);
            Sum(sketch, States - 1, [1, 2]);
            if (States == 5) Sum(sketch, 0, [1, 2, 3]);
            double[] truth = [.. Enumerable.Range(0, States).Select(_ => 100 + (200 * random.NextDouble()))];
            truth[States - 1] = truth[1] + truth[2];
            if (States == 5) truth[0] = truth[1] + truth[2] + truth[3];
            if (States == 4) sketch.Row(double.NegativeInfinity, 1e9, (0, 1), (3, 1));
            _roots = [.. truth.Select((_, state) => state < 2 ? state : random.Next(2))];
            // Each root errs by one factor, so that its figures fit each other.
            double[] factors = [1 + (0.02 * (random.NextDouble() - 0.5)), 1 + (0.02 * (random.NextDouble() - 0.5))];
            _said = [.. truth.Select((value, state) => value * factors[_roots[state]])];
            _deviations = [.. truth.Select(_ => 2 + (6 * random.NextDouble()))];
            for (var state = 0; state < States; state++)
            {
                var claim = sketch.Claim(state, _said[state] - 1, _said[state] + 1);
                sketch.Change(claim, said => said with { Value = _said[claim], Shape = Shape.Normal(_said[claim], _deviations[claim]), ErrorGroup = _roots[claim], Root = _roots[claim], RelativeError = Error * ModelledClaim.DeviationsAt95 });
            }

            _component = sketch.Build();
        }

        public int States { get; }

        public double Scale => _said.Max();

        public DensePosterior Posterior()
        {
            var accepted = DatedSketch.All(_component);
            return (DensePosterior)new DensePosteriors(_component, UncountedParts.Of(_component), []).Of(accepted, DatedSketch.Scales(_component), default);
        }

        /// <summary>Mean and covariance of the states, then of the errors of both roots.</summary>
        public (double[] Mean, Matrix<double> Covariance) Conditioned()
        {
            var size = States + 2;
            var precision = Matrix<double>.Build.Dense(size, size);
            var shift = Vector<double>.Build.Dense(size);
            for (var state = 0; state < States; state++) Add(precision, shift, Unit(state, size), Scale, 10 * Scale);
            for (var root = 0; root < 2; root++) Add(precision, shift, Unit(States + root, size), 0, Shared);
            for (var claim = 0; claim < States; claim++)
            {
                var isAlone = _roots.Count(root => root == _roots[claim]) == 1;
                var form = Unit(claim, size) + (_said[claim] * Unit(States + _roots[claim], size));
                // What one root says of one thing alone is as wide as both.
                if (isAlone) Add(precision, shift, Unit(claim, size), _said[claim], Wide(claim));
                else Add(precision, shift, form, _said[claim], Own(claim));
            }

            return Condition(precision, shift);
        }

        public Matrix<double> Apart()
        {
            var precision = Matrix<double>.Build.Dense(States, States);
            var shift = Vector<double>.Build.Dense(States);
            for (var state = 0; state < States; state++) Add(precision, shift, Unit(state, States), 0, 10 * Scale);
            for (var claim = 0; claim < States; claim++) Add(precision, shift, Unit(claim, States), 0, Wide(claim));
            return Condition(precision, shift).Covariance;
        }

        /// <summary>The share of each claim: τ (Σ g)² / Σ_qq, and what is known of an error beforehand in proportion among its claims.</summary>
        public double[] SharesOf(int state, Matrix<double> covariance)
        {
            var shares = new double[States];
            for (var claim = 0; claim < States; claim++)
            {
                var isAlone = _roots.Count(root => root == _roots[claim]) == 1;
                var shared = covariance[state, claim] + (isAlone ? 0 : _said[claim] * covariance[state, States + _roots[claim]]);
                shares[claim] = shared * shared / Math.Pow(isAlone ? Wide(claim) : Own(claim), 2) / covariance[state, state];
            }

            for (var root = 0; root < 2; root++)
            {
                int[] claims = [.. Enumerable.Range(0, States).Where(claim => _roots[claim] == root)];
                if (claims.Length < 2) continue;
                var (sum, known) = (claims.Sum(claim => shares[claim]), Math.Pow(covariance[state, States + root] / Shared, 2) / covariance[state, state]);
                foreach (var claim in claims) shares[claim] *= sum > 0 ? 1 + (known / sum) : 1;
            }

            return shares;
        }

        private double Own(int claim) => Math.Sqrt(Math.Pow(_deviations[claim], 2) + Math.Pow(OwnShare * Error * _said[claim], 2));

        private double Wide(int claim) => Math.Sqrt(Math.Pow(_deviations[claim], 2) + Math.Pow(Error * _said[claim], 2));

        private void Sum(ComponentSketch sketch, int whole, int[] parts)
        {
            sketch.Sum(whole, parts);
            _equations.Add(Unit(whole, States) - parts.Aggregate(Vector<double>.Build.Dense(States), (sum, part) => sum + Unit(part, States)));
        }

        private static void Add(Matrix<double> precision, Vector<double> shift, Vector<double> form, double value, double deviation)
        {
            precision.Add(form.OuterProduct(form) / (deviation * deviation), precision);
            shift.Add(form * value / (deviation * deviation), shift);
        }

        private (double[] Mean, Matrix<double> Covariance) Condition(Matrix<double> precision, Vector<double> shift)
        {
            var covariance = precision.Inverse();
            var forms = _equations.ConvertAll(equation => Vector<double>.Build.Dense(precision.RowCount, i => i < States ? equation[i] : 0)).ToArray();
            var gain = Gain(covariance, forms, 0);
            return (Given((covariance * shift).ToArray(), covariance, forms, new double[forms.Length], 0), covariance - (gain * Matrix<double>.Build.DenseOfRowVectors(forms) * covariance));
        }
    }
}
