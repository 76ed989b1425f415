namespace Reconcile.Mathematics;

/// <content>The simplex steps: choice of the entering nonbasic, ratio test, choice of the violated row.</content>
internal sealed partial class LinearProgram
{
    /// <summary>Share of the magnitude of the added terms within which a bound counts as kept.</summary>
    private const double Tolerance = 1e-9;

    /// <summary>Slack of the ratio test in favour of large pivots (P. M. J. Harris, Mathematical Programming 5, 1973), inside the tolerance.</summary>
    private const double RatioSlack = 1e-11;

    /// <summary>Coefficients under this are rounding errors and no pivots.</summary>
    private const double NoPivot = 1e-11;

    /// <summary>After so many idle steps R. G. Bland's rule (Mathematics of Operations Research 2, 1977) takes over, which cannot cycle.</summary>
    private const int Patience = 40;

    private long _budget;

    private enum DriveEnd
    {
        /// <summary>The row keeps its bounds.</summary>
        Reached,

        /// <summary>No move leads the row further.</summary>
        Stuck,

        /// <summary>The row can go on for ever, or the budget of steps is used up.</summary>
        Open,
    }

    private readonly record struct Block(int Row, double Step, double Rest);

    private double ToleranceOf(int row, double bound) => Tolerance * Math.Max(_size[row], Math.Abs(bound));

    /// <summary>−1 below its lower bound, +1 above its upper, 0 within both; beyond the tolerance.</summary>
    private int Side(int row)
    {
        int k = _basic[row];
        double value = _value[k], low = _lower[k], high = _upper[k];
        if (value < low && low - value > ToleranceOf(row, low)) return -1;
        return value > high && value - high > ToleranceOf(row, high) ? 1 : 0;
    }

    private int MostViolated(out int direction)
    {
        int worst = -1;
        double most = 0;
        direction = 0;
        for (int i = 0; i < Rows; i++)
        {
            int side = Side(i);
            if (side == 0) continue;
            double bound = side < 0 ? _lower[_basic[i]] : _upper[_basic[i]];
            double violation = Math.Abs(bound - _value[_basic[i]]) / Math.Max(_size[i], Math.Abs(bound));
            if (violation <= most) continue;
            (most, worst, direction) = (violation, i, -side);
        }

        return worst;
    }

    /// <summary>Moves the basic of <paramref name="row"/> up or down: until it keeps its bounds if it violates one, else as far as it goes.</summary>
    private DriveEnd Drive(int row, int direction)
    {
        bool toBound = row < Rows;
        int driven = _basic[row], idle = 0;
        while (!toBound || (_basic[row] == driven && Side(row) == -direction))
        {
            int column = Entering(row, direction, idle > Patience, out int move);
            if (column < 0) return DriveEnd.Stuck;
            if (Pivots >= _budget) return DriveEnd.Open;
            int entering = _nonbasic[column];
            Block block = FirstBlock(row, column, move, toBound, idle > Patience);
            double own = move > 0 ? _upper[entering] - _value[entering] : _value[entering] - _lower[entering];
            double step = Math.Min(own, block.Step);
            if (double.IsPositiveInfinity(step)) return DriveEnd.Open;
            double progress = step * Math.Abs(_tableau[(row * Variables) + column]);
            idle = progress <= RatioSlack * Math.Max(_size[row], Math.Abs(_value[driven])) ? idle + 1 : 0;
            if (own <= block.Step) Flip(column, move > 0 ? _upper[entering] : _lower[entering]);
            else Pivot(block.Row, column, block.Rest);
        }

        return DriveEnd.Reached;
    }

    /// <summary>The nonbasic that moves the row fastest (G. B. Dantzig), or by Bland's rule the first that moves it; −1 if none does.</summary>
    private int Entering(int row, int direction, bool bland, out int move)
    {
        ReadOnlySpan<double> line = Line(row);
        double largest = 1;
        foreach (double a in line) largest = Math.Max(largest, Math.Abs(a));
        double fastest = NoPivot * largest;
        int best = -1;
        move = 0;
        for (int k = 0; k < line.Length; k++)
        {
            double speed = Math.Abs(line[k]);
            if (speed <= (bland ? NoPivot * largest : fastest)) continue;
            int index = _nonbasic[k], way = line[k] > 0 ? direction : -direction;
            if (way > 0 ? !(_value[index] < _upper[index]) : !(_value[index] > _lower[index])) continue;
            if (bland && best >= 0 && index > _nonbasic[best]) continue;
            (best, fastest, move) = (k, speed, way);
        }

        return best;
    }

    /// <summary>
    /// How far the nonbasic can move until a basic would leave its bounds. Basics that are outside already (other than the driven one) only
    /// block at the far bound. First the longest step that keeps all within a small slack, then among the blocks up to there the largest pivot;
    /// by Bland's rule the first block, ties by lowest index.
    /// </summary>
    private Block FirstBlock(int driven, int column, int move, bool toBound, bool bland)
    {
        double reach = double.PositiveInfinity;
        for (int i = 0; i < _rowsInUse; i++)
        {
            double rate = move * _tableau[(i * Variables) + column];
            if (!Blocks(i, rate, i == driven && toBound, out double bound)) continue;
            double slack = bland ? 0 : RatioSlack * Math.Max(_size[i], Math.Abs(bound));
            reach = Math.Min(reach, Math.Max(0, ((bound - _value[_basic[i]]) / rate) + (slack / Math.Abs(rate))));
        }

        var best = new Block(-1, double.PositiveInfinity, 0);
        if (double.IsPositiveInfinity(reach)) return best;
        double strongest = 0;
        for (int i = 0; i < _rowsInUse; i++)
        {
            double rate = move * _tableau[(i * Variables) + column];
            if (!Blocks(i, rate, i == driven && toBound, out double bound)) continue;
            double step = Math.Max(0, (bound - _value[_basic[i]]) / rate);
            if (step > reach) continue;
            double strength = Math.Abs(rate);
            bool better = bland || strength == strongest ? best.Row < 0 || _basic[i] < _basic[best.Row] : strength > strongest;
            if (!better) continue;
            strongest = strength;
            best = new Block(i, step, bound);
        }

        return best;
    }

    /// <summary>Whether the basic of the row, moving at this rate, comes to a bound, and to which.</summary>
    private bool Blocks(int row, double rate, bool stopAtNearBound, out double bound)
    {
        int k = _basic[row];
        bound = 0;
        if (Math.Abs(rate) <= NoPivot) return false;
        bound = rate > 0 ? _upper[k] : _lower[k];
        int side = Side(row);
        if (side == 0) return double.IsFinite(bound);
        if (stopAtNearBound) bound = side < 0 ? _lower[k] : _upper[k];

        // Moving further away from a bound that is violated already blocks nothing.
        return double.IsFinite(bound) && (bound - _value[k]) * rate > 0;
    }
}
