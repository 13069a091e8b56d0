using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Mail;

namespace NewsSite.Web.Pages.Dev;

/// <summary>The letters that Development caught, for people and, as JSON, for programs. Not there for readers.</summary>
public sealed partial class MailPage(IHostEnvironment environment, CaughtMail caught) : ReaderPage
{
    /// <summary>A letter's style attributes, and nothing that is fetched.</summary>
    private const string LetterPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    public IReadOnlyList<CaughtLetter> Letters { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop)) return NotFound();
        if (Request.GetTypedHeaders().Accept.Any(a => a.MediaType == "application/json")) return new JsonResult(Letters);
        Head.Title = "Mail";
        Head.IsIndexed = false;
        return Page();
    }

    public async Task<IActionResult> OnGetHtmlAsync(string id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop)) return NotFound();
        Response.Headers.ContentSecurityPolicy = LetterPolicy;
        return Content(Letters[0].Html, "text/html; charset=utf-8");
    }

    /// <summary>The text with its addresses to click on.</summary>
    public static IHtmlContent Linked(string text)
    {
        var linked = new HtmlContentBuilder();
        var at = 0;
        foreach (Match link in Link().Matches(text))
        {
            linked.Append(text[at..link.Index]).AppendHtml("<a href=\"").Append(link.Value).AppendHtml("\">").Append(link.Value).AppendHtml("</a>");
            at = link.Index + link.Length;
        }

        return linked.Append(text[at..]);
    }

    private async Task<bool> FindAsync(string? id, CancellationToken stop)
    {
        if (!environment.IsDevelopment()) return false;
        Response.Headers.CacheControl = "no-store";
        Letters = [.. (await caught.AllAsync(stop)).Where(l => id is null || l.Id == id)];
        return id is null || Letters.Count == 1;
    }

    [GeneratedRegex(@"https?://[^\s)،,]+", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
