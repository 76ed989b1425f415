using Reconcile.Reporting;

namespace Reconcile;

public sealed partial record Verdict
{
    /// <summary>For example <c>c2 rejected: it conflicts with 12 (police); no account that was kept accepts it</c>.</summary>
    public override string ToString() => Lines.Of(this);
}
