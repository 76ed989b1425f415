using FsCheck;
using FsCheck.Fluent;

namespace Reconcile.Tests.Generation;

/// <summary>Dossiers of up to ten claims that agree and conflict, for <c>[Property(Arbitrary = [typeof(DisputedDossiers)])]</c>.</summary>
public static class DisputedDossiers
{
    public static Arbitrary<Dossier> Dossiers() => Seeds.Drawn(random => new DisputedDossier(random).Draw());
}

/// <summary>Valid dossiers at the limits of what may be written.</summary>
public static class ExtremeDossiers
{
    public static Arbitrary<Dossier> Dossiers() => Seeds.Drawn(random => new ExtremeDossier(random).Draw());
}

/// <summary>Draws by seeds from the whole range: FsCheck's own integers go from −100 to 100 only.</summary>
internal static class Seeds
{
    public static Arbitrary<Dossier> Drawn(Func<Random, Dossier> draw) =>
        Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(seed => draw(new Random(seed))), SmallerDossier.Of);
}
