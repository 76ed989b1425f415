namespace Reconcile.Figures;

/// <summary>The numbers of a figure without its hedge: "400", "about 400" and "at least 400" say the same numbers.</summary>
/// <param name="Least">The least number said; null for number words.</param>
/// <param name="Most">The greatest number said; null for number words.</param>
/// <param name="IsShare">Whether they are fractions.</param>
/// <param name="Words">Number words such as "dozens", or what was not understood; null beside numbers.</param>
internal readonly record struct SaidNumbers(double? Least, double? Most, bool IsShare, string? Words)
{
    public static SaidNumbers Of(Figure figure)
    {
        var least = figure.Low ?? figure.Value ?? figure.High;
        return new SaidNumbers(least, figure.High ?? figure.Value ?? figure.Low, figure.IsShare, least is null ? figure.Text : null);
    }

    /// <summary>The same numbers when the greatest is between 1 and 10: what is left when zeros are lost or added on the way.</summary>
    public static SaidNumbers WithoutZeros(Figure figure)
    {
        var said = Of(figure);
        if (said.Least is not { } least || said.Most is not { } most || Math.Max(Math.Abs(least), Math.Abs(most)) is not (> 0 and var size)) return said;
        var power = Math.Pow(10, Math.Floor(Math.Log10(size) + 1e-12));
        return said with { Least = Math.Round(least / power, 12), Most = Math.Round(most / power, 12) };
    }

    /// <summary>How many digits of the greatest number said mean something: 2 for 4,700, 3 for 471; 0 for number words.</summary>
    public static int SignificantDigits(Figure figure)
    {
        var said = Of(figure);
        if (said.Least is not { } least || said.Most is not { } most || figure.Facts.Word.IsSaid) return 0;
        var size = Math.Max(Math.Abs(least), Math.Abs(most));
        return size == 0 ? 1 : Math.Max(1, 1 + (int)Math.Floor(Math.Log10(Math.Round(size / figure.Unit)) + 1e-9));
    }
}
