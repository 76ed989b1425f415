namespace Reconcile.Tests.Generation;

/// <summary>Plainer figures on the way to a minimal failing case: factories for phrases, fewer kinds, fewer digits.</summary>
internal static class PlainerFigure
{
    public static IEnumerable<Figure> Of(Figure figure) => figure.IsShare ? [] : Candidates(figure).Where(plainer => !plainer.Equals(figure));

    private static IEnumerable<Figure> Candidates(Figure figure)
    {
        switch (figure.Hedge)
        {
            case Hedge.Interval:
                yield return Figure.Between(figure.Low!.Value, figure.High!.Value);
                break;
            case Hedge.Between:
                yield return Figure.AtLeast(figure.Low!.Value);
                yield return Figure.AtMost(figure.High!.Value);
                if (Rounder(figure.Low.Value) <= Rounder(figure.High.Value)) yield return Figure.Between(Rounder(figure.Low.Value), Rounder(figure.High.Value));
                break;
            case Hedge.AtLeast:
                yield return Figure.AtLeast(Rounder(figure.Low!.Value));
                break;
            case Hedge.AtMost:
                yield return Figure.AtMost(Rounder(figure.High!.Value));
                break;
            case Hedge.Exactly:
                yield return Figure.Exactly(Rounder(figure.Value!.Value));
                break;
            default:
                if (figure.Value is { } value) yield return Figure.Exactly(value);
                break;
        }
    }

    private static double Rounder(double value) => value < 1 ? value : DisputedFigure.Rounded(value, 1);
}
