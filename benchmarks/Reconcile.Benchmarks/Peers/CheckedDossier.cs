using System.Globalization;

namespace Reconcile.Benchmarks.Peers;

/// <summary>A dossier of one component, and which of its claims cannot hold with the others. Every wrong claim takes a relation to refute.</summary>
internal sealed record CheckedDossier(Dossier Dossier, IReadOnlySet<string> Wrong)
{
    private const int Rows = 5;
    private const int Columns = 9;
    private const int Cell = 100;

    /// <summary>Four quantities in one sum, seven claims, one of them too large.</summary>
    public static CheckedDossier Small() => new(
        Dossier.Create("Small")
            .Relate("casualties = killed + wounded + captured")
            .WithClaims([
                Said("killed", "around 400"), Said("killed", "420"),
                Said("wounded", "approximately 3,600"), Said("wounded", "3,550"),
                Said("casualties", "about 4,000"), Said("casualties", "4,050"),
                Said("captured", "at least 1,500", "too large"),
            ]),
        new HashSet<string> { "too large" });

    /// <summary>A table with its sums: 45 cells, 5 rows, 9 columns and a total, so that relations form circles. 25 claims: all sums, three cells, and seven that exceed their row and column.</summary>
    public static CheckedDossier Table()
    {
        var dossier = Dossier.Create("Table")
            .Relate("total = " + Sum(Enumerable.Range(0, Rows).Select(Row)))
            .Relate("total = " + Sum(Enumerable.Range(0, Columns).Select(Column)));
        for (var row = 0; row < Rows; row++) dossier = dossier.Relate($"{Row(row)} = {Sum(Enumerable.Range(0, Columns).Select(column => At(row, column)))}");
        for (var column = 0; column < Columns; column++) dossier = dossier.Relate($"{Column(column)} = {Sum(Enumerable.Range(0, Rows).Select(row => At(row, column)))}");

        List<Claim> claims = [Said("total", About(Rows * Columns * Cell))];
        claims.AddRange(Enumerable.Range(0, Rows).Select(row => Said(Row(row), About(Columns * Cell))));
        claims.AddRange(Enumerable.Range(0, Columns).Select(column => Said(Column(column), About(Rows * Cell))));
        claims.AddRange(Enumerable.Range(0, 3).Select(i => Said(At(i, i), About(Cell))));
        string[] wrong = [.. Enumerable.Range(0, 7).Select(i => "too large " + i.ToString(CultureInfo.InvariantCulture))];
        claims.AddRange(wrong.Select((id, i) => Said(At(i % Rows, Columns - 1 - i), "at least 2,000", id)));
        return new CheckedDossier(dossier.WithClaims(claims), wrong.ToHashSet());
    }

    private static Claim Said(string quantity, string figure, string id = "") => new()
    {
        Id = id,
        Quantity = quantity,
        Figure = Figure.Parse(figure),
        Source = $"who says {quantity}, {figure}",
    };

    private static string About(int value) => "about " + value.ToString(CultureInfo.InvariantCulture);

    private static string Sum(IEnumerable<string> parts) => string.Join(" + ", parts);

    private static string Row(int row) => Name("row", row);

    private static string Column(int column) => Name("column", column);

    private static string At(int row, int column) => Name("cell", (row * Columns) + column);

    private static string Name(string what, int number) => what + number.ToString(CultureInfo.InvariantCulture);
}
