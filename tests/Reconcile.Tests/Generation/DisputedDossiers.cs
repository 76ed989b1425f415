using FsCheck;
using FsCheck.Fluent;

namespace Reconcile.Tests.Generation;

/// <summary>Dossiers of up to ten claims that agree and conflict, for <c>[Property(Arbitrary = [typeof(DisputedDossiers)])]</c>.</summary>
public static class DisputedDossiers
{
    public static Arbitrary<Dossier> Dossiers() => Seeds.Drawn(random => new DisputedDossier(random).Draw());
}

/// <summary>The same beside what is true in them.</summary>
public static class KnownDossiers
{
    public static Arbitrary<KnownDossier> Dossiers() => Arb.From(
        Seeds.Randoms.Select(random => new DisputedDossier(random).DrawKnown()), known => SmallerDossier.Of(known.Dossier).Select(smaller => known with { Dossier = smaller }));
}

/// <summary>Dossiers whose claims speak of several days.</summary>
public static class DatedDossiers
{
    public static Arbitrary<Dossier> Dossiers() => Seeds.Drawn(random => new DatedDossier(random).Draw());
}

/// <summary>Valid dossiers at the limits of what may be written.</summary>
public static class ExtremeDossiers
{
    public static Arbitrary<Dossier> Dossiers() => Seeds.Drawn(random => new ExtremeDossier(random).Draw());
}

/// <summary>Dossiers with parts that make no sense.</summary>
public static class BrokenDossiers
{
    public static Arbitrary<Dossier> Dossiers() => Seeds.Drawn(random => new BrokenDossier(random).Draw());
}

/// <summary>Draws by seeds from the whole range: FsCheck's own integers go from −100 to 100 only.</summary>
internal static class Seeds
{
    public static Gen<Random> Randoms { get; } = Gen.Choose(0, int.MaxValue - 1).Select(seed => new Random(seed));

    public static Arbitrary<Dossier> Drawn(Func<Random, Dossier> draw) => Arb.From(Randoms.Select(draw), SmallerDossier.Of);
}
