using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Database;

namespace NewsSite.Web.Mail;

/// <summary>The job that sends a notice. Who gets it is looked up when it is sent; an address that is in no account any more travels sealed.</summary>
public sealed class NoticeLetter(Postroom postroom, LetterWords words, IServiceScopeFactory scopes, IDataProtectionProvider keys) : IJobKind
{
    public string Name => Notices.Job;

    public async Task<Func<NewsDb, Task>> DoAsync(Job job, CancellationToken stop)
    {
        var order = NoticeOrder.Read(job.Payload);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        if (await AddresseeAsync(db, order, stop) is not var (address, language)) return Postroom.Nothing;
        var staff = order.StaffId is { } id ? await db.Accounts.Where(a => a.Id == id).Select(a => a.Name).SingleOrDefaultAsync(stop) ?? $"№ {id}" : "";
        var letter = await words.WriteAsync(order.Notice.ToString(), language, PathOf(order.Notice), job.CreatedAt, staff, stop);
        return await postroom.SendAsync(db, job, address, letter, stop);
    }

    /// <summary>Null when there is nobody to write to any more.</summary>
    private async Task<(string Address, string Language)?> AddresseeAsync(NewsDb db, NoticeOrder order, CancellationToken stop)
    {
        if (order.SealedAddress is { } sealedAddress) return (Opened(sealedAddress), order.Language!);
        var account = await db.Accounts.Open().SingleOrDefaultAsync(a => a.Id == order.AccountId, stop);
        return account?.Email is { } email ? (email, account.Language) : null;
    }

    private string Opened(string sealedAddress)
    {
        try
        {
            return keys.CreateProtector(Notices.Purpose).Unprotect(sealedAddress);
        }
        catch (CryptographicException)
        {
            throw new JobRefusedException("The address was sealed with a key that is gone.");
        }
    }

    private static string? PathOf(Notice notice) => notice switch
    {
        Notice.GlassBroken => "/admin",
        Notice.AddressChanged => "/contact",
        Notice.PasskeyAdded => "/account",
        _ => null,
    };
}
