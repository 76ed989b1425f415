using System.Globalization;
using System.Text;
using Reconcile.Claims;
using Reconcile.Modelling;
using Reconcile.Relations;
using Reconcile.Results;

namespace Reconcile.Explanation;

/// <summary>How claims, sources and quantities are called in sentences.</summary>
internal sealed class Wording
{
    /// <summary>A sentence that names more than this is not read.</summary>
    private const int MostNamed = 8;

    /// <summary>Of a longer course the first and the last figure tell more than all of them.</summary>
    private const int MostInTurn = 3;

    private readonly Dossier _dossier;
    private readonly SourceNames _sources;
    private readonly QuantityNames _quantities;

    public Wording(Dossier dossier, Model model)
    {
        _dossier = dossier;
        _sources = new SourceNames(dossier);
        _quantities = new QuantityNames(model);
    }

    public string Source(string id) => _sources.Value.GetValueOrDefault(id, id);

    /// <summary>The name of a quantity; an expression as it was written, with the names of its quantities.</summary>
    public string Quantity(string subject) => _quantities.Value.TryGetValue(subject, out var name) || _quantities.Value.TryGetValue(QuotedName.Bare(subject), out name) ? name : Expression(subject);

    private string Expression(string subject)
    {
        var text = new StringBuilder();
        var written = 0;
        for (var scanner = new RelationScanner(subject); scanner.Current.Kind is not (TokenKind.End or TokenKind.Mistake); scanner.Advance())
        {
            var token = scanner.Current;
            if (token.Kind != TokenKind.Name || !_quantities.Value.TryGetValue(scanner.CurrentName().ToString(), out var name) || scanner.CurrentName().SequenceEqual(name)) continue;
            text.Append(subject, written, token.Start - written).Append(name);
            written = token.Start + token.Length;
        }

        return text.Append(subject, written, subject.Length - written).ToString();
    }

    /// <summary>For example <c>around 400 (Ministry of Health)</c>.</summary>
    public string Said(Claim claim) => $"{claim.Figure.Text} ({Source(claim.Source)})";

    /// <summary>For example <c>around 400 (Ministry of Health, 1 March 2025)</c>, or with the period of an increment.</summary>
    public string SaidOn(Claim claim) => SaidOn(claim, claim.Figure.Text);

    /// <summary>For example <c>from 400 (Ministry of Health, 1 March 2025) to 300 (Wire agency, 2 March 2025)</c>; what says "to" itself, such as "300 to 600", stands in quotes.</summary>
    public string FromTo(Claim first, Claim last) => $"from {SaidOn(first, Apart(first))} to {SaidOn(last, Apart(last))}";

    private static string Apart(Claim claim) => claim.Figure.Text.Split((char[]?)null).Contains("to", StringComparer.OrdinalIgnoreCase) ? $"\"{claim.Figure.Text}\"" : claim.Figure.Text;

    private string SaidOn(Claim claim, string figure)
    {
        var when = claim.During is { } during ? $", {Days(during)}"
            : claim.Day is { } day ? $", {Day(day)}"
            : "";
        return $"{figure} ({Source(claim.Source)}{when})";
    }

    /// <summary>Claims in the order of time, each with its day; of more than a few the first and the last.</summary>
    public string SaidInTurn(IReadOnlyList<Claim> claims) =>
        claims.Count <= MostInTurn ? List(claims.Select(SaidOn)) : $"{Number(claims.Count)} figures {FromTo(claims[0], claims[^1])}";

    /// <summary>For example <c>1 March 2025</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>For example <c>killed, around 400 (Ministry of Health)</c>.</summary>
    public string About(Claim claim) => $"{Quantity(claim.Quantity)}, {Said(claim)}";

    /// <summary>For example <c>5 to 6 March 2025</c> or <c>1 January to 28 February 2025</c>.</summary>
    public static string Days(Period period)
    {
        var (from, to) = (period.From, period.To);
        if (from == to) return Day(to);
        var format = from.Year != to.Year ? "d MMMM yyyy" : from.Month != to.Month ? "d MMMM" : "%d";
        return $"{from.ToString(format, CultureInfo.InvariantCulture)} to {Day(to)}";
    }

