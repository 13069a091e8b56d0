using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace NewsSite.Web.Mail;

/// <summary>Puts a letter on paper: the same words once as HTML, once as plain text.</summary>
public sealed class LetterPaper(IServiceScopeFactory scopes)
{
    public async Task<(string Html, string Text)> WriteAsync(Letter letter)
    {
        await using var scope = scopes.CreateAsyncScope();
        return (await FillAsync("LetterAsHtml", letter, scope.ServiceProvider), await FillAsync("LetterAsText", letter, scope.ServiceProvider));
    }

    /// <summary>A view wants a request to stand in; letters are written when there is none, so it gets an empty one.</summary>
    private static async Task<string> FillAsync(string name, Letter letter, IServiceProvider services)
    {
        var place = new ActionContext(new DefaultHttpContext { RequestServices = services }, new(), new ActionDescriptor());
        var found = services.GetRequiredService<IRazorViewEngine>().GetView(null, $"/Mail/{name}.cshtml", isMainPage: true);
        found.EnsureSuccessful([]);
        await using var written = new StringWriter();
        var words = new ViewDataDictionary<Letter>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = letter };
        var kept = new TempDataDictionary(place.HttpContext, services.GetRequiredService<ITempDataProvider>());
        await found.View!.RenderAsync(new ViewContext(place, found.View, words, kept, written, new HtmlHelperOptions()));
        return written.ToString().Trim() + "\n";
    }
}
