namespace Reconcile.Modelling;

/// <summary>An equation read as total = part + part + …</summary>
internal sealed record SumParts(int Total, IReadOnlyList<int> Parts)
{
    /// <summary>The reading, when all coefficients are 1 or −1 and exactly one state stands alone on its side; else null.</summary>
    public static SumParts? Of(Form form)
    {
        int positive = 0, lastPositive = -1, lastNegative = -1;
        for (var i = 0; i < form.States.Length; i++)
        {
            if (Math.Abs(form.Coefficients[i]) != 1) return null;
            if (form.Coefficients[i] > 0) (positive, lastPositive) = (positive + 1, form.States[i]);
            else lastNegative = form.States[i];
        }

        var negative = form.States.Length - positive;
        if (positive != 1 && negative != 1) return null;
        if (positive == 0 || negative == 0) return null;
        var total = positive == 1 ? lastPositive : lastNegative;
        return new SumParts(total, [.. form.States.ToArray().Where(state => state != total)]);
    }
}
