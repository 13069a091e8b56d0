using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using NewsSite.Articles;
using NewsSite.Web.Editions;

namespace NewsSite.Web.Pages.Shared;

/// <summary>Credits as people write them. Above and under the text they come from the same bylines, so they cannot disagree.</summary>
public static class Credits
{
    /// <summary>Such as "Translated by Anna and Taras", each name a link to the person.</summary>
    public static IHtmlContent Line(Edition here, Article article, Role role)
    {
        var names = article.CreditedAs(role).Select(c => Link(here.Link($"/author/{c.Slug}"), c.Name.In(here.Language))).ToList();
        return Fill(here[$"Credit.{role}"], Join(here, names));
    }

    /// <summary>The authors' names alone; the translators' where no author is known.</summary>
    public static string Names(Edition here, Article article)
    {
        var people = article.CreditedAs(Role.Author).ToList();
        if (people.Count == 0) people = [.. article.CreditedAs(Role.Translator)];
        return string.Concat(people.Select((p, i) => Before(here, i, people.Count) + Isolated(here, p.Name.In(here.Language))));
    }

    /// <summary>A name in other letters must not turn the order of the words around it (Unicode, UAX 9: first strong isolate).</summary>
    private static string Isolated(Edition here, string name) => here.Direction == "rtl" ? $"\u2068{name}\u2069" : name;

    public static IEnumerable<Role> RolesOf(Article article) => article.Bylines.Select(b => b.Role).Distinct().Order();

    /// <summary>Words with markup in the place of their `{0}`.</summary>
    public static IHtmlContent Fill(string words, IHtmlContent part)
    {
        var place = words.IndexOf("{0}", StringComparison.Ordinal);
        return new HtmlContentBuilder().Append(words[..place]).AppendHtml(part).Append(words[(place + 3)..]);
    }

    public static IHtmlContent Link(string href, string words)
    {
        var link = new TagBuilder("a");
        link.Attributes["href"] = href;
        link.InnerHtml.Append(words);
        return link;
    }

    private static HtmlContentBuilder Join(Edition here, List<IHtmlContent> names)
    {
        var line = new HtmlContentBuilder();
        for (var i = 0; i < names.Count; i++) line.Append(Before(here, i, names.Count)).AppendHtml(names[i]);
        return line;
    }

    private static string Before(Edition here, int index, int count) => index == 0 ? "" : here[index == count - 1 ? "List.And" : "List.Comma"];
}
