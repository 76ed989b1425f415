using FsCheck.Xunit;
using Reconcile.Mathematics;
using Xunit;

namespace Reconcile.Tests.Mathematics;

/// <summary>
/// Reference values: the textbook formulas in 700-digit decimal arithmetic, where their cancellation does no harm, rounded to double at the end.
/// </summary>
[Properties(EndSize = 1_000_000)]
public class TruncatedNormalTests
{
    /// <summary>Ends of a piece of N(0, 1); log mass, mean less the low end, variance.</summary>
    public static TheoryData<double, double, double, double, double> Pieces { get; } = new()
    {
        { -1.5, 0.25, -0.6313014233828688, 1.0165426876379393, 0.21927917633183217 },
        { -0.4, 0.3, -1.2970638476386886, 0.3520084757558589, 0.04016792423519936 },
        { 0, 0.5, -1.6530635142555676, 0.24483626359552987, 0.02064435862939192 },
        { 0.5, 1.5, -1.4199324821566264, 0.42064460522203534, 0.07694209794244919 },
        { 0.25, double.PositiveInfinity, -0.9130617648111351, 0.7135539794164039, 0.31245222360491326 },
        { -3, double.PositiveInfinity, -0.0013508099647481938, 3.004437839042126, 0.9866667884582592 },
        { 3, double.PositiveInfinity, -6.607726221510349, 0.2830986549304365, 0.07055918678526811 },
        { 7.9, double.PositiveInfinity, -34.20622817098171, 0.12281724620878026, 0.014659678984327728 },
        { 8.1, double.PositiveInfinity, -35.830502890801476, 0.11995190104674956, 0.014001142956599386 },
        { 25, double.PositiveInfinity, -316.63940800802027, 0.039873012057562586, 0.0015848414703928894 },
        { -0.001, 0.002, -6.72808202351855, 0.0014999996250001126, 7.499997749999397e-07 },
        { 5, 5.2, -15.492118136845642, 0.08330923974426876, 0.0031630165440920954 },
        { 5, 5.05, -16.537458796784534, 0.023954311749537098, 0.00020766020390444628 },
        { 12, 12.3, -75.43649612274889, 0.07441746922974338, 0.004294259418851832 },
        { 20, 20.01, -205.62245844705967, 0.004833403309921777, 8.316657157406337e-06 },
        { 30, 31, -454.32124395634327, 0.033259667433622166, 0.0011037715118352822 },
        { 2, 2.3, -4.420682483108198, 0.1340330932731582, 0.007325352120896307 },
        { -6, 1, -0.17275378019608173, 5.712400035945206, 0.6296862460694567 },
        { -9.5, 8, -6.220971068786862e-16, 9.499999999999995, 0.9999999999999596 },
        { -20, 0.1, -0.6165050101150263, 19.264668251494218, 0.3857540447888533 },
        { 40, 40.001, -807.8466273114112, 0.00049666671399994, 8.332666414613398e-08 },
    };

    /// <summary>Mean, sd, from, scale; log mass, mean less from, variance.</summary>
    public static TheoryData<double, double, double, double, double, double, double> UpperTails { get; } = new()
    {
        { 0, 1, 0, 1, -1.3410216450092636, 0.5251352761609812, 0.1990976655703488 },
        { 0, 1, 5, 0.5, -15.384307498811076, 0.13754561322650327, 0.01826191169662223 },
        { 10, 1, 0, 2, -4.875, 9.5, 1.0 },
        { 40, 2, 0, 50, -0.7992, 39.92, 4.0 },
        { -30, 2, 0, 3, -116.17450740003565, 0.1266399181524342, 0.015911562354073146 },
    };

    [Theory]
    [MemberData(nameof(Pieces))]
    public void Pieces_have_eleven_digits_in_the_far_tail_too(double low, double high, double log, double excess, double variance)
    {
        PieceMoments piece = TruncatedNormal.Moments(0, 1, low, high);
        Near.Relative(log, piece.LogMass, 1e-13, 1e-17);
        Near.Relative(excess, piece.Mean - low, 1e-11, 4e-15 * Math.Abs(low));
        Near.Relative(variance, piece.Variance, 1e-11);
    }

    [Theory]
    [MemberData(nameof(UpperTails))]
    public void Exponential_upper_tails_have_eleven_digits(
        double mean, double sd, double from, double scale, double log, double excess, double variance)
    {
        PieceMoments piece = TruncatedNormal.MomentsWithUpperTail(mean, sd, from, scale);
        Near.Relative(log, piece.LogMass, 1e-12);
        Near.Relative(excess, piece.Mean - from, 1e-11);
        Near.Relative(variance, piece.Variance, 1e-11);
    }

    [Property(MaxTest = 500)]
    public void Moments_agree_with_fine_quadrature(int seed)
    {
        var random = new Random(seed);
        double mean = Spread(random, 100), sd = Math.Exp(Spread(random, 5));
        double low = mean + (sd * Spread(random, 40)), high = low + (sd * Math.Exp(Spread(random, 5)));
        PieceMoments piece = TruncatedNormal.Moments(mean, sd, low, high);
        (double log, double fromLow, double variance) = Quadrature.Piece(mean, sd, low, high, double.PositiveInfinity);
        Near.Relative(log, piece.LogMass, 1e-11, 1e-13);
        Near.Relative(low + fromLow, piece.Mean, 1e-13, 1e-10 * Math.Sqrt(variance));
        Near.Relative(variance, piece.Variance, 2e-11);
    }

