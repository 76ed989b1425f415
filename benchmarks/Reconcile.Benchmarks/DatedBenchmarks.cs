using BenchmarkDotNet.Attributes;

namespace Reconcile.Benchmarks;

/// <summary>From a dossier in memory to the whole result, validation included: totals over many days.</summary>
[MemoryDiagnoser]
public class DatedBenchmarks
{
    private readonly Reconciler _reconciler = new();
    private readonly Dossier _longSeries = DatedDossiers.LongSeries(1000);
    private readonly Dossier _warLosses = DatedDossiers.WarLosses();

    /// <summary>1,000 days of 8 totals in one component, 3,000 claims.</summary>
    [Benchmark]
    public Reconciliation LongSeries() => _reconciler.Reconcile(_longSeries);

    /// <summary>A year of 38 totals in four components, 4,609 claims by 7 sources, two of which lean.</summary>
    [Benchmark]
    public Reconciliation WarLosses() => _reconciler.Reconcile(_warLosses);
}
