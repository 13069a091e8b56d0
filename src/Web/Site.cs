using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Database;
using NewsSite.Import;
using NewsSite.Web.Access;
using NewsSite.Web.Editions;
using NewsSite.Web.Feeds;
using NewsSite.Web.Mail;
using NewsSite.Web.Serving;
using Serilog;

namespace NewsSite.Web;

/// <summary>How the site is put together: what it is made of, and in which order a request passes through it.</summary>
public static class Site
{
    public static WebApplicationBuilder Builder(string[] args)
    {
        // The published program finds its pages and assets beside itself, wherever it is started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Host.UseSerilog(Logs.Configure);
        return builder;
    }

    /// <summary>The rooms, and what every command needs of them.</summary>
    public static void AddRooms(this WebApplicationBuilder builder)
    {
        var settings = Settings.Read(builder.Configuration, builder.Environment);
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(settings.ClockOffset == TimeSpan.Zero ? TimeProvider.System : new MovedClock(settings.ClockOffset));
        services.AddNewsDb(settings.Database, DesignTime.Rooms);
        services.AddJobs(settings.Jobs);
        services.AddArticles(settings.Database.Provider, settings.MediaDirectory);
        services.AddAccounts(settings.BaseUrl);
        services.AddImport(settings.Language);
        services.AddKeyRing(settings);
        services.AddMail(settings, builder.Environment);
        services.AddSingleton<Demo.DemoContent>();
    }

    /// <summary>The front end.</summary>
    public static void AddPages(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(kestrel => Security.Limit(kestrel.Limits, kestrel));
        services.AddHttpContextAccessor();
        services.AddSingleton<Cookies>();
        services.AddSingleton<Entry>();
        services.AddSingleton<Throttle>();
        services.AddSingleton<EditionList>();
        services.AddSingleton<PageStore>();
        services.AddScoped(provider => EditionOf(provider));
        services.AddScoped<Menu>();
        services.AddLetters();
        services.Configure<RouteOptions>(routes => routes.ConstraintMap["edition"] = typeof(EditionConstraint));
        services.AddRazorPages(pages =>
        {
            pages.Conventions.Add(new EditionRoutes());

            // A form's origin is checked by SameOrigin; a token would make every page another's.
            pages.Conventions.ConfigureFilter(new Microsoft.AspNetCore.Mvc.IgnoreAntiforgeryTokenAttribute());
        });
        services.Configure<Microsoft.Extensions.WebEncoders.WebEncoderOptions>(encoders => encoders.TextEncoderSettings = new(System.Text.Unicode.UnicodeRanges.All));
        services.AddHostedService<Workers>();
        services.AddScoped<Privacy.TakeHome>();
        services.AddUpkeep();
        services.AddHealthChecks();
        services.AddProblemDetails();
    }

    public static void UsePipeline(this WebApplication app)
    {
        app.UseProxies();
        app.UseMiddleware<RequestLog>();
        app.Use(Security.Headers);
        app.UseMiddleware<Failures>();
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.Use(Security.Methods);
        app.UseMiddleware<SameOrigin>();
        app.Use(OneAddress.Normalise);
        app.Use(FormerAddresses.Forward);
        app.Use(async (context, next) =>
        {
            await context.RequestServices.GetRequiredService<EditionList>().RefreshAsync(context.RequestAborted);
            await next(context);
        });
        app.UseRouting();
        app.UseMiddleware<Gate>();
        app.UseMiddleware<PageStoreMiddleware>();
        app.MapStaticAssets();
        app.MapHealth();
        app.MapMedia();
        app.MapFeeds();
        app.MapPasskeys();
        app.MapRazorPages().WithStaticAssets();
    }

    private static Edition EditionOf(IServiceProvider provider)
    {
        var settings = provider.GetRequiredService<Settings>();
        var context = provider.GetRequiredService<IHttpContextAccessor>().HttpContext;
        if (context is null) return new(settings.Language, settings);
        if (context.Request.Path.StartsWithSegments("/admin") && context.SignedIn is { } session) return new(session.Account.Language, settings);
        var path = context.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>()?.OriginalPath ?? context.Request.Path.Value ?? "/";
        return new(provider.GetRequiredService<EditionList>().LanguageOf(path), settings);
    }

    /// <summary>The program's clock, moved for tests.</summary>
    private sealed class MovedClock(TimeSpan offset) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + offset;
    }
}
