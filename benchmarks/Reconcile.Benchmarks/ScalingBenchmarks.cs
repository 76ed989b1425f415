using BenchmarkDotNet.Attributes;

namespace Reconcile.Benchmarks;

/// <summary>How the time grows with the claims, in the two directions in which dossiers grow.</summary>
[MemoryDiagnoser]
public class ScalingBenchmarks
{
    private readonly Reconciler _reconciler = new();
    private Dossier _oneQuantity = Dossier.Create();
    private Dossier _tree = Dossier.Create();

    [Params(10, 100, 1000)]
    public int Claims { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _oneQuantity = Dossiers.OnOneQuantity(Claims);
        _tree = Dossiers.Tree(Claims);
    }

    [Benchmark]
    public Reconciliation OneQuantity() => _reconciler.Reconcile(_oneQuantity);

    [Benchmark]
    public Reconciliation LeavesOfATree() => _reconciler.Reconcile(_tree);
}
