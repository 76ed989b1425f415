using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using FsCheck.Xunit;

namespace Reconcile.Tests.Promises;

/// <summary>
/// A property of generated dossiers. The suite always tries the same dossiers, so that a check passes or fails for its reasons. Where the environment variable
/// RECONCILE_PROMISES_RUNS is a number, each property is tried that many times as often, on fresh dossiers.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[SuppressMessage("Extensibility", "xUnit3003", Justification = "The property of FsCheck takes no source information to hand on.")]
public sealed class PromiseAttribute : PropertyAttribute
{
    private const string Seed = "14879593508706064836,2515029679058211881";

    private static readonly int? Times =
        int.TryParse(Environment.GetEnvironmentVariable("RECONCILE_PROMISES_RUNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? times : null;

    /// <param name="dossiers">The class that draws the dossiers.</param>
    /// <param name="runs">How many of them.</param>
    public PromiseAttribute(Type dossiers, int runs = 40)
    {
        Arbitrary = [dossiers];
        MaxTest = runs * (Times ?? 1);
        QuietOnSuccess = true;
        if (Times is null) Replay = Seed;
    }
}
