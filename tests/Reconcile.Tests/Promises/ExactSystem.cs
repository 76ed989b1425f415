namespace Reconcile.Tests.Promises;

/// <summary>
/// The linear system of a dossier, made from its text and the tables of the documentation, apart from the engine: what a set of claims can hold is decided
/// in exact fractions. Where the engine's doubles may round, a question is asked with a hair of slack.
/// </summary>
internal sealed class ExactSystem
{
    /// <summary>A hair, relative to the end of an interval: wider than the engine's own tolerance for rounding, far below any figure.</summary>
    private const double Hair = 1e-8;

    private readonly Dossier _dossier;
    private readonly List<ExactRow> _bounds = [];
    private readonly double _size;

    public ExactSystem(Dossier dossier)
    {
        _dossier = dossier;
        var declared = dossier.Quantities.ToDictionary(quantity => quantity.Id);
        foreach (var name in dossier.Relations.SelectMany(Rows).SelectMany(row => row.Form.Keys).Concat(dossier.Claims.SelectMany(Names)).Distinct().ToArray())
        {
            var quantity = declared.GetValueOrDefault(name) ?? new Quantity { Id = name };
            _bounds.Add(new ExactRow(new Dictionary<string, Rational> { [name] = Rational.One }, Exact(quantity.Min), Exact(quantity.Max)));
        }

        _size = dossier.Claims.Select(claim => Said(claim, false)).Max(said => Math.Max(Finite(said.Low), Finite(said.High)));
    }

    /// <summary>Whether claims can hold together within the errors of their sources, each interval a hair wider than it is.</summary>
    public bool CanHold(IEnumerable<Claim> claims) => Holds(claims, _dossier.Relations, Hair, literal: false);

    /// <summary>The same to the last digit.</summary>
    public bool CanHoldExactly(IEnumerable<Claim> claims) => Holds(claims, _dossier.Relations, 0, literal: false);

    /// <summary>The same under some relations only.</summary>
    public bool CanHoldExactly(IEnumerable<Claim> claims, IEnumerable<Relation> relations) => Holds(claims, relations, 0, literal: false);

    /// <summary>Whether the words of claims can all be true, each interval a hair wider than it is.</summary>
    public bool CanBeMeant(IEnumerable<Claim> claims) => Holds(claims, _dossier.Relations, Hair, literal: true);

    /// <summary>The same to the last digit.</summary>
    public bool CanBeMeantExactly(IEnumerable<Claim> claims) => Holds(claims, _dossier.Relations, 0, literal: true);

    private bool Holds(IEnumerable<Claim> claims, IEnumerable<Relation> relations, double hair, bool literal) =>
        ExactFeasibility.CanHold([.. _bounds, .. relations.SelectMany(Rows), .. claims.SelectMany(claim => Rows(claim, hair, literal))]);

    private static IEnumerable<ExactRow> Rows(Relation relation) => PlainForm.Rows(relation.Rule);

    private List<ExactRow> Rows(Claim claim, double hair, bool literal)
    {
        var (low, high) = Said(claim, literal);
        var sides = claim.Quantity.Split(" / ");
        var form = PlainForm.Read(sides[0]);
        if (sides.Length == 1)
        {
            var slack = hair * 1e-2 * _size;
            return [new ExactRow(form.Terms, Exact(low - (hair * Finite(low)) - slack, form), Exact(high + (hair * Finite(high)) + slack, form))];
        }

        // There is no share of nothing: far less than any figure, far more than a hair.
        var whole = PlainForm.Read(sides[1]);
        var rows = new List<ExactRow> { new(whole.Terms, Rational.Of(1e-6 * _size), null) };
        if (double.IsFinite(low)) rows.Add(new ExactRow(form.Minus(Rational.Of(low - hair), whole).Terms, Rational.Of(-hair * 1e-2 * _size), null));
        if (double.IsFinite(high)) rows.Add(new ExactRow(form.Minus(Rational.Of(high + hair), whole).Terms, null, Rational.Of(hair * 1e-2 * _size)));
        return rows;
    }

    private (double Low, double High) Said(Claim claim, bool literal)
    {
        if (!literal) return DocumentedTables.Tolerant(_dossier, claim);
        var (low, high, _) = DocumentedTables.Literal(claim.Figure);
        // 1.5 is an end of both "1" and "2", which do not say the same.
        var edge = claim.Figure.Kind == FigureKind.Point ? 1e-3 * (high - low) : 0;
        return (low + edge, high - edge);
    }

    private static IEnumerable<string> Names(Claim claim) => claim.Quantity.Split(" / ").SelectMany(side => PlainForm.Read(side).Terms.Keys);

    private static Rational? Exact(double? value) => value is { } v && double.IsFinite(v) ? Rational.Of(v) : null;

    private static Rational? Exact(double value, PlainForm form) => Exact(value) is { } end ? end - form.Constant : null;

    private static double Finite(double value) => double.IsFinite(value) ? Math.Abs(value) : 0;
}
