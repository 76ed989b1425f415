using Reconcile.Reporting;

namespace Reconcile;

public sealed partial record RuleBookFigure
{
    /// <summary>For example <c>100 (100–471), the lowest of 3 figures</c>.</summary>
    public override string ToString() => Lines.Of(this);
}
