using System.Diagnostics.CodeAnalysis;
using Reconcile.Relations;
using Reconcile.Reporting;

namespace Reconcile;

public sealed partial record Relation
{
    /// <summary>A relation whose rule is known to parse.</summary>
    /// <param name="rule">Such as <c>casualties = killed + wounded</c> or <c>killed &lt;= deployed</c>.</param>
    /// <returns>The relation, without a reason, which holds on every day.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> is null.</exception>
    /// <exception cref="FormatException">Says the column, what was found and what was expected.</exception>
    public static Relation Parse(string rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return TryParse(rule, out var relation, out var error) ? relation : throw new FormatException(error);
    }

    /// <summary>As <see cref="Parse"/>, without throwing.</summary>
    /// <param name="rule">As for <see cref="Parse"/>; null is no rule.</param>
    /// <param name="relation">The relation; null where the rule was not understood.</param>
    /// <param name="error">The column, what was found and what was expected; null where all was understood.</param>
    /// <returns>Whether the rule was understood.</returns>
    public static bool TryParse([NotNullWhen(true)] string? rule, [NotNullWhen(true)] out Relation? relation, [NotNullWhen(false)] out string? error)
    {
        if (RelationParser.TryParseRelation(rule, out _, out var syntaxError))
        {
            relation = new Relation { Rule = rule! };
            error = null;
            return true;
        }

        relation = null;
        error = syntaxError.ToString();
        return false;
    }

    /// <summary>For example <c>casualties = killed + wounded (nobody is missing)</c>.</summary>
    public override string ToString() => Lines.Of(this);
}
