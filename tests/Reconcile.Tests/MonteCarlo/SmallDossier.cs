using Reconcile.Figures;

namespace Reconcile.Tests.MonteCarlo;

/// <summary>A claim on one quantity of a small dossier.</summary>
internal sealed record SmallClaim(int Quantity, Figure Figure, int Root, Basis Basis = Basis.Estimate);

/// <summary>A relation both as the user writes it and as the coefficients of a form that is 0 (equality) or not negative.</summary>
internal sealed record SmallRelation(string Rule, bool IsEquality, double[] Form);

/// <summary>One made-up state of affairs and undisputed claims about it: once as a dossier, once as the density that the method page gives to it.</summary>
internal sealed class SmallDossier
{
    /// <summary>The scale of the prior: centre S and standard deviation 10 S, with S the largest value said.</summary>
    private const double PriorSpread = 10;

    private const double CountError = 0.02;

    /// <summary>The part of a shared error that each claim has to itself.</summary>
    private const double UnsharedPart = 0.3;

    public required string Name { get; init; }

    public required string[] Quantities { get; init; }

    /// <summary>Values at which all relations and bounds hold.</summary>
    public required double[] Truth { get; init; }

    public required Reliability[] Roots { get; init; }

    public required SmallRelation[] Relations { get; init; }

    public required SmallClaim[] Claims { get; init; }

    /// <summary>Whether small figures of a root that others contradict have an error apart.</summary>
    public bool SetsSmallApart { get; init; } = true;

    /// <summary>Scale of the tail of floors, as a part of the floor; null: as they read.</summary>
    public double? FloorTail { get; init; }

    public Dossier ToDossier()
    {
        var dossier = Dossier.Create(Name);
        foreach (var quantity in Quantities) dossier = dossier.Quantity(quantity, QuantityKind.Fixed);
        return WithRootsAndRelations(dossier, Roots, Relations).WithClaims(Claims.Select(claim => new Claim
        {
            Quantity = Quantities[claim.Quantity],
            Figure = claim.Figure,
            Source = $"root {claim.Root}",
            Basis = claim.Basis,
        }));
    }

    public static Dossier WithRootsAndRelations(Dossier dossier, Reliability[] roots, SmallRelation[] relations)
    {
        for (var root = 0; root < roots.Length; root++) dossier = dossier.Source($"root {root}", roots[root]);
        foreach (var relation in relations) dossier = dossier.Relate(relation.Rule);
        return dossier;
    }

    public Summary[] Sample(int sweeps, ulong seed)
    {
        var density = ToDensity();
        double[] start = [.. Truth, .. new double[density.Variables - Truth.Length]];
        return [.. new SliceSampler(density, start, seed).Run(sweeps).Take(Truth.Length).Select(Summary.Of)];
    }

    /// <summary>The quantities, then one shared relative error for each root and basis, and one for its small figures that others contradict.</summary>
    private Density ToDensity()
    {
        (int Root, Basis Basis, bool IsSmall)[] biases = [.. Claims.Select(BiasOf).Distinct()];
        var readings = Claims.Select(claim => HedgeReading.SignificantDigit.Interpret(claim.Figure)).ToArray();
        var density = new Density(Quantities.Length + biases.Length);
        var scale = readings.Max(reading => Math.Abs(reading.Value));

        for (var j = 0; j < Quantities.Length; j++)
        {
            density.Times(Shape.Normal(scale, PriorSpread * scale), (j, 1)).Times(Shape.AtLeast(0), (j, 1));
        }

        for (var k = 0; k < biases.Length; k++)
        {
            var error = ErrorOf(biases[k].Root, biases[k].Basis);
            density.Times(Shape.Normal(0, Math.Sqrt(1 - (OwnShare(k) * OwnShare(k))) * error / 1.96), (Quantities.Length + k, 1));
        }

        for (var i = 0; i < Claims.Length; i++)
        {
            var bias = Quantities.Length + Array.IndexOf(biases, BiasOf(Claims[i]));
            var own = OwnShare(bias - Quantities.Length) * ErrorOf(Claims[i].Root, Claims[i].Basis) * readings[i].Value / 1.96;
            density.Times(Widened(ShapeOf(i, readings), own), (Claims[i].Quantity, 1), (bias, readings[i].Value));
        }

        foreach (var relation in Relations)
        {
            double[] form = [.. relation.Form, .. new double[biases.Length]];
            if (relation.IsEquality) density.Equalities.Add(form);
            else density.Factors.Add(new Factor(form, Shape.AtLeast(0)));
        }

        return density;

        // An error that only one claim has is its own in any case.
        double OwnShare(int bias) => Claims.Count(claim => BiasOf(claim) == biases[bias]) > 1 ? UnsharedPart : 0;
    }

    /// <summary>The error of a claim: one apart for what is all less than a twentieth of the largest figure of its root, where others give it a value too.</summary>
    private (int Root, Basis Basis, bool IsSmall) BiasOf(SmallClaim claim)
    {
        double Largest(Func<SmallClaim, bool> among) => Claims.Where(other => (other.Root, other.Basis) == (claim.Root, claim.Basis) && among(other)).Max(static other => Math.Abs(HedgeReading.SignificantDigit.Interpret(other.Figure).Value));
        var isTold = Claims.Any(other => other.Root != claim.Root && other.Quantity == claim.Quantity && other.Figure.Kind is FigureKind.Point or FigureKind.Range);
        return (claim.Root, claim.Basis, SetsSmallApart && isTold && 20 * Largest(other => other.Quantity == claim.Quantity) < Largest(static _ => true));
    }

    private double ErrorOf(int root, Basis basis) => basis == Basis.Count ? Math.Min(GradeTable.Default.Error(Roots[root]), CountError) : GradeTable.Default.Error(Roots[root]);

    private static Shape Widened(Shape shape, double deviation)
    {
        double Joined(double shoulder) => shoulder > 0 ? Math.Sqrt((shoulder * shoulder) + (deviation * deviation)) : shoulder;
        return shape with { LowShoulder = Joined(shape.LowShoulder), HighShoulder = Joined(shape.HighShoulder) };
    }

    /// <summary>A floor says nothing against larger values unless it is the highest estimate of its kind.</summary>
    private Shape ShapeOf(int claim, Interpretation[] readings)
    {
        var shape = readings[claim].Shape;
        if (Claims[claim].Figure.Kind != FigureKind.Floor) return shape;
        if (Claims[claim].Basis == Basis.Count || IsBelowAnotherFloor(claim, readings)) return shape with { High = double.PositiveInfinity, HighTail = 0 };
        return FloorTail is { } part ? shape with { HighTail = part * readings[claim].Value } : shape;
    }

    private bool IsBelowAnotherFloor(int claim, Interpretation[] readings)
    {
        for (var other = 0; other < Claims.Length; other++)
        {
            var rival = Claims[other].Quantity == Claims[claim].Quantity && Claims[other].Figure.Kind == FigureKind.Floor;
            if (rival && readings[other].Value > readings[claim].Value) return true;
        }

        return false;
    }
}
