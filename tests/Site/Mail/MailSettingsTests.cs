using NewsSite.Site.Commands;

namespace NewsSite.Site.Mail;

/// <summary>What an operator says about the mail server, and what the program says to it.</summary>
public sealed class MailSettingsTests
{
    [Fact]
    public async Task Every_wrong_setting_is_named_by_its_key_and_no_password_is_shown()
    {
        using var program = new BuiltProgram(("Mail:Smtp:Host", "no host"), ("Mail:Smtp:Port", "70000"), ("Mail:Smtp:Security", "Ssl"), ("Mail:Smtp:Password", "hunter2"), ("Mail:From", "The Desk"));

        var said = await program.RunAsync("doctor");

        Assert.Equal(1, said.Code);
        Assert.Equal(["Mail:Smtp:Host", "Mail:Smtp:Security", "Mail:Smtp:Port", "Mail:Smtp:User", "Mail:From"], said.Error.TrimEnd().Split('\n').Select(line => line.Split(": ")[0]));
        Assert.DoesNotContain("hunter2", said.Error + said.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_server_the_doctor_says_that_mail_is_off()
    {
        using var program = new BuiltProgram();
        await program.RunAsync("migrate");

        var said = await program.RunAsync("doctor");

        Assert.Contains("off   mail: Mail:Smtp:Host is not set", said.Out.Split('\n'));
        Assert.Equal(0, said.Code);
        Assert.False(Directory.Exists(Path.Combine(program.Folder, "mail")) || Directory.Exists(Path.Combine(program.Folder, "keys")));
    }

    [Fact]
    public async Task The_doctor_goes_as_far_as_the_door_and_sends_nothing()
    {
        await using var server = new SmtpStub();
        using var program = With(server, ("Mail:Smtp:User", "desk"), ("Mail:Smtp:Password", "hunter2"), ("Mail:Smtp:Security", "None"));

        var said = await program.RunAsync("doctor");

        Assert.Contains(FormattableString.Invariant($"ok    mail: 127.0.0.1:{server.Port} lets us in"), said.Out.Split('\n'));
        Assert.Equal(["EHLO", "AUTH", "QUIT"], server.Heard.Select(line => line.Split(' ')[0]));
        Assert.Empty(server.Taken);
    }

    [Fact]
    public async Task The_doctor_says_why_the_door_is_shut()
    {
        await using var server = new SmtpStub();
        using var program = With(server, ("Mail:Smtp:User", "desk"), ("Mail:Smtp:Password", "hunter2"), ("Mail:Smtp:Security", "None"));
        server.Next(new Misdeed(Stage.Password, "535 5.7.8 desk/hunter2 is wrong"));

        var said = await program.RunAsync("doctor");

        Assert.Equal(1, said.Code);
        Assert.Contains("WRONG mail: The mail server does not know Mail:Smtp:User with Mail:Smtp:Password", said.Out.Split('\n'));
        Assert.DoesNotContain("hunter2", said.Error + said.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Auto", "The mail server offers no encryption, and the password is not sent without (Mail:Smtp:Security)")]
    [InlineData("StartTls", "The mail server does not offer what Mail:Smtp:Security or Mail:Smtp:User asks for")]
    [InlineData("Tls", "No connection to the mail server that is encrypted and can be trusted")]
    public async Task A_password_is_not_sent_in_the_open(string security, string why)
    {
        await using var server = new SmtpStub();
        using var program = With(server, ("Mail:Smtp:User", "desk"), ("Mail:Smtp:Password", "hunter2"), ("Mail:Smtp:Security", security));

        var said = await program.RunAsync("doctor");

        Assert.Contains("WRONG mail: " + why, said.Out.Split('\n'));
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_to_be_away()
    {
        var server = new SmtpStub();
        var port = server.Port;
        await server.DisposeAsync();
        using var program = new BuiltProgram(("Mail:Smtp:Host", "127.0.0.1"), ("Mail:Smtp:Port", FormattableString.Invariant($"{port}")));

        Assert.Contains("WRONG mail: The mail server cannot be reached", (await program.RunAsync("doctor")).Out.Split('\n'));
    }

    private static BuiltProgram With(SmtpStub server, params (string Key, string Value)[] more) =>
        new([("Mail:Smtp:Host", "127.0.0.1"), ("Mail:Smtp:Port", FormattableString.Invariant($"{server.Port}")), .. more]);
}
