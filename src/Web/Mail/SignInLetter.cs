using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Database;

namespace NewsSite.Web.Mail;

/// <summary>The job that sends the link and the code somebody asked for. Both travel sealed: whoever reads the table of jobs cannot sign in with them.</summary>
public sealed class SignInLetter(Postroom postroom, LetterWords words, IServiceScopeFactory scopes, IDataProtectionProvider keys, TimeProvider clock) : IJobKind
{
    public string Name => MailedSignIn.LetterJob;

    public async Task<Func<NewsDb, Task>> DoAsync(Job job, CancellationToken stop)
    {
        var order = Opened(job.Payload);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        var request = await db.SignInRequests.SingleOrDefaultAsync(r => r.Id == order.RequestId, stop);
        if (request is null || !request.IsOpen(clock.GetUtcNow())) return Postroom.Nothing;
        return await LetterAsync(db, request, order, stop) is { } letter ? await postroom.SendAsync(db, job, request.Email, letter, stop) : Postroom.Nothing;
    }

    /// <summary>Null when none is to be sent.</summary>
    private async Task<Letter?> LetterAsync(NewsDb db, SignInRequest request, SignInSecrets order, CancellationToken stop)
    {
        var isNewAddress = request.Purpose == SignInPurpose.NewAddress;
        var account = await db.Accounts.SingleOrDefaultAsync(a => isNewAddress ? a.Id == request.AccountId : a.Email == request.Email, stop);
        if (account is { IsOpen: false } || (isNewAddress && account is null)) return null;
        Task<Letter> Write(string name, string path) => words.WriteAsync(name, request.Language, path, request.CreatedAt, "", stop);
        if (isNewAddress) return await Write("NewAddress", "/account/address/" + order.Token);
        if (account is { IsStaff: true }) return await Write("StaffSignIn", "/admin/sign-in");
        return (await Write("SignIn", "/account/sign-in/" + order.Token)) with { Code = order.Code };
    }

    private SignInSecrets Opened(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize<SignInSecrets>(keys.CreateProtector(MailedSignIn.LetterJob).Unprotect(payload), JsonSerializerOptions.Web)!;
        }
        catch (CryptographicException)
        {
            throw new JobRefusedException("The letter was sealed with a key that is gone.");
        }
    }
}
