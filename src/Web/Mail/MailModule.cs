using NewsSite.Database;

namespace NewsSite.Web.Mail;

/// <summary>What the rest of the program needs of mail.</summary>
internal static class MailModule
{
    /// <summary>The way out: a server where one is set; in Development else a folder; else none.</summary>
    public static void AddMail(this IServiceCollection services, Settings settings, IHostEnvironment environment)
    {
        services.AddSingleton<CaughtMail>();
        if (settings.Mail.Host is not null) services.AddSingleton<IMailTransport, SmtpTransport>();
        else if (environment.IsDevelopment()) services.AddSingleton<IMailTransport>(provider => provider.GetRequiredService<CaughtMail>());
        else services.AddSingleton<IMailTransport, NoMail>();
    }

    /// <summary>The letters themselves, which are made as pages are.</summary>
    public static void AddLetters(this IServiceCollection services)
    {
        services.AddSingleton<LetterPaper>();
        services.AddSingleton<LetterWords>();
        services.AddSingleton<Postroom>();
        services.AddSingleton<IJobKind, NoticeLetter>();
        services.AddSingleton<IJobKind, SignInLetter>();
    }
}
