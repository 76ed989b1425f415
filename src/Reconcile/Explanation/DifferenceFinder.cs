using Reconcile.Inference;
using Reconcile.Modelling;
using Reconcile.Provenance;
using Reconcile.Relations;

namespace Reconcile.Explanation;

/// <summary>Finds figures that look like a conflict and are none, and says why.</summary>
internal sealed class DifferenceFinder(Dossier dossier, Wording wording)
{
    private readonly List<Difference> _differences = [];
    private readonly Dictionary<Claim, int> _positions = PositionsOf(dossier);

    /// <summary>Among the claims that hold in the leading accounts, and those that were set aside.</summary>
    public List<Difference> Find(IReadOnlyList<ComponentEstimate> components, Evidence evidence)
    {
        foreach (var component in components)
        {
            var byState = AcceptedByState(component);
            AddDefinitions(component.Component, byState);
            foreach (var course in component.Component.Courses) AddDays(course, byState);
            AddIncrements(component);
            foreach (var claims in byState)
            {
                AddBounds(claims);
                AddRoundings(claims);
            }
        }

        _differences.AddRange(new SetAsideClaims(dossier, evidence, wording).Differences());
        return [.. _differences.OrderBy(difference => difference.Claims.Min(claim => _positions[claim]))];
    }

    private static Dictionary<Claim, int> PositionsOf(Dossier dossier)
    {
        var positions = new Dictionary<Claim, int>(dossier.Claims.Count, ReferenceEqualityComparer.Instance);
        for (var i = 0; i < dossier.Claims.Count; i++) positions[dossier.Claims[i]] = i;
        return positions;
    }

    private static List<ModelledClaim>[] AcceptedByState(ComponentEstimate component)
    {
        var byState = new List<ModelledClaim>[component.States.Length];
        for (var state = 0; state < byState.Length; state++)
        {
            byState[state] = [];
            foreach (var claim in component.Component.ClaimsOn(state))
            {
                if (component.Leading.Accepted[claim] && component.Component.Claims[claim].Claim.During is null) byState[state].Add(component.Component.Claims[claim]);
            }
        }

        return byState;
    }

    /// <summary>A part beside its total: 400 killed and 4,000 casualties.</summary>
    private void AddDefinitions(Component component, List<ModelledClaim>[] byState)
    {
        // Of a relation that holds on many days the last one on which part and total are both claimed says it all.
        var told = new HashSet<(int Relation, int Part)>();
        foreach (var constraint in component.Courses.Length == 0 ? component.Constraints : component.Constraints.Reverse())
        {
            if (!constraint.IsEquation || SumParts.Of(constraint.Form) is not { } sum) continue;
            foreach (var part in sum.Parts)
            {
                if (byState[part].Count == 0 || byState[sum.Total].Count == 0) continue;
                var greatest = byState[sum.Total].Max(total => total.Literal.Low);
                var least = byState[part].Min(claim => claim.Literal.High);
                var apart = byState[part].FindAll(claim => claim.Literal.High < greatest);
                var totals = byState[sum.Total].FindAll(total => least < total.Literal.Low);
                if (apart.Count == 0 || !told.Add((constraint.LowRelation, component.States[part].Position))) continue;
                var rule = dossier.Relations[constraint.LowRelation].Rule;
                if (!Defines(rule, component, sum)) continue;
                Add(DifferenceKind.Definition, [.. apart, .. totals], $"{Joined(component, part, apart)}, is a part of {Joined(component, sum.Total, totals)}, not a rival figure ({rule}){Tally(sum, byState)}");
            }
        }
    }

    /// <summary>Whether a rule tells what a total is made of: <c>net = in - out</c>, which tells what net is, makes neither out nor net a part of in.</summary>
    private static bool Defines(string rule, Component component, SumParts sum) =>
        !RelationParser.TryParseRelation(rule, out var parsed, out _) || StandsAlone(parsed, component, sum.Total) || !sum.Parts.Any(part => StandsAlone(parsed, component, part));

