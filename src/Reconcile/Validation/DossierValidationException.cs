using Reconcile.Claims;

namespace Reconcile;

/// <summary>A dossier that cannot be reconciled, or a file of grades that cannot be read. The message lists every error, one per line.</summary>
public sealed class DossierValidationException : Exception
{
    /// <summary>From findings. The list is copied.</summary>
    /// <param name="findings">Errors and warnings; the errors make the message.</param>
    /// <exception cref="ArgumentNullException"><paramref name="findings"/> is null, or one of them is.</exception>
    public DossierValidationException(IReadOnlyList<Finding> findings)
        : base(Describe(findings)) => Findings = OwnList.Of(findings);

    /// <summary>Every error and warning.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    private static string Describe(IReadOnlyList<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        foreach (var finding in findings) ArgumentNullException.ThrowIfNull(finding, nameof(findings));
        return string.Join(Environment.NewLine, findings.Where(f => f.Severity == FindingSeverity.Error).Select(f => f.ToString()));
    }
}
