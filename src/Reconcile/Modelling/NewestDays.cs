namespace Reconcile.Modelling;

/// <summary>The newest day on which a claim speaks of each fixed quantity: reports revise such a number, so that older claims are cheaper to reject.</summary>
internal sealed class NewestDays(IReadOnlyList<Quantity> quantities)
{
    private DateOnly[]? _newest;

    public void Add(int quantity, Claim claim)
    {
        if (DayOf(claim) is not { } day || quantities[quantity].Kind != QuantityKind.Fixed) return;
        _newest ??= new DateOnly[quantities.Count];
        if (day > _newest[quantity]) _newest[quantity] = day;
    }

    /// <summary>How many days a claim is older than the newest one on its quantity; 0 for a moving quantity or an undated claim.</summary>
    public int Age(int quantity, Claim claim) =>
        _newest is not null && DayOf(claim) is { } day && quantities[quantity].Kind == QuantityKind.Fixed ? Math.Max(0, _newest[quantity].DayNumber - day.DayNumber) : 0;

    private static DateOnly? DayOf(Claim claim) => claim.Basis == Basis.Projection ? null : claim.Day;
}
