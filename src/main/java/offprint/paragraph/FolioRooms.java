package offprint.paragraph;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * How many digits of room are kept for the number of the page on which something will stand. At
 * first they are guessed; an article in which a guess was wrong is set again.
 */
public final class FolioRooms {
  private final int guess;
  private final Map<String, Integer> known;
  private final Map<String, Integer> kept = new LinkedHashMap<>();
  private final Set<String> exact = new LinkedHashSet<>();

  private FolioRooms(int guess, Map<String, Integer> known) {
    this.guess = guess;
    this.known = known;
  }

  /**
   * @param digits of most numbers
   */
  public static FolioRooms guessed(int digits) {
    return new FolioRooms(digits, Map.of());
  }

  /** The digits of the page with an anchor; or more, which shows only in a line of words. */
  public int of(String anchor) {
    return kept.computeIfAbsent(anchor, a -> known.getOrDefault(a, guess));
  }

  /** The digits of the page with an anchor, and no more. */
  int exactlyOf(String anchor) {
    exact.add(anchor);
    return of(anchor);
  }

  /**
   * Rooms that fit better, or these, if nothing is to be gained by setting all again. A room that
   * was guessed too wide becomes narrower once; from then on rooms only become wider, so that this
   * comes to an end.
   *
   * @param folios the page of each anchor, as all was set with these rooms
   */
  public FolioRooms fitted(Map<String, Integer> folios) {
    Map<String, Integer> fitted = new LinkedHashMap<>(kept);
    for (Map.Entry<String, Integer> room : fitted.entrySet()) {
      Integer folio = folios.get(room.getKey());
      int digits = folio == null ? 0 : Integer.toString(folio).length();
      boolean guessed = exact.contains(room.getKey()) && !known.containsKey(room.getKey());
      if (digits > room.getValue() || digits > 0 && guessed) {
        room.setValue(digits);
      }
    }
    return fitted.equals(kept) ? this : new FolioRooms(guess, fitted);
  }
}
