using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NewsSite.Database;

namespace NewsSite.Browser;

/// <summary>A reader comes in by letter: by keyboard alone, script off, in one browser or across two; the letter is read where Development catches it.</summary>
public sealed class LetterTests(BrowserSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task By_the_link_in_the_browser_that_asked()
    {
        await using var visit = await site.OpenAsync(script: false);
        var letter = await AskAsync(visit, "link@example.org");

        await visit.Page.GotoAsync(letter.Link);
        await visit.Page.PressAsync("main form button");

        await Assertions.Expect(visit.Page).ToHaveURLAsync(site.Url + "/account");
        await Assertions.Expect(visit.Page.Locator("main form strong")).ToHaveTextAsync("link@example.org");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task By_the_code_typed_in_the_browser_that_asked()
    {
        await using var visit = await site.OpenAsync(script: false);
        var letter = await AskAsync(visit, "typed@example.org");

        await visit.Page.FillInAsync("[name=code]", letter.Code);
        await visit.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visit.Page).ToHaveURLAsync(site.Url + "/account");
    }

    [Fact]
    public async Task By_link_and_code_in_another_browser()
    {
        await using var asked = await site.OpenAsync(script: false);
        await using var other = await site.OpenAsync(script: false);
        var letter = await AskAsync(asked, "across@example.org");

        await other.Page.GotoAsync(letter.Link);
        await other.Page.FillInAsync("[name=code]", letter.Code);
        await other.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(other.Page).ToHaveURLAsync(site.Url + "/account");
        await other.Page.PressAsync("form[action='/account/sign-out'] button");
        await Assertions.Expect(other.Page).ToHaveURLAsync(site.Url + "/");
        Assert.Equal(401, (await other.GoAsync("/account")).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/uk")]
    [InlineData("/ar")]
    public async Task Every_page_of_a_reader_fits_and_is_open_to_all(string edition)
    {
        await using var visit = await site.OpenAsync();
        var faults = new List<string>();
        async Task LookAsync(string name) => faults.AddRange(await visit.LookAsync(name + edition.Replace('/', '-')));
        await visit.GoAsync(edition + "/account/sign-in");
        await LookAsync("sign-in");
        var letter = await AskAsync(visit, $"looks{edition.Length}{edition.TrimStart('/')}@example.org", edition);
        await LookAsync("letter");
        await visit.Page.GotoAsync(letter.Link);
        await LookAsync("link");
        await visit.Page.PressAsync("main form button");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(site.Url + edition + "/account");
        foreach (var place in new[] { "", "/address", "/passkeys", "/sessions", "/privacy", "/privacy/export", "/privacy/erase" })
        {
            await visit.GoAsync(edition + "/account" + place);
            await LookAsync("account" + place.Replace('/', '-'));
        }

        Assert.True(faults.Count == 0 && visit.Faults.Count == 0, string.Join('\n', faults.Concat(visit.Faults)));
    }

    /// <summary>Asks for a letter by keyboard, and reads it at /dev/mail as a developer does.</summary>
    private async Task<(string Link, string Code)> AskAsync(Visit visit, string email, string edition = "")
    {
        await visit.GoAsync(edition + "/account/sign-in");
        await visit.Page.FillInAsync("[name=email]", email);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(site.Url + edition + "/account/sign-in/letter");
        await site.Services.GetRequiredService<JobRunner>().RunDueAsync(Stop);

        using var developer = new HttpClient();
        developer.DefaultRequestHeaders.Add("Accept", "application/json");
        var letters = await developer.GetFromJsonAsync<List<Caught>>(site.Url + "/dev/mail", Stop);
        var text = letters!.First(l => l.To.Contains(email, StringComparison.Ordinal)).Text;
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return (words.Single(w => w.StartsWith(site.Url + edition + "/account/sign-in/", StringComparison.Ordinal)), words.Single(w => w.Length == NewsSite.Accounts.Secret.CodeLength && w.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c))));
    }

    private sealed record Caught(string To, string Text);
}
