using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NewsSite.Accounts;
using NewsSite.Database;

namespace NewsSite.Browser;

/// <summary>A reader's passkey, in a real browser and by keyboard.</summary>
public sealed class PasskeyTests(BrowserSite site)
{
    [Fact]
    public async Task A_reader_adds_a_passkey_and_comes_in_by_it()
    {
        await using var visit = await ReaderAsync("passkey@example.org");
        var page = visit.Page;
        await page.PlugInAsync();
        await visit.GoAsync("/account/passkeys");

        await page.FillInAsync("[name=name]", "My phone");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("ul.rows strong")).ToHaveTextAsync("My phone");
        var faults = await visit.LookAsync("account-passkeys");
        await page.Context.ClearCookiesAsync();
        await visit.GoAsync("/account/sign-in");
        faults.AddRange(await visit.LookAsync("account-sign-in"));
        await page.PressAsync("form[data-passkey] button");

        await Assertions.Expect(page).ToHaveURLAsync(site.Url + "/account");
        Assert.True(faults.Count == 0 && visit.Faults.Count == 0, string.Join('\n', faults.Concat(visit.Faults)));
    }

    [Fact]
    public async Task A_device_without_a_key_is_told_so_and_the_letter_is_still_there()
    {
        await using var visit = await site.OpenAsync();
        await visit.Page.PlugInAsync();
        await visit.GoAsync("/account/sign-in");

        await visit.Page.PressAsync("form[data-passkey] button");

        await Assertions.Expect(visit.Page.Locator("form[data-passkey] [role=alert]")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("[name=email]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_script_the_page_says_what_a_passkey_needs()
    {
        await using var visit = await site.OpenAsync(script: false);
        await visit.GoAsync("/account/sign-in");

        await Assertions.Expect(visit.Page.Locator("[data-without-script]")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("form[data-passkey] button")).ToBeHiddenAsync();
    }

    private async Task<Visit> ReaderAsync(string email)
    {
        var visit = await site.OpenAsync();
        var token = await site.Services.GetRequiredService<Writer>().WriteAsync(async db =>
        {
            var account = db.Add(new Account(email, "en", DateTimeOffset.UnixEpoch)).Entity;
            await db.SaveChangesAsync();
            return await site.Services.GetRequiredService<Sessions>().StartAsync(db, account, SessionKind.Reader, Proof.Link, Visitor.Program);
        });
        var browser = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        await browser.SendAsync("Network.setCookie", new() { ["name"] = "__Host-session", ["value"] = token, ["url"] = site.Url + "/", ["path"] = "/", ["secure"] = true, ["httpOnly"] = true });
        return visit;
    }
}
