using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Database;

namespace NewsSite.Site;

/// <summary>One person's browser: it keeps its cookies, and says of every form that it comes from the site itself.</summary>
public sealed class Window(NewsSiteHost site, string? from = null, string? agent = null)
{
    private readonly Dictionary<string, string> cookies = [];

    public IReadOnlyDictionary<string, string> Cookies => cookies;

    public Task<Page> Go(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Page> Send(string path, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    public Task<Page> Ask(HttpMethod method, string path) => SendAsync(method, path, null);

    public void Keep(string cookie, string value) => cookies[cookie] = value;

    /// <summary>Asks for a letter, and opens its link in this window.</summary>
    public async Task<Page> SignIn(string email)
    {
        await Send("/account/sign-in", ("email", email));
        var letter = await site.LastLetterAsync();
        return await Send("/account/sign-in/" + letter.Token);
    }

    private async Task<Page> SendAsync(HttpMethod method, string path, HttpContent? form)
    {
        var headers = new List<(string, string)> { ("Sec-Fetch-Site", "same-origin") };
        if (from is not null) headers.Add((Peers.Header, from));
        if (agent is not null) headers.Add(("User-Agent", agent));
        if (cookies.Count > 0) headers.Add(("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}"))));
        var page = await site.Send(method, path, form, [.. headers]);
        foreach (var set in page.SetCookies)
        {
            var (name, value) = (set.Split('=')[0], set.Split('=', 2)[1].Split(';')[0]);
            if (value.Length == 0) cookies.Remove(name);
            else cookies[name] = value;
        }

        return page;
    }
}

/// <summary>What a test looks up behind the site's back.</summary>
public static class Backstage
{
    extension(NewsSiteHost site)
    {
        /// <param name="from">The address it connects from.</param>
        /// <param name="agent">What it says it is.</param>
        public Window Open(string? from = null, string? agent = null) => new(site, from, agent);

        /// <summary>What the newest sign-in letter says, read from the job that will send it.</summary>
        public async Task<SignInSecrets> LastLetterAsync()
        {
            var sealedPayload = await site.ReadAsync(db => db.Jobs.Where(j => j.Kind == MailedSignIn.LetterJob).OrderByDescending(j => j.Id).Select(j => j.Payload).FirstAsync());
            var protector = site.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector(MailedSignIn.LetterJob);
            return JsonSerializer.Deserialize<SignInSecrets>(protector.Unprotect(sealedPayload))!;
        }

        /// <summary>A window in which a new account is signed in: a reader's without a role, else staff's.</summary>
        public async Task<(Window Window, int AccountId, int SessionId)> SignedIn(StaffRole? role, string email)
        {
            var token = NewsSite.Accounts.Secret.New();
            var (account, session) = await site.WriteAsync(async db =>
            {
                var account = new Account(email, "en", site.Now) { Staff = role };
                db.Add(account);
                await db.SaveChangesAsync();
                var session = new Session(account.Id, role is null ? SessionKind.Reader : SessionKind.Staff, Proof.Passkey, NewsSite.Accounts.Secret.HashOf(token), site.Now) { Network = "unknown", Device = "Firefox, Linux" };
                db.Add(session);
                await db.SaveChangesAsync();
                return (account.Id, session.Id);
            });
            var window = site.Open();
            window.Keep("__Host-session", token);
            return (window, account, session);
        }

        /// <summary>Somebody of staff, signed in with a passkey, in a window of their own.</summary>
        public async Task<Window> OpenAsStaffAsync(StaffRole role, string email, string? from = null)
        {
            var token = await site.WriteAsync(async db =>
            {
                var account = new Account(email, "en", site.Now) { Staff = role };
                db.Add(account);
                await db.SaveChangesAsync();
                return await site.Services.GetRequiredService<Sessions>().StartAsync(db, account, SessionKind.Staff, Proof.Passkey, Visitor.Program);
            });
            var window = site.Open(from);
            window.Keep("__Host-session", token);
            return window;
        }

        public Task<int> LettersAsync() => site.ReadAsync(db => db.Jobs.CountAsync(j => j.Kind == MailedSignIn.LetterJob));
    }
}
