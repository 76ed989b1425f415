using Reconcile.Claims;

namespace Reconcile.Reporting;

/// <summary>A quantity on which accounts differ.</summary>
/// <param name="Quantity">The quantity.</param>
/// <param name="Day">The day on which they do; null: that of its estimate.</param>
internal readonly record struct Disputed(Quantity Quantity, DateOnly? Day)
{
    /// <summary>For example <c>killed</c>, or <c>killed on 1 March 2024</c>.</summary>
    public string Name => Day is { } day ? $"{Phrases.Name(Quantity)} on {Phrases.Day(day)}" : Phrases.Name(Quantity);
}

/// <summary>What the reports look up in one reconciliation: names of sources, numbers of conflicts, what differs between accounts.</summary>
internal sealed class Outline
{
    /// <summary>A dispute that moves more quantities than this shows the first ones; each estimate tells the rest.</summary>
    private const int MostDisputed = 8;

    /// <summary>So many days of which claims of a dispute speak are looked at for a difference.</summary>
    private const int MostDays = 20;

    /// <summary>Accounts that differ by no more than this part of the range on the day of an estimate dispute an earlier day (as it takes to contest a quantity).</summary>
    private const double Echo = 0.1;

    /// <summary>So do those that differ by less than this part of what they differ by on that day (convention).</summary>
    private const double LeastOfMost = 1.0 / 3;

    /// <summary>Claims that one line names.</summary>
    private const int MostClaims = 20;

    /// <summary>Entries that a section of a report lists; more than this nobody reads.</summary>
    public const int MostListed = 100;

    private readonly Dictionary<string, Source> _sources;
    private readonly Dictionary<Disputed, Dictionary<string, Alternative>> _valuesByAccount = [];
    private readonly Dictionary<string, Estimate> _estimates = new(StringComparer.Ordinal);

    public Outline(Reconciliation reconciliation)
    {
        Reconciliation = reconciliation;
        _sources = reconciliation.Dossier.GradedSources();
        foreach (var estimate in reconciliation.Estimates) _estimates.TryAdd(estimate.Quantity.Id, estimate);
    }

    public Reconciliation Reconciliation { get; }

    public string SourceName(string id) => _sources.TryGetValue(id, out var source) ? source.Name ?? id : id;

    /// <summary>For example <c>Ministry of Health (grade C, fairly reliable)</c>.</summary>
    public string SourceWithGrade(string id)
    {
        _sources.TryGetValue(id, out var source);
        var grade = source?.Reliability is { } given
            ? Phrases.Of(given)
            : $"no grade, read as {Reconciliation.Options.DefaultReliability}";
        if (source?.RelativeError is { } error) grade += $", error {NumberText.Percent(error)}";
        if (source?.Accuracy is { } accuracy) grade += $", right {NumberText.Percent(accuracy)} of the time";
        return $"{SourceName(id)} ({grade})";
    }

    /// <summary>For example <c>"around 400" (Ministry of Health)</c>.</summary>
    public string Said(Claim claim) => $"\"{claim.Figure.Text}\" ({SourceName(claim.Source)})";

    /// <summary>The same with the id of the claim: <c>"around 400" (Ministry of Health) [c1]</c>.</summary>
    public string SaidWithId(Claim claim) => $"{Said(claim)} [{claim.Id}]";

    /// <summary>Claims in a list, the first ones of very many.</summary>
    public string Said(IReadOnlyList<Claim> claims) =>
        string.Join("; ", claims.Take(MostClaims).Select(SaidWithId)) + (claims.Count > MostClaims ? $" and {NumberText.Of(claims.Count - MostClaims)} more" : "");

    /// <summary>The line that ends a list which was cut; null when it was not.</summary>
    public static string? More(int count) =>
        count > MostListed ? $"… and {NumberText.Of(count - MostListed)} more; the JSON result lists all." : null;

    /// <summary>The verdicts on accepted claims that said how likely they are.</summary>
    public List<Verdict> AcceptedWithLikelihood() => [.. Reconciliation.Verdicts.Where(static verdict => verdict is { Likelihood: not null, Outcome: Outcome.Accepted })];

