using Reconcile.Tests.Promises;

namespace Reconcile.Tests.Generation;

/// <summary>A drawn dossier beside what is true: the state of things that its sources saw more or less well.</summary>
/// <param name="Dossier">What is said.</param>
/// <param name="Truth">The true value of each quantity; every relation and bound of the dossier holds in it.</param>
public sealed record KnownDossier(Dossier Dossier, IReadOnlyDictionary<string, double> Truth)
{
    /// <summary>The true value of a sum, difference or share.</summary>
    public double Of(string subject)
    {
        var sides = subject.Split(" / ");
        return sides.Length == 1 ? Sum(sides[0]) : Sum(sides[0]) / Sum(sides[1]);
    }

    /// <summary>Whether what is true lies within what a claim says and the error of its source, by a hair.</summary>
    public bool HoldsIn(Claim claim)
    {
        var (low, high) = DocumentedTables.Tolerant(Dossier, claim);
        var (truth, hair) = (Of(claim.Quantity), 1e-9 * Math.Abs(Of(claim.Quantity)));
        return truth >= low + hair && truth <= high - hair;
    }

    private double Sum(string form)
    {
        var plain = PlainForm.Read(form);
        return plain.Terms.Aggregate(plain.Constant, (sum, term) => sum + (term.Value * Rational.Of(Truth[term.Key]))).ToDouble();
    }
}
