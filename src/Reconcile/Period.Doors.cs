using Reconcile.Reporting;

namespace Reconcile;

public readonly partial record struct Period
{
    /// <summary>For example <c>2025-03-05 to 2025-03-06</c>.</summary>
    public override string ToString() => Lines.Of(this);
}
