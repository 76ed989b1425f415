using Reconcile.Reporting;

namespace Reconcile;

public sealed partial record SeriesPoint
{
    /// <summary>For example <c>2025-03-04: 41 (38–45)</c>.</summary>
    public override string ToString() => Lines.Of(this);
}
