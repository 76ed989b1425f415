using Reconcile.Tests.Generation;
using Xunit;
using Xunit.Sdk;

namespace Reconcile.Tests.Promises;

/// <summary>Checks one promise on one dossier; a failure shows the dossier as code that builds it.</summary>
internal static class Holding
{
    /// <summary>The suite always tries the same dossiers, so that a check passes or fails for its reasons; another seed explores others.</summary>
    public const string Seed = "14879593508706064836,2515029679058211881";

    public static void Check(Dossier dossier, Action<Reconciliation> promise)
    {
        Reconciliation result;
        try
        {
            result = dossier.Reconcile();
        }
        catch (DossierValidationException)
        {
            return;
        }

        try
        {
            promise(result);
        }
        catch (Exception exception)
        {
            throw new XunitException($"{exception.Message}\n{BuilderCode.Of(dossier)}", exception);
        }
    }

    /// <summary>Items in an order that depends on the dossier alone.</summary>
    public static T[] Shuffled<T>(IEnumerable<T> items, int seed)
    {
        T[] shuffled = [.. items];
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }

    /// <summary>The reconciliation of a dossier that must be as valid as the one it was made of.</summary>
    public static Reconciliation Again(Dossier dossier)
    {
        Assert.DoesNotContain(dossier.Validate(), finding => finding.Severity == FindingSeverity.Error);
        return dossier.Reconcile();
    }

    /// <summary>A copy with other parts.</summary>
    public static Dossier With(
        this Dossier dossier, IReadOnlyList<Claim>? claims = null, IReadOnlyList<Source>? sources = null, IReadOnlyList<Relation>? relations = null,
        IReadOnlyList<Quantity>? quantities = null) =>
        Dossier.FromParts(
            dossier.Title, dossier.AsOf, sources ?? dossier.Sources, dossier.Interests, quantities ?? dossier.Quantities, relations ?? dossier.Relations,
            claims ?? dossier.Claims, dossier.Parties, dossier.Annotations, dossier.Place);
}
