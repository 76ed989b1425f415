using Reconcile.Figures;
using Reconcile.Mathematics;

namespace Reconcile.Validation;

/// <summary>Finds claims of credibility 1 (confirmed) that no independent source confirms.</summary>
internal static class Confirmations
{
    /// <summary>
    /// Indexes of confirmed claims that no claim of another root supports: the same subject and period, not retracted, and literal intervals that
    /// overlap; a floor or ceiling agrees with almost anything and supports no value. Null: none. Each subject's claims are sorted once, so 20,000 of them take milliseconds.
    /// </summary>
    public static HashSet<int>? Missing(DossierSurvey survey)
    {
        var claims = survey.Dossier.Claims;
        HashSet<(string, Period?)>? subjects = null;
        foreach (var claim in claims)
        {
            if (claim.Credibility == Credibility.Confirmed && SaysSomething(claim)) (subjects ??= []).Add((claim.Quantity, claim.During));
        }

        if (subjects is null) return null;

        var groups = new Dictionary<(string, Period?, bool IsOfBounds), List<Said>>(subjects.Count);
        for (var i = 0; i < claims.Count; i++)
        {
            var subject = (claims[i].Quantity, claims[i].During);
            if (!SaysSomething(claims[i]) || !subjects.Contains(subject)) continue;

            var isBound = claims[i].Figure.Kind is FigureKind.Floor or FigureKind.Ceiling;
            var read = HedgeReading.SignificantDigit.Interpret(claims[i].Figure);
            var (low, high) = Interpretation.Inside(claims[i].Figure.Kind, read.Low, read.High);
            var said = new Said(i, survey.Texts.SourceOf[i], low, high, claims[i].Credibility == Credibility.Confirmed);
            Add(groups, (claims[i].Quantity, claims[i].During, true), said with { IsConfirmed = said.IsConfirmed && isBound });
            if (!isBound) Add(groups, (claims[i].Quantity, claims[i].During, false), said);
        }

        HashSet<int>? missing = null;
        foreach (var group in groups.Values)
        {
            JoinRelays(group, survey);
            AddMissing(group, ref missing);
        }

        return missing;
    }

    private static void Add(Dictionary<(string, Period?, bool), List<Said>> groups, (string, Period?, bool) key, Said said)
    {
        if (!groups.TryGetValue(key, out var group)) groups.Add(key, group = []);
        group.Add(said);
    }

    /// <summary>A source that another claim declares as a relay of the same figure is no second root.</summary>
    private static void JoinRelays(List<Said> group, DossierSurvey survey)
    {
        var claims = survey.Dossier.Claims;
        Dictionary<(int Relay, SaidNumbers), int>? passedOn = null;
        foreach (var said in group)
        {
            if (claims[said.Claim].Via is not { Count: > 0 } relays) continue;
            for (var i = 0; i < relays.Count; i++)
            {
                if (survey.Texts.Sources.Find(relays[i] ?? "") is var relay and >= 0) (passedOn ??= []).TryAdd((relay, SaidNumbers.Of(claims[said.Claim].Figure)), said.Source);
            }
        }

        if (passedOn is null) return;
        var roots = new DisjointSets(survey.Texts.Sources.Count);
        foreach (var said in group)
        {
            if (passedOn.TryGetValue((said.Source, SaidNumbers.Of(claims[said.Claim].Figure)), out var root)) roots.Join(said.Source, root);
        }

        for (var i = 0; i < group.Count; i++) group[i] = group[i] with { Source = roots.Find(group[i].Source) };
    }

    private static bool SaysSomething(Claim claim) =>
        claim is { Figure.Error: null, Quantity: not null, Source: not null, Retracted.IsRetracted: false };

    /// <summary>
    /// An interval [l, h] meets one of another source when, among those that begin at h or below, the highest end of another source is l or above:
    /// so for each beginning the highest end and the highest of a second source are kept.
    /// </summary>
    private static void AddMissing(List<Said> group, ref HashSet<int>? missing)
    {
        group.Sort(static (a, b) => a.Low != b.Low ? a.Low.CompareTo(b.Low) : a.Claim.CompareTo(b.Claim));
        var highest = new Highest[group.Count];
        var soFar = new Highest(-1, double.NegativeInfinity, double.NegativeInfinity);
        for (var i = 0; i < highest.Length; i++) highest[i] = soFar = soFar.With(group[i].Source, group[i].High);

        foreach (var said in group)
        {
            if (!said.IsConfirmed) continue;

            var end = highest[LastBeginningAtMost(group, said.High)];
            if ((end.Source == said.Source ? end.OfAnother : end.Value) < said.Low) (missing ??= []).Add(said.Claim);
        }
    }

    private static int LastBeginningAtMost(List<Said> group, double value)
    {
        int first = 0, last = group.Count - 1;
        while (first < last)
        {
            var middle = (first + last + 1) / 2;
            if (group[middle].Low <= value) first = middle;
            else last = middle - 1;
        }

        return first;
    }

    private readonly record struct Said(int Claim, int Source, double Low, double High, bool IsConfirmed);

    /// <summary>The highest end so far with its source, and the highest of any other source.</summary>
    private readonly record struct Highest(int Source, double Value, double OfAnother)
    {
        public Highest With(int source, double high) =>
            source == Source ? this with { Value = Math.Max(Value, high) }
            : high > Value ? new Highest(source, high, Value)
            : this with { OfAnother = Math.Max(OfAnother, high) };
    }
}
