using FsCheck;
using FsCheck.Fluent;

namespace Reconcile.Tests.Generation;

/// <summary>Valid dossiers and their parts, for <c>[Property(Arbitrary = [typeof(DossierGenerators)])]</c>.</summary>
public static class DossierGenerators
{
    public static Arbitrary<Dossier> Dossiers() => Arb.From(Drawn((random, size) => new RandomDossier(random).Dossier(size)), DossierShrinker.Shrink);

    public static Arbitrary<Claim> Claims() => Arb.From(Drawn((random, _) => new RandomDossier(random).LoneClaim()), DossierShrinker.Shrink);

    public static Arbitrary<Figure> Figures() => Arb.From(Drawn((random, _) => RandomFigure.Next(random)));

    public static Arbitrary<Source> Sources() => Arb.From(Drawn((random, _) => new RandomDossier(random).Source("ministry")));

    public static Arbitrary<Quantity> Quantities() => Arb.From(Drawn((random, _) => new RandomDossier(random).Quantity("killed")));

    public static Arbitrary<DateOnly> Days() => Arb.From(Drawn((random, _) => RandomDossier.Day(random)));

    /// <summary>Draws by a seed, so that one size and seed always give the same value.</summary>
    private static Gen<T> Drawn<T>(Func<Random, int, T> draw) =>
        Gen.Sized(size => Gen.Choose(0, int.MaxValue - 1).Select(seed => draw(new Random(seed), size)));
}
