using Microsoft.EntityFrameworkCore;
using NewsSite.Database;

namespace NewsSite.Accounts;

/// <summary>
/// How many sign-in letters go out in an hour. Silent: who is over the limit sees the same answer.
/// A stranger who asks for somebody's letters uses up the stranger's own network's share, and letters that do arrive work in any browser of the mailbox's owner,
/// so the limits cannot be turned against the one whose address it is.
/// </summary>
internal static class MailLimits
{
    private const int OfAddressFromOneNetwork = 3;
    private const int OfNetwork = 20;

    /// <summary>From all networks the address has no living session in: what a mailbox can bear.</summary>
    private const int OfAddressFromStrangers = 9;
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    public static async Task<bool> AllowAsync(NewsDb db, string email, string network, DateTimeOffset now)
    {
        var since = now - Window;
        var recent = db.SignInRequests.Where(r => r.IsMailed && r.CreatedAt > since);
        var ofNetwork = await recent.CountAsync(r => r.Network == network);
        var ofPair = await recent.CountAsync(r => r.Email == email && r.Network == network);
        var ofAddress = await recent.CountAsync(r => r.Email == email);
        var isAtHome = await db.Sessions.AnyAsync(s => s.Account.Email == email && s.Network == network);
        return ofNetwork < OfNetwork && ofPair < OfAddressFromOneNetwork && (isAtHome || ofAddress < OfAddressFromStrangers);
    }
}
