using System.Text;

namespace NewsSite.Browser;

/// <summary>Listens to what the program prints at its start, and lets it through.</summary>
internal sealed class Announcement(TextWriter console) : TextWriter
{
    private const string Mark = "The first administrator: ";
    private readonly TaskCompletionSource<string> heard = new();

    public override Encoding Encoding => console.Encoding;

    /// <returns>The first administrator's address.</returns>
    public static async Task<string> DuringAsync(Action start)
    {
        var console = Console.Out;
        await using var listener = new Announcement(console);
        Console.SetOut(listener);
        try
        {
            start();
            return await listener.heard.Task.WaitAsync(TimeSpan.FromMinutes(1));
        }
        finally
        {
            Console.SetOut(console);
        }
    }

    public override void Write(char value) => console.Write(value);

    public override void Write(string? value) => console.Write(value);

    public override void WriteLine(string? value)
    {
        console.WriteLine(value);
        if (value?.StartsWith(Mark, StringComparison.Ordinal) == true) heard.TrySetResult(value[Mark.Length..]);
    }
}
