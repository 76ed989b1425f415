using BenchmarkDotNet.Attributes;

namespace Reconcile.Benchmarks;

/// <summary>From a dossier in memory to the whole result, validation included.</summary>
[MemoryDiagnoser]
public class ReconcileBenchmarks
{
    private readonly Reconciler _reconciler = new();
    private readonly Dossier _seed = Dossier.Parse(Dossiers.SeedJson());
    private readonly Dossier _withoutConflict = Dossiers.WithoutConflict();
    private readonly Dossier _withOneConflict = Dossiers.WithOneConflict();

    [Benchmark(Baseline = true)]
    public Reconciliation NoConflict() => _reconciler.Reconcile(_withoutConflict);

    [Benchmark]
    public Reconciliation OneConflict() => _reconciler.Reconcile(_withOneConflict);

    [Benchmark]
    public Reconciliation Seed() => _reconciler.Reconcile(_seed);
}
