using Microsoft.Extensions.Logging;

namespace Reconcile;

internal static partial class Log
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Reconciled {Title}. Claims: {Claims}, conflicts: {Conflicts}, disputes: {Disputes}, warnings: {Warnings}")]
    public static partial void Reconciled(ILogger logger, string title, int claims, int conflicts, int disputes, int warnings);

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "{Code}: {Message}")]
    public static partial void Finding(ILogger logger, string code, string message);
}