    /// <summary>Whether one side of a rule is a quantity and nothing else.</summary>
    private static bool StandsAlone(ParsedRelation rule, Component component, int state)
    {
        var quantity = component.States[state].Quantity.Id;
        return Is(rule.Left) || Is(rule.Right);

        bool Is(LinearForm side) => side is { Constant: 0, Terms: [{ Coefficient: 1 } alone] } && alone.Name == quantity;
    }

    private string Joined(Component component, int state, List<ModelledClaim> claims) =>
        $"{wording.Quantity(component.States[state].Quantity.Id)}, {Said(claims)}";

    /// <summary>Where the figures said add up to the total said: "; 400 + 3,600 = 4,000".</summary>
    private static string Tally(SumParts sum, List<ModelledClaim>[] byState)
    {
        var values = new List<double>();
        foreach (var part in sum.Parts)
        {
            if (byState[part].Find(claim => claim.Best is not null) is not { Best: { } value }) return "";
            values.Add(value);
        }

        var reached = values.Sum();
        var agrees = byState[sum.Total].Exists(claim => claim.Best is { } total && Math.Abs(reached - total) <= 1e-9 * Math.Abs(total));
        return agrees ? $"; {string.Join(" + ", values.Select(Wording.Number))} = {Wording.Number(reached)}" : "";
    }

    /// <summary>Floors or ceilings beside values: "at least 12" says nothing against 600.</summary>
    private void AddBounds(List<ModelledClaim> claims)
    {
        var values = claims.FindAll(claim => claim.GivesValue);
        if (values.Count == 0) return;
        var greatest = values.Max(value => value.Literal.Low);
        var floors = claims.FindAll(claim => claim.Kind == FigureKind.Floor && claim.Value < greatest);
        AddBounds("floor", floors, values.FindAll(value => floors.Count > 0 && value.Literal.Low > floors.Min(floor => floor.Value)));
        var least = values.Min(value => value.Literal.High);
        var ceilings = claims.FindAll(claim => claim.Kind == FigureKind.Ceiling && claim.Value > least);
        AddBounds("ceiling", ceilings, values.FindAll(value => ceilings.Count > 0 && value.Literal.High < ceilings.Max(ceiling => ceiling.Value)));
    }

    private void AddBounds(string word, List<ModelledClaim> bounds, List<ModelledClaim> values)
    {
        if (bounds.Count == 0) return;
        var only = bounds.Count == 1 ? $"is only a {word}: it does" : $"are only {word}s: they do";
        Add(DifferenceKind.Bound, [.. bounds, .. values], $"{wording.Quantity(bounds[0].Claim.Quantity)}, {Said(bounds)}, {only} not contradict {Said(values)}");
    }

    /// <summary>Figures of one moving quantity that differ because they speak of different days.</summary>
    private void AddDays(Course course, List<ModelledClaim>[] byState)
    {
        var claims = Apart(course, [.. course.States.SelectMany(state => byState[state]).Where(claim => claim.GivesValue)]);
        if (claims.Count == 0) return;
        var what = course.NeverFalls ? "a total that grows" : "a stock that rises and falls";
        Add(DifferenceKind.Date, claims, $"{wording.Quantity(course.Quantity.Id)} is {what}: {wording.SaidInTurn([.. claims.Select(claim => claim.Claim)])} speak of different days");
    }

    /// <summary>The claims of which another one, on another day, says something else; for a total something that it can have grown to. In the order of days.</summary>
    private static List<ModelledClaim> Apart(Course course, List<ModelledClaim> claims)
    {
        var apart = new bool[claims.Count];
        MarkApart(course, claims, apart, isBackwards: false);
        MarkApart(course, claims, apart, isBackwards: true);
        return [.. claims.Where((_, i) => apart[i])];
    }

