using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Reconcile.Fuzz;

/// <summary>
/// Draws inputs, one in four from the grammar and the others by mutation of those whose answer was new, checks each, and keeps what fails, made as small as it will go.
/// </summary>
internal sealed class Fuzzer<T>(FuzzOptions options, IFuzzTarget<T> target)
    where T : unmanaged, IEquatable<T>
{
    /// <summary>An input that takes longer breaks a promise, once it has done so three times in a row: the machine may be busy.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    private const int MostKept = 20_000;
    private const int MostFailures = 50;

    private readonly Random _random = new(options.Seed);
    private readonly List<T[]> _kept = [];
    private readonly HashSet<string> _answers = [];
    private readonly Dictionary<string, string> _failures = [];
    private TimeSpan _slowest;
    private string _slowestInput = "";

    public int Run()
    {
        using var watchdog = new Watchdog(options.Folder);
        var mutator = new Mutator<T>(_random, target.Tokens, Any);
        var clock = Stopwatch.StartNew();
        var nextReport = TimeSpan.FromSeconds(30);
        long inputs = 0;
        for (; inputs < options.Inputs && clock.Elapsed.TotalMinutes < options.Minutes && _failures.Count < MostFailures; inputs++)
        {
            var input = Next(mutator);
            watchdog.Begin(() => target.Show(input));
            Try(input, isNew: true);
            watchdog.End();
            if (clock.Elapsed < nextReport) continue;
            Console.WriteLine(Progress(inputs, clock.Elapsed));
            nextReport = clock.Elapsed + TimeSpan.FromSeconds(30);
        }

        Console.WriteLine(Progress(inputs, clock.Elapsed));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"slowest: {_slowest.TotalMilliseconds:0.0} ms: {_slowestInput}"));
        return _failures.Count == 0 ? 0 : 1;
    }

    private T[] Next(Mutator<T> mutator)
    {
        if (_kept.Count < 10 || _random.Next(4) == 0) return target.Generate(_random);
        var first = _random.Next(3) == 0 ? target.Generate(_random) : Kept();
        return mutator.Mutate(first, Kept());
    }

    private T[] Kept() => _kept[_random.Next(_kept.Count)];

    private void Try(T[] input, bool isNew)
    {
        var clock = Stopwatch.StartNew();
        var failure = FailureOf(input, out var answer);
        var time = clock.Elapsed;
        if (time > Slow && failure is null && IsAlwaysSlow(input)) failure = "slow";
        if (time > _slowest) (_slowest, _slowestInput) = (time, Short(target.Show(input)));
        if (failure is not null) Report(input, failure);
        else if (isNew && _answers.Add(answer) && _kept.Count < MostKept) _kept.Add(input);
    }

    private bool IsAlwaysSlow(T[] input)
    {
        for (var i = 0; i < 2; i++)
        {
            var clock = Stopwatch.StartNew();
            FailureOf(input, out _);
            if (clock.Elapsed <= Slow) return false;
        }

        return true;
    }

    /// <summary>What is wrong, in the same words for the same fault; null: nothing.</summary>
    private string? FailureOf(T[] input, out string answer)
    {
        answer = "";
        try
        {
            answer = target.Check(input);
            return null;
        }
        catch (BrokenPromiseException broken)
        {
            return Promise.Outline(broken.Message.Split(": ")[0]);
        }
        catch (Exception unexpected)
        {
            var frame = unexpected.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("Reconcile.", StringComparison.Ordinal))?.Trim();
            return $"{unexpected.GetType().Name} {frame}: {Promise.Outline(unexpected.Message)}";
        }
    }

    private void Report(T[] input, string failure)
    {
        if (_failures.ContainsKey(failure)) return;
        var smaller = failure == "slow" ? input : Smaller(input, failure);
        var name = $"{options.Target}-{options.Seed}-{_failures.Count + 1}";
        var detail = DetailOf(smaller);
        _failures.Add(failure, name);
        Directory.CreateDirectory(options.Folder);
        File.WriteAllText(Path.Combine(options.Folder, name + ".txt"), $"{target.Show(smaller)}\n\n{failure}\n{detail}\n", Encoding.UTF8);
        Console.WriteLine($"FOUND {name}: {failure}\n  {target.Show(smaller)}\n  {detail.ReplaceLineEndings("\n  ")}");
    }

    private string DetailOf(T[] input)
    {
        try
        {
            target.Check(input);
            return "";
        }
        catch (BrokenPromiseException broken)
        {
            return broken.Message;
        }
        catch (Exception unexpected)
        {
            return unexpected.ToString();
        }
    }

    /// <summary>Cuts pieces out, large ones first, while the same thing is wrong.</summary>
    private T[] Smaller(T[] input, string failure)
    {
        var clock = Stopwatch.StartNew();
        for (var piece = Math.Max(1, input.Length / 2); piece > 0 && clock.Elapsed.TotalSeconds < 20; piece /= 2)
        {
            for (var start = 0; start + piece <= input.Length && clock.Elapsed.TotalSeconds < 20;)
            {
                T[] shorter = [.. input[..start], .. input[(start + piece)..]];
                if (FailureOf(shorter, out _) == failure) input = shorter;
                else start += Math.Max(1, piece / 2);
            }
        }

        return input;
    }

    private T Any(Random random)
    {
        var token = target.Tokens[random.Next(target.Tokens.Count)];
        return random.Next(3) > 0 && token.Length > 0 ? token[random.Next(token.Length)] : Drawn(random);
    }

    /// <summary>Any byte; for characters mostly those below U+0180.</summary>
    private static T Drawn(Random random)
    {
        if (typeof(T) == typeof(byte)) return (T)(object)(byte)random.Next(256);
        var code = random.Next(4) switch { 0 => random.Next(0x10000), 1 => random.Next(0x180), _ => random.Next(0x20, 0x7F) };
        return (T)(object)(char)code;
    }

    private string Progress(long inputs, TimeSpan time) => string.Create(
        CultureInfo.InvariantCulture,
        $"{time:mm\\:ss} {inputs:N0} inputs, {_answers.Count:N0} different answers, {_failures.Count} promises broken");

    private static string Short(string text) => text.Length <= 300 ? text : text[..300] + "…";
}
