package offprint.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers of what stands at the foot of a page, or at the end of an e-reader's text: the
 * author's notes, and where links are shown so, their addresses among them, in one series by first
 * mark.
 */
public final class FootNumbers {
  private final Map<Integer, Integer> notes = new LinkedHashMap<>();
  private final Map<Integer, Integer> links = new LinkedHashMap<>();
  private final List<Note> unread = new ArrayList<>();

  private FootNumbers() {}

  public static FootNumbers of(Document document) {
    FootNumbers numbers = new FootNumbers();
    ReadingOrder order = new ReadingOrder(inline -> numbers.meet(inline, document), heading -> {});
    order.inlines(document.title());
    numbers.readNotes(order);
    for (List<Block> part : List.of(document.body(), document.about())) {
      for (Block block : part) {
        order.blocks(List.of(block));
        numbers.readNotes(order);
      }
    }
    return numbers;
  }

  /** Of the author's note with a number of its own. */
  public int note(int number) {
    return of(notes, number);
  }

  /** Of the address of a link. */
  public int link(int number) {
    return of(links, number);
  }

  private static int of(Map<Integer, Integer> series, int number) {
    Integer found = series.get(number);
    if (found == null) {
      throw new IllegalStateException("what has a number must have a mark: " + number);
    }
    return found;
  }

  // A note's own marks come behind those of the block that calls it, as the reader numbers them.
  private void readNotes(ReadingOrder order) {
    while (!unread.isEmpty()) {
      order.blocks(unread.removeFirst().content());
    }
  }

  private void meet(Inline inline, Document document) {
    if (inline instanceof Inline.NoteReference reference
        && !notes.containsKey(reference.number())) {
      notes.put(reference.number(), next());
      unread.add(document.note(reference));
    } else if (inline instanceof Inline.Link link
        && link.target() instanceof Inline.Target.Entry entry
        && document.links().mode() == LinkList.Mode.FOOTNOTES
        && !entry.bare()
        && !links.containsKey(entry.number())) {
      links.put(entry.number(), next());
    }
  }

  private int next() {
    return notes.size() + links.size() + 1;
  }
}
