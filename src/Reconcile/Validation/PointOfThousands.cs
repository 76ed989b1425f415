namespace Reconcile.Validation;

/// <summary>Numbers such as 1.500: one and a half to a reader of English, and to this library; fifteen hundred to a German or a Spaniard.</summary>
internal static class PointOfThousands
{
    private const int DigitsOfThousand = 3;

    /// <summary>How the first such number in a phrase would be written if thousands were meant; null when there is none. Numbers that were given as numbers cannot be mistaken.</summary>
    public static string? In(Figure figure)
    {
        if (figure.IsShare || figure.IsOfNumbers) return null;
        var text = figure.Text;
        string? first = null;
        for (var point = text.IndexOf('.', StringComparison.Ordinal); point >= 0; point = text.IndexOf('.', point + 1))
        {
            var start = point;
            while (start > 0 && char.IsAsciiDigit(text[start - 1])) start--;
            var end = point + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            var isThousand = point - start is >= 1 and <= DigitsOfThousand && text[start] != '0' && end - point - 1 == DigitsOfThousand;
            var isPart = (start > 0 && text[start - 1] is '.' or ',') || (end < text.Length && text[end] is '.' or ',');
            // One number whose point cannot stand for thousands shows how the others are meant.
            if (!isPart && !isThousand && end > point + 1) return null;
            if (!isPart) first ??= isThousand ? $"{text[start..point]},{text[(point + 1)..end]}" : null;
        }

        return first;
    }
}
