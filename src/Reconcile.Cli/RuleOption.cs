using System.CommandLine;

namespace Reconcile.Cli;

/// <summary>Other people's rules beside the estimates: <c>--rule</c>.</summary>
internal sealed class RuleOption
{
    private const string Every = "all";
    private const string No = "none";

    private readonly Option<string[]> _rule = new("--rule")
    {
        Description = $"Print beside the estimates what another rule makes of the same claims; may be given several times. Default: {Every} in markdown and html, {No} elsewhere.",
        HelpName = string.Join('|', [.. RuleBook.All.Select(rule => rule.Name), Every, No]),
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    public RuleOption() => _rule.Validators.Add(result =>
    {
        string[] names = [.. result.Tokens.Select(token => token.Value)];
        foreach (var name in names.Where(name => name is not (Every or No)))
        {
            try
            {
                RuleBook.Named(name);
            }
            catch (KeyNotFoundException unknown)
            {
                result.AddError($"--rule: {unknown.Message}");
            }
        }

        if (names.Length > 1 && names.Contains(No)) result.AddError($"--rule {No} stands alone.");
    });

    public void AddTo(Command command) => command.Add(_rule);

    /// <summary>The result with the rules asked for, each once, in the order of the library.</summary>
    public Reconciliation Compare(Reconciliation result, ParseResult parsed, string format)
    {
        if (parsed.GetValue(_rule) is { Length: > 0 } names)
        {
            var rules = names.Contains(Every) ? RuleBook.All : [.. RuleBook.All.Where(rule => names.Contains(rule.Name))];
            return rules.Count > 0 ? result.CompareRules(rules) : result;
        }

        if (format is not ("markdown" or "html")) return result;

        // Unasked, only where they have something to decide.
        var compared = result.CompareRules();
        return compared.OtherRules.Any(row => row.Stated.Count > 1) ? compared : result;
    }
}
