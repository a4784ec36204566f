package offprint.document;

import java.util.List;
import java.util.function.Function;
import offprint.source.Place;
import org.jspecify.annotations.Nullable;

/**
 * The article's links, numbered once for both editions.
 *
 * @param mode how they are shown
 * @param entries by number; entry {@code n} is at {@code n - 1}
 * @param placeholders the links without an address, in order
 */
public record LinkList(Mode mode, List<Entry> entries, List<Placeholder> placeholders)
    implements Node {
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
   * @param seen what is known from having looked there; null where nothing
   */
  public record Entry(
      int number, String address, String words, List<Place> places, @Nullable Sighting seen)
      implements Node {
    public Entry(int number, String address, String words, List<Place> places) {
      this(number, address, words, places, null);
    }

    public Entry {
      places = List.copyOf(places);
    }

    /** Whether it leads to a page of the web. */
    public boolean isWeb() {
      return address.matches("(?is)https?:.*");
    }

    /** What a server is asked for: the address without its fragment. */
    public String page() {
      int fragment = address.indexOf('#');
      return fragment < 0 ? address : address.substring(0, fragment);
    }

    /** An archived copy, at the same fragment; null where none is known. */
    public Sighting.@Nullable Copy copy() {
      Sighting.Copy copy = seen == null ? null : seen.copy();
      return copy == null || copy.address().indexOf('#') >= 0
          ? copy
          : new Sighting.Copy(copy.address() + address.substring(page().length()), copy.date());
    }

    /** An archived copy, where the page itself was not found any more; else null. */
    public Sighting.@Nullable Copy copyInstead() {
      return seen != null && seen.notFound() ? copy() : null;
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
  public record Placeholder(String words, String written, Place place) implements Node {}

  public LinkList {
    entries = List.copyOf(entries);
    placeholders = List.copyOf(placeholders);
  }

  /**
   * The same list with what is known.
   *
   * @param sightings by {@link Entry#page}
   */
  public LinkList seen(Function<String, @Nullable Sighting> sightings) {
    return new LinkList(
        mode,
        entries.stream()
            .map(
                e ->
                    new Entry(
                        e.number(), e.address(), e.words(), e.places(), sightings.apply(e.page())))
            .toList(),
        placeholders);
  }

  public Entry entry(int number) {
    return entries.get(number - 1);
  }

  /** Whether the closing section has anything to say. */
  public boolean isShown() {
    return mode == Mode.LIST && !(entries.isEmpty() && placeholders.isEmpty());
  }
}
