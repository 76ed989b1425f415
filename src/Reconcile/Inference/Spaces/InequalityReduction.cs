using Reconcile.Figures;
using Reconcile.Inference.Factors;
using Reconcile.Mathematics;
using Reconcile.Modelling;

namespace Reconcile.Inference.Spaces;

/// <summary>Collects the hard inequalities of a component, joins those that say the same and drops those that the others imply.</summary>
internal sealed class InequalityReduction
{
    /// <summary>Beyond this number of inequalities only the cheap test is made: more would cost more than the little that implied ones distort.</summary>
    private const int MostForPrograms = 80;

    private const double Tolerance = 1e-9;

    private readonly int _free;
    private readonly List<Side> _sides = [];

    /// <param name="free">Number of free coordinates.</param>
    public InequalityReduction(int free) => _free = free;

    public static IReadOnlyList<Factor> Reduce(ReducedSpace space)
    {
        var reduction = new InequalityReduction(space.Free);
        reduction.Collect(space);
        return reduction.Reduced();
    }

    /// <summary>What the inequalities so far leave of each other.</summary>
    public IReadOnlyList<Factor> Reduced()
    {
        DropImplied();
        return ToFactors();
    }

    /// <summary>direction · free ≥ least; the largest coefficient in size is 1 or −1. A given side is known already: it can imply others, and is not among the results.</summary>
    private sealed class Side(double[] direction, double least, Origin origin, int number, bool isGiven)
    {
        public bool IsGiven => isGiven;

        public double[] Direction => direction;

        public double Least => least;

        public Origin Origin => origin;

        public int Number => number;

        /// <summary>The coordinate, when the side bounds one alone; else −1.</summary>
        public int Single { get; } = SingleOf(direction);

        private static int SingleOf(double[] direction)
        {
            var single = -1;
            for (var i = 0; i < direction.Length; i++)
            {
                if (direction[i] == 0) continue;
                if (single >= 0) return -1;
                single = i;
            }

            return single;
        }
    }

    private void Collect(ReducedSpace space)
    {
        var states = space.Component.States;
        for (var state = 0; state < states.Length; state++) AddBounds(states[state], state, space.Row(state), space.Offset(state));
        double[]? direction = null;
        foreach (var constraint in space.Component.Constraints)
        {
            if (constraint.IsEquation) continue;
            direction ??= new double[_free];
            var offset = space.Project(constraint.Form, direction);
            AddLimits(constraint, direction, offset);
        }
    }

    /// <summary>The bounds of a state = direction · free + offset.</summary>
    public void AddBounds(in State state, int number, ReadOnlySpan<double> direction, double offset)
    {
        if (state.Bounds.IsFixed) return;
        var (lowOrigin, low) = OriginOf(number, state.LowRelation);
        var (highOrigin, high) = OriginOf(number, state.HighRelation);
        Add(direction, offset, state.Bounds.Low, lowOrigin, low);
        AddUpper(direction, offset, state.Bounds.High, highOrigin, high);
    }

    /// <summary>The limits of a constraint whose form is direction · free + offset.</summary>
    public void AddLimits(Constraint constraint, ReadOnlySpan<double> direction, double offset)
    {
        Add(direction, offset, constraint.Range.Low, Origin.Relation, constraint.LowRelation);
        AddUpper(direction, offset, constraint.Range.High, Origin.Relation, constraint.HighRelation);
    }

    /// <summary>An inequality that holds already, over the last coordinates.</summary>
    public void AddGiven(Factor factor)
    {
        var direction = new double[_free];
        factor.Direction.CopyTo(direction, _free - factor.Direction.Length);
        _sides.Add(new Side(direction, factor.Shape.Low, factor.Origin, factor.Number, isGiven: true));
    }

    private static (Origin Origin, int Number) OriginOf(int state, int relation) => relation >= 0 ? (Origin.Relation, relation) : (Origin.Bound, state);

    private void AddUpper(ReadOnlySpan<double> direction, double offset, double most, Origin origin, int number)
    {
        if (!double.IsPositiveInfinity(most)) Add(direction, -1, -offset, -most, origin, number);
    }

    private void Add(ReadOnlySpan<double> direction, double offset, double least, Origin origin, int number)
    {
        if (!double.IsNegativeInfinity(least)) Add(direction, 1, offset, least, origin, number);
    }

