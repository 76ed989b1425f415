using FsCheck.Xunit;
using Reconcile.Mathematics;
using Xunit;

namespace Reconcile.Tests.Mathematics;

[Properties(EndSize = 1_000_000)]
public class RandomEffectsTests
{
    /// <summary>
    /// Thirteen trials of the BCG vaccine (Colditz, G. A. et al. 1994, Journal of the American Medical Association 271, 698–702): with tuberculosis and without
    /// it among the vaccinated, then among the others.
    /// </summary>
    private static readonly (double Ill, double Well, double OtherIll, double OtherWell)[] Trials =
    [
        (4, 119, 11, 128), (6, 300, 29, 274), (3, 228, 11, 209), (62, 13536, 248, 12619), (33, 5036, 47, 5761), (180, 1361, 372, 1079), (8, 2537, 10, 619),
        (505, 87886, 499, 87892), (29, 7470, 45, 7232), (17, 1699, 65, 1600), (186, 50448, 141, 27197), (5, 2493, 3, 2338), (27, 16886, 29, 17825),
    ];

    /// <summary>Log relative risk by REML as published with the R package metafor (Viechtbauer 2010): −0.7145, standard error 0.1798, τ² 0.3132.</summary>
    [Fact]
    public void The_effect_of_the_BCG_vaccine_is_the_published_one()
    {
        double[] effects = [.. Trials.Select(trial => Math.Log(trial.Ill / (trial.Ill + trial.Well) / (trial.OtherIll / (trial.OtherIll + trial.OtherWell))))];
        double[] variances = [.. Trials.Select(trial => (1 / trial.Ill) - (1 / (trial.Ill + trial.Well)) + (1 / trial.OtherIll) - (1 / (trial.OtherIll + trial.OtherWell)))];

        var model = RandomEffects.Of(effects, variances);

        Assert.Equal(-0.7145, model.Value, 0.00005);
        Assert.Equal(0.1798, model.StandardError, 0.00005);
        Assert.Equal(0.3132, model.Between, 0.00005);
    }

    /// <summary>With equal variances v the estimate is known: the variance of the values less v, or 0.</summary>
    [Theory]
    [InlineData(1, 14.0 / 3)]
    [InlineData(5, 2.0 / 3)]
    [InlineData(17.0 / 3, 0)]
    [InlineData(30, 0)]
    public void Equal_variances_have_an_answer_in_closed_form(double variance, double between)
    {
        var model = RandomEffects.Of([10, 11, 15, 14], [variance, variance, variance, variance]);

        Near.Relative(between, model.Between, 1e-9, 1e-9);
        Near.Relative(12.5, model.Value, 1e-12);
        Near.Relative(Math.Sqrt((variance + model.Between) / 4), model.StandardError, 1e-9);
    }

    [Fact]
    public void One_measurement_tells_nothing_of_others() => Assert.Equal(new RandomEffects(400, 25, 0), RandomEffects.Of([400], [625]));

    [Property]
    public void Without_variance_between_it_is_the_unscaled_weighted_mean(int seed)
    {
        var (values, errors) = Measurements.Draw(seed);
        var model = RandomEffects.Of(values, Squares(errors));
        if (model.Between > 0) return;
        var mean = ScaledMean.Of(values, errors);
        Near.Relative(mean.Value, model.Value, 1e-9);
        Near.Relative(mean.StandardError / mean.Scale, model.StandardError, 1e-9);
    }

    /// <summary>The oracle writes the likelihood as in the textbook and looks everywhere.</summary>
    [Property]
    public void No_other_variance_has_a_higher_restricted_likelihood(int seed)
    {
        var (values, errors) = Measurements.Draw(seed);
        if (values.Length == 1) return;
        var variances = Squares(errors);
        var model = RandomEffects.Of(values, variances);
        var height = Likelihood(values, variances, model.Between);
        var scale = variances.Min();
        for (var exponent = -3.0; exponent < 14; exponent += 0.1)
        {
            var elsewhere = scale * Math.Pow(10, exponent);
            Assert.True(Likelihood(values, variances, elsewhere) <= height + 1e-6, FormattableString.Invariant($"τ² {elsewhere:R} is likelier than {model.Between:R}"));
        }

        Assert.True(Likelihood(values, variances, 0) <= height + 1e-6);
    }

    [Property]
    public void It_lies_between_the_least_and_the_greatest_and_scales_with_the_unit(int seed)
    {
        var (values, errors) = Measurements.Draw(seed);
        var model = RandomEffects.Of(values, Squares(errors));
        var larger = RandomEffects.Of([.. values.Select(value => 1024 * value)], Squares([.. errors.Select(error => 1024 * error)]));

        Assert.InRange(model.Value, values.Min() - (1e-12 * Math.Abs(values.Min())), values.Max() + (1e-12 * Math.Abs(values.Max())));
        Near.Relative(1024 * model.Value, larger.Value, 1e-9);
        Near.Relative(1024 * model.StandardError, larger.StandardError, 1e-6);
    }

    private static double[] Squares(double[] errors) => Array.ConvertAll(errors, error => error * error);

    private static double Likelihood(double[] values, double[] variances, double between)
    {
        double[] weights = Array.ConvertAll(variances, variance => 1 / (variance + between));
        var mean = weights.Zip(values, (weight, value) => weight * value).Sum() / weights.Sum();
        var squares = weights.Zip(values, (weight, value) => weight * (value - mean) * (value - mean)).Sum();
        return -(variances.Sum(variance => Math.Log(variance + between)) + Math.Log(weights.Sum()) + squares) / 2;
    }
}
