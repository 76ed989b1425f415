using System.Globalization;

namespace Reconcile.Fuzz.Phrases;

/// <summary>The reader of figure phrases.</summary>
internal sealed class PhraseTarget : IFuzzTarget<char>
{
    private const double Largest = 1e15;
    private static readonly HedgeReading[] Readings = [HedgeReading.SignificantDigit, HedgeReading.Ferson2015, HedgeReading.Ferson2015Wide];

    public IReadOnlyList<char[]> Tokens => PhraseGrammar.Tokens;

    public char[] Generate(Random random) => PhraseGrammar.Phrase(random).ToCharArray();

    public string Show(char[] input) => Literal.Of(input);

    public string Check(char[] input)
    {
        var phrase = new string(input);
        var understood = Figure.TryParse(phrase, out var figure, out var error);
        Promise.SameInOtherCulture(() => Figure.TryParse(phrase, out var other, out var otherError) ? Facts(other) : otherError, understood ? Facts(figure!) : error);
        return understood ? CheckFigure(phrase, figure!) : CheckError(phrase, error!);
    }

    private static string CheckError(string phrase, string error)
    {
        Promise.IsPlain(error);
        if (phrase.Length <= 1000 && !string.IsNullOrWhiteSpace(phrase)) Promise.NamesColumn(error, phrase.Length);
        try
        {
            Figure.Parse(phrase);
            throw new BrokenPromiseException("Parse understands what TryParse refuses");
        }
        catch (FormatException refused)
        {
            Promise.Holds(refused.Message == error, $"Parse says {refused.Message}, TryParse {error}");
        }

        return Promise.Outline(error);
    }

    private static string CheckFigure(string phrase, Figure figure)
    {
        Promise.Holds(figure.Text == phrase && figure.ToString() == phrase, "the text of a figure is its phrase");
        Promise.Holds(Figure.Parse(figure.ToString()).Equals(figure), "a figure reads back as itself");
        Promise.Holds(figure.GetHashCode() == Figure.Parse(phrase).GetHashCode(), "equal figures have equal hash codes");
        _ = figure.ToString("G", CultureInfo.InvariantCulture);
        foreach (var number in (double?[])[figure.Value, figure.Low, figure.High])
        {
            Promise.Holds(number is null || Math.Abs(number.Value) <= Largest, $"a number beyond 1e15: {number}");
        }

        Promise.Holds(figure.Low is null || figure.High is null || figure.Low <= figure.High, $"low above high: {figure.Low}, {figure.High}");
        Promise.Holds(figure.Unit > 0 && figure.Unit <= Largest, $"an odd unit: {figure.Unit}");
        foreach (var reading in Readings) CheckReading(figure, reading);
        CheckSameThroughFile(figure);
        return Facts(figure);
    }

    private static void CheckReading(Figure figure, HedgeReading reading)
    {
        var range = figure.Read(reading);
        Promise.Holds(!(range.Low > range.High), $"{reading}, low above high: {range.Low}, {range.High}");
        Promise.Holds(!(range.Best < range.Low) && !(range.Best > range.High), $"{reading}, best outside its range: {range.Best}, {range.Low} to {range.High}");
        foreach (var end in (double?[])[range.Low, range.Best, range.High])
        {
            Promise.Holds(end is null || double.IsFinite(end.Value), $"{reading}, no finite end: {end}");
        }
    }

    /// <summary>What was understood here is understood in a dossier, and stays the same when written and read.</summary>
    private static void CheckSameThroughFile(Figure figure)
    {
        var dossier = Dossier.Create().Claim(figure.IsShare ? "a / b" : "a", figure, "s");
        if (figure.Text.Any(char.IsSurrogate)) return;
        var read = Dossier.Parse(dossier.ToJson());
        Promise.Holds(read.Claims[0].Figure.Equals(figure), "a figure comes back from a file as another");
        Promise.Holds(dossier.Validate().All(finding => finding.Severity == FindingSeverity.Warning), "a figure that was understood is refused in a dossier");
    }

    private static string Facts(Figure figure) =>
        $"{figure.Kind} {figure.Hedge} {figure.IsShare} {Size(figure.Value)} {Size(figure.Low)} {Size(figure.High)} {Size(figure.Unit)}";

    private static string Size(double? number) =>
        number is null ? "-" : number == 0 ? "0" : Math.Floor(Math.Log10(Math.Abs(number.Value))).ToString("0", CultureInfo.InvariantCulture);
}
