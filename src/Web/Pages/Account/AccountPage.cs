using NewsSite.Accounts;
using NewsSite.Web.Access;

namespace NewsSite.Web.Pages.Account;

/// <summary>A page for one person: never kept by anything, never indexed, its address told to nobody.</summary>
public abstract class AccountPage : ReaderPage
{
    protected AccountPage() => Head.IsIndexed = false;

    /// <summary>What is wrong with what was typed: field to the words' key.</summary>
    public Dictionary<string, string> Faults { get; } = [];

    /// <summary>The session; where the table of permissions asks for one there is one.</summary>
    public Session? Session => HttpContext.SignedIn;

    /// <summary>What cannot be taken back asks for a proof of the last ten minutes: a page that shows `_FreshProof` then, and does nothing.</summary>
    public bool NeedsFreshProof => Session?.IsFresh(HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()) != true;

    protected Visitor Visitor => HttpContext.Visitor;

    /// <summary>The same page, which asks for the proof.</summary>
    protected Microsoft.AspNetCore.Mvc.IActionResult AskForProof()
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Page();
    }

    /// <summary>The same page again, with what was typed and what is wrong with it.</summary>
    protected Microsoft.AspNetCore.Mvc.IActionResult Again(string field, string fault)
    {
        Faults[field] = fault;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>For pages whose address is a secret.</summary>
    protected void KeepAddressSecret() => Response.Headers["Referrer-Policy"] = "no-referrer";
}
