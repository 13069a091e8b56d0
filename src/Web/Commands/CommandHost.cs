namespace NewsSite.Web.Commands;

/// <summary>The rooms without the front end, for a command that does its work and ends.</summary>
internal static class CommandHost
{
    public static WebApplication Build(string[] configuration)
    {
        var builder = Site.Builder(configuration);
        builder.AddRooms();
        return builder.Build();
    }
}
