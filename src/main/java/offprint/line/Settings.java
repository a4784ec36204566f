package offprint.line;

import java.util.List;

/**
 * What a line breaker holds to be ugly, and how much so. All demerits are in the paper's terms:
 * squares of badness.
 *
 * @param tolerances how far glue may stretch, as a ratio; the first with which the paragraph can be
 *     set counts, and if there is none, an emergency pass sets it all the same
 * @param line added to each line's badness before it is squared (TeX's \linepenalty): what a line
 *     costs by being there, and how little small badness counts
 * @param small times the square of a line's ratio, added to its badness: the paper's cube alone
 *     hardly tells small holes from none
 * @param hyphens added where two lines in a row end in a hyphen
 * @param lastHyphen added where the last line but one does
 * @param fitness added where a tight line meets a loose one, or a normal one a very loose
 * @param oneWord added where the last line is one word that is no stub
 * @param never added for what is not to be while there is another way: where the last line is what
 *     is left of a divided word, or shorter than it may be, and for each hyphen too many in a row
 * @param most how many lines in a row may end in a hyphen
 * @param river added for each river that a line makes three lines long or longer, up to two
 */
public record Settings(
    List<Double> tolerances,
    double line,
    double small,
    double hyphens,
    double lastHyphen,
    double fitness,
    double oneWord,
    double never,
    int most,
    double river) {

  /** The paper's, and TeX's tolerance for a second try. */
  public static final Settings PAPER =
      new Settings(List.of(2.0, 8.0), 1, 0, 10_000, 5_000, 10_000, 0, 0, Integer.MAX_VALUE, 0);

  /**
   * The house's, tuned on sixty articles at two measures. Against what is never to be only a line
   * counts that is set with holes: as much as for a ratio of 6.2.
   */
  public static final Settings STANDARD =
      new Settings(List.of(2.0, 8.0), 10, 200, 10_000, 10_000, 3_000, 3_000, 1e9, 2, 30_000);

  /**
   * Where white at a line's end is no hole, and no hyphen need be set to fill it. Rather than have
   * one word as its last line a paragraph has white of some two and a half ems, but no hyphen.
   */
  public static final Settings RAGGED =
      new Settings(List.of(8.0, 20.0), 10, 0, 100_000, 10_000, 3_000, 6e7, 1e12, 2, 0);

  public Settings {
    tolerances = List.copyOf(tolerances);
  }

  /** Whether a paragraph with these demerits has something that was never to be. */
  boolean isPoor(double demerits) {
    return never > 0 && demerits >= never;
  }
}
