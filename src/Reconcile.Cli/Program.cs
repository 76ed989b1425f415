using System.Runtime.InteropServices;
using Reconcile.Cli;

// Not Console.CancelKeyPress, which opens standard output, be it closed.
using var cancellation = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
using var quit = PosixSignalRegistration.Create(PosixSignal.SIGQUIT, Cancel);

return App.Run(args, Streams.OfConsole(), cancellation.Token);

void Cancel(PosixSignalContext signal)
{
    signal.Cancel = true;
    cancellation.Cancel();
}
