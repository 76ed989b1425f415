using System.Diagnostics;

namespace Reconcile.Fuzz;

/// <summary>Ends the program when one input hangs: a thread cannot be stopped from outside.</summary>
internal sealed class Watchdog : IDisposable
{
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    private readonly string _folder;
    private readonly Timer _timer;
    private readonly Lock _lock = new();
    private Func<string>? _input;
    private long _since;

    public Watchdog(string folder)
    {
        _folder = folder;
        _timer = new Timer(_ => Look(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    public void Begin(Func<string> input)
    {
        lock (_lock) (_input, _since) = (input, Stopwatch.GetTimestamp());
    }

    public void End()
    {
        lock (_lock) _input = null;
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        lock (_lock)
        {
            if (_input is null || Stopwatch.GetElapsedTime(_since) < Hang) return;
            Directory.CreateDirectory(_folder);
            File.WriteAllText(Path.Combine(_folder, "hang.txt"), _input());
            Console.WriteLine($"HANG, kept in {Path.Combine(_folder, "hang.txt")}");
            Environment.Exit(1);
        }
    }
}
