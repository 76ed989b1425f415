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

    public Claim[] Claims => Array.ConvertAll(_claims, static claim => claim.Claim);

    /// <summary>For example <c>3 figures, 2 bounds left out</c>.</summary>
    public string Counted => Worded.Count(_claims.Length, "figure") + (_leftOut == 0 ? "" : $", {Worded.Count(_leftOut, "bound")} left out");

    /// <summary>In the order of values, so that sums are the same however the claims are ordered; null where no claim has a value.</summary>
    public static Measured? Of(StatedQuantity stated)
    {
        ArgumentNullException.ThrowIfNull(stated);
        StatedClaim[] measured = [.. stated.Claims.Where(static claim => claim is { Value: not null, StandardError: > 0 }).OrderBy(static claim => claim.Value).ThenBy(static claim => claim.StandardError)];
        return measured.Length == 0 ? null : new Measured(measured, stated.Claims.Count(static claim => claim.Claim.Figure.Kind is FigureKind.Floor or FigureKind.Ceiling));
    }
}
