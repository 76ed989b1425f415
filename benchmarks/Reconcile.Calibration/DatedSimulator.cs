using System.Globalization;

namespace Reconcile.Calibration;

/// <summary>A dossier over some days of which the truth is known.</summary>
/// <param name="Dossier">What the engine sees.</param>
/// <param name="Truth">What it does not see.</param>
/// <param name="Growth">How the totals grow.</param>
/// <param name="Days">On how many days something is said.</param>
internal sealed record DatedDossier(Dossier Dossier, DatedTruth Truth, Growth Growth, int Days)
{
    /// <summary>The day from which the days of the truth are counted.</summary>
    public static DateOnly Start { get; } = new(2024, 1, 1);

    /// <summary>What a total really was on a day.</summary>
    public double TruthOf(string quantity, DateOnly day) => Truth.Of(quantity, day.DayNumber - Start.DayNumber);
}

/// <summary>Draws totals over 3 to 60 days of which 1 to 5 roots speak, each with one error for all its days.</summary>
internal sealed class DatedSimulator
{
    /// <summary>Days from the first to the last claim, at most.</summary>
    private const int LongestSpan = 480;

    /// <summary>How often a root says a second thing on a day, or another one speaks too.</summary>
    private const double AnotherChance = 0.25;

    private sealed record Root(string Id, Reliability Grade, Informant Informant);

    private readonly Draws _draws;
    private readonly DatedTruth _truth;
    private readonly int[] _days;
    private readonly List<Root> _roots = [];
    private readonly Scenario _scenario;
    private readonly List<Claim> _claims = [];

    private DatedSimulator(Draws draws, Growth growth, bool isBackwards, Scenario scenario)
    {
        (_draws, _scenario) = (draws, scenario);
        var count = Math.Clamp((int)draws.LogUniform(3, scenario.MostDays + 1), 3, scenario.MostDays);
        var lastDay = draws.Whole(Math.Max(count - 1, 10), LongestSpan);
        _truth = DatedTruth.Draw(growth, draws.Happens(0.5), lastDay, isBackwards, draws);
        _days = SomeDays(count, lastDay);
        var roots = draws.Whole(1, 5);
        for (var i = 0; i < roots; i++) AddRoot();
        foreach (var day in _days) AddClaims(day);
    }

    /// <summary>The dossier with this number; four in turn have the four kinds of growth.</summary>
    public static DatedDossier Draw(Scenario scenario, int seed, int number)
    {
        var growth = (Growth)(number % 4);
        var simulator = new DatedSimulator(new Draws(seed, number), growth, scenario.AreStocks && number / 4 % 2 == 1, scenario);
        return new DatedDossier(simulator.ToDossier(string.Create(CultureInfo.InvariantCulture, $"Simulated dossier {number}")), simulator._truth, growth, simulator._days.Length);
    }

    private Dossier ToDossier(string title)
    {
        var dossier = Dossier.Create(title).WithAsOf(DatedDossier.Start.AddDays(LongestSpan + 60));
        foreach (var quantity in _truth.Quantities) dossier = dossier.Quantity(quantity, _scenario.AreStocks ? QuantityKind.Stock : QuantityKind.Total);
        if (_truth.IsSystem) dossier = dossier.Relate("casualties = killed + wounded");
        foreach (var root in _roots) dossier = dossier.Source(root.Id, root.Grade);
        return dossier.WithClaims(_claims);
    }

    private Root AddRoot()
    {
        var grade = _draws.Pick(Simulator.Grades);
        var root = new Root(string.Create(CultureInfo.InvariantCulture, $"r{_roots.Count + 1}"), grade, new Informant(_draws, grade, _scenario));
        _roots.Add(root);
        return root;
    }

    /// <summary>The first day, the last and others at random.</summary>
    private int[] SomeDays(int count, int lastDay)
    {
        var days = new SortedSet<int> { 0, lastDay };
        while (days.Count < count) days.Add(_draws.Whole(1, lastDay - 1));
        return [.. days];
    }

    private void AddClaims(int day)
    {
        var said = new HashSet<(string Root, string Quantity)>();
        do
        {
            var root = _scenario.NobodySpeaksTwice ? AddRoot() : _roots[_draws.Whole(0, _roots.Count - 1)];
            var quantity = _truth.Quantities[_draws.Whole(0, _truth.Quantities.Count - 1)];
            if (said.Add((root.Id, quantity))) AddClaim(root, quantity, day);
        }
        while (_draws.Happens(AnotherChance));
    }

    private void AddClaim(Root root, string quantity, int day)
    {
        var topic = string.Create(CultureInfo.InvariantCulture, $"{quantity} {day}");
        var belief = root.Informant.BeliefOf(topic, _truth.Of(quantity, day), Others(quantity, day));
        for (var attempt = 0; attempt < 60; attempt++)
        {
            var saying = _draws.Pick(Speaker.Habits);
            var isCount = saying is Saying.Counted or Saying.CountedFloor;
            if (Speaker.Say(saying, root.Informant.Reckon(belief.Number, isCount), _draws) is not { } figure) continue;
            var id = string.Create(CultureInfo.InvariantCulture, $"c{_claims.Count + 1}");
            var asOf = DatedDossier.Start.AddDays(day);
            _claims.Add(new Claim { Id = id, Quantity = quantity, Figure = figure, Source = root.Id, AsOf = asOf, Credibility = belief.Credibility, Basis = isCount ? Basis.Count : Basis.Estimate });
            return;
        }
    }

    /// <summary>The numbers of the other quantities, or of another day where there is one quantity alone.</summary>
    private double[] Others(string quantity, int day) => _truth.IsSystem
        ? [.. _truth.Quantities.Where(other => other != quantity).Select(other => _truth.Of(other, day))]
        : [.. _days.Where(other => other != day).Select(other => _truth.Of(quantity, other))];
}
