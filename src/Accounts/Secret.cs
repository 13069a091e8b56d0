using System.Security.Cryptography;
using System.Text;

namespace NewsSite.Accounts;

/// <summary>Secrets that we hand out and of which we keep only a hash.</summary>
public static class Secret
{
    /// <summary>Without the letters and digits that are taken for one another.</summary>
    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    public const int CodeLength = 8;

    /// <summary>256 random bits, fit for a cookie and for an address, which has small letters only.</summary>
    public static string New() => RandomNumberGenerator.GetHexString(64, lowercase: true);

    /// <summary>40 random bits as eight letters a person can type.</summary>
    public static string NewCode() => RandomNumberGenerator.GetString(Letters, CodeLength);

    /// <summary>100 random bits as four groups of five.</summary>
    public static string NewRecoveryCode() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 5)));

    /// <summary>A code as it was meant: people add spaces and dashes, and small letters.</summary>
    public static string Meant(string? typed) => string.Concat((typed ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    /// <summary>SHA-256 in hexadecimal. Enough for secrets of this length, which nobody guesses; short codes are hashed with a long one.</summary>
    public static string HashOf(params ReadOnlySpan<string> parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts!))));
}
