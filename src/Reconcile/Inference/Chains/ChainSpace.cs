using Reconcile.Figures;
using Reconcile.Inference.Factors;
using Reconcile.Inference.Spaces;
using Reconcile.Modelling;

namespace Reconcile.Inference.Chains;

/// <summary>
/// The states of a dated component as functions of free coordinates: those of each day, which meet only the days beside it, then those of the fixed quantities, which meet all days.
/// Equations are eliminated day by day; most days have the same.
/// </summary>
internal sealed class ChainSpace
{
    /// <summary>So many shared errors are reckoned with when days are made into blocks.</summary>
    private const int UsualErrors = 8;

    private readonly int _moving;
    private readonly PartSpace[] _days;
    private readonly PartSpace _fixedSpace;
    private readonly int[] _starts;
    private readonly int[] _dayOf;
    private readonly int[] _blocks;

    public ChainSpace(Component component, UncountedParts uncounted, IReadOnlyList<ImpliedEquation> implied)
    {
        Component = component;
        _moving = component.Courses.Length;
        Fixed = component.States.Length - (_moving * component.Days);
        var (onFixed, onDays) = Relations(uncounted, implied);
        var (patterns, patternOf) = Patterns(onDays);
        var reduced = Array.ConvertAll(patterns, pattern => pattern.Relations.Reduced());
        foreach (var pattern in reduced)
        {
            foreach (var equation in pattern.OnOuter) onFixed.Add(equation);
        }

        _fixedSpace = onFixed.Reduced();
        var spaces = Array.ConvertAll(reduced, space => space.Over(_fixedSpace));
        _days = Array.ConvertAll(patternOf, pattern => spaces[pattern]);
        _starts = new int[component.Days + 1];
        for (var day = 0; day < component.Days; day++) _starts[day + 1] = _starts[day] + _days[day].Free;
        _dayOf = new int[Coordinates];
        for (var day = 0; day < component.Days; day++) Array.Fill(_dayOf, day, _starts[day], _days[day].Free);
        Array.Fill(_dayOf, -1, _starts[^1], _fixedSpace.Free);
        Inequalities = InequalitiesOf(onFixed, patterns, patternOf, spaces);
        _blocks = Blocked();
    }

    public Component Component { get; }

    /// <summary>How many states fixed quantities have.</summary>
    public int Fixed { get; }

    /// <summary>Number of free coordinates.</summary>
    public int Coordinates => _starts[^1] + _fixedSpace.Free;

    /// <summary>Hard inequalities over the coordinates.</summary>
    public IReadOnlyList<ChainInequality> Inequalities { get; }

    /// <summary>In how many blocks of days the chain falls.</summary>
    public int Blocks { get; private set; }

    /// <summary>The block of a coordinate; −1: it meets all days.</summary>
    public int BlockOf(int coordinate) => _blocks[coordinate];

