package offprint.line;

/** What a paragraph is made of, for breaking (Knuth and Plass 1981, p. 1122). Widths in points. */
public sealed interface Item {
  double width();

  /** Something to print; no line ends inside it. */
  record Box(double width) implements Item {}

  /** Blank that can stretch and shrink, and at which a line may end if a box stands before it. */
  record Glue(double width, double stretch, double shrink) implements Item {}

  /**
   * A place where a line may end, with this width set only if it does.
   *
   * @param cost {@link #FORBIDDEN} or above: never; {@link #FORCED} or below: always
   * @param flagged a hyphen: two in a row are to be avoided
   */
  record Penalty(double width, int cost, boolean flagged) implements Item {}

  /** Cost at which a line never ends. */
  int FORBIDDEN = 10_000;

  /** Cost at which a line always ends. */
  int FORCED = -10_000;

  /** Stretches as far as a line needs: what ends a paragraph. */
  double INFINITE = 1e7;
}
