using Reconcile.Tests.Generation;
using Xunit;
using Xunit.Sdk;

namespace Reconcile.Tests.Promises;

/// <summary>Checks one promise on one dossier; a failure shows the dossier as code that builds it.</summary>
internal static class Holding
{
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

        Shown(dossier, () => promise(result));
    }

    /// <summary>A failure shows the dossier.</summary>
    public static void Shown(Dossier dossier, Action check)
    {
        try
        {
            check();
        }
        catch (Exception exception)
        {
            throw new XunitException($"{exception.Message}\n{BuilderCode.Of(dossier)}", exception);
        }
    }

    /// <summary>Items in an order that depends on the seed alone.</summary>
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
        IReadOnlyList<Quantity>? quantities = null, IReadOnlyList<Interest>? interests = null)
    {
        var copy = Dossier.Create(dossier.Title).WithAsOf(dossier.AsOf).WithPartiesLean(dossier.PartiesLean);
        foreach (var source in sources ?? dossier.Sources) copy = copy.Source(source);
        foreach (var interest in interests ?? dossier.Interests) copy = copy.Interest(interest);
        foreach (var quantity in quantities ?? dossier.Quantities) copy = copy.Quantity(quantity);
        foreach (var relation in relations ?? dossier.Relations) copy = copy.Relate(relation);
        return copy.WithClaims(claims ?? dossier.Claims);
    }

    /// <summary>Without some claims; others that replaced them no longer say so.</summary>
    public static Dossier Without(this Dossier dossier, IEnumerable<Claim> claims)
    {
        var gone = claims.Select(claim => claim.Id).ToHashSet();
        return dossier.With([.. dossier.Claims.Where(claim => !gone.Contains(claim.Id)).Select(claim =>
            claim.Supersedes.Any(gone.Contains) ? claim with { Supersedes = [.. claim.Supersedes.Where(id => !gone.Contains(id))] } : claim)]);
    }

    /// <summary>The claims that count.</summary>
    public static Claim[] Counting(Reconciliation result) =>
        [.. result.Verdicts.Where(verdict => verdict.Outcome is Outcome.Accepted or Outcome.Contested or Outcome.Rejected).Select(verdict => verdict.Claim)];

    /// <summary>
    /// What counts, told apart from the engine: what is neither withdrawn nor replaced nor said before by the same root, which of several that say the same being left open. Of those that say
    /// the same the nearest to the root decide: where they are gone, so is what passes them on, and what passes on a withdrawn claim replaces nothing.
    /// </summary>
    public static Claim[] Counting(Dossier dossier)
    {
        Claim[][] nearest =
        [
            .. dossier.Claims.GroupBy(KeyOf)
                .Select(same => (Claim[])[.. same.Where(claim => claim.Via.Count == same.Min(other => other.Via.Count))]),
        ];
        var withdrawn = nearest.Where(same => same.All(claim => claim.Retracted.IsRetracted)).Select(same => KeyOf(same[0])).ToHashSet();
        var replaced = dossier.Claims.Where(claim => !claim.Retracted.IsRetracted && !withdrawn.Contains(KeyOf(claim))).SelectMany(claim => claim.Supersedes).ToHashSet();
        return [.. nearest.Select(same => Array.Find(same, claim => !claim.Retracted.IsRetracted && !replaced.Contains(claim.Id))).OfType<Claim>()];
    }

    /// <summary>The claims that a dispute is about.</summary>
    public static IEnumerable<Claim> ClaimsOf(Dispute dispute) => dispute.Accounts[0].Accepts.Concat(dispute.Accounts[0].Rejects);

    /// <summary>What a root says with one figure, by whichever relay.</summary>
    private static (string Source, string Quantity, Basis Basis, Hedge Hedge, double? Value, double? Low, double? High) KeyOf(Claim claim) =>
        (claim.Source, claim.Quantity, claim.Basis, claim.Figure.Hedge, claim.Figure.Value, claim.Figure.Low, claim.Figure.High);
}
