package offprint.makeup;

import offprint.galley.Galley;

/**
 * The text of a page while it grows downwards. Lines of the body stand on the grid; between them
 * are islands that do not: headings, quotations, lists, with space around them. That space may
 * give, so that a page can be led out to its full depth: within the text by whole lines of the
 * grid, behind its last line by what is wanted.
 */
public final class Column {
  public static final double EPSILON = 0.01;

  private final double grid;
  private double bottom;
  private boolean empty = true;
  private boolean headings = true;
  private boolean figure;
  private double below;
  private Galley.Cut previous = Galley.Cut.ALLOWED;
  private double slack;
  private boolean headed;
  private double give;
  private int lines;

  Column(double grid) {
    this.grid = grid;
  }

  Column(Column other) {
    grid = other.grid;
    bottom = other.bottom;
    empty = other.empty;
    headings = other.headings;
    figure = other.figure;
    below = other.below;
    previous = other.previous;
    slack = other.slack;
    headed = other.headed;
    give = other.give;
    lines = other.lines;
  }

  /** The space above an entry: none at the head of the page. */
  private double gap(Galley.Entry entry) {
    if (empty) {
      return 0;
    }
    return figure ? Math.max(below, entry.before()) : Math.max(entry.held(), entry.before());
  }

  /** How far down the text would reach with the entry. */
  double bottomWith(Galley.Entry entry) {
    return top(entry) + entry.slug().height();
  }

  /** Where the entry would stand. */
  double top(Galley.Entry entry) {
    double top = bottom + gap(entry);
    if (!entry.slug().onGrid()) {
      return top;
    }
    // The text below headings at a page's head stands on the line of the grid that is nearest to
    // its
    // place, and they as far above it as elsewhere: about where the first line of other pages is.
    double above = Math.round(top / grid + EPSILON) * grid;
    return headings && above >= bottom - EPSILON ? above : Math.ceil(top / grid - EPSILON) * grid;
  }

  /**
   * How much the space above the entry may grow. What is kept with the line above stays as near as
   * it is.
   */
  double give(Galley.Entry entry) {
    boolean kept = previous == Galley.Cut.FORBIDDEN || previous == Galley.Cut.AVOIDED;
    return kept ? 0 : Math.min(gap(entry) * 1.5, grid * 1.2);
  }

  void place(Galley.Entry entry) {
    // A blank line of code vanishes at the head of a page, as other space does.
    if (empty && !entry.slug().onGrid() && entry.slug().isBlank()) {
      return;
    }
    double top = top(entry);
    give += give(entry);
    if (entry.slug().onGrid()) {
      slack = top - bottom - gap(entry);
      headed = headings;
      lines += give - slack >= grid - EPSILON ? 1 : 0;
      give = 0;
    }
    bottom = top + entry.slug().height();
    figure = entry.figure();
    below = entry.below();
    previous = entry.after();
    empty = false;
    headings &= !entry.slug().onGrid() && entry.after() == Galley.Cut.FORBIDDEN;
  }

  boolean isEmpty() {
    return empty;
  }

  double bottom() {
    return bottom;
  }

  /** Whole lines by which the text may be led out, one in each island at most. */
  int lines() {
    return lines;
  }

  /** By how much the space behind the last line on the grid may grow. */
  double give() {
    return give;
  }

  /** What the last line on the grid was moved down, or up, to stand there. */
  double slack() {
    return slack;
  }

  /** Whether nothing but headings at the page's head stands above the last line on the grid. */
  boolean headed() {
    return headed;
  }
}