    [Property(MaxTest = 500)]
    public void Upper_tails_agree_with_fine_quadrature(int seed)
    {
        var random = new Random(seed);
        double mean = Spread(random, 100), sd = Math.Exp(Spread(random, 5)), scale = sd * Math.Exp(Spread(random, 5));
        double from = mean + (sd * Spread(random, 40));
        PieceMoments piece = TruncatedNormal.MomentsWithUpperTail(mean, sd, from, scale);
        (double log, double excess, double variance) = Quadrature.Piece(mean, sd, from, double.PositiveInfinity, scale);
        Near.Relative(log, piece.LogMass, 1e-11, 1e-11);
        Near.Relative(from + excess, piece.Mean, 1e-13, 1e-9 * Math.Sqrt(variance));
        Near.Relative(variance, piece.Variance, 1e-10);
    }

    [Property]
    public void A_mirrored_piece_has_mirrored_moments(int seed)
    {
        var random = new Random(seed);
        double mean = Spread(random, 10), low = Spread(random, 30);
        double high = random.Next(2) == 0 ? low + 1 + Spread(random, 1) : double.PositiveInfinity;
        PieceMoments piece = TruncatedNormal.Moments(mean, 2, low, high), mirror = TruncatedNormal.Moments(-mean, 2, -high, -low);
        Assert.Equal(piece.LogMass, mirror.LogMass);
        Assert.Equal(piece.Mean, -mirror.Mean);
        Assert.Equal(piece.Variance, mirror.Variance);
    }

    [Property(MaxTest = 500)]
    public void Adjacent_pieces_add_up(int seed)
    {
        var random = new Random(seed);
        double low = Spread(random, 20), middle = low + Math.Exp(Spread(random, 4)), high = middle + Math.Exp(Spread(random, 4));
        if (random.Next(3) == 0) high = double.PositiveInfinity;
        PieceMoments whole = TruncatedNormal.Moments(0, 1, low, high);
        PieceMoments left = TruncatedNormal.Moments(0, 1, low, middle), right = TruncatedNormal.Moments(0, 1, middle, high);
        double p = Math.Exp(left.LogMass - whole.LogMass), q = Math.Exp(right.LogMass - whole.LogMass);
        double toLeft = left.Mean - whole.Mean, toRight = right.Mean - whole.Mean;
        Near.Relative(1, p + q, 1e-11);
        Near.Relative(0, (p * toLeft) + (q * toRight), 0, 1e-10 * Math.Sqrt(whole.Variance));
        Near.Relative(whole.Variance, (p * (left.Variance + (toLeft * toLeft))) + (q * (right.Variance + (toRight * toRight))), 1e-9);
    }

    [Property]
    public void A_tail_without_slope_is_a_plain_piece(int seed)
    {
        var random = new Random(seed);
        double from = Spread(random, 20);
        PieceMoments plain = TruncatedNormal.Moments(1, 3, from, double.PositiveInfinity), flat = TruncatedNormal.MomentsWithUpperTail(1, 3, from, 1e15);
        Near.Relative(plain.LogMass, flat.LogMass, 1e-11, 1e-13);
        Near.Relative(plain.Mean, flat.Mean, 1e-11, 1e-11);
        Near.Relative(plain.Variance, flat.Variance, 1e-11);
    }

    [Theory]
    [InlineData(6, 0.15848260454459892, 0.02398763678916677)]
    [InlineData(8.1, 0.11995190104674956, 0.014001142956599386)]
    [InlineData(25, 0.039873012057562586, 0.0015848414703928894)]
    public void The_continued_fraction_is_long_enough(double alpha, double excess, double variance)
    {
        PieceMoments piece = TruncatedNormal.Moments(-alpha, 1, 0, double.PositiveInfinity);
        Near.Relative(excess, piece.Mean, 2e-15);
        Near.Relative(variance, piece.Variance, 2e-14);
    }

    [Theory]
    [InlineData(1e6)]
    [InlineData(1e12)]
    [InlineData(1e100)]
    public void Astronomically_far_tails_become_exponential(double alpha)
    {
        PieceMoments piece = TruncatedNormal.Moments(-alpha, 1, 0, double.PositiveInfinity);
        Near.Relative(1 / alpha, piece.Mean, 1e-11);
        Near.Relative(1 / (alpha * alpha), piece.Variance, 1e-11);
        Near.Relative(-0.5 * alpha * alpha, piece.LogMass, 1e-9);
    }

    [Fact]
    public void An_open_piece_is_the_normal_itself() =>
        Assert.Equal(new PieceMoments(0, 3, 4), TruncatedNormal.Moments(3, 2, double.NegativeInfinity, double.PositiveInfinity));

    [Fact]
    public void Moments_never_leave_the_piece()
    {
        for (int i = -400; i <= 400; i++)
        {
            double low = 1000 + (i / 10.0), high = low + 1e-9;
            PieceMoments piece = TruncatedNormal.Moments(1000, 1, low, high);
            Assert.InRange(piece.Mean, low, high);
            Near.Relative((high - low) * (high - low) / 12, piece.Variance, 1e-8);
        }
    }

    private static double Spread(Random random, double reach) => ((2 * random.NextDouble()) - 1) * reach;
}
