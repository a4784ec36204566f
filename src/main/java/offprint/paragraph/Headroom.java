package offprint.paragraph;

import java.util.List;
import offprint.galley.Slug;
import offprint.page.Mark;
import offprint.style.Style;

/**
 * What lines need besides their leading because of formulas in them: as little as can be, so that
 * lines stand evenly, and on the grid a whole line, so that the next ones stand there again.
 *
 * @param above more room over the line, in points
 * @param below more room under it
 */
record Headroom(double above, double below) {
  private static final Headroom NONE = new Headroom(0, 0);

  // How far the letters of neighbouring lines reach, as shares of the size.
  private static final double LETTERS_ABOVE = 0.72;
  private static final double LETTERS_BELOW = 0.24;

  /**
   * How far a formula's box may run into another's, or in among letters that reach furthest, and
   * not be seen to, in points. A line more is always seen.
   */
  private static final double TOLERATED = 0.5;

  /** Of a line that stands between lines of letters. */
  static Headroom of(List<Copy.Run> runs, Style style, boolean onGrid) {
    double above = 0;
    double below = 0;
    for (Copy.Run run : runs) {
      if (run.inset() instanceof Copy.Inset.Formula formula) {
        double rise = run.style().rise();
        double freeAbove = style.leading() - style.size() * LETTERS_BELOW;
        above = Math.max(above, needed(formula.set().ascent() + rise - freeAbove));
        double freeBelow = style.leading() - style.size() * LETTERS_ABOVE;
        below = Math.max(below, needed(formula.set().descent() - rise - freeBelow));
      }
    }
    if (above == 0 && below == 0) {
      return NONE;
    }
    double rest = onGrid ? toWholeLines(above + below, style) / 2 : 0;
    return new Headroom(above + rest, below + rest);
  }

  private static double needed(double excess) {
    return excess > TOLERATED ? excess : 0;
  }

  /** The lower of two lines, further down where formulas of both would run into each other. */
  static Slug apart(Slug upper, Slug lower, Style style) {
    double overlap = 0;
    for (Mark over : upper.marks()) {
      for (Mark under : lower.marks()) {
        if (over instanceof Mark.Formula a
            && under instanceof Mark.Formula b
            && a.x() < b.x() + b.set().width()
            && b.x() < a.x() + a.set().width()) {
          double foot = a.y() + a.set().descent() - upper.height();
          double head = b.y() - b.set().ascent();
          overlap = Math.max(overlap, foot - head - TOLERATED);
        }
      }
    }
    if (overlap == 0) {
      return lower;
    }
    double more = lower.onGrid() ? overlap + toWholeLines(overlap, style) : overlap;
    double down = Math.max(overlap, more / 2);
    return lower.moved(0, down, lower.height() + more);
  }

  private static double toWholeLines(double height, Style style) {
    return Math.ceil(height / style.leading()) * style.leading() - height;
  }
}
