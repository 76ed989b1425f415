using Xunit;

namespace Reconcile.Tests.Validation;

/// <summary>Findings as text, to compare with.</summary>
internal static class Found
{
    public static string[] In(Dossier dossier) => [.. dossier.Validate().Select(finding => $"{finding.Path} {finding.Code} {finding.Message}")];

    public static void Only(string expected, Dossier dossier) => Assert.Equal([expected], In(dossier));

    /// <summary>Makes sure of one finding among others that do not matter.</summary>
    public static void Some(string expected, Dossier dossier) => Assert.Contains(expected, In(dossier));

    public static Dossier Dossier(
        IReadOnlyList<Source>? sources = null, IReadOnlyList<Interest>? interests = null, IReadOnlyList<Quantity>? quantities = null,
        IReadOnlyList<Relation>? relations = null, IReadOnlyList<Claim>? claims = null, DateOnly? asOf = null) =>
        global::Reconcile.Dossier.FromParts("", asOf, sources ?? [], interests ?? [], quantities ?? [], relations ?? [], claims ?? [], false, default, default);
}
