using System.Security.Cryptography;
using System.Text;

namespace NewsSite.Import.WordPress;

/// <summary>One number over all of an item that an import looks at: the same number, and nothing has changed at its source.</summary>
internal static class InputHash
{
    public static string Of(Converted made)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var item = made.Item;
        void Add(string? part)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part ?? ""));
            hash.AppendData([0]);
        }

        foreach (var part in new[] { item.Title, item.Link, item.Guid, item.PubDate, item.Creator, item.Content, item.Excerpt, made.Language, made.PageAddress, made.Headline }) Add(part);
        foreach (var name in (string[])["post_date", "post_date_gmt", "post_modified_gmt", "post_name", "status", "post_parent", "post_type", "post_password", "attachment_url"]) Add(item.Field(name));
        foreach (var term in item.Terms) Add($"{term.Domain}|{term.Slug}|{term.Name}");
        foreach (var meta in item.Meta.Where(m => m.Key is "_thumbnail_id" or "footnotes" or "_yoast_wpseo_primary_category" or "_wp_attachment_image_alt")) Add($"{meta.Key}|{meta.Value}");
        foreach (var credit in made.Credits.Credits) Add($"{credit.Role}|{credit.Name}");
        foreach (var picture in made.Pictures) Add(picture.Key);
        Add(made.Lead?.Key);
        if (item.Content.Contains("[gallery", StringComparison.Ordinal) || item.Content.Contains("wp-image-", StringComparison.Ordinal)) Add(made.Markdown);
        foreach (var address in made.OldAddresses) Add(address);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
