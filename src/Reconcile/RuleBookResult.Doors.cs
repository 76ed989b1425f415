using Reconcile.Reporting;

namespace Reconcile;

public sealed partial record RuleBookResult
{
    /// <summary>For example <c>killed, acled: 100, the lowest of 3 figures</c>.</summary>
    public override string ToString() => Lines.Of(this);
}
