using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Database;
using NewsSite.Web.Editions;

namespace NewsSite.Web.Pages.Account;

/// <summary>A reader's own page: what they are called, which language letters are written in, and the way to the rest.</summary>
public sealed class IndexPage(Writer writer, Edition here) : AccountPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    /// <summary>Set when what was sent is stored.</summary>
    public bool IsSaved { get; private set; }

    public void OnGet()
    {
        Head.Title = here["Account.Title"];
        Name = Session!.Account.Name;
        Language = Session.Account.Language;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Head.Title = here["Account.Title"];
        Name = string.IsNullOrWhiteSpace(Name) ? null : Name.Trim();
        if (Name?.Length > NewsSite.Accounts.Account.LongestName || Name?.Any(char.IsControl) == true) return Again("name", "Account.BadName");
        if (Language is null || !Words.Languages.Contains(Language)) return Again("language", "Account.BadLanguage");
        await writer.WriteAsync(db => db.Accounts.Open().Where(a => a.Id == Session!.AccountId)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.Name, Name).SetProperty(x => x.Language, Language), stop), stop);
        IsSaved = true;
        return Page();
    }
}
