package offprint.line;

import java.util.List;

/** What a paragraph is made of, for breaking (Knuth and Plass 1981, p. 1122). Widths in points. */
public sealed interface Item {
  double width();

  /**
   * Something to print; no line ends inside it.
   *
   * @param give how much wider or narrower it may be set: its glyphs by a hair, before any blank is
   *     (H. Zapf, "About micro-typography and the hz-program", Electronic Publishing 6, 1993)
   */
  record Box(double width, double give) implements Item {
    public Box(double width) {
      this(width, 0);
    }
  }

  /** Blank that can stretch and shrink, and at which a line may end if a box stands before it. */
  record Glue(double width, double stretch, double shrink) implements Item {}

  /**
   * A place where a line may end, with this width set only if it does.
   *
   * @param cost {@link #FORBIDDEN} or above: never; {@link #FORCED} or below: always
   * @param flagged a hyphen: two in a row are to be avoided
   */
  record Penalty(double width, int cost, boolean flagged) implements Item {}

  /**
   * A place where a ragged line may end, as the paper makes it: the white at the line's end
   * stretches and the spaces between words do not. In place of the space between two words set a
   * penalty of no cost and the space's width; in place of a hyphen its penalty, and no width.
   *
   * @param place what the line ends at
   * @param blank set where the line does not end, in points
   * @param stretch of the white at the end of the line; the more, the more ragged
   */
  static List<Item> ragged(Penalty place, double blank, double stretch) {
    return List.of(
        new Penalty(0, FORBIDDEN, false),
        new Glue(0, stretch, 0),
        place,
        new Glue(blank, -stretch, 0));
  }

  /** Cost at which a line never ends. */
  int FORBIDDEN = 10_000;

  /** Cost at which a line always ends. */
  int FORCED = -10_000;

  /** Stretches as far as a line needs: what ends a paragraph. */
  double INFINITE = 1e7;
}