    /// <summary>Marks those that say more (backwards: less) than something said before (after), of a stock whatever lies apart from it. Claims of one day are no calendar.</summary>
    private static void MarkApart(Course course, List<ModelledClaim> claims, bool[] apart, bool isBackwards)
    {
        var (leastHigh, greatestLow) = (double.PositiveInfinity, double.NegativeInfinity);
        for (int start = 0, end = 0; start < claims.Count; start = end)
        {
            while (end < claims.Count && At(end).State == At(start).State) end++;
            for (var i = start; i < end; i++)
            {
                var (isMore, isLess) = (At(i).Inside.Low > leastHigh, At(i).Inside.High < greatestLow);
                apart[PlaceOf(i)] |= course.NeverFalls ? isBackwards ? isLess : isMore : isMore || isLess;
            }

            for (var i = start; i < end; i++) (leastHigh, greatestLow) = (Math.Min(leastHigh, At(i).Inside.High), Math.Max(greatestLow, At(i).Inside.Low));
        }

        int PlaceOf(int i) => isBackwards ? claims.Count - 1 - i : i;
        ModelledClaim At(int i) => claims[PlaceOf(i)];
    }

    /// <summary>What a total grew by in a period, beside what it came to.</summary>
    private void AddIncrements(ComponentEstimate component)
    {
        var accepted = component.Component.Claims.Where((_, claim) => component.Leading.Accepted[claim]).ToArray();
        foreach (var increments in accepted.Where(claim => claim.Claim.During is not null).GroupBy(claim => claim.Claim.Quantity))
        {
            var totals = Array.FindAll(accepted, claim => claim.Claim.During is null && claim.Claim.Quantity == increments.Key);
            if (totals.Length == 0) continue;
            var (grew, came) = (InTurn(increments), InTurn(totals));
            var (are, they) = increments.Count() == 1 ? ("is an increment", "it does") : ("are increments", "they do");
            Add(
                DifferenceKind.Increment, [.. increments, .. totals],
                $"{wording.Quantity(increments.Key)}, {grew}, {are}, no running total: {they} not contradict {came}");
        }
    }

    private string InTurn(IEnumerable<ModelledClaim> claims) => wording.SaidInTurn([.. claims.Select(claim => claim.Claim).OrderBy(ClaimOrder.DayOf)]);

    private string Said(List<ModelledClaim> claims) => Wording.List(claims.Select(claim => wording.Said(claim.Claim)));

    /// <summary>A coarse figure beside finer ones that lie within it. Rounder it is only than those that round to it: about 6,000 leaves room for 6,795, which is 7,000 when rounded.</summary>
    private void AddRoundings(List<ModelledClaim> claims)
    {
        var points = claims.FindAll(claim => claim.Kind == FigureKind.Point);
        foreach (var coarse in points.DistinctBy(claim => claim.Literal))
        {
            var width = coarse.Literal.High - coarse.Literal.Low;
            var finer = points.FindAll(claim => claim.Literal.High - claim.Literal.Low < width && claim.Value != coarse.Value
                && claim.Value >= coarse.Literal.Low && claim.Value <= coarse.Literal.High);
            AddRoundings(coarse, finer.FindAll(claim => RoundTo.Figure(coarse, claim.Value)), "is a rounder figure that agrees with");
            AddRoundings(coarse, finer.FindAll(claim => !RoundTo.Figure(coarse, claim.Value)), "is a less exact figure that leaves room for");
        }
    }

    private void AddRoundings(ModelledClaim coarse, List<ModelledClaim> finer, string says)
    {
        if (finer.Count > 0) Add(DifferenceKind.Rounding, [coarse, .. finer], $"{wording.About(coarse.Claim)}, {says} {Said(finer)}");
    }

    private void Add(DifferenceKind kind, IEnumerable<ModelledClaim> claims, string sentence) => _differences.Add(new Difference
    {
        Kind = kind,
        Claims = [.. claims.OrderBy(claim => claim.Position).Select(claim => claim.Claim)],
        Explanation = sentence + ".",
    });
}
