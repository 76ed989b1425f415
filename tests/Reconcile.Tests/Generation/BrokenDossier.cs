namespace Reconcile.Tests.Generation;

/// <summary>Draws dossiers with parts that make no sense: names that are empty, unknown or odd, numbers that are none, relations and figures that nobody understands.</summary>
internal sealed class BrokenDossier(Random random)
{
    private static readonly string[] Texts = ["", " ", "killed", "killed + ", "\0", "\"", "killed / killed", "((((", "1e400", "dozens of", "−5", "٣", "\ud800", "c1", "casualties = killed + wounded + captured"];

    private static readonly string[] Rules = ["", "=", "killed = killed", "killed = killed + 1", "0 <= -1", "killed * wounded = 3", "killed ~= wounded within -5 %", "killed <= 1e300", "a = a + b - c", new string('(', 200)];

    private static readonly double[] Numbers = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, -1, 0, 1e300, 1e15, double.Epsilon, 2];

    public Dossier Draw()
    {
        var dossier = new DisputedDossier(random).Draw();
        for (var i = random.Next(1, 4); i > 0; i--) dossier = Broken(dossier);
        return dossier;
    }

    private Dossier Broken(Dossier dossier) => random.Next(9) switch
    {
        0 => dossier.Claim(Text(), Text(), Text()),
        1 => dossier.Claim(dossier.Claims[0] with { Id = Text() }),
        2 => dossier.Claim(dossier.Claims[0] with { Id = "other", Supersedes = [Text(), "other"] }),
        3 => dossier.Relate(random.Next(2) == 0 ? Text() : Rules[random.Next(Rules.Length)]),
        4 => dossier.Source(new Source { Id = Text(), RelativeError = Number(), Accuracy = Number() }),
        5 => dossier.Quantity(new Quantity { Id = Text(), Min = Number(), Max = Number(), Drift = Number(), Kind = (QuantityKind)random.Next(4) }),
        6 => dossier.Interest(new Interest { Source = Text(), Tends = (Tendency)random.Next(3) }),
        7 => dossier.Claim(dossier.Claims[0] with { Id = "strange", Credibility = (Credibility)random.Next(-1, 8), Basis = (Basis)random.Next(5), Reported = DateOnly.MinValue, AsOf = DateOnly.MaxValue }),
        _ => dossier.Claim(dossier.Claims[0] with { Id = "increment", During = new Period(DateOnly.MinValue, DateOnly.MaxValue), Via = ["", Text()] }),
    };

    private string Text() => Texts[random.Next(Texts.Length)];

    private double Number() => Numbers[random.Next(Numbers.Length)];
}
