using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Database;

namespace NewsSite.Web.Mail;

/// <summary>What somebody is told about their account without having asked.</summary>
public enum Notice
{
    /// <summary>To every administrator: one of the staff signed in without a passkey.</summary>
    GlassBroken,

    /// <summary>To the old address.</summary>
    AddressChanged,
    PasskeyAdded,

    /// <summary>To an address of which nothing is left here.</summary>
    Erased,
}

/// <summary>The job that sends a notice. Who gets it is looked up when it is sent; an address that is in no account any more travels sealed.</summary>
public sealed class NoticeLetter(Postroom postroom, LetterWords words, IServiceScopeFactory scopes, IDataProtectionProvider keys) : IJobKind
{
    public const string Kind = "notice";
    private const string Purpose = "mail";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public string Name => Kind;

    /// <summary>To the account's address. Called in the transaction of what it tells of, as the others are.</summary>
    public static void ToAccount(NewsDb db, int accountId, Notice notice, DateTimeOffset now) => Enqueue(db, new(notice) { AccountId = accountId }, now);

    /// <summary>To every administrator.</summary>
    /// <param name="db">A context of the <see cref="Writer"/>.</param>
    /// <param name="staffId">Whose account was opened.</param>
    /// <param name="now">UTC.</param>
    public static async Task GlassBrokenAsync(NewsDb db, int staffId, DateTimeOffset now)
    {
        foreach (var id in await db.Accounts.Open().Where(a => a.Staff == StaffRole.Administrator).Select(a => a.Id).ToListAsync())
            Enqueue(db, new(Notice.GlassBroken) { AccountId = id, StaffId = staffId }, now);
    }

    /// <summary>To an address that is no account's any more.</summary>
    public static void ToAddress(NewsDb db, IDataProtectionProvider keys, string address, string language, Notice notice, DateTimeOffset now) =>
        Enqueue(db, new(notice) { SealedAddress = keys.CreateProtector(Purpose).Protect(address), Language = language }, now);

    public async Task<Func<NewsDb, Task>> DoAsync(Job job, CancellationToken stop)
    {
        var order = JsonSerializer.Deserialize<Order>(job.Payload, Json)!;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        if (await AddresseeAsync(db, order, stop) is not var (address, language)) return Postroom.Nothing;
        var staff = order.StaffId is { } id ? await db.Accounts.Where(a => a.Id == id).Select(a => a.Name).SingleOrDefaultAsync(stop) ?? $"№ {id}" : "";
        var letter = await words.WriteAsync(order.Notice.ToString(), language, PathOf(order.Notice), job.CreatedAt, staff, stop);
        return await postroom.SendAsync(db, job, address, letter, stop);
    }

    /// <summary>Null when there is nobody to write to any more.</summary>
    private async Task<(string Address, string Language)?> AddresseeAsync(NewsDb db, Order order, CancellationToken stop)
    {
        if (order.SealedAddress is { } sealedAddress) return (Opened(sealedAddress), order.Language!);
        var account = await db.Accounts.Open().SingleOrDefaultAsync(a => a.Id == order.AccountId, stop);
        return account?.Email is { } email ? (email, account.Language) : null;
    }

    private string Opened(string sealedAddress)
    {
        try
        {
            return keys.CreateProtector(Purpose).Unprotect(sealedAddress);
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

    private static void Enqueue(NewsDb db, Order order, DateTimeOffset now) => db.Add(new Job(Kind, JsonSerializer.Serialize(order, Json), now, now));

    private sealed record Order(Notice Notice)
    {
        public int? AccountId { get; init; }
        public int? StaffId { get; init; }
        public string? SealedAddress { get; init; }
        public string? Language { get; init; }
    }
}
