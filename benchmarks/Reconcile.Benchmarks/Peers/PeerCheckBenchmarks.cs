using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Reconcile.Consistency;
using Reconcile.Modelling;
using Reconcile.Provenance;
using Reconcile.Validation;

namespace Reconcile.Benchmarks.Peers;

/// <summary>Whether claims can hold together, asked of Reconcile and of OR-Tools GLOP; the same systems, in one run, as ratios.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByParams, BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class PeerCheckBenchmarks : IDisposable
{
    private Component _component = null!;
    private ClaimSystem _system = null!;
    private GlopSystem _glop = null!;
    private bool[] _all = [];
    private bool[][] _right = [];
    private int _turn;

    /// <summary>Small: 4 quantities, 7 claims, one sum. Table: 60 states in circles, 25 claims.</summary>
    [Params("small", "table")]
    public string Claims { get; set; } = "small";

    [GlobalSetup]
    public void SetUp()
    {
        var given = Claims == "small" ? CheckedDossier.Small() : CheckedDossier.Table();
        _component = ComponentOf(given.Dossier);
        _system = ClaimSystem.Create(_component, Width.Tolerant);
        _glop = new GlopSystem(_component);
        _all = [.. _component.Claims.Select(_ => true)];
        bool[] right = [.. _component.Claims.Select(claim => !given.Wrong.Contains(claim.Claim.Id))];
        _right = [.. Enumerable.Range(0, right.Length).Where(claim => right[claim]).Select(left => Without(right, left))];
        ThrowUnlessBothAreRight();
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _glop.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true), BenchmarkCategory("can hold")]
    public bool CanHold() => _system.IsFeasible(NextRight());

    [Benchmark, BenchmarkCategory("can hold")]
    public bool CanHoldByGlop() => _glop.IsFeasible(NextRight());

    [Benchmark(Baseline = true), BenchmarkCategory("cannot hold")]
    public bool CannotHold() => _system.IsFeasible(_all);

    [Benchmark, BenchmarkCategory("cannot hold")]
    public bool CannotHoldByGlop() => _glop.IsFeasible(_all);

    [Benchmark(Baseline = true), BenchmarkCategory("set up, can hold")]
    public bool SetUpAndCanHold() => ClaimSystem.Create(_component, Width.Tolerant).IsFeasible(NextRight());

    [Benchmark, BenchmarkCategory("set up, can hold")]
    public bool SetUpAndCanHoldByGlop()
    {
        using var glop = new GlopSystem(_component);
        return glop.IsFeasible(NextRight());
    }

    [Benchmark(Baseline = true), BenchmarkCategory("minimal conflict")]
    public int[] Conflict() => _system.MinimalConflict(_all);

    [Benchmark, BenchmarkCategory("minimal conflict")]
    public bool[] ConflictByGlop() => _glop.MinimalConflict(_all);

    private static Component ComponentOf(Dossier dossier)
    {
        var survey = new DossierSurvey(dossier);
        if (DossierRules.Check(survey).Count > 0) throw new InvalidOperationException("The dossier is meant to be without findings.");
        return ModelBuilder.Build(EvidenceGatherer.Gather(dossier, HedgeReading.SignificantDigit, survey.Reading.HasSourcesThatSpeakTwice), survey.ParsedRelations(), survey.Reading, new ReconcileOptions()).Components.Single();
    }

    /// <summary>Each time another claim is left out, so that no answer is the last one again.</summary>
    private bool[] NextRight() => _right[_turn = (_turn + 1) % _right.Length];

    private static bool[] Without(bool[] claims, int left)
    {
        bool[] others = [.. claims];
        others[left] = false;
        return others;
    }

    private void ThrowUnlessBothAreRight()
    {
        var conflict = new bool[_all.Length];
        foreach (var claim in _system.MinimalConflict(_all)) conflict[claim] = true;
        var right = _right.All(claims => _system.IsFeasible(claims) && _glop.IsFeasible(claims))
            && !_system.IsFeasible(_all) && !_glop.IsFeasible(_all)
            && !_glop.IsFeasible(conflict) && !_system.IsFeasible(_glop.MinimalConflict(_all));
        if (!right) throw new InvalidOperationException($"Reconcile and GLOP do not agree on {Claims}.");
    }
}
