namespace Reconcile.Inference.Marginals;

/// <summary>The mass of a density below a point, and the point below which a mass lies; the density is linear within each cell and may jump between two.</summary>
internal readonly ref struct MassBelow
{
    private readonly ReadOnlySpan<double> _points;
    private readonly ReadOnlySpan<double> _left;
    private readonly ReadOnlySpan<double> _right;
    private readonly ReadOnlySpan<double> _below;

    /// <param name="points">The ends of the cells, ascending.</param>
    /// <param name="left">Density at the start of each cell.</param>
    /// <param name="right">Density at the end of each cell.</param>
    /// <param name="workspace">As long as the points; belongs to this from now on.</param>
    public MassBelow(ReadOnlySpan<double> points, ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> workspace)
    {
        workspace[0] = 0;
        for (var cell = 0; cell < left.Length; cell++) workspace[cell + 1] = workspace[cell] + (0.5 * (left[cell] + right[cell]) * (points[cell + 1] - points[cell]));
        _points = points;
        _left = left;
        _right = right;
        _below = workspace;
    }

    public double Total => _below[^1];

    /// <summary>Length of the interval from a start that has a mass; infinite when there is not so much.</summary>
    public double Length(double start, double mass)
    {
        var end = Of(start) + mass;
        return end <= Total ? Quantile(end) - start : double.PositiveInfinity;
    }

    public double Of(double point)
    {
        var cell = CellOf(_points, point);
        var into = Math.Clamp(point - _points[cell], 0, _points[cell + 1] - _points[cell]);
        return _below[cell] + (into * (_left[cell] + (0.5 * Slope(cell) * into)));
    }

    /// <summary>The first point below which a mass lies.</summary>
    public double Quantile(double mass)
    {
        var cell = CellOf(_below, mass);
        var width = _points[cell + 1] - _points[cell];
        var within = mass - _below[cell];
        if (!(within > 0)) return _points[cell];
        // The root of left · t + slope · t² / 2 = within that loses no digits.
        var root = Math.Sqrt(Math.Max(0, (_left[cell] * _left[cell]) + (2 * Slope(cell) * within)));
        return _points[cell] + Math.Min(2 * within / (_left[cell] + root), width);
    }

    /// <summary>The cell in which a value lies; of a value on its border the one that ends there.</summary>
    private static int CellOf(ReadOnlySpan<double> ends, double value)
    {
        int low = 0, high = ends.Length - 2;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ends[middle + 1] < value) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private double Slope(int cell)
    {
        var width = _points[cell + 1] - _points[cell];
        return width > 0 ? (_right[cell] - _left[cell]) / width : 0;
    }
}
