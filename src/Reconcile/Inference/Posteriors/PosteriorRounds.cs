using Reconcile.Inference.Factors;
using Reconcile.Mathematics;
using Reconcile.Modelling;

namespace Reconcile.Inference.Posteriors;

/// <summary>One round where nothing depends on the answer itself; more where shares, the steps of totals and stocks, or the errors of contradicting figures need its size.</summary>
internal sealed class PosteriorRounds(Component component)
{
    private const int MostRounds = 8;

    /// <summary>So often the expected rise of totals is fitted again to what came out (convention).</summary>
    private const int MostRefits = 5;

    /// <summary>What other accounts say of the rise is near to what the leading one, which comes first, has shown.</summary>
    private const int RefitsFromLeading = 1;

    /// <summary>Over days a shared error further from 0 than this many of its standard deviations tells of figures that contradict each other (convention)…</summary>
    private const double LeastStrain = 1;

    /// <summary>…and for sure from here on (convention).</summary>
    private const double SureStrain = 2;

    /// <summary>One that is still further than this, when it multiplies the size of the estimate, begins not to be taken for one error (convention).</summary>
    private const double FarError = 2.5;

    /// <summary>An error begins not to be taken for one where it lies so far from 0 (convention)…</summary>
    private const double DoubtedError = 1.5;

    /// <summary>…so far where nobody asked what the figures of its root come to…</summary>
    private const double DoubtedUnasked = 0.5;

    /// <summary>…and is not taken for one at all where it lies so far (convention).</summary>
    private const double DisprovedError = 3.5;

    /// <summary>So often it is asked anew how unevenly leaning sources stretch.</summary>
    private const int MostSpreads = 4;

    /// <summary>In larger components it is not asked whether the figures of a root over several days fit each other when nobody else speaks: each question costs a posterior of its own.</summary>
    private const int MostAsked = 60;

    private Movement[]? _fitted;

    /// <param name="accepted">The claims that hold.</param>
    /// <param name="scales">How large each state is.</param>
    /// <param name="run">The posterior when some claims hold; given is that of the round before, to begin from.</param>
    /// <param name="pointOf">The mean of each state.</param>
    /// <param name="strained">The shared errors that lie further from 0 than so many of their standard deviations.</param>
    /// <param name="converged">Whether it settled: what does not is not fitted again, but for the first time.</param>
    public T Settle<T>(
        bool[] accepted, StateScales scales, Func<bool[], FactorSettings, T?, T> run, Func<T, double[]> pointOf, Func<T, double, List<StrainedError>?> strained, Func<T, bool> converged)
        where T : class
    {
        var settings = new FactorSettings(scales, Movements.Of(component, accepted, scales, [], _fitted));
        var lean = component.HasLeaningSources;
        var own = lean ? WithoutLeaning(accepted, run, pointOf, settings) : OwnFigures.None;
        (own, var wereAsked) = own.With(component, accepted);
        if (own != OwnFigures.None) settings = settings with { Own = own, Parts = own.Parts };
        var uneven = UnevenErrors.Apart(component, accepted, settings.Parts);
        if (uneven != settings.Parts) settings = settings with { Parts = uneven };
        var posterior = run(accepted, settings, null);
        if (component.Days > 1) SettleMoving(accepted, run, pointOf, strained, ref settings, ref posterior);
        else SettleStill(accepted, run, strained, wereAsked ? DoubtedError : DoubtedUnasked, ref settings, ref posterior);

        for (var round = 0; round < MostSpreads && lean; round++)
        {
            var spread = UnevenBoasts.Spread(component, accepted, settings, pointOf(posterior));
            if (spread == settings.Parts) break;
            settings = settings with { Parts = spread };
            posterior = run(accepted, settings, posterior);
        }

        var refits = _fitted is null ? MostRefits : RefitsFromLeading;
        // The first steps are wide, and what they give need not settle.
        for (var refit = 0; refit < refits && settings.Movements.Length > 0 && (refit == 0 || converged(posterior)); refit++)
        {
            var means = pointOf(posterior);
            var movements = Movements.Of(component, accepted, scales, means);
            if (Movements.AreClose(settings.Movements, movements)) break;
            settings = Sized(settings with { Movements = movements }, means);
            posterior = run(accepted, settings, posterior);
        }

        _fitted ??= settings.Movements;
        if (!component.HasShares) return posterior;
        for (var round = 0; round < MostRounds; round++)
        {
            var point = pointOf(posterior);
            if (settings.Point is { } last && IsClose(last, point)) break;
            settings = Sized(settings with { Point = point }, point);
            posterior = run(accepted, settings, posterior);
        }

        return posterior;
    }

