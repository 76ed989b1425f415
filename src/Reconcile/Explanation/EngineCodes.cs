using System.Globalization;
using Reconcile.Accounts;
using Reconcile.Inference;

namespace Reconcile.Explanation;

/// <summary>Codes of what the engine had to leave out, could not settle or cannot reckon, and its warnings.</summary>
internal static class EngineCodes
{
    /// <summary>A dispute has more accounts than are kept.</summary>
    public const string AccountsCut = "RC220";

    /// <summary>A search stopped after its last step.</summary>
    public const string StepsCut = "RC221";

    /// <summary>Only some of very many conflicts are listed.</summary>
    public const string ConflictsCut = "RC222";

    /// <summary>Expectation propagation did not settle to the last digits.</summary>
    public const string NotConverged = "RC223";

    /// <summary>A relation between whole quantities is off by a little after rounding.</summary>
    public const string RoundingResidue = "RC224";

    /// <summary>An error: figures too far apart in size to be reckoned together.</summary>
    public const string BeyondDigits = "RC225";

    /// <summary>An error: more quantities joined in circles, or by shares and interests, than can be reckoned together.</summary>
    public const string TooLarge = "RC226";

    /// <summary>Ranges leave out lighter accounts, since very many disputes are joined.</summary>
    public const string ViewsCut = "RC227";

    /// <summary>A figure that came through relays replaces quite another that came more directly.</summary>
    public const string DoubtfulRevision = "RC232";

    /// <summary>Two roots put a stock far apart on days close together.</summary>
    public const string SteepStep = "RC233";

    public static IReadOnlyList<Finding> WarningsOf(ComponentEstimate[] components, double residue, ReconcileOptions options)
    {
        List<Finding>? warnings = null;
        foreach (var component in components)
        {
            var cuts = component.Disputes.Cuts;
            if (cuts == Cuts.None && component.Converged && !component.IsCut) continue;
            warnings ??= [];
            var about = $"around \"{component.Component.States[0].Quantity.Id}\"";
            if (cuts.HasFlag(Cuts.Accounts)) warnings.Add(Warning(AccountsCut, $"A dispute {about} has more than {Number(options.MaxAccounts)} accounts; {LeftOut(cuts, options.MaxAccounts)}. MaxAccounts raises the limit."));
            if (cuts.HasFlag(Cuts.Steps)) warnings.Add(Warning(StepsCut, $"The search {about} stopped after {Number(options.MaxSteps)} steps; some accounts may be missing. MaxSteps raises the limit."));
            if (cuts.HasFlag(Cuts.Conflicts)) warnings.Add(Warning(ConflictsCut, $"So many claims {about} conflict that each is shown with its dearest opponent only."));
            if (component.IsCut) warnings.Add(Warning(ViewsCut, $"So many disputes {about} hang together that some ranges leave out the lighter accounts, or take the disputes one at a time. MaxSteps raises the limit."));
            if (!component.Converged) warnings.Add(Warning(NotConverged, $"The estimates {about} did not settle to their last digits; read their ranges as approximate."));
        }

        if (residue > 1e-6) (warnings ??= []).Add(Warning(RoundingResidue, $"After rounding to whole numbers some relation is off by {residue.ToString("0.###", CultureInfo.InvariantCulture)}."));
        return warnings ?? [];
    }

    private static string LeftOut(Cuts cuts, int maxAccounts) => cuts.HasFlag(Cuts.Equals)
        ? $"of more than {Number(2L * maxAccounts)} that weigh the same only so many were kept, and those left out weigh no less"
        : "the lighter ones were left out";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A warning about the figure of a claim.</summary>
    public static Finding WarningOn(Claim claim, int position, string code, string message) => Warning(code, message) with
    {
        Path = string.Create(CultureInfo.InvariantCulture, $"claims[{position}].figure"),
        ClaimId = claim.Id,
        Line = claim.Place.LineOf("figure"),
    };

    private static Finding Warning(string code, string message) => new() { Code = code, Severity = FindingSeverity.Warning, Message = message };
}
