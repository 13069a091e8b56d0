using System.Text;
using System.Text.RegularExpressions;

namespace NewsSite.Import.WordPress;

/// <summary>
/// The text of a file without the control characters that XML forbids. WordPress writes them as it finds them, and a reader of XML would refuse the whole
/// archive for one stray byte of 2009.
/// </summary>
internal sealed partial class CleanReader : TextReader
{
    private readonly StreamReader file;
    private readonly char[] buffer = new char[16384];
    private int at;
    private int filled;

    private CleanReader(StreamReader file) => this.file = file;

    /// <summary>How many characters were left out.</summary>
    public int LeftOut { get; private set; }

    /// <summary>How many bytes were no text in the encoding of the file, and stand as U+FFFD.</summary>
    public int Unreadable { get; private set; }

    public static CleanReader Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        return new(new StreamReader(file, EncodingOf(file), detectEncodingFromByteOrderMarks: true, 1 << 16));
    }

    public static bool IsAllowed(char c) => c >= ' ' ? c is not ('\uFFFE' or '\uFFFF') : c is '\t' or '\n' or '\r';

    public override int Peek() => Fill() ? buffer[at] : -1;

    public override int Read() => Fill() ? buffer[at++] : -1;

    public override int Read(char[] target, int index, int count)
    {
        if (count == 0 || !Fill()) return 0;
        var read = Math.Min(count, filled - at);
        Array.Copy(buffer, at, target, index, read);
        at += read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) file.Dispose();
        base.Dispose(disposing);
    }

    private bool Fill()
    {
        while (at == filled)
        {
            var read = file.Read(buffer, 0, buffer.Length);
            if (read == 0) return false;
            (at, filled) = (0, Clean(read));
        }

        return true;
    }

    private int Clean(int read)
    {
        var kept = 0;
        for (var i = 0; i < read; i++)
        {
            if (buffer[i] == '\uFFFD') Unreadable++;
            if (IsAllowed(buffer[i])) buffer[kept++] = buffer[i];
            else LeftOut++;
        }

        return kept;
    }

    /// <summary>As the XML declaration says; UTF-8 where it says nothing that is known.</summary>
    private static Encoding EncodingOf(FileStream file)
    {
        var head = new byte[256];
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        var declared = Declaration().Match(Encoding.ASCII.GetString(head, 0, read));
        if (!declared.Success) return Encoding.UTF8;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(declared.Groups[1].Value) ?? Encoding.GetEncoding(declared.Groups[1].Value);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }

    [GeneratedRegex(@"^(?:\xEF\xBB\xBF|\?\?\?)?\s*<\?xml[^>]*encoding=[""']([A-Za-z0-9._-]+)[""']")]
    private static partial Regex Declaration();
}
