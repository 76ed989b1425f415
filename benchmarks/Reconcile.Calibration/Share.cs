using System.Globalization;

namespace Reconcile.Calibration;

/// <summary>
/// A share with its standard error. What is counted in one dossier hangs together, so the error is that of a ratio of sums over dossiers (Cochran 1977, Sampling
/// Techniques, section 6.4), not that of as many coins.
/// </summary>
internal sealed class Share
{
    private readonly Dictionary<int, (int Hits, int Count)> _byDossier = [];

    /// <summary>How many were counted.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them hit.</summary>
    public int Hits { get; private set; }

    /// <summary>The share; NaN where nothing was counted.</summary>
    public double Value => (double)Hits / Count;

    public double StandardError
    {
        get
        {
            double sum = 0;
            foreach (var (hits, count) in _byDossier.Values) sum += Math.Pow(hits - (Value * count), 2);
            return Math.Sqrt(sum) / Count;
        }
    }

    public void Add(int dossier, bool hit)
    {
        var (hits, count) = _byDossier.GetValueOrDefault(dossier);
        _byDossier[dossier] = (hits + (hit ? 1 : 0), count + 1);
        Count++;
        if (hit) Hits++;
    }

    /// <summary>In per cent with its standard error, for example <c>90.8 ± 0.5</c>.</summary>
    public override string ToString() => Count == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100 * Value:F1} ± {100 * StandardError:F1}");
}