    /// <summary>sign · direction · free + offset ≥ least.</summary>
    private void Add(ReadOnlySpan<double> direction, double sign, double offset, double least, Origin origin, int number)
    {
        var size = 0.0;
        foreach (var coefficient in direction) size = Math.Max(size, Math.Abs(coefficient));
        if (size < Tolerance) return;
        var scaled = new double[direction.Length];
        for (var i = 0; i < scaled.Length; i++) scaled[i] = sign * direction[i] / size;
        var side = new Side(scaled, (least - offset) / size, origin, number, isGiven: false);
        var same = IndexOfSame(side);
        if (same < 0) _sides.Add(side);
        else if (side.Least > _sides[same].Least) _sides[same] = side;
    }

    private int IndexOfSame(Side side)
    {
        for (var i = 0; i < _sides.Count; i++)
        {
            if (_sides[i].Single == side.Single && IsSame(_sides[i].Direction, side.Direction)) return i;
        }

        return -1;
    }

    private static bool IsSame(double[] a, double[] b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            if (Math.Abs(a[i] - b[i]) > Tolerance) return false;
        }

        return true;
    }

    /// <summary>One after the other, so that of two that imply each other one stays. Sums first: bounds of single coordinates are the simpler facts.</summary>
    private void DropImplied()
    {
        if (_sides.TrueForAll(static side => side.Single >= 0)) return;
        DropImpliedBySingles();
        if (_sides.Count > MostForPrograms || _sides.TrueForAll(static side => side.Single >= 0)) return;
        DropImpliedByOthers();
    }

    /// <summary>One program for all: the row of the side in question is opened, and stays open when the side is dropped.</summary>
    private void DropImpliedByOthers()
    {
        var program = new LinearProgram(_free, _sides.Count);
        for (var i = 0; i < _free; i++) program.SetVariable(i, double.NegativeInfinity, double.PositiveInfinity);
        for (var row = 0; row < _sides.Count; row++)
        {
            for (var i = 0; i < _free; i++) program.SetCoefficient(row, i, _sides[row].Direction[i]);
            program.SetRow(row, _sides[row].Least, double.PositiveInfinity);
        }

        var isImplied = new bool[_sides.Count];
        foreach (var isSingle in (ReadOnlySpan<bool>)[false, true])
        {
            for (var row = 0; row < isImplied.Length; row++)
            {
                var side = _sides[row];
                if (side.IsGiven || side.Single >= 0 != isSingle) continue;
                program.SetRow(row, double.NegativeInfinity, double.PositiveInfinity);
                isImplied[row] = program.Range(side.Direction).Low >= side.Least - (Tolerance * (1 + Math.Abs(side.Least)));
                if (!isImplied[row]) program.SetRow(row, side.Least, double.PositiveInfinity);
            }
        }

        for (var row = isImplied.Length - 1; row >= 0; row--)
        {
            if (isImplied[row]) _sides.RemoveAt(row);
        }
    }

    private void DropImpliedBySingles()
    {
        var (low, high) = (new double[_free], new double[_free]);
        Array.Fill(low, double.NegativeInfinity);
        Array.Fill(high, double.PositiveInfinity);
        foreach (var side in _sides)
        {
            if (side.Single < 0) continue;
            if (side.Direction[side.Single] > 0) low[side.Single] = side.Least / side.Direction[side.Single];
            else high[side.Single] = side.Least / side.Direction[side.Single];
        }

        _sides.RemoveAll(side => side.Single < 0 && !side.IsGiven && IsImpliedBySingles(side, low, high));
    }

    private static bool IsImpliedBySingles(Side side, double[] low, double[] high)
    {
        double least = 0, size = 0;
        for (var i = 0; i < low.Length; i++)
        {
            if (side.Direction[i] == 0) continue;
            var end = side.Direction[i] * (side.Direction[i] > 0 ? low[i] : high[i]);
            if (double.IsInfinity(end)) return false;
            least += end;
            size += Math.Abs(end);
        }

        return least >= side.Least - (Tolerance * (size + Math.Abs(side.Least)));
    }

    private List<Factor> ToFactors()
    {
        var factors = new List<Factor>(_sides.Count);
        foreach (var side in _sides)
        {
            if (!side.IsGiven) factors.Add(new Factor(side.Direction, 0, Shape.AtLeast(side.Least), side.Origin, side.Number));
        }

        return factors;
    }
}
