package offprint.epub;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import offprint.document.Document;
import offprint.document.Outline;
import offprint.style.Tag;
import offprint.xml.XmlText;
import org.jspecify.annotations.Nullable;

/**
 * The nav, which every EPUB needs (EPUB 3.3, section 7), and the entries that the NCX shares with
 * it. It is no page of the book: a short article has no printed contents.
 */
final class NavigationDocument {
  static final String HREF = "nav.xhtml";

  /**
   * An entry of the contents.
   *
   * @param href with its fragment
   * @param language of the title; null for the article's
   */
  record Entry(String title, String href, List<Entry> entries, @Nullable String language) {
    Entry(String title, String href, List<Entry> entries) {
      this(title, href, entries, null);
    }
  }

  private final Edition edition;
  private final List<String> sheets;
  private final @Nullable String cover;

  /**
   * @param cover the cover's href; null where there is none
   */
  NavigationDocument(Edition edition, List<String> sheets, @Nullable String cover) {
    this.edition = edition;
    this.sheets = sheets;
    this.cover = cover;
  }

  /**
   * The headings, and the closing list of links; an article without any of these gets its title as
   * the one entry.
   */
  List<Entry> entries() {
    Document document = edition.document();
    List<Entry> entries = new ArrayList<>(entries(Outline.of(document).entries()));
    if (entries.isEmpty()) {
      entries.add(
          new Entry(document.metadata().title(), edition.division().first().href(), List.of()));
    }
    if (document.links().isShown()) {
      String list = edition.division().last().href() + "#" + edition.uses().listId();
      entries.add(
          new Entry(edition.wording().links(), list, List.of(), edition.wording().foreign()));
    }
    return entries;
  }

  private List<Entry> entries(List<Outline.Entry> outline) {
    List<Entry> entries = new ArrayList<>();
    for (Outline.Entry entry : outline) {
      String href = Objects.requireNonNull(edition.division().href(entry.id()));
      // An entry without words, of a heading that is a picture without an alternative, would be an
      // error; those below it take its place.
      if (XmlText.clean(entry.title()).isBlank()) {
        entries.addAll(entries(entry.entries()));
      } else {
        entries.add(
            new Entry(entry.title().strip(), href + "#" + entry.id(), entries(entry.entries())));
      }
    }
    return entries;
  }

  String xhtml() {
    Xhtml body = new Xhtml();
    body.open(
            Tag.of("nav"),
            "epub:type",
            "toc",
            "role",
            "doc-toc",
            "id",
            "toc",
            "aria-labelledby",
            "contents")
        .line();
    body.open(Tag.of("h1"), "id", "contents", "lang", edition.wording().foreign());
    body.text(edition.wording().contents()).close().line();
    list(body, entries());
    body.close().line();
    pages(body);
    landmarks(body);
    if (cover != null) {
      cover(body, cover);
    }
    return ContentWriter.page(edition, edition.document().metadata().title(), sheets, body);
  }

  private static void list(Xhtml body, List<Entry> entries) {
    body.open(Tag.of("ol")).line();
    for (Entry entry : entries) {
      body.open(Tag.LIST_ITEM);
      body.open(Tag.of("a"), "href", entry.href(), "lang", entry.language());
      body.text(entry.title()).close();
      if (!entry.entries().isEmpty()) {
        body.line();
        list(body, entry.entries());
      }
      body.close().line();
    }
    body.close().line();
  }

  private void pages(Xhtml body) {
    if (edition.pages().isEmpty()) {
      return;
    }
    body.open(
            Tag.of("nav"),
            "epub:type",
            "page-list",
            "role",
            "doc-pagelist",
            "hidden",
            "hidden",
            "aria-label",
            edition.wording().pages(),
            "lang",
            edition.wording().foreign())
        .line();
    list(
        body,
        edition.pages().targets().stream()
            .map(page -> new Entry(page.label(), page.href(), List.of()))
            .toList());
    body.close().line();
  }

  // For programs rather than readers: the contents name the same places.
  private void landmarks(Xhtml body) {
    body.open(
            Tag.of("nav"),
            "epub:type",
            "landmarks",
            "hidden",
            "hidden",
            "aria-label",
            edition.wording().text(),
            "lang",
            edition.wording().foreign())
        .line();
    body.open(Tag.of("ol")).line();
    body.open(Tag.LIST_ITEM)
        .open(Tag.of("a"), "epub:type", "bodymatter", "href", edition.division().first().href())
        .text(edition.wording().text())
        .close()
        .close()
        .line();
    body.close().line();
    body.close().line();
  }

  // There is no cover page, which reading systems that show the cover would show again; but of a
  // picture that no document shows epubcheck says that nothing needs it (OPF-097).
  private static void cover(Xhtml body, String href) {
    body.open(Tag.of("p"), "hidden", "hidden");
    body.empty(Tag.of("img"), "src", href, "alt", "", "role", "presentation").close().line();
  }
}
