using Reconcile.Reporting;

namespace Reconcile;

public readonly partial record struct FigureRange
{
    /// <summary>For example <c>400 (300–500)</c>.</summary>
    public override string ToString() => Lines.Of(this);
}
