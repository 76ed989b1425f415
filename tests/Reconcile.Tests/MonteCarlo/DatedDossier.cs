using Reconcile.Figures;

namespace Reconcile.Tests.MonteCarlo;

/// <summary>A claim on a moving quantity: of a day, or of what was added after the evening of one day until that of another.</summary>
/// <param name="Quantity">Which.</param>
/// <param name="Day">The day, as a position among those of the dossier; of an increment its last.</param>
/// <param name="After">The day before an increment, as a position; null: it is none.</param>
/// <param name="Figure">What is said.</param>
/// <param name="Root">Who says it.</param>
internal sealed record DatedClaim(int Quantity, int Day, int? After, Figure Figure, int Root);

/// <summary>Totals and stocks over some days, and undisputed claims about them: once as a dossier, once as the density that docs/method.md gives to it.</summary>
internal sealed class DatedDossier
{
    private const double PriorSpread = 10;
    private static readonly DateOnly Start = new(2024, 5, 1);

    public required string Name { get; init; }

    public required string[] Quantities { get; init; }

    /// <summary>For each quantity whether it is a total; else it is a stock.</summary>
    public required bool[] IsTotal { get; init; }

    /// <summary>Days since the first.</summary>
    public required int[] Days { get; init; }

    /// <summary>By quantity and day, values at which all relations and bounds hold.</summary>
    public required double[][] Truth { get; init; }

    public required Reliability[] Roots { get; init; }

    public required SmallRelation[] Relations { get; init; }

    public required DatedClaim[] Claims { get; init; }

    public int Variable(int quantity, int day) => (quantity * Days.Length) + day;

    public DateOnly DateOf(int day) => Start.AddDays(Days[day]);

    public Dossier ToDossier()
    {
        var dossier = Dossier.Create(Name).WithAsOf(DateOf(Days.Length - 1));
        for (var q = 0; q < Quantities.Length; q++) dossier = dossier.Quantity(Quantities[q], IsTotal[q] ? QuantityKind.Total : QuantityKind.Stock);
        return SmallDossier.WithRootsAndRelations(dossier, Roots, Relations).WithClaims(Claims.Select(claim => new Claim
        {
            Quantity = Quantities[claim.Quantity],
            Figure = claim.Figure,
            Source = $"root {claim.Root}",
            AsOf = claim.After is null ? DateOf(claim.Day) : null,
            During = claim.After is { } after ? new Period(DateOf(after).AddDays(1), DateOf(claim.Day)) : null,
        }));
    }

    /// <summary>All but the steps: priors, bounds, shared errors, claims and relations. The states come first, then one error for each root.</summary>
    public Density ToDensity(IReadOnlyList<Step> steps)
    {
        var states = Quantities.Length * Days.Length;
        var density = new Density(states + Roots.Length);
        var scale = Claims.Max(claim => Math.Abs(Read(claim).Value));
        for (var state = 0; state < states; state++)
        {
            density.Times(Shape.Normal(scale, PriorSpread * Math.Sqrt(Days.Length) * scale), (state, 1)).Times(Shape.AtLeast(0), (state, 1));
        }

        for (var root = 0; root < Roots.Length; root++) density.Times(Shape.Normal(0, Math.Sqrt(1 - OwnPartOf(root)) * ErrorOf(root)), (states + root, 1));
        foreach (var claim in Claims)
        {
            var (quantity, shape) = (claim.Quantity, ShapeOf(claim));
            if (claim.After is { } after) density.Times(shape, (Variable(quantity, claim.Day), 1), (Variable(quantity, after), -1), (states + claim.Root, SizeOf(claim)));
            else density.Times(shape, (Variable(quantity, claim.Day), 1), (states + claim.Root, SizeOf(claim)));
        }

        foreach (var step in steps) density.Times(Shape.Normal(step.Rise, step.Deviation), [(step.Later, 1), (step.Earlier, -1), .. step.Errors.Select(error => (states + error.Root, error.Size))]);
        foreach (var relation in Relations)
        {
            for (var day = 0; day < Days.Length; day++)
            {
                var form = density.Form([.. relation.Form.Select((coefficient, quantity) => (Variable(quantity, day), coefficient))]);
                if (relation.IsEquality) density.Equalities.Add(form);
                else density.Factors.Add(new Factor(form, Shape.AtLeast(0)));
            }
        }

        return density;
    }

