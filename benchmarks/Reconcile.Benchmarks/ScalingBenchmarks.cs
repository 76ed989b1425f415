using BenchmarkDotNet.Attributes;

namespace Reconcile.Benchmarks;

/// <summary>How the time grows with the claims, in the two directions in which dossiers grow.</summary>
[MemoryDiagnoser]
public class ScalingBenchmarks
{
    private readonly Reconciler _reconciler = new();
    private Dossier _clusters = Dossier.Create();
    private Dossier _tree = Dossier.Create();

    [Params(100, 1000, 10_000)]
    public int Claims { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _clusters = HardDossiers.Clusters(Claims, 10);
        _tree = HardDossiers.Tree(Claims);
    }

    [Benchmark]
    public Reconciliation OneQuantity() => _reconciler.Reconcile(_clusters);

    [Benchmark]
    public Reconciliation LeavesOfATree() => _reconciler.Reconcile(_tree);
}
