using System.Text;
using NewsSite.Accounts;

namespace NewsSite.Web.Access;

/// <summary>What script asks before it turns to the device. The answer comes back as an ordinary form.</summary>
internal static class PasskeyRoutes
{
    public static void MapPasskeys(this IEndpointRouteBuilder app)
    {
        app.MapPost("/account/sign-in/passkey", (HttpContext context, Passkeys keys, Entry entry) => SignInAsync(context, keys, entry, SessionKind.Reader)).WithMetadata(new Row("passkey sign-in"));
        app.MapPost("/admin/sign-in/passkey", (HttpContext context, Passkeys keys, Entry entry) => SignInAsync(context, keys, entry, SessionKind.Staff)).WithMetadata(new Row("passkey sign-in"));
        app.MapPost("/admin/set-up/{token}/passkey", async (string token, HttpContext context, SetUp setUp, Entry entry) =>
            Told(await setUp.AskAsync(token, entry.BrowserOf(context), context.RequestAborted))).WithMetadata(new Row("passkey sign-in"));
        app.MapPost("/account/passkeys/options", async (HttpContext context, Passkeys keys, Entry entry) =>
            Told(await keys.AskToEnrolAsync(context.SignedIn!.AccountId, context.SignedIn!.Kind, entry.BrowserOf(context), context.RequestAborted))).WithMetadata(new Row("passkey enrol"));
    }

    private static async Task<IResult> SignInAsync(HttpContext context, Passkeys keys, Entry entry, SessionKind door) =>
        Told(await keys.AskToSignInAsync(door, entry.BrowserOf(context), context.RequestAborted));

    private static IResult Told(PasskeyQuestion? question) => question is null
        ? Results.StatusCode(StatusCodes.Status410Gone)
        : Results.Text(FormattableString.Invariant($$"""{"ceremony":{{question.Ceremony}},"options":{{question.Options}}}"""), "application/json", Encoding.UTF8);
}
