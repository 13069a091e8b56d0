using Microsoft.AspNetCore.Mvc;
using NewsSite.Accounts;
using NewsSite.Database;
using NewsSite.Web.Editions;
using NewsSite.Web.Privacy;

namespace NewsSite.Web.Pages.Account.Privacy;

/// <summary>Gives a person all that is stored about them, as a file to keep (GDPR art. 15 and 20).</summary>
public sealed class ExportPage(TakeHome home, Writer writer, TimeProvider clock, Edition here) : AccountPage
{
    public void OnGet() => Head.Title = here["Export.Title"];

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        OnGet();
        if (NeedsFreshProof) return AskForProof();
        var now = clock.GetUtcNow();
        var account = Session!.Account;
        await writer.WriteAsync(db => db.RecordAsync(Visitor, Acts.Exported, $"account {account.Id}", now), stop);
        Response.ContentType = "application/zip";
        Response.Headers.ContentDisposition = FormattableString.Invariant($"attachment; filename=\"about-me-{now:yyyy-MM-dd}.zip\"");

        // Through the writer, because the end of a file in an archive is written synchronously even when it is closed asynchronously (.NET 10).
        await using var body = Response.BodyWriter.AsStream(leaveOpen: true);
        await home.WriteAsync(body, account, now, stop);
        return new EmptyResult();
    }
}
