using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>
/// What sources that say several things say when their own figures are made to fit each other. Did each claim multiply the error b of its source by its own figure, figures that do not quite
/// fit, or that waver from day to day, would push b towards 1, where their differences vanish with all else. Figures by which a leaning source contradicts itself cannot have the one
/// bias behind them that the others share: each has its own. Figures of other sources are as uncertain besides as
/// their contradictions show: by the sum of the squares of what they lie off over its degrees of freedom. So Birge (1932) widens figures by the scatter that their errors do not explain.
/// </summary>
internal sealed class OwnFigures
{
    /// <summary>All questions of what figures come to cost no more than this together (convention).</summary>
    private const double MostWork = 3e7;

    /// <summary>So many figures are looked at one by one.</summary>
    private const int Few = 8;

    /// <summary>Less than this part of a figure is what rounding leaves.</summary>
    private const double LeastShift = 1e-6;

    private readonly Dictionary<int, double> _values = [];
    private readonly HashSet<int> _apart = [];
    private readonly Dictionary<int, double> _scatter = [];

    private OwnFigures()
    {
    }

    public static OwnFigures None { get; } = new();

    /// <summary>
    /// Apart are claims of leaning sources that what else their source says contradicts, even within its error, and those on a stock that moved; claims of other sources scatter as far as they
    /// contradict each other.
    /// </summary>
    public ErrorParts Parts => ErrorParts.Of(_apart, _scatter);

    /// <summary>What the source of a claim says of what that speaks of; null: what the claim says.</summary>
    public double? ValueOf(int claim) => _values.TryGetValue(claim, out var value) ? value : null;

    /// <param name="component">The component.</param>
    /// <param name="accepted">The claims that hold.</param>
    /// <param name="fit">The mean of each state when some claims alone hold and nobody leans, each with an error to itself.</param>
    public static OwnFigures Of(Component component, bool[] accepted, Func<bool[], double[]> fit)
    {
        OwnFigures? own = null;
        foreach (var group in Linked(component, accepted))
        {
            var alone = new bool[accepted.Length];
            foreach (var claim in group) alone[claim] = true;
            (own ??= new OwnFigures()).Add(component, group, fit(alone));
        }

        return own ?? None;
    }

    /// <summary>With what sources that do not lean say when their own figures are made to fit each other, where they do not.</summary>
    /// <param name="component">The component.</param>
    /// <param name="accepted">The claims that hold.</param>
    /// <returns>The same where all fit, and whether the roots were asked: that costs the cube of the states that are linked.</returns>
    public (OwnFigures Own, bool WereAsked) With(Component component, bool[] accepted)
    {
        if (PartsByRoot(component, accepted) is not { } roots) return (this, false);
        OwnFigures? own = null;
        foreach (var (figures, parts) in roots)
        {
            var (squares, redundancy) = (0.0, 0.0);
            foreach (var linked in parts)
            {
                if (NearestFit.Of(linked.Component, linked.Figures) is not { } fit) continue;
                redundancy += fit.Redundancy;
                if (!Array.Exists(linked.Figures, figure => IsMoved(linked.Component.Claims[figure], fit.Point))) continue;
                squares += (own ??= Copy()).Take(linked, fit.Point);
            }

            if (squares > 0) own!.Scatter(component, figures, squares / redundancy);
        }

        return (own ?? this, true);
    }

    /// <summary>What each root says, in parts that are linked; null where to ask all roots what their figures come to costs too much. To ask some of them would let the order of names decide whose figures scatter.</summary>
    private static List<(int[] Figures, LinkedFigures[] Parts)>? PartsByRoot(Component component, bool[] accepted)
    {
        var roots = new List<(int[], LinkedFigures[])>();
        // Who speaks once fits himself.
        if (component.RootsSpeakOnce) return roots;
        var left = MostWork;
        foreach (var figures in FiguresByRoot(component, accepted))
        {
            if (FitSurely(component, figures)) continue;
            var parts = LinkedFigures.Of(component, figures);
            foreach (var linked in parts) left -= Math.Pow(linked.Component.States.Length, 3);
            if (left < 0) return null;
            roots.Add((figures, parts));
        }

        return roots;
    }

    /// <summary>Whether a few figures on different quantities surely fit, since the only relation leaves them room: so it is in most small dossiers, and costs nothing.</summary>
    private static bool FitSurely(Component component, int[] figures)
    {
        if (figures.Length > Few || component.Constraints.Length > 1) return false;
        for (var i = 0; i < figures.Length; i++)
        {
            var claim = component.Claims[figures[i]];
            if (claim.State < 0 || !claim.GivesValue || claim.Value < component.States[claim.State].Bounds.Low || claim.Value > component.States[claim.State].Bounds.High || FigureOn(component, figures.AsSpan(0, i), claim.State) >= 0) return false;
        }

        if (component.Constraints.Length == 0) return true;
        var (form, range) = (component.Constraints[0].Form, component.Constraints[0].Range);
        double low = 0, high = 0;
        for (var i = 0; i < form.States.Length; i++)
        {
            var figure = FigureOn(component, figures, form.States[i]);
            var bounds = figure < 0 ? component.States[form.States[i]].Bounds : new Interval(component.Claims[figure].Value, component.Claims[figure].Value);
            var coefficient = form.Coefficients[i];
            low += coefficient * (coefficient > 0 ? bounds.Low : bounds.High);
            high += coefficient * (coefficient > 0 ? bounds.High : bounds.Low);
        }

        return low <= range.High && high >= range.Low;
    }

