using System.Globalization;

namespace Reconcile.Benchmarks;

/// <summary>The dossiers that are timed. Each is the same in every run and on every machine.</summary>
internal static class Dossiers
{
    private const int PartsOfASum = 10;

    /// <summary>The JSON of the article that the seed folder explains: 2025, North Korean troops.</summary>
    public static string SeedJson()
    {
        using var stream = typeof(Dossiers).Assembly.GetManifestResourceStream("seed.dossier.json")
            ?? throw new InvalidOperationException("The seed is not embedded; see the project file.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Three quantities, three claims that agree.</summary>
    public static Dossier WithoutConflict() => Dossier.Create("No conflict")
        .Relate("casualties = killed + wounded")
        .Claim("killed", "around 400", source: "intelligence")
        .Claim("wounded", "approximately 3,600", source: "intelligence")
        .Claim("casualties", "about 4,000", source: "member of parliament");

    /// <summary>As <see cref="WithoutConflict"/>, and a fourth source that takes all casualties for killed.</summary>
    public static Dossier WithOneConflict() => WithoutConflict().Claim("killed", "about 4,000", source: "newspaper");

    /// <summary>Claims of as many roots on one quantity. Every tenth says twice what the others say, so that there is one large dispute.</summary>
    public static Dossier OnOneQuantity(int claims) => Dossier.Create("One quantity").WithClaims(
        Enumerable.Range(0, claims).Select(i => new Claim
        {
            Quantity = "killed",
            Figure = Figure.About((i % 10 == 0 ? 2000 : 1000) + i % 7),
            Source = Name("source", i),
        }));

    /// <summary>A tree of sums of ten: every leaf is claimed by a source of its own, and so is the total.</summary>
    public static Dossier Tree(int leaves)
    {
        var dossier = Dossier.Create("Tree").WithClaims(
            Enumerable.Range(0, leaves).Select(i => new Claim { Quantity = Name("leaf", i), Figure = Figure.About(100 + i % 9), Source = Name("source", i) }));
        List<string> level = [.. Enumerable.Range(0, leaves).Select(i => Name("leaf", i))];
        var sums = 0;
        while (level.Count > 1)
        {
            var above = new List<string>();
            foreach (var parts in level.Chunk(PartsOfASum))
            {
                above.Add(Name("sum", sums++));
                dossier = dossier.Relate($"{above[^1]} = {string.Join(" + ", parts)}");
            }

            level = above;
        }

        return dossier.Claim(level[0], Figure.About(104 * leaves), source: "census");
    }

    private static string Name(string what, int number) => what + number.ToString(CultureInfo.InvariantCulture);
}
