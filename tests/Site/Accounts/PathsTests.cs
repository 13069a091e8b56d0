using System.Net;
using NewsSite.Accounts;
using OtpNet;

namespace NewsSite.Site.Accounts;

/// <summary>
/// A walk through every way in, thousands of steps in an order nobody would think of, by an attacker who holds everything but what must not be enough:
/// whatever was done before, the newsroom opens only to a passkey whose device checked its holder, or to authenticator and recovery code together.
/// </summary>
public abstract class PathsTests(NewsSiteHost site) : SiteTests(site)
{
    private const string Door = "/admin/sign-in";
    private const string Staff = "walked@example.org";
    private const string Reader = "walks@example.org";
    private static readonly int Steps = Environment.GetEnvironmentVariable("NEWSSITE_FAST") == "1" ? 150 : 600;

    [Theory]
    [InlineData(20261125)]
    [InlineData(7)]
    public async Task No_path_leads_to_a_staff_session_without_user_verification(int seed)
    {
        var walk = await Walk.StartAsync(Site, new Random(seed), seed);
        var (opened, closed) = (0, 0);
        for (var step = 0; step < Steps; step++)
        {
            var did = await walk.StepAsync();
            for (var i = 0; i < walk.Windows.Count; i++)
            {
                var isOpen = (await walk.Windows[i].Go("/admin")).Status == HttpStatusCode.OK;
                Assert.True(!isOpen || walk.MayBeOpen[i], $"Seed {seed}, step {step}: after '{did}' window {i} is in the newsroom.");
                if (isOpen) opened++;
                else closed++;
            }
        }

        Assert.True(opened > 0 && closed > 0, $"Seed {seed}: the walk saw the newsroom open {opened} and shut {closed} times; it must see both.");
    }

    /// <summary>Two browsers, a member of staff, a reader, their devices, app, paper and mailbox: and what each window may have come to.</summary>
    private sealed class Walk(NewsSiteHost site, Random random, Colleague colleague, string staff, string reader, Device readers, Totp app)
    {
        private readonly Queue<string> paper = new(colleague.Codes);
        private SignInSecrets? letter;

        public List<Window> Windows { get; } = [site.Open(), site.Open()];

        /// <summary>True from a proof that is enough until the session ends.</summary>
        public bool[] MayBeOpen { get; } = new bool[2];

        public static async Task<Walk> StartAsync(NewsSiteHost site, Random random, int seed)
        {
            var (staff, reader, device) = ($"{seed}-{Staff}", $"{seed}-{Reader}", new Device());
            var colleague = await site.HireAsync(staff, StaffRole.Administrator);
            await (await site.ReaderAsync(reader)).AddPasskey(device);
            var (_, app) = await colleague.Window.SetUpApp("/admin/security/authenticator", "", site.Now);
            return new(site, random, colleague, staff, reader, device, app);
        }

        public async Task<string> StepAsync()
        {
            site.Clock.Advance(TimeSpan.FromSeconds(random.Next(1, 120)));
            var who = random.Next(2);
            var w = Windows[who];
            switch (random.Next(14))
            {
                case 0:
                    await w.Send("/account/sign-in", ("email", random.Next(2) == 0 ? staff : reader));
                    letter = await site.LettersAsync() > 0 ? await site.LastLetterAsync() : null;
                    return "asked for a letter";
                case 1:
                    return Tried("link", letter is null ? null : await w.Send("/account/sign-in/" + letter.Token), who);
                case 2:
                    return Tried("link with code", letter is null ? null : await w.Send("/account/sign-in/" + letter.Token, ("code", letter.Code)), who);
                case 3:
                    return Tried("code", letter is null ? null : await w.Send("/account/sign-in/letter", ("code", letter.Code)), who);
                case 4:
                    return Tried("reader's passkey", await ByAsync(w, readers, "/account/sign-in", verifies: random.Next(2) == 0), who);
                case 5:
                    return Tried("reader's passkey at the staff door", await ByAsync(w, readers, Door, verifies: true), who);
                case 6:
                    return Tried("staff passkey at the readers' door", await ByAsync(w, colleague.Device, "/account/sign-in", verifies: random.Next(2) == 0), who);
                case 7:
                    return Tried("staff passkey that checked nobody", await ByAsync(w, colleague.Device, Door, verifies: false), who);
                case 8:
                    return Tried("staff passkey", await ByAsync(w, colleague.Device, Door, verifies: true), who, isEnough: true);
                case 9:
                    return Tried("app alone", await w.Send(Door, ("email", staff), ("code", App())), who);
                case 10:
                    return Tried("paper alone", await w.Send(Door, ("email", staff), ("recovery", paper.Peek())), who);
                case 11 when paper.Count > 1 && random.Next(4) == 0:
                    return Tried("app and paper", await w.Send(Door, ("email", staff), ("code", App()), ("recovery", paper.Dequeue())), who, isEnough: true);
                case 12:
                    await w.Send("/account/sign-out");
                    MayBeOpen[who] = false;
                    return "signed out";
                default:
                    return Tried("somebody else's challenge", await CrossedAsync(w), who);
            }
        }

        private string App() => app.ComputeTotp(site.Now.UtcDateTime);

        private static Task<Page> ByAsync(Window window, Device device, string door, bool verifies)
        {
            device.Verifies = verifies;
            return window.SignInBy(device, door);
        }

        /// <summary>The question was put to the other window.</summary>
        private async Task<Page> CrossedAsync(Window window)
        {
            colleague.Device.Verifies = true;
            var other = Windows[1 - Windows.IndexOf(window)];
            var (ceremony, options) = await other.AskPasskey(Door + "/passkey");
            return await window.Send(Door, ("ceremony", ceremony), ("credential", colleague.Device.Sign(options)));
        }

        /// <summary>A proof that let its window in decides what that window may open; one that failed changes nothing.</summary>
        private string Tried(string what, Page? answer, int window, bool isEnough = false)
        {
            if (answer?.Status == HttpStatusCode.Found) MayBeOpen[window] = isEnough;
            return what;
        }
    }
}

public sealed class PathsTestsOnSqlite(SqliteSite site) : PathsTests(site), IClassFixture<SqliteSite>;

public sealed class PathsTestsOnPostgres(PostgresSite site) : PathsTests(site), IClassFixture<PostgresSite>;
