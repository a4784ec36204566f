package offprint.epub;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import offprint.document.Block;
import offprint.document.Document;
import offprint.document.FootNumbers;
import offprint.document.Inline;
import offprint.document.LinkList;
import offprint.document.Note;
import offprint.document.ReadingOrder;
import org.jspecify.annotations.Nullable;

/**
 * How the article is divided into content documents, what note stands in which, and in which of
 * them an id is found.
 *
 * <p>A short article is one document. A long one is cut before each of its topmost headings, since
 * reading systems lay out a document as a whole before they show its first page; a section that is
 * long itself is cut before the topmost headings in it. No document is headings alone. Each but the
 * first is named for its heading, so that what a reader has marked is found again when other
 * sections come, go or move. A note stands at the end of the document of its first mark, since
 * reading systems look for it there.
 */
final class Division {
  /**
   * From how many characters of text on an article, or a section, is cut: about thirty pages. In
   * most scripts that is less than the 300 kB which old e-readers open.
   */
  static final int LONG = 100_000;

  /** In characters; some archives and disks bear no long ones. */
  private static final int LONGEST_NAME = 40;

  /**
   * A content document to be.
   *
   * @param href from the package document
   * @param heading what it begins with; null for one that begins with the article
   * @param footnotes in the order of their marks
   */
  record Part(String href, @Nullable String heading, List<Block> body, List<Footnote> footnotes) {}

  /** What stands among the notes. */
  sealed interface Footnote {
    /** As it is printed, from 1, in reading order. */
    int number();

    /** Of the content document at whose end it stands. */
    String href();

    /** A note of the author's. */
    record Authors(int number, String href, Note note) implements Footnote {}

    /** A link's address, where links are shown as notes. */
    record OfLink(int number, String href, LinkList.Entry entry) implements Footnote {}
  }

  private final Document document;
  private final FootNumbers numbers;
  private final List<Part> parts = new ArrayList<>();
  private final Map<String, String> hrefs = new LinkedHashMap<>();
  private final Map<Integer, Footnote> notes = new TreeMap<>();
  private final Map<Integer, Footnote> links = new TreeMap<>();

  Division(Document document) {
    this.document = document;
    this.numbers = FootNumbers.of(document);
    List<List<Block>> bodies = cut(document.body());
    Set<String> names = new HashSet<>();
    for (int i = 0; i < bodies.size(); i++) {
      String name = i == 0 ? "text" : name(bodies.get(i));
      while (!names.add(name)) {
        name += "-";
      }
      add(bodies.get(i), name + ".xhtml", i == 0, i == bodies.size() - 1);
    }
  }

  List<Part> parts() {
    return parts;
  }

  Part first() {
    return parts.getFirst();
  }

  Part last() {
    return parts.getLast();
  }

  /** Where an id of the article is, such as {@code text.xhtml}; null where there is none such. */
  @Nullable String href(String id) {
    return hrefs.get(id);
  }

  /** Every id that the article itself uses. */
  Set<String> ids() {
    return hrefs.keySet();
  }

  /** The note that a mark calls. */
  Footnote note(Inline.NoteReference reference) {
    Footnote note = notes.get(reference.number());
    if (note == null) {
      throw new IllegalStateException("a note's mark must have been met in reading order");
    }
    return note;
  }

  /** The note that says where a link leads; null where links are no notes. */
  @Nullable Footnote ofLink(int entry) {
    return links.get(entry);
  }

  private void add(List<Block> body, String href, boolean first, boolean last) {
    List<Footnote> footnotes = new ArrayList<>();
    ReadingOrder order =
        new ReadingOrder(
            inline -> meet(inline, href, footnotes), heading -> hrefs.put(heading.id(), href));
    if (first) {
      order.inlines(document.title());
    }
    order.blocks(body);
    if (last) {
      order.blocks(document.about());
    }
    // A note may have marks of its own.
    for (int i = 0; i < footnotes.size(); i++) {
      if (footnotes.get(i) instanceof Footnote.Authors authors) {
        order.blocks(authors.note().content());
      }
    }
    footnotes.sort(Comparator.comparingInt(Footnote::number));
    parts.add(new Part(href, first ? null : heading(body), body, footnotes));
  }

  private void meet(Inline inline, String href, List<Footnote> footnotes) {
    if (inline instanceof Inline.NoteReference reference) {
      hrefs.put(reference.id(), href);
      if (!notes.containsKey(reference.number())) {
        Note note = document.note(reference);
        hrefs.put(note.id(), href);
        Footnote footnote = new Footnote.Authors(numbers.note(note.number()), href, note);
        notes.put(reference.number(), footnote);
        footnotes.add(footnote);
      }
    } else if (inline instanceof Inline.Link link
        && link.target() instanceof Inline.Target.Entry entry
        && document.links().mode() == LinkList.Mode.FOOTNOTES
        && !entry.bare()
        && !links.containsKey(entry.number())) {
      Footnote footnote =
          new Footnote.OfLink(
              numbers.link(entry.number()), href, document.links().entry(entry.number()));
      links.put(entry.number(), footnote);
      footnotes.add(footnote);
    }
  }

  private static @Nullable String heading(List<Block> body) {
    String words =
        body.getFirst() instanceof Block.Heading heading ? Inline.text(heading.content()) : "";
    return words.isBlank() ? null : words.strip();
  }

  // An id may be in any script and of any length, and differ from another by case alone; a file's
  // name may not.
  private static String name(List<Block> body) {
    if (!(body.getFirst() instanceof Block.Heading heading)) {
      throw new IllegalStateException("an article must be cut before a heading");
    }
    String id = heading.id();
    String plain = id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-");
    if (plain.equals(id) && id.length() <= LONGEST_NAME) {
      return "text-" + id;
    }
    CRC32 sum = new CRC32();
    sum.update(id.getBytes(StandardCharsets.UTF_8));
    String start = plain.substring(0, Math.min(plain.length(), LONGEST_NAME - 9));
    return ("text-" + start + "-").replaceAll("-+$", "-")
        + HexFormat.of().toHexDigits((int) sum.getValue());
  }

  private static List<List<Block>> cut(List<Block> body) {
    if (length(body) >= LONG) {
      for (int level = 1; level <= 6; level++) {
        List<List<Block>> pieces = cut(body, level);
        if (pieces.size() > 1) {
          return pieces.stream().flatMap(piece -> cut(piece).stream()).toList();
        }
      }
    }
    return List.of(body);
  }

  /** Before each heading of a level that has something but headings before it. */
  private static List<List<Block>> cut(List<Block> body, int level) {
    List<List<Block>> pieces = new ArrayList<>();
    int start = 0;
    boolean headingsAlone = true;
    for (int i = 0; i < body.size(); i++) {
      boolean isHeading = body.get(i) instanceof Block.Heading;
      if (body.get(i) instanceof Block.Heading heading
          && heading.level() == level
          && !headingsAlone) {
        pieces.add(body.subList(start, i));
        start = i;
        headingsAlone = true;
      }
      headingsAlone &= isHeading;
    }
    pieces.add(body.subList(start, body.size()));
    return pieces;
  }

  private static long length(List<Block> body) {
    long[] length = new long[1];
    new ReadingOrder(
            inline -> {
              if (inline instanceof Inline.Text text) {
                length[0] += text.text().length();
              } else if (inline instanceof Inline.Code code) {
                length[0] += code.text().length();
              }
            },
            heading -> {})
        .blocks(body);
    return length[0];
  }
}
