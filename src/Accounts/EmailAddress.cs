using System.Globalization;
using System.Net.Mail;

namespace NewsSite.Accounts;

/// <summary>How an e-mail address is read, so that one mailbox is one account.</summary>
public static class EmailAddress
{
    private static readonly IdnMapping Idn = new();

    /// <summary>In small letters, the domain in ASCII. The part before the @ is folded too: servers that tell `Olha@` from `olha@` are not met, people who type both are (RFC 5321, 2.4).</summary>
    public static bool TryRead(string? typed, out string address)
    {
        address = "";
        var text = typed?.Trim() ?? "";
        if (text.Length is 0 or > Account.LongestEmail || text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or '"' or ',')) return false;
        if (!MailAddress.TryCreate(text, out var read) || read.Address != text) return false;
        try
        {
            address = $"{read.User}@{Idn.GetAscii(read.Host)}".ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return false;
        }

        return address.Length <= Account.LongestEmail && read.Host.Contains('.', StringComparison.Ordinal);
    }
}
