using Reconcile.Modelling;

namespace Reconcile.Inference.Factors;

/// <summary>
/// By how much a relative error that claims share moves what each of them says: the size of what the claim speaks of. The claim's own value would not do: an error near 1 would
/// then shrink whatever figures scatter.
/// </summary>
/// <param name="component">The component.</param>
/// <param name="errors">Which claims share an error.</param>
/// <param name="settings">What earlier rounds have shown.</param>
internal sealed class ErrorSizes(Component component, ErrorGroups errors, FactorSettings settings)
{
    /// <summary>
    /// The part of its error that a root does not repeat from one thing to the next, nor from day to day (convention). Did it repeat its error exactly, the wavering of its figures would pass
    /// for an observation of that error.
    /// </summary>
    public const double OwnShare = 0.3;

    /// <summary>What <see cref="MovingSizes"/> makes of the claims of each shared error.</summary>
    private Dictionary<int, double>?[]? _moving;

    /// <summary>
    /// What a source says when its own figures are made to fit each other, where they do not: else an error near 1 would explain every contradiction away, with all states near 0; mostly what
    /// the claims that share the error say of it together. Where figures contradict each other over days, more or less the estimate itself.
    /// </summary>
    public double Of(int claim)
    {
        var modelled = component.Claims[claim];
        var own = settings.Own.ValueOf(claim);
        if (own is { } leaning && modelled.Leaning is not null) return leaning;
        var said = MovingSizeOf(claim) ?? own ?? MeanValueOf(claim);
        return settings.Sizes is { } sizes && settings.Strained.TryGetValue(modelled.ErrorGroup, out var part) ? said + (part * (modelled.Form.Value(sizes) - said)) : said;
    }

    /// <summary>
    /// The part of its variance that the error of a claim has beyond what the shared error can say of it: of a stock that is much larger on a day than on others, most of the error that it has there.
    /// </summary>
    public double BeyondSharedOf(int claim)
    {
        var modelled = component.Claims[claim];
        if (modelled.Value == 0 || !MovingSizes.IsOfStocks(component, modelled)) return 0;
        var shared = Math.Min(1, Of(claim) / Math.Abs(modelled.Value));
        return 1 - (shared * shared);
    }

    /// <summary>Of a moving quantity, by all that the source says of it on all days; null: it is of another kind.</summary>
    private double? MovingSizeOf(int claim)
    {
        if (component.Courses.Length == 0) return null;
        _moving ??= new Dictionary<int, double>?[errors.Variables];
        var sizes = _moving[errors.VariableOf(claim)] ??= MovingSizes.Of(component, errors.SharersOf(claim), settings.Own, errors.Steps);
        return sizes.TryGetValue(claim, out var size) ? size : null;
    }

    /// <summary>Whether both are floors, ceilings, or values: points and ranges.</summary>
    private static bool IsOfOneKind(ModelledClaim a, ModelledClaim b) => a.Kind == b.Kind || (a.GivesValue && b.GivesValue);

    /// <summary>The mean of the values that figures of its kind give what it speaks of; of floors and ceilings the strictest, since those that it implies add nothing.</summary>
    private double MeanValueOf(int claim)
    {
        var said = component.Claims[claim];
        double sum = 0, most = double.NegativeInfinity, least = double.PositiveInfinity;
        var count = 0;
        foreach (var other in errors.SharersOf(claim))
        {
            var modelled = component.Claims[other];
            if (!modelled.Form.States.SequenceEqual(said.Form.States) || modelled.Claim.Quantity != said.Claim.Quantity || !IsOfOneKind(modelled, said)) continue;
            sum += modelled.Value;
            most = Math.Max(most, modelled.Value);
            least = Math.Min(least, modelled.Value);
            count++;
        }

        return said.Kind switch
        {
            FigureKind.Floor => most,
            FigureKind.Ceiling => least,
            _ => sum / count,
        };
    }
}
