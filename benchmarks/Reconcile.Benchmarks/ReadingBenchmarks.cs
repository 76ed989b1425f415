using BenchmarkDotNet.Attributes;

namespace Reconcile.Benchmarks;

/// <summary>Reading texts: a figure, a relation, a whole file; and what comes before every reconciliation, the validation.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private readonly string _json = Dossiers.SeedJson();
    private readonly Dossier _seed = Dossier.Parse(Dossiers.SeedJson());

    [Benchmark]
    [Arguments("about 4,000")]
    [Arguments("between 300 and 600")]
    [Arguments("4,645 (95% CI 793–8,498)")]
    [Arguments("several hundred")]
    public Figure FigurePhrase(string phrase) => Figure.Parse(phrase);

    [Benchmark]
    public Relation RelationRule() => Relation.Parse("casualties = killed + wounded + captured");

    [Benchmark]
    public Dossier SeedFile() => Dossier.Parse(_json);

    [Benchmark]
    public IReadOnlyList<Finding> SeedValidation() => _seed.Validate();
}