    /// <summary>The sources that lean, each with how it does and the claims on which: <c>Ministry tends to understate by its stated interest, so that the truth may lie far above its figure</c>.</summary>
    public List<(string Leaning, IReadOnlyList<Claim> Claims)> Leanings() =>
    [
        .. Reconciliation.Verdicts
            .Where(static verdict => verdict.Leaning is not null)
            .GroupBy(verdict => $"{SourceName(verdict.Claim.Source)} {verdict.Leaning}", static verdict => verdict.Claim)
            .Select(static group => (group.Key, (IReadOnlyList<Claim>)[.. group])),
    ];

    /// <summary>For example <c>[c1, c2]</c>; the first ones of very many.</summary>
    public static string Ids(IReadOnlyList<Claim> claims) =>
        $"[{string.Join(", ", claims.Take(MostClaims).Select(static claim => claim.Id))}{(claims.Count > MostClaims ? $" and {NumberText.Of(claims.Count - MostClaims)} more" : "")}]";

    /// <summary>
    /// The quantities on which the accounts of a dispute differ as printed, those of its claims first, and not too many to read; all fixed ones when none does. Where the accounts differ over
    /// a moving one only on an earlier day, or by no more than an echo of that on the day of its estimate, on the last such day of which a claim of the dispute speaks.
    /// </summary>
    public IReadOnlyList<Disputed> DisputedIn(Dispute dispute)
    {
        var spokenOf = dispute.Conflicts.SelectMany(static conflict => conflict.Claims).ToLookup(static claim => QuotedName.Bare(claim.Quantity), StringComparer.Ordinal);
        List<Disputed> known = [.. dispute.Quantities.Select(static quantity => new Disputed(quantity, null)).Where(disputed => dispute.Accounts.Any(account => ValueUnder(account, disputed) is not null))];
        List<Disputed> different = [.. dispute.Quantities.Select(quantity => DifferentIn(dispute, quantity, spokenOf[QuotedName.Bare(quantity.Id)])).OfType<Disputed>()];
        if (different.Count == 0) different = known.FindAll(static disputed => disputed.Quantity.Kind == QuantityKind.Fixed);
        return [.. different.OrderBy(disputed => spokenOf.Contains(QuotedName.Bare(disputed.Quantity.Id)) ? 0 : 1).Take(MostDisputed).Select(WithDay)];
    }

    /// <summary>Names the day of an estimate that speaks of another day than the dossier.</summary>
    private Disputed WithDay(Disputed disputed)
    {
        var estimate = _estimates[disputed.Quantity.Id];
        return disputed.Day is null && estimate.Quantity.Kind != QuantityKind.Fixed && Phrases.OtherDay(estimate, Reconciliation) is not null ? disputed with { Day = estimate.AsOf } : disputed;
    }

    /// <summary>What a dispute is about, for its heading.</summary>
    public static IEnumerable<string> NamesIn(Dispute dispute, IReadOnlyList<Disputed> disputed) =>
        disputed.Count > 0 ? disputed.Select(static one => one.Name) : dispute.Quantities.Select(Phrases.Name);

    private Disputed? DifferentIn(Dispute dispute, Quantity quantity, IEnumerable<Claim> claims)
    {
        IEnumerable<DateOnly?> earlier = quantity.Kind == QuantityKind.Fixed ? [] : claims.Select(static claim => claim.LastDay).OfType<DateOnly>().Distinct().OrderDescending().Take(MostDays).Cast<DateOnly?>();
        List<Disputed> different = [.. earlier.Prepend(null).Select(day => new Disputed(quantity, day)).Where(disputed => dispute.Accounts.Select(account => ValueUnder(account, disputed)).Distinct().Count() > 1)];
        if (different.Count < 2) return different.Count == 0 ? null : different[0];
        var moves = different.ConvertAll(disputed => MoveOf(dispute, disputed));
        var most = moves.Max(static move => move.Size);
        // On a later day only an echo may be left of what is disputed.
        var last = moves.FindIndex(move => move.Matters && (double.IsPositiveInfinity(move.Size) || move.Size >= LeastOfMost * most));
        return different[Math.Max(0, last)];
    }

