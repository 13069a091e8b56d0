using System.Net;
using NewsSite.Accounts;
using NewsSite.Web.Editions;
using NewsSite.Web.Serving;

namespace NewsSite.Web.Access;

/// <summary>The question put to a browser that did not say where a form came from: the same form, with nothing lost, and a button. Another site can neither read it nor set its cookie.</summary>
internal static class AskedForm
{
    private const string Field = "_asked";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public static async Task<bool> IsAnsweredAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var secret = context.RequestServices.GetRequiredService<Cookies>().Read(context, Cookies.Form);
        return secret is not null && form[Field] == Secret.HashOf(secret);
    }

    public static async Task AskAsync(HttpContext context)
    {
        var secret = Secret.New();
        context.RequestServices.GetRequiredService<Cookies>().Write(context, Cookies.Form, secret, Lifetime);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.Headers.CacheControl = "no-store";
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var fields = form.Where(f => f.Key != Field).SelectMany(f => f.Value.Select(v => (f.Key, Value: v ?? ""))).Append((Key: Field, Value: Secret.HashOf(secret)));
        var here = context.RequestServices.GetRequiredService<Edition>();
        await BarePage.WriteAsync(context, here["Asked.Title"], here["Asked.Text"], Body(context, here, fields));
    }

    private static string Body(HttpContext context, Edition here, IEnumerable<(string Key, string Value)> fields)
    {
        var address = context.Request.Path.ToUriComponent() + context.Request.QueryString.ToUriComponent();
        string E(string text) => WebUtility.HtmlEncode(text);
        var hidden = string.Concat(fields.Select(f => $"<input type=\"hidden\" name=\"{E(f.Key)}\" value=\"{E(f.Value)}\">"));
        return $"<form method=\"post\" action=\"{E(address)}\">{hidden}<p><button class=\"button\">{E(here["Asked.Act"])}</button></p></form>";
    }
}
