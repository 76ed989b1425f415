using Reconcile.Mathematics;

namespace Reconcile.RuleBooks;

/// <summary>The claims that have a value, for the rules that average: bounds have none.</summary>
internal sealed class Measured
{
    private readonly StatedClaim[] _claims;
    private readonly int _leftOut;

    private Measured(StatedClaim[] claims, int leftOut)
    {
        _claims = claims;
        _leftOut = leftOut;
    }

    public double[] Values => Array.ConvertAll(_claims, static claim => claim.Value!.Value);

    public double[] StandardErrors => Array.ConvertAll(_claims, static claim => claim.StandardError!.Value);

    private Claim[] Claims => Array.ConvertAll(_claims, static claim => claim.Claim);

    /// <summary>For example <c>3 figures, 2 bounds left out</c>.</summary>
    private string Counted => Worded.Count(_claims.Length, "figure") + (_leftOut == 0 ? "" : $", {Worded.Count(_leftOut, "bound")} left out");

    /// <summary>In the order of values, so that sums are the same however the claims are ordered; null where no claim has a value.</summary>
    public static Measured? Of(StatedQuantity stated)
    {
        ArgumentNullException.ThrowIfNull(stated);
        StatedClaim[] measured = [.. stated.Claims.Where(static claim => claim is { Value: not null, StandardError: > 0 }).OrderBy(static claim => claim.Value).ThenBy(static claim => claim.StandardError)];
        return measured.Length == 0 ? null : new Measured(measured, stated.Claims.Count(static claim => claim.Claim.Figure.Kind is FigureKind.Floor or FigureKind.Ceiling));
    }

    /// <summary>A figure without a range.</summary>
    public RuleBookFigure Figure(double value) => new() { Best = value, Because = $"of {Counted}", Claims = Claims };

    /// <summary>A figure with the range of a normal distribution.</summary>
    /// <param name="value">The mean.</param>
    /// <param name="error">Its standard error, above 0.</param>
    /// <param name="level">Probability of the range.</param>
    /// <param name="scatter">How far the claims lie apart, in the words of the rule.</param>
    public RuleBookFigure Figure(double value, double error, double level, string scatter)
    {
        var half = -StandardNormal.Quantile((1 - level) / 2) * error;
        return Figure(value) with { Low = value - half, High = value + half, Because = $"standard error {Worded.Short(error)}, {scatter}, of {Counted}" };
    }
}
