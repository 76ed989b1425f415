using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Reconcile.Fuzz;

/// <param name="Target">Which reader.</param>
/// <param name="Minutes">How long; 0: until <paramref name="Inputs"/> are used up.</param>
/// <param name="Inputs">How many inputs at most.</param>
/// <param name="Seed">The same seed gives the same inputs.</param>
/// <param name="Folder">Where failing inputs are kept.</param>
internal sealed record FuzzOptions(string Target, double Minutes, long Inputs, int Seed, string Folder)
{
    public const string Usage = "usage: phrase|relation|json|engine [--minutes 10] [--inputs N] [--seed 1] [--out FOLDER]";

    public static readonly string[] Targets = ["phrase", "relation", "json", "engine"];

    public static bool TryParse(string[] args, [NotNullWhen(true)] out FuzzOptions? options, [NotNullWhen(false)] out string? error)
    {
        options = null;
        error = null;
        if (args.Length == 0 || !Targets.Contains(args[0]))
        {
            error = "Name a reader first.";
            return false;
        }

        var read = new FuzzOptions(args[0], 10, long.MaxValue, 1, "artifacts/fuzz");
        for (var i = 1; i < args.Length && error is null; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : "";
            read = (args[i], Number(value)) switch
            {
                ("--minutes", > 0 and var minutes) => read with { Minutes = minutes },
                ("--inputs", >= 1 and var inputs) => read with { Inputs = (long)inputs },
                ("--seed", >= 0 and <= int.MaxValue and var seed) => read with { Seed = (int)seed },
                ("--out", _) when value.Length > 0 => read with { Folder = value },
                _ => Wrong(args[i], value, read, out error),
            };
        }

        options = error is null ? read : null;
        return error is null;
    }

    private static FuzzOptions Wrong(string name, string value, FuzzOptions read, out string error)
    {
        error = $"Not understood: {name} {value}";
        return read;
    }

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
}
