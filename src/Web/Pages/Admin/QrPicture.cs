using Microsoft.AspNetCore.Html;
using QRCoder;

namespace NewsSite.Web.Pages.Admin;

/// <summary>A text as squares for a camera, drawn into the page: no other address is asked, and nothing of it is kept. Dark on light whatever the page's colours, or cameras fail.</summary>
public static class QrPicture
{
    public static IHtmlContent Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        return new HtmlString(picture.GetGraphic(4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute));
    }
}
