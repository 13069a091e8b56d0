using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace NewsSite.Web.Editions;

/// <summary>Gives every reader page a second address under each edition's language.</summary>
internal sealed class EditionRoutes : IPageRouteModelConvention
{
    /// <summary>A page that takes any path answers only what nothing else does: no feed, no picture, no other page.</summary>
    private const int Last = 1000;

    public void Apply(PageRouteModel model)
    {
        foreach (var selector in model.Selectors.ToList())
        {
            var route = selector.AttributeRouteModel;
            if (route?.Template is not { } template || template.StartsWith("error", StringComparison.Ordinal) || template.StartsWith("dev/", StringComparison.Ordinal) || template.StartsWith("admin", StringComparison.Ordinal)) continue;
            if (template.StartsWith("{**", StringComparison.Ordinal)) route.Order = Last;
            var inEdition = new SelectorModel(selector)
            {
                AttributeRouteModel = new() { Template = AttributeRouteModel.CombineTemplates("{lang:edition}", template), Order = (route.Order ?? 0) - 1 },
            };
            model.Selectors.Add(inEdition);
        }
    }
}

/// <summary>Matches the language of another edition than the site's own: `/en/…` on an English site is no address.</summary>
internal sealed class EditionConstraint(EditionList editions, Settings settings) : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey] is string language && language != settings.Language && editions.Has(language);
}
