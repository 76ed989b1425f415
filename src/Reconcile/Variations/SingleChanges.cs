using System.Globalization;
using Reconcile.Figures;
using Reconcile.Relations;
using Reconcile.Results;

namespace Reconcile.Variations;

/// <summary>
/// Which single change would move an estimate or its confidence most, found by reconciling changed dossiers: each of the claims that matter left
/// out, the source of each rejected claim taken as completely reliable, and one further root of grade B that agrees.
/// </summary>
internal sealed class SingleChanges
{
    /// <summary>Claims that are left out, one at a time.</summary>
    private const int MostLeftOut = 12;

    /// <summary>Of these, rejected ones, which have no share; and sources that are taken as reliable.</summary>
    private const int MostRejected = 4;

    /// <summary>The effect of an estimate that loses or gains its best value: more than any shift within a range.</summary>
    private const double LostValue = 10;

    /// <summary>Less than this is no change: a twentieth of half the range, or 5 % of its width.</summary>
    private const double LeastEffect = 0.05;

    /// <summary>Digits to which effects and shares are compared, so that rounding noise orders nothing.</summary>
    private const int ComparedDigits = 9;

    private readonly EstimateInFull _full;
    private readonly ChangedDossiers _dossiers;
    private readonly Func<Dossier, ReconcileOptions, CancellationToken, Reconciliation> _reconcile;
    private readonly CancellationToken _cancellationToken;

