using System.Globalization;

namespace Reconcile.Tests.Generation;

/// <summary>
/// Draws valid dossiers at the limits of what may be written: figures from 1e-6 to 1e15 beside each other, exact figures of sources without error, negative values, quantities
/// without a minimum or with a far maximum, whole ones beside others, odd coefficients.
/// </summary>
internal sealed class ExtremeDossier(Random random)
{
    private static readonly string[] Names = ["a", "b", "c", "d", "e"];

    private static readonly string[] Rules =
    [
        "a = b + c", "a = b + c + d", "d = b + c", "b <= a", "c >= 0.5 * d", "a ~= 3 * b within 20 %", "e = 0.5 * a", "e = 1000000 * b", "a + b = c + d", "e <= 0.000001 * d",
        "a = b", "c ~= d", "2 * a + 3 * b >= c", "e = a - b", "a <= 1000000", "d >= -50", "b = 0.1 * c + 0.2 * d + 0.7 * e",
    ];

    private static readonly string[] Subjects = ["a + b", "a - b", "0.5 * a", "b + 0.1 * c", "-d", "a + 10", "2 * e - c"];

    public Dossier Draw()
    {
        var dossier = Dossier.Create();
        var mayBeNegative = Rarely(2);
        foreach (var name in Names) dossier = dossier.Quantity(Quantity(name, mayBeNegative));
        for (var i = 0; i < 4; i++) dossier = dossier.Source(Source("s" + i.ToString(CultureInfo.InvariantCulture)));
        foreach (var rule in random.GetItems(Rules, random.Next(5)).Distinct()) dossier = dossier.Relate(rule);
        var size = Math.Pow(10, random.Next(-6, 15));
        for (var i = random.Next(1, 11); i > 0; i--) dossier = dossier.Claim(Claim(Rarely(3) ? Math.Pow(10, random.Next(-6, 15)) : size, mayBeNegative));
        if (Rarely(6)) dossier = dossier.Interest(new Interest { Source = "s0", Tends = Rarely(2) ? Tendency.Overstate : Tendency.Understate });
        return dossier;
    }

    private Quantity Quantity(string name, bool mayBeNegative) => new()
    {
        Id = name,
        Whole = Rarely(3),
        Min = mayBeNegative && !Rarely(3) ? (Rarely(2) ? null : -1e15) : 0,
        Max = random.Next(8) switch { 0 => 1e15, 1 => 1e6, 2 => 1, _ => null },
    };

    private Source Source(string id) => new()
    {
        Id = id,
        RelativeError = random.Next(4) switch { 0 => 0, 1 => 1e-9, 2 => 0.9, _ => null },
        Accuracy = random.Next(4) switch { 0 => 1e-6, 1 => 1 - 1e-9, _ => null },
    };

    private Claim Claim(double size, bool mayBeNegative)
    {
        var isShare = Rarely(8);
        var value = size * (mayBeNegative && Rarely(2) ? -1 : 1) * (Rarely(3) ? Math.Round(10 * random.NextDouble(), 1) : Rarely(8) ? 0 : random.NextDouble());
        value = Math.Clamp(value, -4e14, 4e14);
        return new Claim
        {
            Quantity = isShare ? Pick(["a / d", "b / (b + c)"]) : Rarely(4) ? Pick(Subjects) : Pick(Names),
            Figure = isShare ? RandomFigure.NextShare(random) : Figure(value),
            Source = "s" + random.Next(4).ToString(CultureInfo.InvariantCulture),
            Basis = Rarely(5) ? Basis.Count : Basis.Estimate,
            Credibility = (Credibility)random.Next(6),
        };
    }

    private Figure Figure(double value) => random.Next(8) switch
    {
        0 or 1 => global::Reconcile.Figure.Exactly(value),
        2 => global::Reconcile.Figure.About(value),
        3 => global::Reconcile.Figure.AtLeast(value),
        4 => global::Reconcile.Figure.AtMost(value),
        5 => global::Reconcile.Figure.Between(Math.Min(value, value * 1.3), Math.Max(value, value * 1.3)),
        6 => global::Reconcile.Figure.Interval(value, value, value),
        _ => global::Reconcile.Figure.Interval(value, value - Math.Abs(value / 3), value + Math.Abs(value), Rarely(2) ? 0.5 : 0.95),
    };

    private bool Rarely(int oneIn) => random.Next(oneIn) == 0;

    private T Pick<T>(T[] items) => items[random.Next(items.Length)];
}
