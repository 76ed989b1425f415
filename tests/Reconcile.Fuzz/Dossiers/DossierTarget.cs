namespace Reconcile.Fuzz.Dossiers;

/// <summary>The reader of dossiers, and if wanted the engine behind it.</summary>
internal sealed class DossierTarget(bool throughEngine) : IFuzzTarget<byte>
{
    private const int MostClaims = 16;
    private const int MostRelations = 12;

    public IReadOnlyList<byte[]> Tokens => DossierGrammar.Tokens;

    public byte[] Generate(Random random) => new DossierGrammar(random).Dossier();

    public string Show(byte[] input) => Literal.Of(input);

    public string Check(byte[] input)
    {
        Dossier dossier;
        try
        {
            dossier = Read(input);
        }
        catch (DossierValidationException invalid)
        {
            return CheckFindings(input, invalid.Findings);
        }

        CheckDossier(dossier);
        var findings = dossier.Validate();
        foreach (var finding in findings) CheckFinding(finding, int.MaxValue);
        var valid = findings.All(finding => finding.Severity == FindingSeverity.Warning);
        var answer = "read " + Outline(findings);
        var isSmall = dossier.Claims.Count <= MostClaims && dossier.Relations.Count <= MostRelations;
        return throughEngine && valid && isSmall ? answer + EngineCheck.Of(dossier) : answer;
    }

    private static Dossier Read(byte[] input)
    {
        using var stream = new MemoryStream(input);
        return Dossier.LoadAsync(stream).GetAwaiter().GetResult();
    }

    private static void CheckDossier(Dossier dossier)
    {
        var json = dossier.ToJson();
        Dossier again;
        try
        {
            again = Dossier.Parse(json);
        }
        catch (DossierValidationException invalid)
        {
            throw new BrokenPromiseException($"what was written does not read: {invalid.Message}");
        }

        Promise.Holds(again.Equals(dossier), "a dossier comes back from a file as another");
        Promise.Holds(again.ToJson() == json, "writing what was read changes it");
        Promise.Holds(again.GetHashCode() == dossier.GetHashCode(), "equal dossiers have equal hash codes");
        Promise.SameInOtherCulture(dossier.ToJson, json);
    }

    private static string CheckFindings(byte[] input, IReadOnlyList<Finding> findings)
    {
        Promise.Holds(findings.Any(finding => finding.Severity == FindingSeverity.Error), "an exception without an error");
        var lines = 1 + input.Count(value => value == (byte)'\n');
        foreach (var finding in findings) CheckFinding(finding, lines);
        Promise.Holds(findings.All(finding => finding.Line is not null), "an error in a file without a line");
        Promise.SameInOtherCulture(() => MessagesOf(input), string.Join('\n', findings));
        return Outline(findings);
    }

    private static string MessagesOf(byte[] input)
    {
        try
        {
            Read(input);
            return "";
        }
        catch (DossierValidationException invalid)
        {
            return string.Join('\n', invalid.Findings);
        }
    }

    private static void CheckFinding(Finding finding, int lines)
    {
        Promise.IsPlain(finding.Message);
        Promise.Holds(finding.Line is null or >= 1 && !(finding.Line > lines), $"line {finding.Line} of {lines}");
        Promise.Holds(finding.Code is ['R', 'C', '1' or '2', _, _], $"a code {finding.Code}");
        Promise.Holds(finding.Path.Length > 0 || finding.Code is "RC101" or "RC106" or "RC107" || finding.Message.Contains("\"\"", StringComparison.Ordinal), $"{finding.Code} without a path");
        Promise.Holds(!finding.Path.Any(char.IsControl), "a path with a control character");
        Promise.Holds(finding.ToString().Length < 2500, "a finding that fills the screen");
    }

    private static string Outline(IReadOnlyList<Finding> findings) =>
        string.Join('\n', findings.Select(finding => $"{finding.Code} {Promise.Outline(finding.Path)} {Promise.Outline(finding.Message)}").Distinct().Order(StringComparer.Ordinal).Take(4));
}
