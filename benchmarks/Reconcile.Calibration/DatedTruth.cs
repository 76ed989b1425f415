namespace Reconcile.Calibration;

/// <summary>What really happened by each day: one total, or casualties = killed + wounded. Whole numbers that never fall, or, backwards, never rise.</summary>
internal sealed class DatedTruth
{
    private readonly Dictionary<string, (double End, Course Course)> _parts = [];
    private readonly int _lastDay;

    private readonly bool _isBackwards;

    private DatedTruth(int lastDay, bool isBackwards) => (_lastDay, _isBackwards) = (lastDay, isBackwards);

    /// <summary>The totals.</summary>
    public IReadOnlyList<string> Quantities => IsSystem ? ["killed", "wounded", "casualties"] : ["killed"];

    /// <summary>Whether there are three totals and not one.</summary>
    public bool IsSystem => _parts.Count > 1;

    /// <summary>An end of 100 to 60,000; in a system killed and wounded have courses of their own, of one growth.</summary>
    public static DatedTruth Draw(Growth growth, bool isSystem, int lastDay, bool isBackwards, Draws draws)
    {
        var truth = new DatedTruth(lastDay, isBackwards);
        var end = draws.LogUniform(100, 60_000);
        truth._parts.Add("killed", (end, Course.Draw(growth, draws)));
        if (isSystem) truth._parts.Add("wounded", (end * draws.Uniform(1, 4), Course.Draw(growth, draws)));
        return truth;
    }

    public double Of(string quantity, int day) => quantity == "casualties" ? _parts.Keys.Sum(part => Of(part, day)) : Math.Max(1, Math.Round(_parts[quantity].End * _parts[quantity].Course.At((double)(_isBackwards ? _lastDay - day : day) / _lastDay)));
}