    /// <summary>Adds factor · state to a form.</summary>
    public void Add(int state, double factor, SparseForm form)
    {
        var day = DayOfState(state);
        var space = day < 0 ? _fixedSpace : _days[day];
        var row = space.Row(day < 0 ? state : state - FirstOf(day));
        form.Offset += factor * space.Offset(day < 0 ? state : state - FirstOf(day));
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] != 0) form.Add(CoordinateOf(day, i), factor * row[i]);
        }
    }

    /// <summary>Adds a form of states.</summary>
    public void Add(Form states, SparseForm form)
    {
        for (var i = 0; i < states.States.Length; i++) Add(states.States[i], states.Coefficients[i], form);
    }

    private int CoordinateOf(int day, int position)
    {
        if (day < 0) return _starts[^1] + position;
        var free = _days[day].Free;
        return position < free ? _starts[day] + position : _starts[^1] + position - free;
    }

    private int DayOfState(int state) => state < Fixed ? -1 : (state - Fixed) / _moving;

    private int FirstOf(int day) => Fixed + (day * _moving);

    private int DayOfForm(ReadOnlySpan<int> states)
    {
        var day = -1;
        foreach (var state in states) day = Math.Max(day, DayOfState(state));
        return day;
    }

    private (PartRelations Fixed, PartRelations[] Days) Relations(UncountedParts uncounted, IReadOnlyList<ImpliedEquation> implied)
    {
        var onFixed = new PartRelations(Component.States.AsSpan(0, Fixed), 0);
        var onDays = new PartRelations[Component.Days];
        for (var day = 0; day < onDays.Length; day++) onDays[day] = new PartRelations(Component.States.AsSpan(FirstOf(day), _moving), Fixed);
        PartRelations On(int day) => day < 0 ? onFixed : onDays[day];
        foreach (var constraint in Component.Constraints)
        {
            var day = DayOfForm(constraint.Form.States);
            On(day).Add(constraint, ColumnsOf(constraint.Form.States, day));
        }

        foreach (var (form, value) in implied)
        {
            var day = DayOfForm(form.States);
            On(day).Add(new PartEquation(ColumnsOf(form.States, day), form.Coefficients.ToArray(), value));
        }

        foreach (var (first, second, apart) in uncounted.Pairs)
        {
            var day = DayOfForm([first, second]);
            On(day).Add(new PartEquation(ColumnsOf([first, second], day), [1, -1], apart));
        }

        return (onFixed, onDays);
    }

    private int[] ColumnsOf(ReadOnlySpan<int> states, int day)
    {
        var columns = states.ToArray();
        if (day < 0) return columns;
        for (var i = 0; i < columns.Length; i++) columns[i] = columns[i] < Fixed ? _moving + columns[i] : columns[i] - FirstOf(day);
        return columns;
    }

    private static ((PartRelations Relations, int FirstDay)[] Patterns, int[] PatternOf) Patterns(PartRelations[] onDays)
    {
        var patterns = new List<(PartRelations Relations, int FirstDay)>();
        var patternOf = new int[onDays.Length];
        for (var day = 0; day < onDays.Length; day++)
        {
            patternOf[day] = patterns.FindLastIndex(pattern => pattern.Relations.IsSameAs(onDays[day]));
            if (patternOf[day] >= 0) continue;
            patternOf[day] = patterns.Count;
            patterns.Add((onDays[day], day));
        }

        return ([.. patterns], patternOf);
    }

    private List<ChainInequality> InequalitiesOf(PartRelations onFixed, (PartRelations Relations, int FirstDay)[] patterns, int[] patternOf, PartSpace[] spaces)
    {
        var ofFixed = new InequalityReduction(_fixedSpace.Free);
        onFixed.AddLimits(_fixedSpace, null, ofFixed, ofFixed, 0);
        var ofDays = new InequalityReduction[patterns.Length];
        for (var i = 0; i < patterns.Length; i++)
        {
            ofDays[i] = new InequalityReduction(spaces[i].Width);
            patterns[i].Relations.AddLimits(spaces[i], _fixedSpace, ofDays[i], ofFixed, FirstOf(patterns[i].FirstDay));
        }

        var given = ofFixed.Reduced();
        var all = new List<ChainInequality>();
        foreach (var factor in given) all.Add(Placed(factor, -1));
        var reduced = Array.ConvertAll(ofDays, ofDay =>
        {
            foreach (var factor in given) ofDay.AddGiven(factor);
            return ofDay.Reduced();
        });
        for (var day = 0; day < patternOf.Length; day++)
        {
            foreach (var factor in reduced[patternOf[day]]) all.Add(Placed(factor, day));
        }

        return all;
    }

    private ChainInequality Placed(Factor factor, int day)
    {
        var coordinates = new List<int>();
        var coefficients = new List<double>();
        for (var i = 0; i < factor.Direction.Length; i++)
        {
            if (factor.Direction[i] == 0) continue;
            coordinates.Add(CoordinateOf(day, i));
            coefficients.Add(factor.Direction[i]);
        }

        var number = day >= 0 && factor.Origin == Origin.Bound ? FirstOf(day) + factor.Number : factor.Number;
        return new ChainInequality([.. coordinates], [.. coefficients], factor.Shape, factor.Origin, number);
    }

    /// <summary>
    /// A claim that speaks of two days apart, such as the growth within a month, would join what lies between: the coordinates of which it speaks on one of the two then meet all days, like fixed
    /// quantities. Where there are many such claims, several days become one block, so that fewer claims reach beyond the next one.
    /// </summary>
    private int[] Blocked()
    {
        var spans = DistantSpans();
        var best = (Cost: double.PositiveInfinity, Days: 1, Lifted: Array.Empty<bool>());
        foreach (var days in spans.Count == 0 ? (ReadOnlySpan<int>)[1] : [1, 2, 4, 8, 16, 32])
        {
            var lifted = Lifted(spans, days);
            var cost = CostOf(days, _fixedSpace.Free + Array.FindAll(lifted, static isLifted => isLifted).Length + UsualErrors);
            if (cost < best.Cost) best = (cost, days, lifted);
        }

        var blocks = new int[Coordinates];
        for (var i = 0; i < blocks.Length; i++) blocks[i] = best.Lifted[i] ? -1 : BlockOfDay(_dayOf[i], best.Days);
        Blocks = BlockOfDay(Component.Days - 1, best.Days) + 1;
        return blocks;
    }

    private static int BlockOfDay(int day, int days) => day < 0 ? -1 : day / days;

    /// <summary>Multiplications of one elimination, roughly.</summary>
    private double CostOf(int days, double border)
    {
        var size = days * (double)_starts[^1] / Component.Days;
        return (1 + ((Component.Days - 1) / days)) * ((size * size * size) + (size * size * border) + (size * border * border));
    }

    /// <summary>The coordinates of each claim that speaks of two days which are not beside each other, and the positions of these days.</summary>
    private List<(int[] Coordinates, int First, int Last)> DistantSpans()
    {
        var form = new SparseForm(Coordinates);
        var coordinates = new List<int>();
        var coefficients = new List<double>();
        var spans = new List<(int[], int, int)>();
        foreach (var claim in Component.Claims)
        {
            if (claim.State >= 0) continue;
            Add(claim.Form, form);
            if (claim.Denominator is { } denominator) Add(denominator, form);
            form.MoveTo(coordinates, coefficients);
            var (first, last) = (int.MaxValue, -1);
            foreach (var coordinate in coordinates)
            {
                if (_dayOf[coordinate] is var day and >= 0) (first, last) = (Math.Min(first, day), Math.Max(last, day));
            }

            if (last > first + 1) spans.Add(([.. coordinates], first, last));
            coordinates.Clear();
            coefficients.Clear();
        }

        return spans;
    }

    /// <summary>Which coordinates meet all days when so many days are one block.</summary>
    private bool[] Lifted(List<(int[] Coordinates, int First, int Last)> spans, int days)
    {
        var lifted = new bool[Coordinates];
        foreach (var (coordinates, first, last) in spans)
        {
            if (BlockOfDay(last, days) <= BlockOfDay(first, days) + 1) continue;
            var onFirst = Array.FindAll(coordinates, coordinate => _dayOf[coordinate] == first && !lifted[coordinate]);
            var onLast = Array.FindAll(coordinates, coordinate => _dayOf[coordinate] == last && !lifted[coordinate]);
            foreach (var coordinate in onLast.Length < onFirst.Length ? onLast : onFirst) lifted[coordinate] = true;
        }

        return lifted;
    }
}

/// <summary>Σ coefficient · coordinate ≥ the low end of the shape.</summary>
internal sealed record ChainInequality(int[] Coordinates, double[] Coefficients, Shape Shape, Origin Origin, int Number);
