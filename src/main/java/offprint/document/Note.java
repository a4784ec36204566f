package offprint.document;

import java.util.List;
import offprint.source.Place;

/**
 * A note, set at the foot of the page of its first mark.
 *
 * @param number from 1, by first mark
 * @param id {@code fn} and the number
 * @param references how many marks it has, from 1; mark k has the id {@code fnref<number>} or, from
 *     the second, {@code fnref<number>-<k>}
 */
public record Note(int number, String id, List<Block> content, int references, Place place) {
  public Note {
    content = List.copyOf(content);
  }
}
