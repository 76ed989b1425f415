namespace Reconcile.RuleBooks;

/// <summary>The numbers of a claim as a coder would copy them out, whatever the hedge: null where it says nothing of that side.</summary>
internal readonly record struct Quoted(double? Low, double? High)
{
    /// <summary>A value is both ends; a floor is its number at both, as coders enter "at least 12"; a ceiling is the upper end alone.</summary>
    /// <param name="stated">The claim.</param>
    /// <param name="words">What number words without a number mean.</param>
    public static Quoted Of(StatedClaim stated, WordTable words)
    {
        var said = Said(stated, words);
        return stated.Claim.Figure.Kind switch
        {
            FigureKind.Ceiling => said with { Low = null },
            FigureKind.Floor => said with { High = said.Low },
            _ => said,
        };
    }

    private static Quoted Said(StatedClaim stated, WordTable words)
    {
        var figure = stated.Claim.Figure;
        if (!figure.Facts.Word.IsSaid) return figure.Value is { } value ? new Quoted(value, value) : new Quoted(figure.Low, figure.High);
        var (low, high) = words.Read(figure.Facts.Word);
        return double.IsFinite(low) && double.IsFinite(high) ? new Quoted(low, high) : default;
    }
}
