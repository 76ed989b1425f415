using System.Globalization;

namespace Reconcile.Calibration;

/// <summary>Draws dossiers from the engine's own assumptions, or from a world that is worse.</summary>
internal sealed class Simulator
{
    private const double RelayChance = 0.2;

    /// <summary>How often roots have each grade.</summary>
    public static IReadOnlyList<(Reliability Item, double Weight)> Grades { get; } =
    [
        (Reliability.A, 0.10), (Reliability.B, 0.25), (Reliability.C, 0.30), (Reliability.D, 0.15), (Reliability.E, 0.08), (Reliability.F, 0.12),
    ];

    private sealed record Root(string Id, Reliability Grade, Informant Informant);

    private readonly Draws _draws;
    private readonly Truth _truth;
    private readonly Root[] _roots;
    private readonly List<Claim> _claims = [];
    private readonly Dictionary<string, SimulatedClaim> _known = [];

    private Simulator(Draws draws, Scenario scenario)
    {
        _draws = draws;
        _truth = Truth.Draw(draws);
        _roots = new Root[draws.Whole(2, 6)];
        for (var i = 0; i < _roots.Length; i++)
        {
            var grade = draws.Pick(Grades);
            var informant = i > 0 && draws.Happens(scenario.HiddenSource) ? _roots[0].Informant : new Informant(draws, grade, scenario);
            _roots[i] = new Root(string.Create(CultureInfo.InvariantCulture, $"r{i + 1}"), grade, informant);
        }
    }

    /// <summary>The dossier with this number: 2 to 6 roots, 3 to 10 different things said, and what relays make of them.</summary>
    public static SimulatedDossier Draw(Scenario scenario, int seed, int number)
    {
        var simulator = new Simulator(new Draws(seed, number), scenario);
        simulator.AddClaims();
        var dossier = Dossier.Create(string.Create(CultureInfo.InvariantCulture, $"Simulated dossier {number}"));
        foreach (var root in simulator._roots) dossier = dossier.Source(root.Id, root.Grade);
        foreach (var rule in Truth.Rules) dossier = dossier.Relate(rule);
        return new SimulatedDossier(dossier.WithClaims(simulator._claims), simulator._truth, simulator._known);
    }

    private void AddClaims()
    {
        var wanted = _draws.Whole(3, 10);
        var said = new HashSet<(string, string, Saying)>();
        for (var attempt = 0; attempt < 60 && said.Count < wanted; attempt++)
        {
            var root = _roots[_draws.Whole(0, _roots.Length - 1)];
            var quantity = _draws.Pick(Truth.Spoken);
            var saying = _draws.Pick(Speaker.Habits);
            if (said.Contains((root.Id, quantity, saying)) || Said(root, quantity, saying) is not { } claim) continue;
            said.Add((root.Id, quantity, saying));
            Add(claim, root, saying);
            if (_draws.Happens(RelayChance)) Relay(claim, root, saying);
        }
    }

    private Claim? Said(Root root, string quantity, Saying saying)
    {
        var isCount = saying is Saying.Counted or Saying.CountedFloor;
        var belief = BeliefOf(root, quantity);
        return Speaker.Say(saying, root.Informant.Reckon(belief.Number, isCount), _draws) is { } figure
            ? new Claim { Quantity = quantity, Figure = figure, Source = root.Id, Credibility = belief.Credibility, Basis = isCount ? Basis.Count : Basis.Estimate }
            : null;
    }

    private Belief BeliefOf(Root root, string quantity) =>
        root.Informant.BeliefOf(quantity, _truth[quantity], [.. Truth.Spoken.Where(spoken => spoken.Quantity != quantity).Select(spoken => _truth[spoken.Quantity])]);

    /// <summary>The same once more from a relay, which keeps the words, or says it rounder and no longer as a count.</summary>
    private void Relay(Claim claim, Root root, Saying saying)
    {
        var relayed = claim with { Via = ["wire"] };
        if (_draws.Happens(0.5) && Speaker.SayRounder(claim.Figure) is { } rounder) Add(relayed with { Figure = rounder, Basis = Basis.Estimate }, root, Saying.About);
        else Add(relayed, root, saying);
    }

    private void Add(Claim claim, Root root, Saying saying)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"c{_claims.Count + 1}");
        _claims.Add(claim with { Id = id });
        _known.Add(id, new SimulatedClaim(id, claim.Quantity, saying, root.Grade, BeliefOf(root, claim.Quantity).IsWrong, Tolerance.Holds(claim, root.Grade, _truth[claim.Quantity])));
    }
}
