namespace Reconcile.Modelling;

/// <summary>A hard relation between two or more states: Range.Low ≤ form ≤ Range.High.</summary>
/// <param name="Form">The linear form.</param>
/// <param name="Range">Equal ends: an equation.</param>
/// <param name="Relation">Position of the relation in the dossier.</param>
internal sealed record Constraint(Form Form, Interval Range, int Relation)
{
    public bool IsEquation => Range.Low == Range.High;
}
