using Reconcile.Formats;
using Xunit;

namespace Reconcile.Tests.Formats;

public class SpellingTests
{
    [Fact]
    public void Each_enumeration_is_spelled_in_lower_camel_case_in_its_order()
    {
        Assert.Equal(Enum.GetNames<Reliability>(), Spelling.Reliabilities);
        Assert.Equal(Lower<Basis>(), Spelling.Bases);
        Assert.Equal(Lower<QuantityKind>(), Spelling.QuantityKinds);
        Assert.Equal(Lower<Tendency>(), Spelling.Tendencies);
        Assert.Equal(Lower<Confidence>(), Spelling.Confidences);
        Assert.Equal(Lower<ConflictSeverity>(), Spelling.Severities);
        Assert.Equal(Lower<ConflictKind>(), Spelling.ConflictKinds);
        Assert.Equal(Lower<DifferenceKind>(), Spelling.DifferenceKinds);
        Assert.Equal(Lower<Outcome>(), Spelling.Outcomes);
    }

    [Fact]
    public void Credibility_is_its_grade_and_unknown_is_6()
    {
        Assert.Equal([6, 1, 2, 3, 4, 5], Enum.GetValues<Credibility>().Select(Spelling.Grade));
        Assert.All(Enum.GetValues<Credibility>(), credibility => Assert.Equal(credibility, Spelling.OfGrade(Spelling.Grade(credibility))));
    }

    private static IEnumerable<string> Lower<T>()
        where T : struct, Enum => Enum.GetNames<T>().Select(name => char.ToLowerInvariant(name[0]) + name[1..]);
}
