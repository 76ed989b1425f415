namespace Reconcile.Tests.Promises;

/// <summary>
/// The linear system of a dossier, made from its text and the tolerant intervals of its claims apart from the engine: what a set of claims can hold is decided
/// by exact fractions. Where the engine's doubles may round, a question is asked with a hair of slack.
/// </summary>
internal sealed class ExactSystem
{
    /// <summary>A hair, relative to the end of an interval: wider than the engine's own tolerance for rounding, far below any figure.</summary>
    private const double Hair = 1e-8;

    private const double CountError = 0.02;

    private readonly Dossier _dossier;
    private readonly List<ExactRow> _hard = [];
    private readonly double _size;

    public ExactSystem(Dossier dossier)
    {
        _dossier = dossier;
        foreach (var relation in dossier.Relations) _hard.AddRange(PlainForm.Rows(relation.Rule));
        var declared = dossier.Quantities.ToDictionary(quantity => quantity.Id);
        foreach (var name in _hard.SelectMany(row => row.Form.Keys).Concat(dossier.Claims.SelectMany(Names)).Distinct().ToArray())
        {
            var quantity = declared.GetValueOrDefault(name) ?? new Quantity { Id = name };
            _hard.Add(new ExactRow(new Dictionary<string, Rational> { [name] = Rational.One }, Exact(quantity.Min), Exact(quantity.Max)));
        }

        _size = dossier.Claims.Max(claim => Math.Max(Finite(Tolerant(claim).Low), Finite(Tolerant(claim).High)));
    }

    /// <summary>Whether claims can hold together, each interval a hair wider than it is.</summary>
    public bool CanHold(IEnumerable<Claim> claims) => Holds(claims, Hair);

    /// <summary>Whether claims can hold together exactly.</summary>
    public bool CanHoldExactly(IEnumerable<Claim> claims) => Holds(claims, 0);

    /// <summary>The literal interval of a claim widened by the relative error of its source: in quadrature for points, added for ranges.</summary>
    public (double Low, double High) Tolerant(Claim claim)
    {
        var said = HedgeReading.SignificantDigit.Interpret(claim.Figure);
        var error = ErrorOf(claim);
        if (claim.Figure.Kind != FigureKind.Point) return (said.Low - (error * Finite(said.Low)), said.High + (error * Finite(said.High)));
        var own = error * said.Value;
        return (said.Value - Math.Sqrt(Square(said.Value - said.Low) + Square(own)), said.Value + Math.Sqrt(Square(said.High - said.Value) + Square(own)));
    }

    private bool Holds(IEnumerable<Claim> claims, double hair) =>
        ExactFeasibility.CanHold([.. _hard, .. claims.SelectMany(claim => Rows(claim, hair))]);

    private List<ExactRow> Rows(Claim claim, double hair)
    {
        var (low, high) = Tolerant(claim);
        var sides = claim.Quantity.Split(" / ");
        var form = PlainForm.Read(sides[0]);
        if (sides.Length == 1)
        {
            var slack = hair * 1e-2 * _size;
            return [new ExactRow(form.Terms, Exact(low - (hair * Finite(low)) - slack, form), Exact(high + (hair * Finite(high)) + slack, form))];
        }

        var whole = PlainForm.Read(sides[1]);
        var rows = new List<ExactRow>();
        if (double.IsFinite(low)) rows.Add(new ExactRow(form.Minus(Rational.Of(low - hair), whole).Terms, Rational.Of(-hair * 1e-2 * _size), null));
        if (double.IsFinite(high)) rows.Add(new ExactRow(form.Minus(Rational.Of(high + hair), whole).Terms, null, Rational.Of(hair * 1e-2 * _size)));
        return rows;
    }

    private double ErrorOf(Claim claim)
    {
        var source = _dossier.Sources.FirstOrDefault(source => source.Id == claim.Source);
        var error = source?.RelativeError ?? (source?.Reliability ?? Reliability.C) switch
        {
            Reliability.A => 0.02,
            Reliability.B => 0.05,
            Reliability.C => 0.10,
            Reliability.D => 0.20,
            Reliability.E => 0.40,
            _ => 0.12,
        };
        return claim.Basis == Basis.Count ? Math.Min(error, CountError) : error;
    }

    private static IEnumerable<string> Names(Claim claim) => claim.Quantity.Split(" / ").SelectMany(side => PlainForm.Read(side).Terms.Keys);

    private static Rational? Exact(double? value) => value is { } v && double.IsFinite(v) ? Rational.Of(v) : null;

    private static Rational? Exact(double value, PlainForm form) => Exact(value) is { } end ? end - form.Constant : null;

    private static double Finite(double value) => double.IsFinite(value) ? Math.Abs(value) : 0;

    private static double Square(double value) => value * value;
}