    /// <summary>How far some account puts the best value from that of the leading one, infinitely far where one of them has none, and whether that is a part of the range that matters.</summary>
    private (double Size, bool Matters) MoveOf(Dispute dispute, Disputed disputed)
    {
        var values = ValuesByAccount(disputed);
        if (!values.TryGetValue(dispute.Accounts[0].Id, out var leading) || leading is not { Low: { } low, Best: { } best, High: { } high }) return (double.PositiveInfinity, true);
        var size = dispute.Accounts.Max(account => values.TryGetValue(account.Id, out var value) && value.Best is { } other ? Math.Abs(other - best) : double.PositiveInfinity);
        return (size, size > Echo * (high - low));
    }

    /// <summary>
    /// The weights of a dispute's accounts, then its doubt, as whole per cent that add up to 100. The doubt, which is what the accounts lack to 1, takes
    /// up what rounding leaves as long as that is less than 1 %, so that an account prints the same everywhere. Equal weights print alike, even if they then add up to 99 or 101.
    /// </summary>
    public static IReadOnlyList<string> Weights(Dispute dispute)
    {
        var doubt = 100 - dispute.Accounts.Sum(account => Math.Round(100 * account.Weight));
        if (dispute.Doubt >= 0.01 && Math.Abs(doubt - (100 * dispute.Doubt)) < 1) return [.. dispute.Accounts.Select(account => NumberText.Weight(account.Weight)), NumberText.Weight(doubt / 100)];
        double[] weights = [.. dispute.Accounts.Select(account => account.Weight), dispute.Doubt];
        var hasTies = Enumerable.Range(1, dispute.Accounts.Count - 1).Any(i => weights[i - 1] - weights[i] < 1e-9);
        return hasTies ? [.. weights.Select(NumberText.Weight)] : NumberText.Weights(weights);
    }

    /// <summary>What one account says of a quantity: <c>200 (92–308)</c>; null where it says nothing of it.</summary>
    public string? ValueUnder(Account account, Disputed disputed) => ValuesByAccount(disputed).TryGetValue(account.Id, out var value) ? Phrases.Values(value, disputed.Quantity) : null;

    /// <summary>The quantities that have the same confidence for the same reasons are read together.</summary>
    public IReadOnlyList<(Confidence Confidence, IReadOnlyList<string> Reasons, IReadOnlyList<Quantity> Quantities)> ReasonGroups()
    {
        var order = new List<(Confidence, IReadOnlyList<string>, IReadOnlyList<Quantity>)>();
        var groups = new Dictionary<string, List<Quantity>>(StringComparer.Ordinal);
        foreach (var estimate in Reconciliation.Estimates)
        {
            if (estimate.Reasons.Count == 0) continue;
            var key = estimate.Confidence + "\0" + string.Join('\0', estimate.Reasons);
            if (!groups.TryGetValue(key, out var quantities))
            {
                groups.Add(key, quantities = []);
                order.Add((estimate.Confidence, estimate.Reasons, quantities));
            }

            quantities.Add(estimate.Quantity);
        }

        return order;
    }

    /// <summary>Where a warning points: <c>claim c4, line 31</c>; empty where nowhere.</summary>
    public static string Place(Finding finding)
    {
        var parts = new List<string>(2);
        if (finding.ClaimId is { } claim) parts.Add($"claim {claim}");
        else if (finding.Path.Length > 0) parts.Add(finding.Path);
        if (finding.Line is { } line) parts.Add($"line {NumberText.Of(line)}");
        return string.Join(", ", parts);
    }

    private Dictionary<string, Alternative> ValuesByAccount(Disputed disputed)
    {
        if (_valuesByAccount.TryGetValue(disputed, out var values)) return values;
        _valuesByAccount.Add(disputed, values = new Dictionary<string, Alternative>(StringComparer.Ordinal));
        var estimate = _estimates[disputed.Quantity.Id];
        foreach (var value in disputed.Day is { } day ? estimate.ByAccountOn(day) : estimate.ByAccount)
        {
            foreach (var account in value.Accounts) values.TryAdd(account.Id, value);
        }

        return values;
    }
}