    /// <summary>The figure on a state; −1: none.</summary>
    private static int FigureOn(Component component, ReadOnlySpan<int> figures, int state)
    {
        foreach (var figure in figures)
        {
            if (component.Claims[figure].State == state) return figure;
        }

        return -1;
    }

    /// <summary>Of each root that says several things the claims that scale with its errors: estimates, counts and subjects have errors of their own, but all should fit each other.</summary>
    private static List<int[]> FiguresByRoot(Component component, bool[] accepted)
    {
        var counts = new int[component.Roots];
        var claims = component.Claims;
        for (var i = 0; i < accepted.Length; i++)
        {
            if (accepted[i] && HasError(claims[i])) counts[claims[i].Root]++;
        }

        var figures = new int[counts.Length][];
        for (var i = accepted.Length - 1; i >= 0; i--)
        {
            if (!accepted[i] || !HasError(claims[i])) continue;
            var root = claims[i].Root;
            figures[root] ??= new int[counts[root]];
            figures[root][--counts[root]] = i;
        }

        return [.. figures.Where(static said => said?.Length > 1)];
    }

    private static bool HasError(ModelledClaim claim) => claim is { Leaning: null, Scales: true, RelativeError: > 0 };

    /// <summary>Notes what figures come to; the sum of the squares of what they lie off beyond what their words leave open, each in its own error.</summary>
    private double Take(in LinkedFigures linked, double[] point)
    {
        var squares = 0.0;
        for (var i = 0; i < linked.Claims.Length; i++)
        {
            var claim = linked.Component.Claims[linked.Figures[i]];
            var value = claim.Form.Value(point);
            // A floor that holds says no more than it did.
            if (claim.GivesValue || IsMoved(claim, point)) _values[linked.Claims[i]] = value;
            var distance = Math.Max(0, Math.Max(claim.Literal.Low - value, value - claim.Literal.High)) / (claim.ErrorDeviation * claim.Value);
            squares += distance * distance;
        }

        return squares;
    }

    private void Scatter(Component component, int[] figures, double times)
    {
        foreach (var figure in figures) _scatter[component.Claims[figure].ErrorGroup] = times * Math.Pow(component.Claims[figure].ErrorDeviation, 2);
    }

    private static bool IsMoved(ModelledClaim claim, double[] point)
    {
        var above = claim.Form.Value(point) - claim.Value;
        var least = LeastShift * Math.Abs(claim.Value);
        return claim.Kind switch
        {
            FigureKind.Floor => above < -least,
            FigureKind.Ceiling => above > least,
            _ => Math.Abs(above) > least,
        };
    }

    private OwnFigures Copy()
    {
        var copy = new OwnFigures();
        foreach (var (claim, value) in _values) copy._values.Add(claim, value);
        foreach (var (group, scatter) in _scatter) copy._scatter.Add(group, scatter);
        copy._apart.UnionWith(_apart);
        return copy;
    }

    private void Add(Component component, int[] group, double[] point)
    {
        foreach (var claim in group)
        {
            var modelled = component.Claims[claim];
            var value = modelled.Form.Value(point);
            if (value < modelled.Honest.Low || value > modelled.Honest.High || value <= 0) _apart.Add(claim);
            else _values.Add(claim, value);
        }

        foreach (var series in group.Where(claim => _values.ContainsKey(claim) && MovingSizes.IsOfStocks(component, component.Claims[claim])).GroupBy(claim => component.Claims[claim].Claim.Quantity))
        {
            int[] claims = [.. series];
            var values = Array.ConvertAll(claims, claim => _values[claim]);
            if (values.Max() > MovingSizes.MostMoved * values.Min())
            {
                foreach (var claim in claims) SetApart(claim);
                continue;
            }

            MovingSizes.Level(values);
            for (var i = 0; i < claims.Length; i++) _values[claims[i]] = values[i];
        }
    }

    private void SetApart(int claim)
    {
        _values.Remove(claim);
        _apart.Add(claim);
    }

    /// <summary>
    /// The claims of one leaning source that share a bias, where they could fail to fit each other: they speak of one state twice, or of states that a relation or the days of a moving
    /// quantity link.
    /// </summary>
    private static IEnumerable<int[]> Linked(Component component, bool[] accepted)
    {
        var claims = component.Claims;
        return Enumerable.Range(0, claims.Length)
            .Where(i => accepted[i] && claims[i] is { Leaning: not null, Scales: true })
            .GroupBy(i => claims[i].ErrorGroup)
            .Select(static group => group.ToArray())
            .Where(group => group.Length > 1 && AreLinked(component, group));
    }

    private static bool AreLinked(Component component, int[] group)
    {
        var states = new HashSet<int>();
        foreach (var claim in group)
        {
            foreach (var state in component.Claims[claim].Form.States)
            {
                if (!states.Add(state)) return true;
            }
        }

        if (component.Courses.Length > 0 && states.Count(state => component.States[state].Day is not null) > 1) return true;
        return Array.Exists(component.Constraints, constraint => Count(constraint.Form, states) > 1);
    }

    private static int Count(Form form, HashSet<int> states)
    {
        var count = 0;
        foreach (var state in form.States) count += states.Contains(state) ? 1 : 0;
        return count;
    }
}
