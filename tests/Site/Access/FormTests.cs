using System.Net;
using System.Text;
using NewsSite.Site.Commands;

namespace NewsSite.Site.Access;

/// <summary>What no honest browser sends: a clear answer with the right status, and never a broken page.</summary>
public sealed class FormTests(SqliteSite site) : SiteTests(site), IClassFixture<SqliteSite>
{
    private const string Urlencoded = "application/x-www-form-urlencoded";

    public static TheoryData<string, string, string?> Malformed =>
    [
        .. from origin in new[] { "same-origin", null }
           from form in new (string Type, string Body)[]
           {
               (Urlencoded, string.Join('&', Enumerable.Range(0, 3000).Select(n => $"f{n}=x"))),
               (Urlencoded, new string('k', 5000) + "=x"),
               ("multipart/form-data; boundary=x", "--y nonsense"),
               ("multipart/form-data", "x"),
               ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\nno end"),
           }
           select (form.Type, form.Body, origin),
    ];

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task A_form_that_cannot_be_read_is_a_bad_request(string type, string body, string? origin)
    {
        using var form = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        form.Headers.TryAddWithoutValidation("Content-Type", type);

        var answer = await Site.Send(HttpMethod.Post, "/account/sign-in", form, origin is null ? ("X-Nothing", "said") : ("Sec-Fetch-Site", origin));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Words("h1"));
    }

    [Fact]
    public async Task A_form_larger_than_any_of_ours_is_too_large()
    {
        using var node = await Node.StartAsync(Site, Stop);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in") { Content = new StringContent("email=" + new string('a', 300_000), Encoding.ASCII, Urlencoded) };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");

        using var answer = await node.Browser.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }
}
