using System.Text;

namespace Reconcile.Formats;

/// <summary>The bytes of a file of JSON, got from a text, a file or a stream, and put into a file; never more than <see cref="JsonFile.MaxBytes"/>.</summary>
internal static class JsonBytes
{
    private const int FirstBuffer = 64 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="DossierValidationException">Too large, or no Unicode text.</exception>
    public static byte[] Encode(string json)
    {
        if (json.Length > JsonFile.MaxBytes) throw TooLarge();
        try
        {
            return Strict.GetBytes(json);
        }
        catch (EncoderFallbackException half)
        {
            throw new DossierValidationException([SyntaxErrors.HalfPair(json, half.Index)]);
        }
    }

    /// <summary>The bytes of a text as a file, which ends with its last line.</summary>
    /// <exception cref="DossierValidationException">Too large, or no Unicode text.</exception>
    public static byte[] EncodeFile(string json) => Encode(json + "\n");

    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void WriteFile(string path, byte[] utf8)
    {
        try
        {
            ReplacedFile.Write(path, utf8);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new IOException(
                Directory.Exists(path) ? $"\"{path}\" is a directory, not a file." : $"The file \"{path}\" may not be written: {denied.Message}", denied);
        }
    }

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="DossierValidationException">Too large.</exception>
    public static ReadOnlyMemory<byte> ReadFile(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            var bytes = NewBuffer(file);
            var length = 0;
            while (file.Read(bytes, length, bytes.Length - length) is > 0 and var read)
            {
                length += read;
                if (IsNoText(bytes)) break;
                MakeRoom(ref bytes, length);
            }

            return bytes.AsMemory(0, length);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new IOException(
                Directory.Exists(path) ? $"\"{path}\" is a directory, not a file." : $"The file \"{path}\" may not be read: {denied.Message}", denied);
        }
    }

    /// <exception cref="DossierValidationException">Too large.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadStreamAsync(Stream stream, CancellationToken cancellationToken)
    {
        var bytes = NewBuffer(stream);
        var length = 0;
        while (await stream.ReadAsync(bytes.AsMemory(length), cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            length += read;
            if (IsNoText(bytes)) break;
            MakeRoom(ref bytes, length);
        }

        return bytes.AsMemory(0, length);
    }

    /// <summary>What begins with a zero is refused for its first byte: an empty disk image is not worth 256 MiB of memory.</summary>
    private static bool IsNoText(byte[] bytes) => bytes[0] == 0;

    /// <summary>One byte more than the stream says it has, so that its end is seen without growing.</summary>
    private static byte[] NewBuffer(Stream stream)
    {
        var rest = stream.CanSeek ? stream.Length - stream.Position : 0;
        return rest > JsonFile.MaxBytes ? throw TooLarge() : new byte[Math.Max(rest + 1, FirstBuffer)];
    }

    private static void MakeRoom(ref byte[] bytes, int length)
    {
        if (length > JsonFile.MaxBytes) throw TooLarge();
        if (length == bytes.Length) Array.Resize(ref bytes, (int)Math.Min(2L * length, JsonFile.MaxBytes + 1L));
    }

    private static DossierValidationException TooLarge() => new([JsonFile.TooLarge()]);
}
