using FluentValidation;

namespace Reconcile;

/// <summary>The rules of a valid dossier, for apps that have a FluentValidation pipeline: register it, or Include it and add rules.</summary>
public sealed class DossierValidator : AbstractValidator<Dossier>
{
    /// <summary>With the default options.</summary>
    public DossierValidator()
    {
    }
}
