using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NewsSite.Site;

/// <summary>An answer of the site, parsed.</summary>
public sealed class Page
{
    private readonly Dictionary<string, string> headers;

    private Page(HttpStatusCode status, string text, Dictionary<string, string> headers) =>
        (Status, Text, this.headers, Document) = (status, text, headers, new HtmlParser().ParseDocument(text));

    public HttpStatusCode Status { get; }

    /// <summary>The body as it came.</summary>
    public string Text { get; }

    public byte[] Bytes { get; private init; } = [];

    public IHtmlDocument Document { get; }

    /// <summary>The cookies it sets, as it says so.</summary>
    public IReadOnlyList<string> SetCookies { get; private init; } = [];

    public string? Location => Header("Location");

    /// <summary>All of them, by name.</summary>
    public IReadOnlyDictionary<string, string> Headers => headers;

    public string? Header(string name) => headers.GetValueOrDefault(name);

    /// <summary>What a person reads at this place of the page, with single spaces; null when there is no such place.</summary>
    public string? Words(string selector) => Document.QuerySelector(selector)?.TextContent is { } text ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : null;

    public IEnumerable<IElement> All(string selector) => Document.QuerySelectorAll(selector);

    /// <summary>The addresses the page links to.</summary>
    public IEnumerable<string> Links => All("a[href]").Select(a => a.GetAttribute("href")!);

    internal static async Task<Page> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
            return new(response.StatusCode, await response.Content.ReadAsStringAsync(), headers) { Bytes = await response.Content.ReadAsByteArrayAsync(), SetCookies = response.Headers.TryGetValues("Set-Cookie", out var set) ? [.. set] : [] };
        }
    }
}
