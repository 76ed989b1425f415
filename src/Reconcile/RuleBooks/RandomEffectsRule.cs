using Reconcile.Mathematics;

namespace Reconcile.RuleBooks;

/// <summary>The mean of a random-effects model: see <see cref="RuleBook.RandomEffects"/>.</summary>
internal sealed class RandomEffectsRule : IRuleBook
{
    public string Name => "random-effects";

    public RuleBookFigure Apply(StatedQuantity stated)
    {
        if (Measured.Of(stated) is not { } measured) return Worded.NothingFrom(stated);
        var model = RandomEffects.Of(measured.Values, Array.ConvertAll(measured.StandardErrors, static error => error * error));
        return measured.Figure(model.Value, model.StandardError, stated.Level, "τ = " + Worded.Short(Math.Sqrt(model.Between)));
    }
}
