using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NewsSite.Site.Accounts;

/// <summary>A device that makes passkeys and signs with them, in a browser: an honest one, unless it is told otherwise.</summary>
/// <remarks>Source: W3C Web Authentication, level 3, 6.1 and 6.5; RFC 9052 for the key. ECDSA on P-256, attestation "none".</remarks>
public sealed class Device : IDisposable
{
    private readonly ECDsa pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(16);
    private string handle = "";

    /// <summary>Whether it checks who holds it.</summary>
    public bool Verifies { get; set; } = true;

    /// <summary>Whether somebody touched it.</summary>
    public bool IsTouched { get; set; } = true;

    /// <summary>Where the browser thinks it is.</summary>
    public string Origin { get; set; } = NewsSiteHost.BaseUrl;

    public bool IsInForeignFrame { get; set; }

    /// <summary>Whose key the device thinks it uses; null: what the page asked for.</summary>
    public string? Place { get; set; }

    public uint Count { get; set; }

    /// <summary>Signs something else than it says.</summary>
    public bool IsForger { get; set; }

    /// <summary>Makes its key, as `navigator.credentials.create` would have it.</summary>
    public string Make(JsonElement options)
    {
        handle = options.GetProperty("user").GetProperty("id").GetString()!;
        var point = pair.ExportParameters(includePrivateParameters: false).Q;
        byte[] key = [0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] said = [.. Said(options.GetProperty("rp").GetProperty("id").GetString()!, attested: 0x40), .. new byte[16], 0, (byte)id.Length, .. id, .. key];
        byte[] attestation = [0xa3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xa0, 0x68, .. "authData"u8, 0x58, (byte)said.Length, .. said];
        return Written(new() { ["clientDataJSON"] = Text(ClientData("webauthn.create", options)), ["attestationObject"] = Text(attestation), ["transports"] = new[] { "internal" } });
    }

    /// <summary>Signs, as `navigator.credentials.get` would have it.</summary>
    public string Sign(JsonElement options)
    {
        if (Count > 0) Count++;
        var client = ClientData("webauthn.get", options);
        var said = Said(options.GetProperty("rpId").GetString()!, attested: 0);
        byte[] signed = [.. said, .. SHA256.HashData(IsForger ? [.. client, 0] : client)];
        var signature = pair.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Written(new() { ["clientDataJSON"] = Text(client), ["authenticatorData"] = Text(said), ["signature"] = Text(signature), ["userHandle"] = handle });
    }

    /// <summary>Claims to be somebody else's key.</summary>
    public void Pretend(string account) => handle = Text(Encoding.UTF8.GetBytes(account));

    public void Dispose() => pair.Dispose();

    private byte[] Said(string place, byte attested)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(Place ?? place)), (byte)((IsTouched ? 1 : 0) | (Verifies ? 4 : 0) | attested), .. count];
    }

    private byte[] ClientData(string type, JsonElement options) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type, challenge = options.GetProperty("challenge").GetString(), origin = Origin, crossOrigin = IsInForeignFrame });

    private string Written(Dictionary<string, object> response) =>
        JsonSerializer.Serialize(new { id = Text(id), rawId = Text(id), type = "public-key", clientExtensionResults = new { }, response });

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
