namespace Reconcile.Formats;

/// <summary>What has a form in JSON: all but null where something must stand, a value beside those of its enumeration, and a number that is not finite. Validation reports these.</summary>
internal static class WritableDossier
{
    /// <summary>The same dossier.</summary>
    /// <exception cref="DossierValidationException">Something has no form; all findings.</exception>
    public static Dossier Checked(Dossier dossier) => IsWritable(dossier) ? dossier : throw new DossierValidationException(dossier.Validate());

    private static bool IsWritable(Dossier dossier) =>
        dossier.Sources.All(IsWritable) && dossier.Interests.All(IsWritable) && dossier.Quantities.All(IsWritable)
        && dossier.Relations.All(static relation => relation.Rule is not null) && dossier.Claims.All(IsWritable);

    private static bool IsWritable(Source source) =>
        source.Id is not null && IsNamed(source.Reliability) && IsFinite(source.RelativeError) && IsFinite(source.Accuracy);

    private static bool IsWritable(Interest interest) => interest.Source is not null && Enum.IsDefined(interest.Tends);

    private static bool IsWritable(Quantity quantity) =>
        quantity.Id is not null && Enum.IsDefined(quantity.Kind) && IsFinite(quantity.Min) && IsFinite(quantity.Max) && double.IsFinite(quantity.Drift);

    private static bool IsWritable(Claim claim) =>
        claim is { Quantity: not null, Figure: not null, Source: not null } && AreTexts(claim.Via) && AreTexts(claim.Supersedes)
        && IsNamed(claim.Reliability) && Enum.IsDefined(claim.Credibility) && Enum.IsDefined(claim.Basis);

    private static bool IsNamed(Reliability? reliability) => reliability is not { } grade || Enum.IsDefined(grade);

    private static bool IsFinite(double? number) => number is not { } value || double.IsFinite(value);

    private static bool AreTexts(IReadOnlyList<string>? texts) => texts is not null && texts.All(static text => text is not null);
}
