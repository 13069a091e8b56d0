using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using NewsSite.Database;

namespace NewsSite.Accounts;

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

/// <summary>A notice that waits to be sent. Names nobody: who gets it is looked up then; an address that is in no account any more travels sealed.</summary>
/// <param name="Notice">What is to be told.</param>
public sealed record NoticeOrder(Notice Notice)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public int? AccountId { get; init; }

    /// <summary>The account it is about, where that is another's.</summary>
    public int? StaffId { get; init; }
    public string? SealedAddress { get; init; }
    public string? Language { get; init; }

    public static NoticeOrder Read(string payload) => JsonSerializer.Deserialize<NoticeOrder>(payload, Json)!;

    public string ToJson() => JsonSerializer.Serialize(this, Json);
}

/// <summary>Telling people, in the transaction of what they are told of.</summary>
public static class Notices
{
    /// <summary>The kind of job that sends them.</summary>
    public const string Job = "notice";

    /// <summary>What an address is sealed for.</summary>
    public const string Purpose = "mail";

    extension(NewsDb db)
    {
        /// <summary>To the account's address.</summary>
        public void Notify(int accountId, Notice notice, DateTimeOffset now) => db.Enqueue(Job, new NoticeOrder(notice) { AccountId = accountId }.ToJson(), now);

        /// <summary>To every administrator: this account was opened by breaking glass.</summary>
        public async Task NotifyGlassBrokenAsync(int staffId, DateTimeOffset now)
        {
            foreach (var id in await db.Accounts.Open().Where(a => a.Staff == StaffRole.Administrator).Select(a => a.Id).ToListAsync())
                db.Enqueue(Job, new NoticeOrder(Notice.GlassBroken) { AccountId = id, StaffId = staffId }.ToJson(), now);
        }

        /// <summary>To an address that is no account's any more.</summary>
        public void NotifyFormer(IDataProtectionProvider keys, string address, string language, Notice notice, DateTimeOffset now) =>
            db.Enqueue(Job, new NoticeOrder(notice) { SealedAddress = keys.CreateProtector(Purpose).Protect(address), Language = language }.ToJson(), now);
    }
}
