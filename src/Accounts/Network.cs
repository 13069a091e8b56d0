using System.Net;
using System.Net.Sockets;

namespace NewsSite.Accounts;

/// <summary>The network somebody comes from: all we ever note of an address.</summary>
public static class Network
{
    private const int Ipv4Bits = 24;
    private const int Ipv6Bits = 48;

    /// <summary>Such as `203.0.113.0/24` or `2001:db8:1::/48`: a household or a provider's customer at the least.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null) return "unknown";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        var bits = address.AddressFamily == AddressFamily.InterNetwork ? Ipv4Bits : Ipv6Bits;
        bytes.AsSpan(bits / 8).Clear();
        return $"{new IPAddress(bytes)}/{bits}";
    }
}

/// <summary>Who asks, as far as it may be noted.</summary>
/// <param name="AccountId">Null when nobody is signed in.</param>
/// <param name="Network">See <see cref="Accounts.Network"/>.</param>
/// <param name="Device">Such as `Firefox, Linux`.</param>
public sealed record Visitor(int? AccountId, string Network, string? Device = null)
{
    /// <summary>The program itself: a command, a job.</summary>
    public static Visitor Program { get; } = new(null, "program");
}
