package offprint.epub;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.document.Inline;
import offprint.document.LanguageTag;
import offprint.document.LinkList;
import offprint.document.Node;
import offprint.document.Settings;
import offprint.document.Wording;
import offprint.math.Formula;
import offprint.math.UnreadableFormula;
import offprint.source.Place;
import offprint.style.Tag;
import offprint.xml.XmlText;
import org.jspecify.annotations.Nullable;

/** Writes what stands in a line into one content document. */
final class InlineWriter {
  // Readers end lines behind every hyphen (UAX 14, class HY); a page does so neither here nor
  // there.
  private static final Pattern LETTER_AND_HYPHEN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}-])(?:\\p{L}-\\p{L}{1,19}|\\p{L}{1,19}-\\p{L})(?![\\p{L}\\p{N}-])");
  private static final Pattern OPTION =
      Pattern.compile("(?<!\\S)(?=\\S{0,19}-[-\\p{L}])\\S{2,20}(?!\\S)");

  private final Edition edition;
  private final String href;
  private final Xhtml out;
  // A link may hold no other link (HTML, section 4.5.1): marks of notes wait until it has ended.
  private final List<Inline.NoteReference> waiting = new ArrayList<>();
  private String language;
  private boolean insideLink;
  private int markEnd;

  /**
   * @param href of the content document
   */
  InlineWriter(Edition edition, String href, Xhtml out) {
    this.edition = edition;
    this.href = href;
    this.out = out;
    language = edition.language();
  }

  void write(List<Inline> content) {
    content.forEach(this::write);
  }

  private void write(Inline inline) {
    switch (inline) {
      case Inline.Text text ->
          text(text, text.text(), 0, text.text().length(), LETTER_AND_HYPHEN, text.place());
      case Inline.Code code -> {
        out.open(Tag.of("code"));
        code(code, code.text(), 0, code.text().length(), code.place());
        out.close();
      }
      case Inline.Formula formula -> formula(formula, formula.tex(), formula.display());
      case Inline.Phrase phrase -> phrase(phrase);
      case Inline.Abbreviation abbreviation -> {
        out.open(Tag.of("abbr"), "title", abbreviation.expansion());
        write(abbreviation.content());
        out.close();
      }
      case Inline.Link link -> link(link);
      case Inline.Image image -> image(image);
      case Inline.NoteReference reference -> {
        if (insideLink) {
          waiting.add(reference);
        } else {
          mark(reference);
        }
      }
      case Inline.LineBreak lineBreak -> out.empty(Tag.of("br")).line();
      case Inline.SoftBreak softBreak -> out.line();
    }
  }

  /**
   * A part of code, in a line or by itself.
   *
   * @param text all of the node's
   */
  void code(Node node, String text, int from, int to, Place place) {
    text(node, text, from, to, OPTION, place);
  }

  // Without the characters that no document may hold.
  private void text(Node node, String text, int from, int to, Pattern whole, Place place) {
    if (!XmlText.isClean(text.substring(from, to))) {
      edition
          .findings()
          .warning(
              "control-character",
              place,
              "a control character, which an EPUB cannot hold, was left out",
              "delete it from the text");
    }
    int at = from;
    for (Matcher kept = whole.matcher(text).region(from, to); kept.find(); at = kept.end()) {
      words(node, text, at, kept.start());
      out.open(Tag.of("span"), "style", "white-space: nowrap");
      words(node, text, kept.start(), kept.end());
      out.close();
    }
    words(node, text, at, to);
  }

  /** A part of a node's words, with the marks of the pages that begin in it. */
  void words(Node node, String words, int from, int to) {
    edition.pages().words(node, words, from, to, href, out);
  }

  /** The marks of the pages that begin with a node. */
  void pages(Node node) {
    edition.pages().before(node, href, out);
  }

  /** A formula, in a line or by itself. */
  void formula(Node node, String tex, boolean display) {
    pages(node);
    try {
      out.markup(Formula.read(tex).mathMl(display, language));
      edition.withFormulas().add(href);
    } catch (UnreadableFormula e) {
      throw new IllegalStateException("a formula of a document must be readable: " + tex, e);
    }
  }

  private void phrase(Inline.Phrase phrase) {
    String written = phrase.language();
    String own = written == null ? null : LanguageTag.wellFormed(written);
    String around = language;
    language = own == null ? around : own;
    out.open(Tag.of(phrase.kind().element()), "lang", own);
    write(phrase.content());
    out.close();
    language = around;
  }

  private void link(Inline.Link link) {
    if (insideLink) {
      write(link.content());
      return;
    }
    switch (link.target()) {
      case Inline.Target.Entry entry -> entry(link, entry);
      case Inline.Target.Anchor anchor -> {
        String target = edition.division().href(anchor.id());
        if (target == null) {
          nowhere(link, null);
        } else {
          out.open(Tag.of("a"), "href", reference(target, anchor.id()), "title", link.title());
          live(link);
        }
      }
      case Inline.Target.Nowhere nowhere -> nowhere(link, null);
    }
    waiting.forEach(this::mark);
    waiting.clear();
  }

  private void entry(Inline.Link link, Inline.Target.Entry target) {
    LinkList.Entry entry = edition.document().links().entry(target.number());
    LinkList.Mode mode = edition.document().links().mode();
    Division.Footnote footnote = edition.division().ofLink(target.number());
    if (target.bare()) {
      pages(link);
    }
    boolean isListed = mode == LinkList.Mode.LIST;
    boolean isNote = footnote != null && !target.bare();
    String use = isListed || isNote ? edition.uses().add(target.number(), href) : null;
    String address = Address.href(entry.address(), edition.base());
    if (address == null) {
      unlinked(entry, link.place());
      nowhere(link, isNote ? null : use);
    } else {
      RobustLink.open(
          out, entry, address, address, "id", isNote ? null : use, "title", link.title());
      live(link);
    }
    if (footnote != null && isNote) {
      mark(footnote, edition.uses().entryId(target.number()), Objects.requireNonNull(use));
    }
    if (mode == LinkList.Mode.INLINE && !target.bare()) {
      out.text(" ").open(Tag.LINK_ADDRESS).text("(");
      words(link, entry.shown(), 0, entry.shown().length());
      if (entry.copyInstead() != null) {
        out.text(", ");
        LinksSection.seen(edition, out, entry);
      }
      out.text(")").close();
    }
  }

  // Of a relative one the reader has told already.
  private void unlinked(LinkList.Entry entry, Place place) {
    if (!entry.address().matches("(?s)[A-Za-z][A-Za-z0-9+.-]+:.*")) {
      return;
    }
    edition
        .findings()
        .warning(
            "unlinked-address",
            place,
            "'" + entry.address() + "' leads nowhere from a book; the words stay without a link",
            "give the whole address, or say what it is relative to: source: in the front matter, or"
                + " --base-url");
  }

  private void live(Inline.Link link) {
    insideLink = true;
    write(link.content());
    insideLink = false;
    out.close();
  }

  // The words of a link that has no address, or none that a book can follow.
  private void nowhere(Inline.Link link, @Nullable String id) {
    out.open(Tag.NOWHERE, "id", id, "title", link.title());
    insideLink = true;
    write(link.content());
    insideLink = false;
    out.close();
    boolean isMarked = edition.document().settings().placeholders() == Settings.Placeholders.MARK;
    if (isMarked && link.target() instanceof Inline.Target.Nowhere) {
      out.open(Tag.of("sup")).text(Wording.PLACEHOLDER_MARK).close();
    }
  }

  private void mark(Inline.NoteReference reference) {
    mark(
        edition.division().note(reference),
        edition.document().note(reference).id(),
        reference.id());
  }

  // Raised by style: Apple's pop-up wants no sup inside the link. Two in a row would be one number.
  private void mark(Division.Footnote footnote, String note, String id) {
    if (out.length() == markEnd) {
      out.open(Tag.of("sup")).text(",\u00a0").close();
    }
    out.open(
            Tag.NOTE_MARK,
            "epub:type",
            "noteref",
            "role",
            "doc-noteref",
            "href",
            reference(footnote.href(), note),
            "id",
            id)
        .text(String.valueOf(footnote.number()))
        .close();
    markEnd = out.length();
  }

  /** A picture, in a line or in a figure. */
  private void image(Inline.Image image) {
    pages(image);
    String alternative = image.alternative();
    Inline.Image.Extent width = image.width();
    boolean isShare = width != null && width.percent();
    out.empty(
        Tag.of(image),
        "src",
        edition.pictures().href(image.asset(), image.place()),
        "alt",
        alternative,
        "role",
        alternative.isEmpty() ? "presentation" : null,
        "title",
        image.title(),
        "width",
        pixels(width),
        "height",
        pixels(image.height()),
        "style",
        width != null && isShare ? "width: " + share(width) + "%" : null);
  }

  // A height in per cent would be one of the page's, which is no share of anything here.
  private static @Nullable String pixels(Inline.Image.@Nullable Extent extent) {
    return extent == null || extent.percent()
        ? null
        : String.valueOf(Math.max(1, Math.round(extent.amount())));
  }

  private static String share(Inline.Image.Extent extent) {
    double share = Math.min(100, Math.max(1, extent.amount()));
    return String.format(Locale.ROOT, share == Math.rint(share) ? "%.0f" : "%.2f", share);
  }

  /** A reference to an id of the book, as short as it may be. */
  String reference(String target, String id) {
    return (target.equals(href) ? "" : target) + "#" + id;
  }
}
