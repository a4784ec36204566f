package offprint.markdown;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import offprint.source.Place;

/** Where things of each kind stand, to be told of once: at the first place, with their number. */
final class Tally {
  /** The order of places in one file. */
  static final Comparator<Place> IN_ORDER =
      Comparator.comparing(Place::line).thenComparing(Place::column);

  private final Map<String, SortedSet<Place>> kinds = new LinkedHashMap<>();

  void add(String kind, Place place) {
    kinds.computeIfAbsent(kind, k -> new TreeSet<>(IN_ORDER)).add(place);
  }

  /** Hands over each kind and the places of it, which are never none. */
  void each(BiConsumer<String, SortedSet<Place>> teller) {
    kinds.forEach(teller);
  }

  /** How many there are, to be put behind a message; nothing for one. */
  static String times(SortedSet<Place> places) {
    return places.size() == 1 ? "" : " (" + places.size() + " times)";
  }
}
