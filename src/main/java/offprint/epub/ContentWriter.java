package offprint.epub;

import java.io.IOException;
import java.util.List;
import offprint.document.Block;
import offprint.document.Document;
import offprint.document.Metadata;
import offprint.style.Tag;

/**
 * Writes the article as content documents: masthead, body, what is said about the author, notes,
 * links. Every node of the model is the element that {@link Tag} says.
 */
final class ContentWriter {
  private final Edition edition;
  private final Document document;
  private final List<String> sheets;

  /**
   * @param sheets the hrefs of the style sheets, in order
   */
  ContentWriter(Edition edition, List<String> sheets) {
    this.edition = edition;
    this.document = edition.document();
    this.sheets = sheets;
  }

  /** All content documents, in reading order. */
  void write(Manifest manifest) throws IOException {
    for (Division.Part part : edition.division().parts()) {
      String heading = part.heading();
      String title = heading == null ? document.metadata().title() : heading;
      Xhtml body = new Xhtml();
      write(part, body);
      String id = part.href().replace(".xhtml", "");
      manifest.put(id, part.href(), Manifest.XHTML, page(edition, title, sheets, body));
    }
  }

  /**
   * A whole XHTML file.
   *
   * @param title of the document, not to be seen in it
   * @param body what its body holds
   */
  static String page(Edition edition, String title, List<String> sheets, Xhtml body) {
    Xhtml page = new Xhtml();
    page.open(
            Tag.ROOT,
            "xmlns",
            "http://www.w3.org/1999/xhtml",
            "xmlns:epub",
            "http://www.idpf.org/2007/ops",
            "lang",
            edition.language(),
            "dir",
            edition.isRightToLeft() ? "rtl" : null)
        .line();
    page.open(Tag.of("head")).line();
    page.empty(Tag.of("meta"), "charset", "utf-8").line();
    page.open(Tag.of("title")).text(title).close().line();
    for (String sheet : sheets) {
      page.empty(Tag.of("link"), "rel", "stylesheet", "type", "text/css", "href", sheet).line();
    }
    page.close().line();
    page.open(Tag.BODY).line().append(body).close().line();
    page.close().line();
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n" + page;
  }

  private void write(Division.Part part, Xhtml out) {
    InlineWriter inlines = new InlineWriter(edition, part.href(), out);
    BlockWriter blocks = new BlockWriter(edition, out, inlines);
    if (part.equals(edition.division().first())) {
      edition.pages().open(part.href(), out);
      masthead(out, inlines);
      if (!document.summary().isEmpty()) {
        out.open(Tag.ABSTRACT, "epub:type", "abstract", "role", "doc-abstract").line();
        blocks.write(document.summary());
        out.close().line();
      }
    }
    blocks.write(part.body());
    boolean last = part.equals(edition.division().last());
    if (last && !document.about().isEmpty()) {
      about(out, blocks);
    }
    if (!part.footnotes().isEmpty()) {
      new NotesSection(edition, out, inlines, blocks).write(part.footnotes());
    }
    if (last && document.links().isShown()) {
      new LinksSection(edition, out, inlines).write();
    }
    if (last) {
      edition.pages().close(part.href(), out);
    }
  }

  private void masthead(Xhtml out, InlineWriter inlines) {
    Metadata metadata = document.metadata();
    out.open(Tag.MASTHEAD).line();
    out.open(Tag.TITLE);
    if (document.title().isEmpty()) {
      out.text(metadata.title());
    } else {
      inlines.write(document.title());
    }
    out.close().line();
    if (metadata.subtitle() != null) {
      line(out, Tag.SUBTITLE, metadata.subtitle());
    }
    List<Metadata.Author> authors = metadata.authors();
    if (!authors.isEmpty()) {
      List<String> names = authors.stream().map(Metadata.Author::name).toList();
      line(out, Tag.BYLINE, edition.wording().names(names));
    }
    metadata
        .affiliations(edition.wording())
        .forEach(affiliation -> line(out, Tag.AFFILIATION, affiliation));
    if (metadata.date() != null) {
      line(out, Tag.DATE, edition.wording().date(metadata.date()));
    }
    out.close().line();
  }

  private static void line(Xhtml out, Tag tag, String words) {
    out.open(tag).text(words).close().line();
  }

  private void about(Xhtml out, BlockWriter blocks) {
    int authors = document.metadata().authors().size();
    boolean hasHeading = document.about().getFirst() instanceof Block.Heading;
    String label = hasHeading ? null : edition.label(edition.wording().about(authors));
    out.open(Tag.ABOUT, "aria-label", label).line();
    blocks.write(document.about());
    out.close().line();
  }
}
