using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Database;
using NewsSite.Web.Access;
using NewsSite.Web.Editions;

namespace NewsSite.Web.Pages.Account;

/// <summary>Somebody's own passkeys: add, rename, remove. Readers and staff have a page of it each.</summary>
public abstract class PasskeysPage(NewsDb db, Passkeys passkeys, Entry entry, Edition here) : AccountPage
{
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>What a new passkey said.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty]
    public int Ceremony { get; set; }

    public IReadOnlyList<Passkey> Keys { get; private set; } = [];

    /// <summary>Where its forms go.</summary>
    public abstract string Address { get; }

    protected abstract string TitleKey { get; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Head.Title = here[TitleKey];
        Keys = await db.Passkeys.Where(p => p.AccountId == Session!.AccountId).OrderBy(p => p.Id).ToListAsync(stop);
        await FillAsync(db, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? act, int id, CancellationToken stop)
    {
        if (act == "remove") return await RemoveAsync(id, stop);
        Name = Name?.Trim();
        if (act == "add" && string.IsNullOrEmpty(Name)) Name = Visitor.Device ?? here["Passkeys.Unnamed"];
        if (string.IsNullOrEmpty(Name) || Name.Length > Passkey.LongestName || Name.Any(char.IsControl)) return await AgainAsync("name", "Passkeys.BadName", stop);
        if (act == "rename") return await passkeys.RenameAsync(id, Session!.AccountId, Name, stop) ? LocalRedirect(Address) : NotFound();
        return await passkeys.EnrolAsync(new(Ceremony, Credential, entry.KnownBrowserOf(HttpContext)), Name, Session!, Visitor, stop) ? LocalRedirect(Address) : await AgainAsync("passkey", "Passkey.NotAdded", stop);
    }

    /// <summary>What else the page shows.</summary>
    protected virtual Task FillAsync(NewsDb rows, CancellationToken stop) => Task.CompletedTask;

    private async Task<IActionResult> RemoveAsync(int id, CancellationToken stop) => await passkeys.RemoveAsync(id, Session!.AccountId, Visitor, stop) switch
    {
        null => NotFound(),
        true => LocalRedirect(Address),
        false => await AgainAsync("passkey", "Passkeys.Last", stop),
    };

    private async Task<IActionResult> AgainAsync(string field, string fault, CancellationToken stop)
    {
        await OnGetAsync(stop);
        return Again(field, fault);
    }
}
