using Reconcile.Cli;

using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    cancellation.Cancel();
};

return App.Run(args, Streams.OfConsole(), cancellation.Token);