    /// <summary>What a word of likelihood does to a claim, such as <c>very likely, 80–95 % by ICD 203: taken alone it holds with a chance of 74 %, not 85 %</c>; null without one.</summary>
    public static string? Likelihood(ModelledClaim claim)
    {
        if (claim.Likelihood is not { } said) return null;
        var (with, without) = (Percent(claim.Accuracy), Percent(claim.Accuracy / said.Term.Middle));
        return with == without ? $"{said}: taken alone its chance of holding stays {with}" : $"{said}: taken alone it holds with a chance of {with}, not {without}";
    }

    /// <summary>
    /// How the source of a claim leans, and what that does, to follow its name: <c>tends to understate the losses of its own party, north, so that the truth may lie
    /// far above its figure</c>; null where it does not lean.
    /// </summary>
    public static string? Leaning(ModelledClaim claim)
    {
        if (claim.Leaning is not { } leaning) return null;
        var overstates = leaning.Tends == Tendency.Overstate;
        if (!claim.IsAgainstInterest) return $"{Tends(leaning)}, so that the truth may lie far {(overstates ? "below" : "above")} its figure";
        var speaks = $"{Tends(leaning)}, but says {(overstates ? "less" : "more")} than those who contradict it, against its interest";
        return claim.AccuracyUnlessAgainst is { } usual && Percent(usual) != Percent(claim.Accuracy)
            ? $"{speaks}: taken alone it holds with a chance of {Percent(claim.Accuracy)}, not {Percent(usual)}"
            : speaks;
    }

    /// <summary>For example <c>tends to understate the losses of its own party, north</c>.</summary>
    public static string Tends(Leaning leaning)
    {
        var tends = leaning.Tends == Tendency.Overstate ? "tends to overstate" : "tends to understate";
        return leaning.Because switch
        {
            LeaningReason.OwnParty => $"{tends} the losses of its own party, {leaning.Subject}",
            LeaningReason.OtherParty => $"{tends} the losses of another party, {leaning.Subject}",
            _ => leaning.Subject is null ? $"{tends} by its stated interest" : $"{tends} by its stated interest in {leaning.Subject}",
        };
    }

    /// <summary>The rule of a relation, with its reason where one is given.</summary>
    public string Rule(int relation)
    {
        var written = _dossier.Relations[relation];
        return written.Because is null ? written.Rule : $"{written.Rule}: {written.Because}";
    }

    public string Rules(IEnumerable<int> relations) => string.Join("; ", relations.Select(Rule));

    /// <summary>For example <c>a, b and c</c>; the first ones of very many.</summary>
    public static string List(IEnumerable<string> items)
    {
        var all = items.ToArray();
        if (all.Length > MostNamed + 1) return $"{string.Join(", ", all[..MostNamed])} and {(all.Length - MostNamed).ToString("N0", CultureInfo.InvariantCulture)} others";
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }

    /// <summary>For example <c>24 %</c>, <c>under 1 %</c>; never 100 % for what is only close to it.</summary>
    public static string Percent(double weight) => weight switch
    {
        > 0 and < 0.01 => "under 1 %",
        > 0.99 and < 1 => "over 99 %",
        _ => Math.Round(100 * weight).ToString("0", CultureInfo.InvariantCulture) + " %",
    };

    /// <summary>A count at the beginning of a phrase: in words up to ten, so that it is not read as a digit of what stands before it.</summary>
    public static string InWords(int count) => count switch
    {
        2 => "two",
        3 => "three",
        4 => "four",
        5 => "five",
        6 => "six",
        7 => "seven",
        8 => "eight",
        9 => "nine",
        10 => "ten",
        _ => Number(count),
    };

    public static string Number(double value) => value.ToString("#,0.###", CultureInfo.InvariantCulture);

    private sealed class SourceNames(Dossier dossier) : Deferred<Dictionary<string, string>>
    {
        protected override Dictionary<string, string> Work()
        {
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var source in dossier.Sources) names.TryAdd(source.Id, source.Name ?? source.Id);
            return names;
        }
    }

    private sealed class QuantityNames(Model model) : Deferred<Dictionary<string, string>>
    {
        protected override Dictionary<string, string> Work()
        {
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var quantity in model.Quantities) names.TryAdd(quantity.Id, quantity.Name ?? quantity.Id);
            return names;
        }
    }
}
