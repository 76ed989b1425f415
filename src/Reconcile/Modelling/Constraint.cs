namespace Reconcile.Modelling;

/// <summary>A hard relation between two or more states: Range.Low ≤ form ≤ Range.High.</summary>
/// <param name="Form">The linear form.</param>
/// <param name="Range">Equal ends: an equation.</param>
/// <param name="LowRelation">Position in the dossier of the relation that gives the lower end.</param>
/// <param name="HighRelation">Position of the relation that gives the upper end; another one where two relations limit the same form.</param>
/// <param name="IsShare">Whether it stands for an inequality, and gives parts of which nobody speaks their share of the room: it tells nothing of how they move.</param>
internal sealed record Constraint(Form Form, Interval Range, int LowRelation, int HighRelation, bool IsShare = false)
{
    public bool IsEquation => Range.Low == Range.High;

    /// <summary>Whether it is an equation that somebody gave.</summary>
    public bool IsGivenEquation => IsEquation && !IsShare;
}
