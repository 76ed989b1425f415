using Reconcile.Modelling;
using Reconcile.Relations;
using Reconcile.Results;

namespace Reconcile.Explanation;

/// <summary>Collects all that is behind one estimate of a finished reconciliation.</summary>
internal sealed class EstimateExplainer
{
    /// <summary>What a claim with a smaller share says over equations is not worth naming them.</summary>
    private const double LeastShare = 0.01;

    private readonly Reconciliation _result;
    private readonly Estimate _estimate;
    private readonly ClaimAppraiser _appraiser;
    private readonly Dictionary<string, double> _shares = new(StringComparer.Ordinal);

    private EstimateExplainer(Reconciliation result, Estimate estimate)
    {
        _result = result;
        _estimate = estimate;
        _appraiser = new ClaimAppraiser(result.Dossier, result.Options);
        foreach (var influence in estimate.Influences)
        {
            if (influence.Claim is { } claim) _shares[claim.Id] = _shares.GetValueOrDefault(claim.Id) + influence.Share;
        }
    }

    /// <summary>The estimate with its claims, and as yet without single changes, which are found by reconciling again.</summary>
    public static EstimateInFull Of(Reconciliation result, Estimate estimate)
    {
        var explainer = new EstimateExplainer(result, estimate);
        ClaimInFull[] claims = [.. explainer.Claims()];
        return new EstimateInFull
        {
            Reconciliation = result,
            Estimate = estimate,
            Claims = claims,
            Equations = EquationPaths.Of(result.Dossier, estimate.Quantity.Id, claims.Where(static claim => !claim.IsOwn && claim.Share >= LeastShare).SelectMany(claim => explainer.NamesIn(claim.Claim).Names)),
        };
    }

    private IEnumerable<ClaimInFull> Claims()
    {
        var verdicts = _result.Verdicts.ToDictionary(verdict => verdict.Claim.Id, StringComparer.Ordinal);
        foreach (var claim in _result.Dossier.Claims)
        {
            var (names, isCount) = NamesIn(claim);
            var isOwn = names.Contains(_estimate.Quantity.Id);
            if (isOwn || _shares.ContainsKey(claim.Id)) yield return InFull(claim, names, isCount, verdicts.GetValueOrDefault(claim.Id), isOwn);
        }
    }

    private ClaimInFull InFull(Claim claim, IReadOnlyList<string> names, bool isCount, Verdict? verdict, bool isOwn)
    {
        var literal = claim.Figure.Read(_result.Options.Reading);
        var read = _appraiser.Interpret(claim);
        var leaning = _appraiser.LeaningOf(claim, read, SubjectOf(names), isCount);
        var honest = ClaimAppraiser.Widen(read, claim.Figure.Kind, ClaimAppraiser.ErrorOf(claim, _appraiser.TraitsOf(claim.Source).Error));
        var tolerant = leaning?.Widen(honest, read.Value) ?? honest;
        double? low = double.IsFinite(tolerant.Low) ? tolerant.Low : literal.Low;
        return new ClaimInFull
        {
            Claim = claim,
            Literal = literal,
            Tolerant = new FigureRange(literal.Low >= 0 ? Math.Max(0, low!.Value) : low, literal.Best, double.IsFinite(tolerant.High) ? tolerant.High : null),
            Leaning = leaning?.Tends,
            Verdict = verdict,
            Share = _shares.GetValueOrDefault(claim.Id),
            IsOwn = isOwn,
        };
    }

    /// <summary>The quantities of which a claim speaks, and whether of their sum, with nothing taken away.</summary>
    private (IReadOnlyList<string> Names, bool IsCount) NamesIn(Claim claim)
    {
        if (claim.Quantity == _estimate.Quantity.Id || _result.TryGetEstimate(claim.Quantity, out _)) return ([claim.Quantity], true);
        if (!RelationParser.TryParseSubject(claim.Quantity, out var subject, out _)) return ([], false);
        return (
            [.. subject.Numerator.Terms.Concat(subject.Denominator?.Terms ?? []).Select(term => term.Name)],
            subject.Denominator is null && subject.Numerator.Terms.All(term => term.Coefficient > 0));
    }

    /// <summary>The subject that all of them share; null when they have none or several.</summary>
    private string? SubjectOf(IReadOnlyList<string> names)
    {
        string?[] subjects = [.. names.Select(name => _result.TryGetEstimate(name, out var estimate) ? estimate.Quantity.Subject : null).Distinct()];
        return subjects.Length == 1 ? subjects[0] : null;
    }
}