    /// <summary>What leaning sources say when their own figures are made to fit each other, as if nobody leant.</summary>
    private OwnFigures WithoutLeaning<T>(bool[] accepted, Func<bool[], FactorSettings, T?, T> run, Func<T, double[]> pointOf, FactorSettings settings)
        where T : class =>
        OwnFigures.Of(component, accepted, alone => pointOf(run(alone, settings with { FoldErrors = true, AreHonest = true, Movements = Movements.Of(component, alone, null, []) }, null)));

    /// <summary>What lies too far off to be one error is not shared, or not all of it.</summary>
    private static void SettleStill<T>(
        bool[] accepted, Func<bool[], FactorSettings, T?, T> run, Func<T, double, List<StrainedError>?> strained, double doubted, ref FactorSettings settings, ref T posterior)
        where T : class
    {
        if (strained(posterior, doubted) is not { } far) return;
        settings = settings with { Parts = far.Aggregate(settings.Parts, (parts, error) => parts.WithPart(error.Group, SmoothStep.Between(doubted, DisprovedError, error.Strain))) };
        posterior = run(accepted, settings, posterior);
    }

    /// <summary>Over days figures waver by themselves, and sizes that waver with them would be taken for an observed error.</summary>
    private void SettleMoving<T>(
        bool[] accepted, Func<bool[], FactorSettings, T?, T> run, Func<T, double[]> pointOf, Func<T, double, List<StrainedError>?> strained, ref FactorSettings settings, ref T posterior)
        where T : class
    {
        if (strained(posterior, LeastStrain) is not { } beyond) return;
        var independent = run(accepted, settings with { FoldErrors = true }, posterior);
        settings = Sized(settings with { Strained = beyond.ToDictionary(static error => error.Group, Contradiction) }, pointOf(independent));
        posterior = run(accepted, settings, independent);
        if (strained(posterior, LeastStrain) is not { } still) return;
        // An error may well be large beside what others say, but not very large; and behind figures that contradict each other when nobody else speaks there is not one.
        var (sized, parts) = (settings, settings.Parts);
        foreach (var error in still)
        {
            parts = parts.WithPart(error.Group, SmoothStep.Between(FarError, FarError + 1, error.Strain));
            if (component.States.Length > MostAsked || strained(run(Only(error.Group, accepted), sized, null), LeastStrain) is not [var alone]) continue;
            parts = parts.WithPart(error.Group, Contradiction(error) * Contradiction(alone));
        }

        if (parts == settings.Parts) return;
        settings = settings with { Parts = parts };
        posterior = run(accepted, settings, independent);
    }

    /// <summary>The claims of one error group alone, of those that hold.</summary>
    private bool[] Only(int errorGroup, bool[] accepted)
    {
        var only = (bool[])accepted.Clone();
        for (var claim = 0; claim < only.Length; claim++) only[claim] &= component.Claims[claim].ErrorGroup == errorGroup;
        return only;
    }

    /// <summary>Whether an error over days tells of figures that contradict each other: 0 no, 1 for sure.</summary>
    private static double Contradiction(StrainedError error) => SmoothStep.Between(LeastStrain, SureStrain, error.Strain);

    /// <summary>With what the errors of figures that contradict each other multiply, where some do.</summary>
    private FactorSettings Sized(FactorSettings settings, double[] means) =>
        settings.Strained.Count == 0 ? settings : settings with { Sizes = MovingSizes.Of(component, means) };

    private static bool IsClose(double[] a, double[] b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            if (Math.Abs(a[i] - b[i]) > 1e-9 * (Math.Abs(a[i]) + Math.Abs(b[i]))) return false;
        }

        return true;
    }
}