    private SingleChanges(EstimateInFull full, Func<Dossier, ReconcileOptions, CancellationToken, Reconciliation> reconcile, CancellationToken cancellationToken)
    {
        _full = full;
        _dossiers = new ChangedDossiers(full.Reconciliation.Dossier, full.Reconciliation.AsOf);
        _reconcile = reconcile;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The changes that have an effect, the greatest first.</summary>
    /// <param name="full">The estimate.</param>
    /// <param name="reconcile">Reconciles a dossier; handed in, since the door of the library stands above this folder.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static IReadOnlyList<SingleChange> Of(EstimateInFull full, Func<Dossier, ReconcileOptions, CancellationToken, Reconciliation> reconcile, CancellationToken cancellationToken)
    {
        var changes = new SingleChanges(full, reconcile, cancellationToken).Tried();
        return
        [
            .. changes
                .Where(change => change.Effect >= LeastEffect)
                .OrderByDescending(change => Math.Round(change.Effect, ComparedDigits))
                .ThenBy(change => change.Kind)
                .ThenBy(change => change.Claim?.Id ?? change.Source, StringComparer.Ordinal),
        ];
    }

    private IEnumerable<SingleChange> Tried()
    {
        var rejected = Rejected();
        var influential = _full.Claims
            .Where(claim => claim.Share > 0)
            .OrderByDescending(claim => Math.Round(claim.Share, ComparedDigits))
            .ThenBy(claim => claim.Claim.Id, StringComparer.Ordinal)
            .Select(claim => claim.Claim);
        foreach (var claim in rejected.Concat(influential).DistinctBy(claim => claim.Id).Take(MostLeftOut))
        {
            if (After(_dossiers.Without(claim.Id)) is { } after) yield return Change(ChangeKind.Without, after.Estimate, claim);
        }

        foreach (var source in rejected.Select(claim => claim.Source).Distinct(StringComparer.Ordinal))
        {
            if (After(_dossiers.Graded(source, Reliability.A)) is { } after) yield return Change(ChangeKind.Upgraded, after.Estimate, source: source, reliability: Reliability.A);
        }

        if (Agreeing() is not { } agreeing) yield break;
        var root = new Source { Id = agreeing.Source, Reliability = Reliability.B };
        if (After(_dossiers.With(agreeing, root)) is { } changed) yield return Change(ChangeKind.Agreeing, changed.Estimate, agreeing, agreeing.Source, Reliability.B);
    }

    /// <summary>The claims that the leading accounts reject, of the disputes on which the estimate depends.</summary>
    private Claim[] Rejected()
    {
        var accounts = _full.Estimate.ByAccount.SelectMany(value => value.Accounts).ToHashSet<Account>(ReferenceEqualityComparer.Instance);
        return
        [
            .. _full.Reconciliation.Disputes
                .Where(dispute => dispute.Accounts.Any(accounts.Contains))
                .SelectMany(dispute => dispute.Accounts[0].Rejects)
                .Take(MostRejected),
        ];
    }

    /// <summary>
    /// A claim of another root that says the same as the weightiest claim whose words the best value fulfils, or else the best value itself; null without one. It repeats no forecast of what
    /// somebody reports; where there are only forecasts it is one, too, since a report would put an end to them.
    /// </summary>
    private Claim? Agreeing()
    {
        // An estimate may be larger than what a claim may say.
        if (_full.Estimate.Best is not { } best || Math.Abs(best) > FigureLimits.Magnitude) return null;
        ClaimInFull[] said = [.. _full.Claims.Where(claim => claim.Claim.SpeaksOf(_full.Estimate.Quantity.Id) && claim.Share > 0 && claim.Claim.During is null)];
        ClaimInFull[] ofTheDay = [.. said.Where(claim => _full.Estimate.AsOf is not { } day || (claim.Claim.LastDay ?? _full.Reconciliation.AsOf) == day)];
        var isForecast = ofTheDay.Length > 0 && Array.TrueForAll(ofTheDay, static claim => claim.Claim.Basis == Basis.Projection);
        var stated = said
            .Where(claim => isForecast || claim.Claim.Basis != Basis.Projection)
            .Where(claim => claim.Claim.Figure.Kind is FigureKind.Point or FigureKind.Range && claim.Literal.Low <= best && best <= claim.Literal.High)
            .OrderByDescending(claim => Math.Round(claim.Share, ComparedDigits))
            .ThenBy(claim => claim.Claim.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        var figure = stated?.Claim.Figure ?? Figure.About(Rounded(best));
        return new Claim
        {
            Id = Unused("agreeing", _full.Reconciliation.Dossier.Claims.Select(claim => claim.Id)),
            Quantity = _full.Reconciliation.Dossier.Quantities.Count > 0 ? _full.Estimate.Quantity.Id : RelationText.Quoted(_full.Estimate.Quantity.Id),
            Figure = figure,
            Source = Unused("another root", _full.Reconciliation.Dossier.Claims.Select(claim => claim.Source).Concat(_full.Reconciliation.Dossier.Sources.Select(source => source.Id))),
            AsOf = _full.Estimate.AsOf,
            Basis = isForecast ? Basis.Projection : Basis.Estimate,
        };
    }

    /// <summary>To three significant digits: nobody says more of a number that follows from others.</summary>
    private static double Rounded(double value) =>
        double.Parse(value.ToString("E2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Unused(string name, IEnumerable<string> used)
    {
        var taken = used.ToHashSet(StringComparer.Ordinal);
        while (taken.Contains(name)) name += "'";
        return name;
    }

    /// <summary>Null when the changed dossier cannot be reconciled: then it says nothing.</summary>
    private Outcomes? After(Dossier changed)
    {
        try
        {
            return new Outcomes(_reconcile(changed, _full.Reconciliation.Options, _cancellationToken).TryGetEstimate(_full.Estimate.Quantity.Id, out var estimate) ? estimate : null);
        }
        catch (DossierValidationException)
        {
            return null;
        }
    }

    private SingleChange Change(ChangeKind kind, Estimate? after, Claim? claim = null, string? source = null, Reliability? reliability = null) => new()
    {
        Kind = kind,
        Claim = claim,
        Source = source,
        Reliability = reliability,
        After = after,
        Effect = Effect(_full.Estimate, after),
    };

    private static double Effect(Estimate before, Estimate? after)
    {
        if (after is null) return LostValue;
        var steps = Math.Abs((int)after.Confidence - (int)before.Confidence);
        if (before.Best is null && after.Best is null) return steps + (before.Low == after.Low && before.High == after.High ? 0 : 1);
        if (before is not { Best: { } best, Low: { } low, High: { } high } || after is not { Best: { } best2, Low: { } low2, High: { } high2 }) return LostValue + steps;
        var (width, width2) = (Math.Max(high - low, double.Epsilon), Math.Max(high2 - low2, double.Epsilon));
        var shift = Math.Min(2 * Math.Abs(best2 - best) / Math.Min(width, width2), LostValue);
        return steps + Math.Max(shift, Math.Abs(Math.Log(width2 / width)));
    }

    /// <param name="Estimate">Null when the changed dossier knows nothing of the quantity.</param>
    private sealed record Outcomes(Estimate? Estimate);
}
