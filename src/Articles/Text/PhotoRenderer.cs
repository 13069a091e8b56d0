using Markdig.Extensions.Figures;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NewsSite.Articles;

/// <summary>Writes pictures as figures with every size and format there is, and a picture that is not ours as a link: a reader's browser asks no other host.</summary>
internal sealed class PhotoRenderer(string language, IReadOnlyDictionary<string, Photo> photos) : HtmlObjectRenderer<LinkInline>
{
    private readonly LinkInlineRenderer links = new();

    public static void Register(HtmlRenderer renderer, string language, IReadOnlyDictionary<string, Photo> photos)
    {
        var pictures = new PhotoRenderer(language, photos);
        renderer.ObjectRenderers.Replace<LinkInlineRenderer>(pictures);
        renderer.ObjectRenderers.Replace<ParagraphRenderer>(new Paragraphs(pictures));
        renderer.ObjectRenderers.Replace<HtmlFigureRenderer>(new Figures(pictures));
        renderer.ObjectRenderers.Replace<Markdig.Extensions.Tables.HtmlTableRenderer>(new Tables());
        renderer.ObjectRenderers.Replace<Markdig.Extensions.Footnotes.HtmlFootnoteLinkRenderer>(new FootnoteLinks());
    }

    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        if (!link.IsImage) links.Write(renderer, link);
        else if (Find(link) is { } photo) WritePicture(renderer, link, photo);
        else if (TextRules.MayLead(link.Url)) WriteElsewhere(renderer, link);
        else renderer.WriteEscape(AltOf(link));
    }

    private Photo? Find(LinkInline link) => TextRules.PhotoKey(link.Url) is { } key ? photos.GetValueOrDefault(key) : null;

    private void WritePicture(HtmlRenderer renderer, LinkInline link, Photo photo)
    {
        var alt = AltOf(link);
        renderer.Write(PhotoSizes.Picture(photo, alt.Length > 0 ? alt : photo.Alt.In(language), "(min-width: 46rem) 42rem, 100vw", lazy: true));
    }

    /// <summary>No visible words of ours: what readers see of an imported text is what they saw before.</summary>
    private static void WriteElsewhere(HtmlRenderer renderer, LinkInline link)
    {
        var alt = AltOf(link);
        renderer.Write("<a class=\"photo-elsewhere\" rel=\"noreferrer\" href=\"").WriteEscapeUrl(link.Url).Write("\" aria-label=\"");
        renderer.WriteEscape(alt.Length > 0 ? alt : Path.GetFileName(link.Url!.Split('?')[0])).Write("\"></a>");
    }

    private static string AltOf(LinkInline link)
    {
        using var words = new StringWriter();
        var plain = new HtmlRenderer(words) { EnableHtmlForInline = false, EnableHtmlEscape = false };
        plain.WriteChildren(link);
        return words.ToString();
    }

    /// <summary>The picture when it is all there is in the paragraph.</summary>
    private static LinkInline? AloneIn(ParagraphBlock paragraph) =>
        paragraph.Inline?.FirstChild is LinkInline { IsImage: true, NextSibling: null } link ? link : null;

    private static void WriteCredit(HtmlRenderer renderer, Photo? photo)
    {
        if (photo?.Credit is { Length: > 0 } credit) renderer.Write("<span class=\"photo-credit\">").WriteEscape(credit).Write("</span>");
    }

    private sealed class Paragraphs(PhotoRenderer pictures) : HtmlObjectRenderer<ParagraphBlock>
    {
        private readonly ParagraphRenderer plain = new();

        protected override void Write(HtmlRenderer renderer, ParagraphBlock paragraph)
        {
            if (AloneIn(paragraph) is not { } link || pictures.Find(link) is not { } photo)
            {
                plain.Write(renderer, paragraph);
                return;
            }

            if (paragraph.Parent is Figure)
            {
                renderer.Write(link);
                return;
            }

            renderer.Write("<figure class=\"photo\">").Write(link);
            if (photo.Credit is { Length: > 0 })
            {
                renderer.Write("<figcaption>");
                WriteCredit(renderer, photo);
                renderer.Write("</figcaption>");
            }

            renderer.WriteLine("</figure>");
        }
    }

    private sealed class Figures(PhotoRenderer pictures) : HtmlObjectRenderer<Figure>
    {
        protected override void Write(HtmlRenderer renderer, Figure figure)
        {
            var photo = figure.OfType<ParagraphBlock>().Select(AloneIn).OfType<LinkInline>().Select(pictures.Find).OfType<Photo>().FirstOrDefault();
            renderer.EnsureLine();
            renderer.Write("<figure class=\"photo\">");
            foreach (var block in figure)
            {
                if (block is not FigureCaption caption)
                {
                    renderer.Write(block);
                    continue;
                }

                if (caption.Inline?.FirstChild is null && photo?.Credit is null) continue;
                renderer.Write("<figcaption>").WriteLeafInline(caption);
                if (photo?.Credit is not null) renderer.Write(" ");
                WriteCredit(renderer, photo);
                renderer.Write("</figcaption>");
            }

            renderer.WriteLine("</figure>");
        }
    }

    /// <summary>Column alignment by class, for the policy of the page allows no style in the text; a wide table scrolls in its own box, which the keyboard reaches too.</summary>
    private sealed class Tables : HtmlObjectRenderer<Markdig.Extensions.Tables.Table>
    {
        private readonly Markdig.Extensions.Tables.HtmlTableRenderer plain = new();

        protected override void Write(HtmlRenderer renderer, Markdig.Extensions.Tables.Table table)
        {
            foreach (var row in table.OfType<Markdig.Extensions.Tables.TableRow>())
                for (var i = 0; i < row.Count && i < table.ColumnDefinitions.Count; i++)
                    if (table.ColumnDefinitions[i].Alignment is { } alignment and not Markdig.Extensions.Tables.TableColumnAlign.Left)
                        row[i].GetAttributes().AddClass(alignment == Markdig.Extensions.Tables.TableColumnAlign.Center ? "align-center" : "align-end");
            foreach (var column in table.ColumnDefinitions) column.Alignment = null;

            if (table.FirstOrDefault() is Markdig.Extensions.Tables.TableRow { IsHeader: true } head && head.All(IsEmpty)) table.Remove(head);

            renderer.EnsureLine();
            renderer.Write("<div class=\"table-scroll\" tabindex=\"0\">");
            plain.Write(renderer, table);
            renderer.WriteLine("</div>");
        }

        /// <summary>Markdown has no table without a head; one of empty cells is none.</summary>
        private static bool IsEmpty(Block cell) => cell is Markdig.Extensions.Tables.TableCell { Count: 0 } or Markdig.Extensions.Tables.TableCell { Count: 1 } and [ParagraphBlock { Inline.FirstChild: null }];
    }

    /// <summary>The way back from a footnote has a sign by style sheet only: a sign in the text would be read out, quoted and counted.</summary>
    private sealed class FootnoteLinks : HtmlObjectRenderer<Markdig.Extensions.Footnotes.FootnoteLink>
    {
        private readonly Markdig.Extensions.Footnotes.HtmlFootnoteLinkRenderer plain = new();

        protected override void Write(HtmlRenderer renderer, Markdig.Extensions.Footnotes.FootnoteLink link)
        {
            if (!link.IsBackLink) plain.Write(renderer, link);
            else renderer.Write(FormattableString.Invariant($"<a href=\"#fnref:{link.Index}\" class=\"footnote-back-ref\" aria-label=\"↩ {link.Footnote.Order}\"></a>"));
        }
    }
}
