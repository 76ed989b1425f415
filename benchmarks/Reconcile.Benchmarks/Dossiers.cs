namespace Reconcile.Benchmarks;

/// <summary>Small dossiers, as people write them. Each is the same in every run and on every machine.</summary>
internal static class Dossiers
{
    /// <summary>The JSON of the article that the seed folder explains: 2025, North Korean troops.</summary>
    public static string SeedJson()
    {
        using var stream = typeof(Dossiers).Assembly.GetManifestResourceStream("seed.dossier.json")
            ?? throw new InvalidOperationException("The seed is not embedded; see the project file.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Four quantities, one sum, seven claims of six roots that agree; other figures for each number.</summary>
    public static Dossier Agreeing(int number) => Six(number).Claim("casualties", Figure.About(1560 + (number % 67)), "red cross");

    /// <summary>As <see cref="Agreeing"/>, but one root says six times as much of the total.</summary>
    public static Dossier WithOneConflict(int number) => Six(number).Claim("casualties", Figure.About(9000 + (number % 71)), "red cross");

    private static Dossier Six(int number) => Dossier.Create("Strike")
        .Relate("casualties = killed + wounded + captured")
        .Claim("killed", Figure.About(400 + (number % 97)), "ministry")
        .Claim("killed", Figure.About(410 + (number % 89)), "rescuers")
        .Claim("wounded", Figure.About(900 + (number % 83)), "ministry")
        .Claim("wounded", Figure.About(920 + (number % 79)), "hospital")
        .Claim("captured", Figure.About(200 + (number % 13)), "army")
        .Claim("casualties", Figure.About(1500 + (number % 101)), "observers");
}
