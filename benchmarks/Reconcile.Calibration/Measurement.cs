namespace Reconcile.Calibration;

/// <summary>Reconciles simulated dossiers and compares the results with the truth.</summary>
internal sealed class Measurement
{
    /// <summary>The level of the ranges that are printed by default.</summary>
    public const double Level = 0.9;

    private readonly (double Level, Reconciler Reconciler)[] _others;
    private readonly Reconciler _reconciler = new(new ReconcileOptions { Level = Level });
    private readonly List<EstimateObservation> _estimates = [];
    private readonly List<ClaimObservation> _claims = [];
    private readonly List<AccountObservation> _accounts = [];

    private Measurement(IEnumerable<double> otherLevels) =>
        _others = [.. otherLevels.Select(level => (level, new Reconciler(new ReconcileOptions { Level = level })))];

    public IReadOnlyList<EstimateObservation> Estimates => _estimates;

    public IReadOnlyList<ClaimObservation> Claims => _claims;

    public IReadOnlyList<AccountObservation> Accounts => _accounts;

    /// <summary>Measures the first dossiers of a seed.</summary>
    /// <param name="scenario">The world that they are drawn from.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="dossiers">How many.</param>
    /// <param name="otherLevels">Levels to measure beside <see cref="Level"/>; each costs as much again.</param>
    public static Measurement Of(Scenario scenario, int seed, int dossiers, params IEnumerable<double> otherLevels)
    {
        var measurement = new Measurement(otherLevels);
        for (var number = 0; number < dossiers; number++) measurement.Add(number, Simulator.Draw(scenario, seed, number));
        return measurement;
    }

    private void Add(int number, SimulatedDossier simulated)
    {
        var result = _reconciler.Reconcile(simulated.Dossier);
        var rejected = result.Disputes.SelectMany(dispute => dispute.Accounts[0].Rejects).Select(claim => claim.Id).ToHashSet();
        rejected.UnionWith(result.Verdicts.Where(verdict => verdict.Outcome == Outcome.Rejected).Select(verdict => verdict.Claim.Id));
        var counted = result.Verdicts
            .Where(verdict => verdict.Outcome is Outcome.Accepted or Outcome.Contested or Outcome.Rejected)
            .Select(verdict => new ClaimObservation(number, rejected.Contains(verdict.Claim.Id), simulated.Claims[verdict.Claim.Id].IsTolerable))
            .ToArray();
        _claims.AddRange(counted);
        AddAccounts(number, simulated, result);
        AddEstimates(number, simulated, result, Array.TrueForAll(counted, claim => claim.IsRejected || claim.IsTolerable));
    }

    private void AddAccounts(int number, SimulatedDossier simulated, Reconciliation result)
    {
        foreach (var dispute in result.Disputes)
        {
            foreach (var account in dispute.Accounts)
            {
                var accepted = account.Accepts.Select(claim => simulated.Claims[claim.Id]).ToArray();
                _accounts.Add(new AccountObservation(
                    number,
                    account == dispute.Accounts[0],
                    account.Weight,
                    Array.TrueForAll(accepted, claim => claim.IsTolerable),
                    !Array.Exists(accepted, claim => claim.IsWrong)));
            }
        }
    }

    private void AddEstimates(int number, SimulatedDossier simulated, Reconciliation result, bool isClean)
    {
        var isFree = !simulated.Claims.Values.Any(claim => claim.IsWrong);
        var others = _others.Select(other => (other.Level, Result: other.Reconciler.Reconcile(simulated.Dossier))).ToArray();
        foreach (var estimate in result.Estimates)
        {
            if (estimate.Claims.Count == 0 || estimate.Best is null) continue;
            var quantity = estimate.Quantity.Id;
            var truth = simulated.Truth[quantity];
            var inside = others.ToDictionary(other => other.Level, other => IsInside(other.Result[quantity], truth));
            inside[Level] = IsInside(estimate, truth);
            _estimates.Add(new EstimateObservation(
                number,
                isClean,
                isFree,
                result.Disputes.Any(dispute => dispute.Quantities.Any(disputed => disputed.Id == quantity)),
                estimate.Roots,
                [.. estimate.Claims.Select(claim => simulated.Claims[claim.Id])],
                inside,
                (estimate.High!.Value - estimate.Low!.Value) / truth));
        }
    }

    private static bool IsInside(Estimate estimate, double truth) => estimate.Low <= truth && truth <= estimate.High;
}
