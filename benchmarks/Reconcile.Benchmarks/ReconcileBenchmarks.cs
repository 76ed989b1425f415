using BenchmarkDotNet.Attributes;

namespace Reconcile.Benchmarks;

/// <summary>From a dossier in memory to the whole result, validation included: small dossiers.</summary>
[MemoryDiagnoser]
public class ReconcileBenchmarks
{
    private readonly Reconciler _reconciler = new();
    private readonly string _json = Dossiers.SeedJson();
    private readonly Dossier _seed = Dossier.Parse(Dossiers.SeedJson());
    private readonly Dossier _agreeing = Dossiers.Agreeing(0);
    private readonly Dossier _withOneConflict = Dossiers.WithOneConflict(0);
    private readonly Dossier[] _tenThousand = [.. Enumerable.Range(0, 10_000).Select(Dossiers.Agreeing)];

    /// <summary>Four quantities, one relation, seven claims.</summary>
    [Benchmark(Baseline = true)]
    public Reconciliation NoConflict() => _reconciler.Reconcile(_agreeing);

    [Benchmark]
    public Reconciliation OneConflict() => _reconciler.Reconcile(_withOneConflict);

    /// <summary>Thirteen quantities, seven relations, nine claims.</summary>
    [Benchmark]
    public Reconciliation Seed() => _reconciler.Reconcile(_seed);

    /// <summary>The file read, reconciled, and everything that the result can say written as JSON: also what is worked out only when it is read.</summary>
    [Benchmark]
    public string SeedFromFileToJson() => _reconciler.Reconcile(Dossier.Parse(_json)).ToJson();

    /// <summary>As the first, ten thousand different ones, on all cores.</summary>
    [Benchmark]
    public void TenThousand() => Parallel.ForEach(_tenThousand, dossier => _reconciler.Reconcile(dossier));
}