    /// <summary>A point where the relations hold.</summary>
    public double[] ToStart() => [.. Truth.SelectMany(course => course), .. new double[Roots.Length]];

    /// <summary>Standard deviation of the error of a root.</summary>
    public double ErrorOf(int root) => GradeTable.Default.Error(Roots[root]) / 1.96;

    public static Interpretation Read(DatedClaim claim) => HedgeReading.SignificantDigit.Interpret(claim.Figure);

    /// <summary>What a relative error multiplies: the value; of values that a root gives a total, those nearest to them that never fall; of those that it gives a stock, one for all days, unless nobody else tells it.</summary>
    private double SizeOf(DatedClaim claim)
    {
        if (!GivesValue(claim)) return Read(claim).Value;
        DatedClaim[] series = [.. Claims.Where(other => GivesValue(other) && (other.Root, other.Quantity) == (claim.Root, claim.Quantity)).OrderBy(other => other.Day)];
        if (!IsTotal[claim.Quantity] && TellersOf(claim.Quantity).Length == 1) return Read(claim).Value;
        if (!IsTotal[claim.Quantity]) return Math.Exp(series.GroupBy(other => other.Day).Average(day => Math.Log(day.Sum(other => WeightOf(other) * Read(other).Value) / day.Sum(WeightOf))));
        return Steps.Rising([.. series.Select(other => Read(other).Value)], [.. series.Select(WeightOf)])[Array.IndexOf(series, claim)];
    }

    /// <summary>By the width of the tolerant interval: of points in quadrature, of ranges with the error of the root at each end.</summary>
    public double WeightOf(DatedClaim claim)
    {
        var (read, error) = (Read(claim), 1.96 * ErrorOf(claim.Root));
        var half = (read.High - read.Low) / 2;
        var width = claim.Figure.Kind == FigureKind.Point ? Math.Sqrt((half * half) + Math.Pow(error * read.Value, 2)) : half + (error * (read.High + read.Low) / 2);
        return 1 / (width * width);
    }

    /// <summary>The claims that give a quantity a value on a day.</summary>
    public DatedClaim[] ValuesOf(int quantity) => [.. Claims.Where(claim => claim.Quantity == quantity && GivesValue(claim))];

    /// <summary>The roots that give a quantity values on several days.</summary>
    public int[] TellersOf(int quantity) =>
        [.. ValuesOf(quantity).GroupBy(claim => claim.Root).Where(root => root.Select(claim => claim.Day).Distinct().Count() > 1).Select(root => root.Key)];

    private static bool GivesValue(DatedClaim claim) => claim.After is null && claim.Figure.Kind is not (FigureKind.Floor or FigureKind.Ceiling);

    /// <summary>The part of the variance of its error that a root which speaks again and again does not repeat.</summary>
    private double OwnPartOf(int root) => Claims.Count(claim => claim.Root == root) > 1 ? 0.3 * 0.3 : 0;

    /// <summary>What a claim has to itself of the variance of its error: besides, of a stock, where that is larger than on most days, what the one size leaves.</summary>
    private double UnsharedPartOf(DatedClaim claim)
    {
        var own = OwnPartOf(claim.Root);
        if (IsTotal[claim.Quantity] || !GivesValue(claim)) return own;
        return own + ((1 - own) * Math.Max(0, 1 - Math.Pow(SizeOf(claim) / Read(claim).Value, 2)));
    }

    /// <summary>Of several floors on one day the highest has its tail.</summary>
    private Shape ShapeOf(DatedClaim claim)
    {
        var shape = Read(claim).Shape;
        var own = Math.Sqrt(UnsharedPartOf(claim)) * ErrorOf(claim.Root) * Read(claim).Value;
        shape = shape with { LowShoulder = Joined(shape.LowShoulder, own), HighShoulder = Joined(shape.HighShoulder, own) };
        var isBelowAnother = claim.Figure.Kind == FigureKind.Floor && Array.Exists(Claims, other =>
            other.Figure.Kind == FigureKind.Floor && (other.Quantity, other.Day) == (claim.Quantity, claim.Day) && Read(other).Value > Read(claim).Value);
        return isBelowAnother ? shape with { High = double.PositiveInfinity, HighTail = 0 } : shape;
    }

    private static double Joined(double shoulder, double own) => shoulder > 0 ? Math.Sqrt((shoulder * shoulder) + (own * own)) : shoulder;
}
