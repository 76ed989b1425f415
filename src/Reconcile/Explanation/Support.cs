using Reconcile.Modelling;

namespace Reconcile.Explanation;

/// <summary>A claim that supports an estimate, and what it says of the day of the estimate.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Said">Its literal interval, of a rounded figure without its ends; null: it speaks of another day, and says not what is printed.</param>
/// <param name="IsElsewhere">Whether it speaks of another day, and what is printed lies beyond its error.</param>
internal readonly record struct Support(ModelledClaim Claim, Interval? Said, bool IsElsewhere)
{
    /// <summary>Whether an item is neither graded doubtful or improbable, nor said with a word that leaves it open.</summary>
    public bool IsCredible => Claim.Claim.Credibility is not (Credibility.Doubtful or Credibility.Improbable) && Claim.Likelihood is not { Term.LeavesOpen: true };

    /// <summary>Whether it gives the quantity a value on that day, and no range so wide that it is none.</summary>
    public bool GivesValue => Claim is { GivesValue: true, IsWide: false } && !IsElsewhere;

    public bool IsForecast => Claim.Claim.Basis == Basis.Projection;

    /// <summary>What says what it says of the quantity itself, or of others.</summary>
    public static Support Of(ModelledClaim claim) => new(claim, claim.Inside, IsElsewhere: false);
}
