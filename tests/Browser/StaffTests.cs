using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NewsSite.Accounts;
using OtpNet;

namespace NewsSite.Browser;

/// <summary>A site of its own that has just been started for the first time.</summary>
public sealed class FreshSite : BrowserSite;

/// <summary>Staff come in with a real browser and a device, by keyboard.</summary>
public sealed class StaffTests(BrowserSite site, FreshSite fresh) : IClassFixture<FreshSite>
{
    private const string PasskeyButton = "form[data-passkey] button";

    [Fact]
    public async Task From_a_fresh_start_the_first_administrator_makes_a_passkey_and_comes_in_again_by_it()
    {
        await using var visit = await fresh.OpenAsync();
        var page = visit.Page;
        await page.PlugInAsync();
        await page.GotoAsync(fresh.FirstAdministrator);

        await page.FillInAsync("[name=name]", "Olena Writer");
        await page.FillInAsync("[name=email]", "olena@example.org");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(PasskeyButton)).ToBeVisibleAsync();
        await page.PressAsync(PasskeyButton);
        await Assertions.Expect(page.Locator(".paper-codes li")).ToHaveCountAsync(RecoveryCodes.Count);
        await page.PressAsync("main a[href='/admin']");
        await Assertions.Expect(page).ToHaveURLAsync(fresh.Url + "/admin");
        var cookies = await page.Context.CookiesAsync();
        Assert.Contains(cookies, c => c is { Name: "__Host-session", Secure: true, HttpOnly: true });

        await page.PressAsync(".newsroom-leave button");
        await Assertions.Expect(page).ToHaveURLAsync(fresh.Url + "/");
        Assert.Equal(401, (await visit.GoAsync("/admin/staff")).Status);
        await page.PressAsync("main a[href^='/admin/sign-in']");
        await Assertions.Expect(page.Locator(PasskeyButton)).ToBeVisibleAsync();
        await page.PressAsync(PasskeyButton);
        await Assertions.Expect(page).ToHaveURLAsync(fresh.Url + "/admin/staff");
        Assert.DoesNotContain(visit.Faults, f => !f.Contains("401", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_script_by_keyboard_an_authenticator_and_then_break_glass_with_a_recovery_code()
    {
        await using var visit = await site.OpenAsync(script: false);
        var page = visit.Page;
        await visit.GoAsync(await InviteAsync("glass@example.org"));
        await Assertions.Expect(page.Locator("[data-without-script]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(PasskeyButton)).ToBeHiddenAsync();
        await page.PressAsync("a[href='?by=app']");
        await Assertions.Expect(page.Locator("code.secret")).ToBeVisibleAsync();
        var app = new Totp(Base32Encoding.ToBytes((await page.Locator("code.secret").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal)));
        await page.FillInAsync("[name=code]", app.ComputeTotp());
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".paper-codes li")).ToHaveCountAsync(RecoveryCodes.Count);
        var codes = await page.Locator(".paper-codes li").AllInnerTextsAsync();
        await page.PressAsync("main a[href='/admin']");
        await Assertions.Expect(page.Locator("main p.notice")).ToBeVisibleAsync();
        await LeaveAsync(visit);

        // One step ahead, so that it is a code that was not used yet.
        var code = app.ComputeTotp(DateTime.UtcNow.AddSeconds(30));
        await BreakAsync(visit, code, codes[0]);
        await Assertions.Expect(page).ToHaveURLAsync(site.Url + "/admin");
        await LeaveAsync(visit);
        await BreakAsync(visit, code, codes[0]);
        await Assertions.Expect(page.Locator("[role=alert]").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[name=email]")).ToHaveValueAsync("glass@example.org");
    }

    [Fact]
    public async Task A_device_that_cannot_check_its_holder_makes_no_key_for_the_newsroom()
    {
        await using var visit = await site.OpenAsync();
        await visit.Page.PlugInAsync(verifies: false);
        await visit.GoAsync(await InviteAsync("careless@example.org"));

        await visit.Page.PressAsync(PasskeyButton);

        await Assertions.Expect(visit.Page.Locator("[role=alert]")).ToContainTextAsync(new Regex("no passkey"));
        await Assertions.Expect(visit.Page.Locator(PasskeyButton)).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("uk")]
    [InlineData("ar")]
    public async Task The_newsroom_is_open_to_all_who_work_there(string language)
    {
        await using var visit = await site.OpenAsync();
        await visit.Page.PlugInAsync();
        var email = $"everyone-{language}@example.org";
        var invitation = await InviteAsync(email, language);
        await visit.GoAsync(invitation);
        var faults = await visit.LookAsync($"set-up-{language}");
        await visit.GoAsync(invitation + "?by=app");
        faults.AddRange(await visit.LookAsync($"set-up-by-app-{language}"));
        await visit.GoAsync(invitation);
        await visit.Page.PressAsync(PasskeyButton);
        await visit.Page.Locator(".paper-codes").WaitForAsync();
        faults.AddRange(await visit.LookAsync($"set-up-done-{language}"));
        await site.Services.GetRequiredService<StaffDesk>().InviteAsync("colleague@example.org", "Тарас Дуже-Довгопрізвищенко", StaffRole.Contributor, language, Visitor.Program, TestContext.Current.CancellationToken);
        foreach (var path in new[] { "/admin", "/admin/security", "/admin/security/authenticator", "/admin/security/recovery-codes", "/admin/staff", "/admin/jobs", "/admin/log", "/admin/sign-in" })
        {
            await visit.GoAsync(path);
            faults.AddRange(await visit.LookAsync($"{path[1..].Replace('/', '-')}-{language}"));
        }

        await visit.GoAsync("/admin/staff");
        await visit.Page.Locator("tbody a").First.ClickAsync();
        await visit.Page.Locator("details").WaitForAsync();
        faults.AddRange(await visit.LookAsync($"member-{language}"));
        Assert.True(faults.Count == 0 && visit.Faults.Count == 0, string.Join('\n', faults.Concat(visit.Faults)));
    }

    private async Task LeaveAsync(Visit visit)
    {
        await visit.Page.PressAsync(".newsroom-leave button");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(site.Url + "/");
    }

    private static async Task BreakAsync(Visit visit, string code, string recovery)
    {
        await visit.GoAsync("/admin/sign-in");
        await visit.Page.PressAsync("summary");
        await visit.Page.FillInAsync("[name=email]", "glass@example.org");
        await visit.Page.FillInAsync("[name=code]", code);
        await visit.Page.FillInAsync("[name=recovery]", recovery);
        await visit.Page.Keyboard.PressAsync("Enter");
    }

    private async Task<string> InviteAsync(string email, string language = "en")
    {
        Assert.SkipWhen(site.Missing is not null, site.Missing ?? "");
        return "/admin/set-up/" + (await site.Services.GetRequiredService<StaffDesk>().InviteAsync(email, "Olena Writer", StaffRole.Administrator, language, Visitor.Program, TestContext.Current.CancellationToken)).Token;
    }
}
