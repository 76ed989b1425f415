using System.Runtime.InteropServices;
using System.Text;

namespace Reconcile.Cli;

/// <summary>Standard streams that were closed when the program began, as by <c>&gt;&amp;-</c>.</summary>
internal static class ClosedStreams
{
    private const int GetDescriptorFlags = 1;

    /// <summary>Takes the place of a closed standard output: whatever is written to it fails.</summary>
    public static TextWriter Output { get; } = new UnwritableOutput();

    /// <remarks>
    /// Under a number that is free the runtime opens files of its own, such as a pipe to itself on which reading would wait for ever. They are not handed on to other programs, which
    /// is what the flag says, and so cannot have been handed to this one.
    /// </remarks>
    public static bool IsClosed(int descriptor) => !OperatingSystem.IsWindows() && Control(descriptor, GetDescriptorFlags) != 0;

    [DllImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int descriptor, int command);

    private sealed class UnwritableOutput : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new IOException("standard output is closed.");
    }
}
