namespace Reconcile.Inference.Trees;

/// <summary>
/// Means and variances of normal nodes joined by equations without circles, exact in O(n): one pass from the leaves, one back
/// (Rauch, Tung and Striebel 1965, on a tree). Works with variances, so that exact figures beside vague ones lose no digits.
/// </summary>
internal sealed class TreeElimination
{
    private readonly TreeNetwork _network;
    private readonly double[] _localVariance;
    private readonly double[] _rowVariance;
    private readonly double[] _localMean;
    private readonly double[] _rowMean;

    public TreeElimination(TreeNetwork network)
    {
        _network = network;
        _localVariance = new double[network.Nodes];
        _localMean = new double[network.Nodes];
        _rowVariance = new double[network.Rows.Length];
        _rowMean = new double[network.Rows.Length];
        Variances = new double[network.Nodes];
    }

    /// <summary>Posterior variance of each node.</summary>
    public double[] Variances { get; }

    /// <summary>Sets the precision of each node by itself (&gt; 0) and computes all variances.</summary>
    public void SetPrecisions(ReadOnlySpan<double> precisions)
    {
        var order = _network.Structure.FromRoot;
        for (var i = order.Length - 1; i >= 0; i--)
        {
            var node = order[i];
            var precision = precisions[node];
            foreach (var row in _network.Structure.RowsBelow(node))
            {
                var sum = 0.0;
                var form = _network.Rows[row].Form;
                var own = 0.0;
                for (var j = 0; j < form.States.Length; j++)
                {
                    if (form.States[j] == node) own = form.Coefficients[j];
                    else sum += form.Coefficients[j] * form.Coefficients[j] * _localVariance[form.States[j]];
                }

                _rowVariance[row] = sum;
                precision += own * own / sum;
            }

            _localVariance[node] = 1 / precision;
        }

        foreach (var node in order)
        {
            var row = _network.Structure.RowAbove(node);
            if (row < 0)
            {
                Variances[node] = _localVariance[node];
                continue;
            }

            var form = _network.Rows[row].Form;
            var (gain, others, above) = (GainOf(row, node), 0.0, 0.0);
            for (var j = 0; j < form.States.Length; j++)
            {
                var (other, a) = (form.States[j], form.Coefficients[j]);
                if (other == _network.Structure.StateAbove(row)) above = a * a * Variances[other];
                else if (other != node) others += a * a * _localVariance[other];
            }

            Variances[node] = (_localVariance[node] * others / _rowVariance[row]) + (gain * gain * above);
        }
    }

    /// <summary>Posterior means for shifts h (precision times mean of each node by itself); with <paramref name="homogeneous"/> the equations have 0 on the right.</summary>
    public void Means(ReadOnlySpan<double> shifts, bool homogeneous, Span<double> means)
    {
        var order = _network.Structure.FromRoot;
        for (var i = order.Length - 1; i >= 0; i--)
        {
            var node = order[i];
            var shift = shifts[node];
            foreach (var row in _network.Structure.RowsBelow(node))
            {
                var form = _network.Rows[row].Form;
                double sum = 0, own = 0;
                for (var j = 0; j < form.States.Length; j++)
                {
                    if (form.States[j] == node) own = form.Coefficients[j];
                    else sum += form.Coefficients[j] * _localMean[form.States[j]];
                }

                _rowMean[row] = sum;
                shift += own * ((homogeneous ? 0 : _network.Rows[row].Low) - sum) / _rowVariance[row];
            }

            _localMean[node] = _localVariance[node] * shift;
        }

        foreach (var node in order)
        {
            var row = _network.Structure.RowAbove(node);
            if (row < 0)
            {
                means[node] = _localMean[node];
                continue;
            }

            var above = _network.Structure.StateAbove(row);
            var target = (homogeneous ? 0 : _network.Rows[row].Low) - (CoefficientOf(row, above) * means[above]);
            means[node] = _localMean[node] + (GainOf(row, node) * (target - _rowMean[row]));
        }
    }

    /// <summary>Regression of a node on the one above it.</summary>
    public double SlopeOnAbove(int node)
    {
        var row = _network.Structure.RowAbove(node);
        return -GainOf(row, node) * CoefficientOf(row, _network.Structure.StateAbove(row));
    }

    /// <summary>Covariance of two nodes that hang from one row.</summary>
    public double SiblingCovariance(int row, int first, int second)
    {
        var above = _network.Structure.StateAbove(row);
        var a = CoefficientOf(row, above);
        return GainOf(row, first) * GainOf(row, second) * ((a * a * Variances[above]) - _rowVariance[row]);
    }

    /// <summary>By how much a node below a row takes up what the row is short of.</summary>
    private double GainOf(int row, int node) => _localVariance[node] * CoefficientOf(row, node) / _rowVariance[row];

    private double CoefficientOf(int row, int node)
    {
        var form = _network.Rows[row].Form;
        return form.Coefficients[form.States.IndexOf(node)];
    }
}
