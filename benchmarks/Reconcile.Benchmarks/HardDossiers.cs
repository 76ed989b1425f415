using System.Globalization;

namespace Reconcile.Benchmarks;

/// <summary>Dossiers that are large, or shaped so that a careless search would never end. Each is the same in every run and on every machine.</summary>
internal static class HardDossiers
{
    private const int PartsOfASum = 10;

    /// <summary>A tree of sums of ten: every leaf is claimed by a source of its own, and so is the total.</summary>
    public static Dossier Tree(int leaves)
    {
        var claims = new List<Claim>(leaves + 1);
        List<string> level = [];
        for (var i = 0; i < leaves; i++)
        {
            level.Add(Name("leaf", i));
            claims.Add(new Claim { Quantity = level[i], Figure = Figure.About(100 + i % 9), Source = Name("source", i) });
        }

        var relations = new List<Relation>();
        while (level.Count > 1)
        {
            var above = new List<string>();
            foreach (var parts in level.Chunk(PartsOfASum))
            {
                above.Add(Name("sum", relations.Count));
                relations.Add(new Relation { Rule = $"{above[^1]} = {string.Join(" + ", parts)}" });
            }

            level = above;
        }

        claims.Add(new Claim { Quantity = level[0], Figure = Figure.About(104 * leaves), Source = "census" });
        return Dossier.Create("Tree").WithRelations(relations).WithClaims(claims);
    }

    /// <summary>Sixty quantities in a ladder of overlapping sums (so that relations form circles), 25 claims, of which seven contradict another.</summary>
    public static Dossier Cyclic()
    {
        var dossier = Dossier.Create("Circles");
        for (var i = 0; i < 20; i++)
        {
            dossier = dossier
                .Relate($"all{i} = north{i} + south{i}")
                .Relate(i < 19 ? $"north{i} + south{i + 1} <= {2 + (i % 3)} * all{i + 1}" : "north19 <= all0");
        }

        for (var i = 0; i < 18; i++) dossier = dossier.Claim(InCircles(i), Figure.About((1000 + (40 * i)) * (i % 3 == 0 ? 2 : 1)), Name("source", i));
        for (var i = 0; i < 7; i++) dossier = dossier.Claim(InCircles(2 * i), Figure.About(20_000 + (1000 * i)), Name("rival", i));
        return dossier;
    }

    private static string InCircles(int number) => Name((number % 3) switch { 0 => "all", 1 => "north", _ => "south" }, number);

    /// <summary>Claims of as many roots on one quantity, or on a sum without a name, in clusters that exclude each other.</summary>
    public static Dossier Clusters(int claims, int clusters, string quantity = "killed") => Dossier.Create("Clusters").WithClaims(
        Enumerable.Range(0, claims).Select(i => new Claim
        {
            Quantity = quantity,
            Figure = Figure.About(Math.Round(100 * Math.Pow(1.5, i % clusters)) + (i / clusters % 3)),
            Source = Name("source", i),
        }));

    /// <summary>One sum of many parts; a second source contradicts the first about some of them.</summary>
    public static Dossier WideSum(int parts, int conflicts)
    {
        var rules = new List<Relation>();
        var claims = new List<Claim>();
        for (var i = 0; i < parts; i++)
        {
            claims.Add(new Claim { Quantity = Name("p", i), Figure = Figure.About(100 + i), Source = Name("source", i) });
            if (i < conflicts) claims.Add(new Claim { Quantity = Name("p", i), Figure = Figure.About(300 + i), Source = Name("rival", i) });
        }

        // A rule has at most 1,000 characters: the sum is written in steps.
        var steps = new List<string>();
        foreach (var chunk in Enumerable.Range(0, parts).Chunk(100))
        {
            steps.Add(Name("step", steps.Count));
            rules.Add(new Relation { Rule = $"{steps[^1]} = {string.Join(" + ", chunk.Select(i => Name("p", i)))}" });
        }

        rules.Add(new Relation { Rule = $"total = {string.Join(" + ", steps)}" });
        return Dossier.Create("Wide sum").WithRelations(rules).WithClaims(claims);
    }

    /// <summary>Quantities that nothing joins, each with one conflict.</summary>
    public static Dossier Separate(int quantities) => Dossier.Create("Separate").WithClaims(
        Enumerable.Range(0, quantities).SelectMany(i => new[]
        {
            new Claim { Quantity = Name("q", i), Figure = Figure.About(400 + i % 50), Source = Name("source", 2 * i) },
            new Claim { Quantity = Name("q", i), Figure = Figure.About(4000 + i % 50), Source = Name("source", (2 * i) + 1) },
        }));

    /// <summary>Two equal rivals about each part of one sum.</summary>
    public static Dossier EqualRivals(int parts)
    {
        var dossier = Dossier.Create("Equal rivals").Relate($"total = {string.Join(" + ", Enumerable.Range(0, parts).Select(i => Name("p", i)))}");
        return dossier.WithClaims(Enumerable.Range(0, parts).SelectMany(i => new[]
        {
            new Claim { Quantity = Name("p", i), Figure = Figure.About(100), Source = Name("low", i) },
            new Claim { Quantity = Name("p", i), Figure = Figure.About(300), Source = Name("high", i) },
        }));
    }

    /// <summary>Ranges in a row, each of which meets only its neighbours.</summary>
    public static Dossier Chain(int claims) => Dossier.Create("Chain").WithClaims(
        Enumerable.Range(0, claims).Select(i => new Claim { Quantity = "killed", Figure = Figure.Between(1000 * Math.Pow(1.4, i), 1000 * Math.Pow(1.4, i + 1.2)), Source = Name("source", i) }));

    /// <summary>Parts whose claims together exceed what is claimed of their total, so that any few of them may be wrong.</summary>
    public static Dossier Overfull(int parts) => Dossier.Create("Overfull")
        .Relate($"total = {string.Join(" + ", Enumerable.Range(0, parts).Select(i => Name("p", i)))}")
        .WithClaims(Enumerable.Range(0, parts).Select(i => new Claim { Quantity = Name("p", i), Figure = Figure.About(100 + i), Source = Name("source", i) }))
        .Claim("total", Figure.AtMost(2500), "census");

    private static string Name(string what, int number) => what + number.ToString(CultureInfo.InvariantCulture);
}
