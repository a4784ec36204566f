package offprint.epub;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
 * reading systems lay out a document as a whole before they show its first page. A note stands at
 * the end of the document of its first mark, since reading systems look for it there.
 */
final class Division {
  /** From how many characters of text on an article is cut; about thirty pages. */
  static final int LONG = 200_000;

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
    for (int i = 0; i < bodies.size(); i++) {
      add(bodies.get(i), i, bodies.size());
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

  private void add(List<Block> body, int index, int count) {
    boolean first = index == 0;
    boolean last = index == count - 1;
    String href = count == 1 ? "text.xhtml" : "text-" + (index + 1) + ".xhtml";
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
    return body.getFirst() instanceof Block.Heading heading ? Inline.text(heading.content()) : null;
  }

  private static List<List<Block>> cut(List<Block> body) {
    int topmost =
        body.stream()
            .filter(Block.Heading.class::isInstance)
            .mapToInt(block -> ((Block.Heading) block).level())
            .min()
            .orElse(0);
    if (topmost == 0 || length(body) < LONG) {
      return List.of(body);
    }
    List<List<Block>> pieces = new ArrayList<>();
    int start = 0;
    for (int i = 1; i < body.size(); i++) {
      if (body.get(i) instanceof Block.Heading heading && heading.level() == topmost) {
        pieces.add(body.subList(start, i));
        start = i;
      }
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
