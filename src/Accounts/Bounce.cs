using NewsSite.Database;

namespace NewsSite.Accounts;

/// <summary>An address whose server said for good that there is nobody: no letter goes there until staff take the note away.</summary>
/// <remarks>The address itself is not kept, only its hash, and the server's reply code; whoever asks again with the same address is known by it.</remarks>
[AboutPerson]
public sealed class Bounce(string addressHash, string reply, DateTimeOffset at)
{
    public int Id { get; private set; }

    /// <summary>SHA-256 of the address.</summary>
    [Personal("AddressHash", Erasure.RowDeleted, IsExported = false, Finds = FoundBy.AddressHash)]
    public string AddressHash { get; private set; } = addressHash;

    /// <summary>The server's code, such as `550 5.1.1`.</summary>
    [Personal("MailReply", Erasure.RowDeleted)]
    public string Reply { get; private set; } = reply;

    [Personal("Since", Erasure.RowDeleted)]
    public DateTimeOffset At { get; private set; } = at;
}
