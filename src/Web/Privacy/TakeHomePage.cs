using System.Text.Encodings.Web;
using NewsSite.Database;
using NewsSite.Web.Editions;

namespace NewsSite.Web.Privacy;

/// <summary>The file of an export that people read: plain HTML that needs nothing beside it, in their language.</summary>
internal sealed class TakeHomePage(Edition words, Settings settings, TextWriter text)
{
    public Task BeginAsync(DateTimeOffset now) => text.WriteAsync($"""
        <!doctype html>
        <html lang="{words.WordsLanguage}" dir="{Edition.DirectionOf(words.WordsLanguage)}">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{E(words["Privacy.Title"])} · {E(settings.Name)}</title></head>
        <body><main>
        <h1>{E(words["Privacy.Title"])}</h1>
        <p>{E(settings.Name)}, {E(settings.BaseUrl.AbsoluteUri)}, {Moment(now)}</p>
        <p>{E(words["Privacy.How"])}</p>

        """);

    public Task BeginTableAsync(PersonalTable table) => text.WriteAsync($"""
        <section>
        <h2>{E(words[$"PersonalTable.{table.Name}"])}</h2>
        <p>{E(words[$"PersonalKept.{table.Name}"])}</p>

        """);

    public async Task WriteRowAsync(int number, IEnumerable<(string What, object? Value)> columns)
    {
        await text.WriteAsync($"<h3>{number.ToString(words.Culture)}</h3>\n<dl>\n");
        foreach (var (what, value) in columns.Where(c => c.Value is not null)) await text.WriteAsync($"<dt>{E(words[$"Personal.{what}"])}</dt><dd>{Shown(value!)}</dd>\n");
        await text.WriteAsync("</dl>\n");
    }

    public Task EndTableAsync(int rows) => text.WriteAsync((rows > 0 ? "" : $"<p>{E(words["Export.Nothing"])}</p>\n") + "</section>\n");

    public Task EndAsync() => text.WriteAsync("</main></body>\n</html>\n");

    private string Shown(object value) => value switch
    {
        DateTimeOffset at => Moment(at),
        Enum word when words.Knows(word) => E(words.Of(word)),
        _ => $"<bdi>{E(TakeHome.Plain(value) ?? "")}</bdi>",
    };

    private string Moment(DateTimeOffset at)
    {
        using var element = new StringWriter();
        words.TimeElement(at, withTime: true).WriteTo(element, HtmlEncoder.Default);
        return element.ToString();
    }

    private static string E(string text) => System.Net.WebUtility.HtmlEncode(text);
}
