using System.Net;
using NewsSite.Web.Editions;

namespace NewsSite.Web.Serving;

/// <summary>A page made without a view: whatever broke the pages must not break their excuse.</summary>
internal static class BarePage
{
    /// <param name="context">Its status is set already.</param>
    /// <param name="title">In the reader's language.</param>
    /// <param name="text">Likewise.</param>
    /// <param name="more">HTML after them, made of nothing that was not encoded.</param>
    public static Task WriteAsync(HttpContext context, string title, string text, string more)
    {
        var site = context.RequestServices.GetRequiredService<Settings>();
        var here = context.RequestServices.GetRequiredService<Edition>();
        string E(string text) => WebUtility.HtmlEncode(text);
        context.Response.ContentType = "text/html; charset=utf-8";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.WriteAsync($"""
            <!doctype html>
            <html lang="{here.WordsLanguage}" dir="{Edition.DirectionOf(here.WordsLanguage)}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>{E(title)} · {E(site.Name)}</title><link rel="stylesheet" href="/css/site.css"></head>
            <body><main class="notice-page"><p class="notice-paper"><a href="{here.Link("/")}">{E(site.Name)}</a></p><h1>{E(title)}</h1><p>{E(text)}</p>{more}</main></body>
            </html>
            """);
    }
}
