using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Access;
using NewsSite.Web.Editions;

namespace NewsSite.Web.Pages.Account;

/// <summary>Ends this browser's session. By button only: a picture's address in a comment must sign nobody out.</summary>
public sealed class SignOutPage(Entry entry, Edition here) : AccountPage
{
    public void OnGet() => Head.Title = here["SignOut.Title"];

    public async Task<IActionResult> OnPostAsync()
    {
        await entry.LeaveAsync(HttpContext);
        return LocalRedirect(here.Link("/"));
    }
}
