namespace Reconcile.Results;

/// <summary>What explains an estimate: worked out when first read.</summary>
internal sealed record EstimateDetail
{
    public required Confidence Confidence { get; init; }

    public required IReadOnlyList<string> Reasons { get; init; }

    public required int Roots { get; init; }

    public required IReadOnlyList<Claim> Claims { get; init; }

    public required IReadOnlyList<Influence> Influences { get; init; }

    public required IReadOnlyList<Alternative> ByAccount { get; init; }

    public required Func<DateOnly, IReadOnlyList<Alternative>> ByAccountOn { get; init; }

    public required FigureRange Printed { get; init; }
}
