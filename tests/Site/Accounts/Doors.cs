using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using OtpNet;

namespace NewsSite.Site.Accounts;

/// <summary>Somebody of staff, with what they come in by.</summary>
public sealed record Colleague(Window Window, Device Device, string Email, int Id, IReadOnlyList<string> Codes);

/// <summary>The ways in, walked as a browser with script walks them.</summary>
public static class Doors
{
    extension(Window window)
    {
        /// <summary>What the page's script asks for.</summary>
        public async Task<(string Ceremony, JsonElement Options)> AskPasskey(string path)
        {
            var told = JsonDocument.Parse((await window.Send(path)).Text).RootElement;
            return (told.GetProperty("ceremony").GetInt32().ToString(CultureInfo.InvariantCulture), told.GetProperty("options"));
        }

        public async Task<Page> SignInBy(Device device, string door)
        {
            var (ceremony, options) = await window.AskPasskey(door + "/passkey");
            return await window.Send(door, ("ceremony", ceremony), ("credential", device.Sign(options)));
        }

        public async Task<Page> AddPasskey(Device device, string name = "phone")
        {
            var (ceremony, options) = await window.AskPasskey("/account/passkeys/options");
            return await window.Send("/account/passkeys", ("act", "add"), ("name", name), ("ceremony", ceremony), ("credential", device.Make(options)));
        }

        public async Task<Page> SetUpBy(Device device, string address)
        {
            var (ceremony, options) = await window.AskPasskey(address + "/passkey");
            return await window.Send(address, ("act", "passkey"), ("ceremony", ceremony), ("credential", device.Make(options)));
        }

        /// <summary>Sets up an authenticator app, without any script.</summary>
        public async Task<(Page Answer, Totp App)> SetUpApp(string address, string act, DateTimeOffset now)
        {
            var page = await window.Go(address);
            var app = new Totp(Base32Encoding.ToBytes(page.Words("code.secret")!.Replace(" ", "", StringComparison.Ordinal)));
            return (await window.Send(address, ("act", act), ("offer", page.Document.QuerySelector("input[name=offer]")!.GetAttribute("value")!), ("code", app.ComputeTotp(now.UtcDateTime))), app);
        }
    }

    extension(NewsSiteHost site)
    {
        /// <summary>A reader who is signed in already: how they came in is told elsewhere, and letters are limited.</summary>
        public async Task<Window> ReaderAsync(string email)
        {
            var window = site.Open();
            window.Keep("__Host-session", await site.WriteAsync(async db =>
            {
                var account = db.Add(new Account(email, "en", site.Now)).Entity;
                await db.SaveChangesAsync();
                return await site.Services.GetRequiredService<Sessions>().StartAsync(db, account, SessionKind.Reader, Proof.Link, Visitor.Program);
            }));
            return window;
        }

        public StaffDesk Desk => site.Services.GetRequiredService<StaffDesk>();

        /// <returns>The path of an invitation.</returns>
        public async Task<string> InviteAsync(string email, StaffRole role) =>
            "/admin/set-up/" + (await site.Desk.InviteAsync(email, "Name of " + email, role, "en", Visitor.Program, CancellationToken.None)).Token;

        /// <summary>Somebody of staff who has made their passkey and is signed in.</summary>
        public async Task<Colleague> HireAsync(string email, StaffRole role)
        {
            var (window, device) = (site.Open(), new Device());
            var page = await window.SetUpBy(device, await site.InviteAsync(email, role));
            var id = await site.ReadAsync(db => Task.FromResult(db.Accounts.Single(a => a.Email == email).Id));
            return new(window, device, email, id, [.. page.All(".paper-codes li").Select(l => l.TextContent)]);
        }
    }
}
