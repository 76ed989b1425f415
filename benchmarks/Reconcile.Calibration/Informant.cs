using System.Globalization;

namespace Reconcile.Calibration;

/// <summary>What an informant takes for true of one topic.</summary>
/// <param name="Number">Before its error: the truth, or something else.</param>
/// <param name="IsWrong">Whether it is simply wrong.</param>
/// <param name="Credibility">How credible it looks to who writes the dossier.</param>
internal readonly record struct Belief(double Number, bool IsWrong, Credibility Credibility);

/// <summary>Who knows: one relative error for all its figures, of which a part wavers from figure to figure, and on each topic a belief that is simply wrong with the chance 1 − A.</summary>
internal sealed class Informant
{
    /// <summary>How often each credibility is given to claims that are wrong.</summary>
    private static readonly (Credibility Item, double Weight)[] WhenWrong =
    [
        (Credibility.ProbablyTrue, 0.2), (Credibility.PossiblyTrue, 0.15), (Credibility.Doubtful, 0.1), (Credibility.Improbable, 0.04 / 0.9), (Credibility.Unknown, 0.51),
    ];

    /// <summary>And to claims that are right: the odds factor of the table times as often. Both add up to the same.</summary>
    private static readonly (Credibility Item, double Weight)[] WhenRight =
        [.. WhenWrong.Select(row => (row.Item, row.Weight * GradeTable.Default.OddsFactor(row.Item)))];

    private readonly Draws _draws;
    private readonly Scenario _scenario;
    private readonly double _wrongness;
    private readonly double _luck;
    private readonly double _error;
    private readonly double _countError;
    private readonly double _deviation;
    private readonly double _countDeviation;
    private readonly Dictionary<string, Belief> _beliefs = [];

    public Informant(Draws draws, Reliability grade, Scenario scenario)
    {
        _draws = draws;
        _scenario = scenario;
        _wrongness = Math.Min(1, scenario.WrongFactor * (1 - GradeTable.Default.Accuracy(grade)));
        _luck = draws.Uniform();
        _deviation = Deviation(GradeTable.Default.Error(grade));
        _countDeviation = Deviation(Math.Min(GradeTable.Default.Error(grade), Tolerance.CountError));
        _error = _deviation * Standard();
        _countError = _countDeviation * Standard();
    }

    /// <summary>What it makes of a number for one figure: v where x = v (1 − b), b its error.</summary>
    /// <param name="number">What it takes for true.</param>
    /// <param name="isCount">Whether it counted.</param>
    public double Reckon(double number, bool isCount)
    {
        var (error, deviation) = isCount ? (_countError, _countDeviation) : (_error, _deviation);
        var own = _scenario.OwnShare == 0 ? 0 : _scenario.OwnShare * deviation * Standard();
        return number / (1 - Math.Clamp((Math.Sqrt(1 - (_scenario.OwnShare * _scenario.OwnShare)) * error) + own, -3, 0.8));
    }

    /// <param name="topic">What it is about: a quantity, or a quantity on a day.</param>
    /// <param name="number">The true number.</param>
    /// <param name="others">Numbers with which it may be mixed up.</param>
    public Belief BeliefOf(string topic, double number, IReadOnlyList<double> others)
    {
        if (_beliefs.TryGetValue(topic, out var known)) return known;
        var isWrong = (_draws.Happens(_scenario.WrongTogether) ? _luck : _draws.Uniform()) < _wrongness;
        var belief = new Belief(isWrong ? Mistaken(number, others) : number, isWrong, _draws.Pick(isWrong ? WhenWrong : WhenRight));
        _beliefs.Add(topic, belief);
        return belief;
    }

    private double Deviation(double halfWidth) => _scenario.ErrorFactor * halfWidth / 1.96;

    private double Standard() => _scenario.HeavyTails ? _draws.HeavyTailed() : _draws.Normal();

    /// <summary>Simply wrong: off by a factor, the number of another quantity, ten times too many or few, or with its first digits swapped.</summary>
    private double Mistaken(double number, IReadOnlyList<double> others)
    {
        var up = _draws.Happens(0.5);
        return Math.Max(1, _draws.Uniform() switch
        {
            < 0.5 => Times(number, _draws.LogUniform(1.5, 10), up),
            < 0.75 => _draws.Pick([.. others.Select(other => (other, 1.0))]),
            < 0.85 => Times(number, 10, up),
            _ => Swapped(number),
        });
    }

    private static double Times(double number, double factor, bool up) => up ? number * factor : number / factor;

    private static double Swapped(double number)
    {
        var digits = number.ToString("F0", CultureInfo.InvariantCulture);
        return digits.Length < 2 ? number * 10 : double.Parse($"{digits[1]}{digits[0]}{digits[2..]}", CultureInfo.InvariantCulture);
    }
}
