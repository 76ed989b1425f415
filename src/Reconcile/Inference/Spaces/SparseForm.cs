namespace Reconcile.Inference.Spaces;

/// <summary>Collects a linear form over many coordinates, few of which have a coefficient. Used again and again.</summary>
internal sealed class SparseForm(int size)
{
    /// <summary>Coefficients under this are what rounding leaves of 0.</summary>
    private const double LeastCoefficient = 1e-13;

    private readonly double[] _coefficients = new double[size];
    private readonly bool[] _isTouched = new bool[size];
    private readonly List<int> _touched = [];

    /// <summary>What the form has when all coordinates are 0.</summary>
    public double Offset { get; set; }

    public void Add(int coordinate, double coefficient)
    {
        if (!_isTouched[coordinate])
        {
            _isTouched[coordinate] = true;
            _touched.Add(coordinate);
        }

        _coefficients[coordinate] += coefficient;
    }

    /// <summary>Moves what has a coefficient to the end of the lists, and starts anew. Returns how many these are.</summary>
    public int MoveTo(List<int> coordinates, List<double> coefficients)
    {
        var count = 0;
        foreach (var coordinate in _touched)
        {
            if (Math.Abs(_coefficients[coordinate]) > LeastCoefficient)
            {
                coordinates.Add(coordinate);
                coefficients.Add(_coefficients[coordinate]);
                count++;
            }

            _coefficients[coordinate] = 0;
            _isTouched[coordinate] = false;
        }

        _touched.Clear();
        return count;
    }
}
