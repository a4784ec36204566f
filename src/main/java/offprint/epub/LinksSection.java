package offprint.epub;

import static java.util.Objects.requireNonNull;

import java.util.List;
import offprint.document.LinkList;
import offprint.style.Tag;

/** Writes the closing list of links, and the line about those without an address. */
final class LinksSection {
  private final Edition edition;
  private final Xhtml out;
  private final InlineWriter inlines;

  LinksSection(Edition edition, Xhtml out, InlineWriter inlines) {
    this.edition = edition;
    this.out = out;
    this.inlines = inlines;
  }

  void write() {
    LinkList links = edition.document().links();
    String heading = edition.uses().listId();
    out.open(Tag.LINKS, "aria-labelledby", heading).line();
    inlines.pages(links);
    out.open(Tag.LINKS_HEADING, "id", heading, "lang", edition.wording().foreign());
    out.text(edition.wording().links()).close().line();
    if (!links.entries().isEmpty()) {
      out.open(Tag.LINKS_LIST).line();
      links.entries().forEach(this::entry);
      out.close().line();
    }
    if (!links.placeholders().isEmpty()) {
      placeholders(links.placeholders());
    }
    out.close().line();
  }

  private void placeholders(List<LinkList.Placeholder> links) {
    boolean isForeign = edition.wording().foreign() != null;
    out.open(Tag.PLACEHOLDERS, "lang", edition.wording().foreign());
    inlines.pages(links.getFirst());
    List<String> said = edition.wording().placeholders(links);
    for (int i = 0; i < said.size(); i++) {
      if (isForeign && i % 2 == 1) {
        out.open(Tag.of("span"), "lang", edition.language()).text(said.get(i)).close();
      } else {
        out.text(said.get(i));
      }
    }
    out.close().line();
  }

  private void entry(LinkList.Entry entry) {
    out.open(Tag.LINK, "id", edition.uses().entryId(entry.number()));
    if (!entry.bare()) {
      out.open(Tag.LINK_WORDS);
      inlines.words(entry, printed(entry), 0, entry.words().length());
      out.close().text(" ");
    }
    address(edition, out, inlines, entry);
    List<LinkUses.Use> uses = edition.uses().of(entry.number());
    if (!uses.isEmpty()) {
      out.text(" ").open(Tag.LINK_PAGES);
      for (int i = 0; i < uses.size(); i++) {
        out.text(i == 0 ? "" : " ");
        LinkUses.Use use = uses.get(i);
        wayBack(edition, out, inlines.reference(use.href(), use.id()), i + 1);
      }
      out.close();
    }
    if (edition.wording().seen(entry) != null) {
      out.empty(Tag.of("br"));
      seen(edition, out, entry);
    }
    out.close().line();
  }

  // What pages may begin in: the words and the address.
  private static String printed(LinkList.Entry entry) {
    return (entry.bare() ? "" : entry.words()) + entry.shown();
  }

  /** An entry's address, live where it leads anywhere. */
  static void address(Edition edition, Xhtml out, InlineWriter inlines, LinkList.Entry entry) {
    String href = Address.href(entry.address(), edition.base());
    if (href != null) {
      RobustLink.open(out, entry, href, href);
    }
    out.open(Tag.ADDRESS);
    String printed = printed(entry);
    inlines.words(entry, printed, printed.length() - entry.shown().length(), printed.length());
    out.close();
    if (href != null) {
      out.close();
    }
  }

  /** What is known from having looked at an entry's address, where anything need be said. */
  static void seen(Edition edition, Xhtml out, LinkList.Entry entry) {
    String words = edition.wording().seen(entry);
    if (words == null) {
      return;
    }
    out.open(Tag.LINK_SEEN, "lang", edition.wording().foreign()).text(words);
    String original = Address.href(entry.address(), edition.base());
    String version = RobustLink.version(entry);
    if (original != null && version != null) {
      out.text(" ");
      RobustLink.open(out, entry, original, version);
      out.open(Tag.ADDRESS).text(requireNonNull(entry.copy()).address()).close().close();
    }
    out.close();
  }

  /**
   * A way back to a place in the text.
   *
   * @param number of the place, from 1; said from the second on
   */
  static void wayBack(Edition edition, Xhtml out, String href, int number) {
    String label = edition.wording().back() + (number == 1 ? "" : ", " + number);
    out.open(
            Tag.of("a", "backlink"),
            "epub:type",
            "backlink",
            "role",
            "doc-backlink",
            "href",
            href,
            "aria-label",
            label,
            "lang",
            edition.wording().foreign())
        .text("↑" + (number == 1 ? "" : number))
        .close();
  }
}
