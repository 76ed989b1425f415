using BenchmarkDotNet.Attributes;

namespace Reconcile.Benchmarks;

/// <summary>From a dossier in memory to the whole result, validation included: large dossiers, and those that punish a careless search.</summary>
[MemoryDiagnoser]
public class HardBenchmarks
{
    private readonly Reconciler _reconciler = new();
    private readonly Dossier _tree = HardDossiers.Tree(90_000);
    private readonly Dossier _cyclic = HardDossiers.Cyclic();
    private readonly Dossier _clusters = HardDossiers.Clusters(1000, 40);
    private readonly Dossier _clustersOfASum = HardDossiers.Clusters(1000, 40, string.Join(" + ", Enumerable.Range(1, 12).Select(static part => $"part{part}")));
    private readonly Dossier _wideSum = HardDossiers.WideSum(200, 10);
    private readonly Dossier _separate = HardDossiers.Separate(1000);
    private readonly Dossier _equalRivals = HardDossiers.EqualRivals(30);
    private readonly Dossier _chain = HardDossiers.Chain(40);
    private readonly Dossier _overfull = HardDossiers.Overfull(31);

    /// <summary>A tree of sums: 100,000 quantities, 90,001 claims.</summary>
    [Benchmark]
    public Reconciliation Tree() => _reconciler.Reconcile(_tree);

    /// <summary>60 quantities in circles, 25 claims, conflicts among them.</summary>
    [Benchmark]
    public Reconciliation Cyclic() => _reconciler.Reconcile(_cyclic);

    /// <summary>1,000 claims on one quantity in 40 clusters that exclude each other.</summary>
    [Benchmark]
    public Reconciliation Clusters() => _reconciler.Reconcile(_clusters);

    /// <summary>The same on a sum of twelve quantities that has no name.</summary>
    [Benchmark]
    public Reconciliation ClustersOfASum() => _reconciler.Reconcile(_clustersOfASum);

    /// <summary>A sum of 200 parts, ten of them disputed.</summary>
    [Benchmark]
    public Reconciliation WideSum() => _reconciler.Reconcile(_wideSum);

    /// <summary>1,000 quantities that nothing joins, each disputed.</summary>
    [Benchmark]
    public Reconciliation Separate() => _reconciler.Reconcile(_separate);

    /// <summary>60 claims: two equal rivals about each of 30 parts of one sum.</summary>
    [Benchmark]
    public Reconciliation EqualRivals() => _reconciler.Reconcile(_equalRivals);

    /// <summary>40 claims, each of which overlaps only its neighbours.</summary>
    [Benchmark]
    public Reconciliation Chain() => _reconciler.Reconcile(_chain);

    /// <summary>31 parts that exceed their total: any eight of them may be wrong.</summary>
    [Benchmark]
    public Reconciliation Overfull() => _reconciler.Reconcile(_overfull);
}
