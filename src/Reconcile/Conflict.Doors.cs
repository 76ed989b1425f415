using Reconcile.Reporting;

namespace Reconcile;

public sealed partial record Conflict
{
    /// <summary>For example <c>k1: Killed cannot be both 12 (police) and 400 (ministry).</c>.</summary>
    public override string ToString() => Lines.Of(this);
}
