namespace Reconcile.Modelling;

/// <summary>A hard relation between two or more states: Range.Low ≤ form ≤ Range.High.</summary>
/// <param name="Form">The linear form.</param>
/// <param name="Range">Equal ends: an equation.</param>
/// <param name="LowRelation">Position in the dossier of the relation that gives the lower end.</param>
/// <param name="HighRelation">Position of the relation that gives the upper end; another one where two relations limit the same form.</param>
internal sealed record Constraint(Form Form, Interval Range, int LowRelation, int HighRelation)
{
    public bool IsEquation => Range.Low == Range.High;
}
