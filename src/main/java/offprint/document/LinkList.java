package offprint.document;

import java.util.List;
import offprint.source.Place;

/**
 * The article's links, numbered once for both editions.
 *
 * @param mode how they are shown
 * @param entries by number; entry {@code n} is at {@code n - 1}
 * @param placeholders the links without an address, in order
 */
public record LinkList(Mode mode, List<Entry> entries, List<Placeholder> placeholders) {
  /** Where a reader finds the addresses. */
  public enum Mode {
    LIST,
    FOOTNOTES,
    INLINE,
    NONE
  }

  /**
   * @param number from 1, by first appearance
   * @param address the author's own; {@code mailto:} and all
   * @param words the first link's words, as text
   * @param places of all links to it
   */
  public record Entry(int number, String address, String words, List<Place> places) {
    public Entry {
      places = List.copyOf(places);
    }

    /** Whether the words are the address itself, so that nothing need be said behind them. */
    public boolean bare() {
      return words.isBlank() || words.strip().equals(address) || words.strip().equals(shown());
    }

    /** As it is printed: a mail address without its scheme. */
    public String shown() {
      return address.regionMatches(true, 0, "mailto:", 0, 7) ? address.substring(7) : address;
    }
  }

  /** A link that had no address in the source. */
  public record Placeholder(String words, String written, Place place) {}

  public LinkList {
    entries = List.copyOf(entries);
    placeholders = List.copyOf(placeholders);
  }

  public Entry entry(int number) {
    return entries.get(number - 1);
  }

  /** Whether the closing section has anything to say. */
  public boolean isShown() {
    return mode == Mode.LIST && !(entries.isEmpty() && placeholders.isEmpty());
  }
}
