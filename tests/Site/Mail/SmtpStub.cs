using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace NewsSite.Site.Mail;

/// <summary>Where in the conversation the server misbehaves.</summary>
public enum Stage
{
    Greeting,
    Hello,
    Password,
    Sender,
    Recipient,
    Data,

    /// <summary>Between two lines of the letter.</summary>
    MidLetter,

    /// <summary>Once it has the letter whole, before it says so.</summary>
    AfterDot,
    Goodbye,
}

/// <summary>What the server does there, once.</summary>
/// <param name="At">Where.</param>
/// <param name="Reply">What it says instead of yes; null: it says nothing.</param>
/// <param name="Stalls">Saying nothing, it keeps the line; else it hangs up.</param>
public sealed record Misdeed(Stage At, string? Reply = null, bool Stalls = false);

/// <summary>An SMTP server (RFC 5321) on this machine that does as it is told: one misdeed a connection, in the order they were asked for, then none.</summary>
public sealed class SmtpStub : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentQueue<Misdeed> misdeeds = new();
    private readonly ConcurrentBag<Task> conversations = [];
    private readonly Task accepting;
    private TaskCompletionSource stalled = new();

    public SmtpStub()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What it says it can do.</summary>
    public IList<string> Extensions { get; } = ["PIPELINING", "8BITMIME", "AUTH PLAIN", "ENHANCEDSTATUSCODES"];

    /// <summary>Every letter it has, whether or not it could say so.</summary>
    public ConcurrentQueue<MimeMessage> Taken { get; } = new();

    /// <summary>Every line it was told outside letters.</summary>
    public ConcurrentQueue<string> Heard { get; } = new();

    /// <summary>Ends when the server has fallen silent as it was told to.</summary>
    public Task StalledAsync => stalled.Task.WaitAsync(TimeSpan.FromSeconds(30));

    public void Next(params Misdeed[] its)
    {
        stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        foreach (var misdeed in its) misdeeds.Enqueue(misdeed);
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await accepting;
        await Task.WhenAll(conversations);
        closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) conversations.Add(TalkAsync(await listener.AcceptTcpClientAsync(closing.Token), misdeeds.TryDequeue(out var misdeed) ? misdeed : null));
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client, Misdeed? misdeed)
    {
        client.NoDelay = true;
        using (client)
        await using (var stream = client.GetStream())
        using (var reader = new StreamReader(stream, Encoding.Latin1))
        {
            // Both say that one of the two has hung up.
            try
            {
                if (await SayAsync(stream, misdeed, Stage.Greeting, "220 stub.example ESMTP") is null) return;
                while (await reader.ReadLineAsync(closing.Token) is { } line && await AnswerAsync(stream, reader, misdeed, line));
            }
            catch (IOException)
            {
            }
            catch (OperationCanceledException)
            {
            }
        }
    }

    /// <returns>False when the conversation is over.</returns>
    private async Task<bool> AnswerAsync(NetworkStream stream, StreamReader reader, Misdeed? misdeed, string line)
    {
        Heard.Enqueue(line);
        var (stage, usual) = line.Split(' ', ':')[0].ToUpperInvariant() switch
        {
            "EHLO" or "HELO" => (Stage.Hello, "250-stub.example\r\n" + string.Concat(Extensions.Select(e => $"250-{e}\r\n")) + "250 SIZE"),
            "AUTH" => (Stage.Password, "235 2.7.0 Welcome"),
            "MAIL" => (Stage.Sender, "250 2.1.0 Ok"),
            "RCPT" => (Stage.Recipient, "250 2.1.5 Ok"),
            "DATA" => (Stage.Data, "354 Go on"),
            "QUIT" => (Stage.Goodbye, "221 2.0.0 Bye"),
            _ => ((Stage?)null, "250 2.0.0 Ok"),
        };
        var said = await SayAsync(stream, misdeed, stage, usual);
        if (said is null || stage == Stage.Goodbye) return false;
        return stage != Stage.Data || said != usual || await TakeAsync(stream, reader, misdeed);
    }

    private async Task<bool> TakeAsync(NetworkStream stream, StreamReader reader, Misdeed? misdeed)
    {
        var letter = new StringBuilder();
        while (await reader.ReadLineAsync(closing.Token) is { } line)
        {
            if (line == ".")
            {
                if (misdeed is not { At: Stage.AfterDot, Reply: not null }) Taken.Enqueue(await MimeMessage.LoadAsync(new MemoryStream(Encoding.Latin1.GetBytes(letter.ToString())), closing.Token));
                return await SayAsync(stream, misdeed, Stage.AfterDot, "250 2.0.0 Taken") is not null;
            }

            letter.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
            if (await SayAsync(stream, misdeed, Stage.MidLetter, "") is null) return false;
        }

        return false;
    }

    /// <returns>What was said; null when it hung up.</returns>
    private async Task<string?> SayAsync(NetworkStream stream, Misdeed? misdeed, Stage? stage, string usual)
    {
        var reply = misdeed is not null && misdeed.At == stage ? misdeed.Reply : usual;
        if (reply is null && misdeed is { Stalls: true })
        {
            stalled.TrySetResult();
            await new TaskCompletionSource().Task.WaitAsync(closing.Token);
        }

        if (reply is { Length: > 0 }) await stream.WriteAsync(Encoding.Latin1.GetBytes(reply + "\r\n"), closing.Token);
        return reply;
    }
}
