package offprint.line;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Breaks a whole paragraph at once, so that its lines together are set best: D. E. Knuth and M. F.
 * Plass, "Breaking Paragraphs into Lines", Software: Practice and Experience 11 (1981), 1119-1184.
 */
public final class LineBreaker {
  private static final double BISECTED_ENOUGH = 0.01;

  private final Settings settings;

  public LineBreaker(Settings settings) {
    this.settings = settings;
  }

  /**
   * The ends of the lines; none for no items.
   *
   * @param items of a paragraph, the last a forced break
   */
  public List<Break> breaks(List<Item> items, Shape shape) {
    Search.Found found = null;
    for (double tolerance : settings.tolerances()) {
      found = better(found, new Search(items, shape, settings, tolerance).run());
      if (found != null && !settings.isPoor(found.demerits())) {
        return withFewerRivers(found.breaks(), items, shape, tolerance);
      }
    }
    if (found == null) {
      found = new Search(items, shape, settings, Double.POSITIVE_INFINITY).run();
    }
    if (found == null) {
      throw new IllegalStateException("the emergency pass must always find breaks");
    }
    return found.breaks();
  }

  // Only a paragraph with a river is tried again, as that takes longer.
  private List<Break> withFewerRivers(
      List<Break> breaks, List<Item> items, Shape shape, double tolerance) {
    if (shape.river() == 0 || settings.river() == 0) {
      return breaks;
    }
    Rivers rivers = new Rivers(items, shape);
    if (rivers.count(breaks) == 0) {
      return breaks;
    }
    Search.Found found = new Search(items, shape, settings, tolerance, rivers).run();
    return found != null && hyphens(found.breaks(), items) <= hyphens(breaks, items)
        ? found.breaks()
        : breaks;
  }

  private static long hyphens(List<Break> breaks, List<Item> items) {
    return breaks.stream()
        .filter(end -> items.get(end.item()) instanceof Item.Penalty p && p.flagged())
        .count();
  }

  private static Search.@Nullable Found better(
      Search.@Nullable Found known, Search.@Nullable Found other) {
    boolean kept = known != null && (other == null || known.demerits() <= other.demerits());
    return kept ? known : other;
  }

  /**
   * The ends of exactly so many lines, or null where the paragraph cannot be set in them.
   *
   * @param tolerance how far any line's glue may stretch, as a ratio
   */
  public @Nullable List<Break> breaks(List<Item> items, Shape shape, double tolerance, int lines) {
    Search.Found found = new Search(items, shape, settings, tolerance).run(lines);
    return found == null || settings.isPoor(found.demerits()) ? null : found.breaks();
  }

  /** The ends of the lines, or null if some line's glue would have to stretch further. */
  public @Nullable List<Break> breaks(List<Item> items, Shape shape, double tolerance) {
    Search.Found found = new Search(items, shape, settings, tolerance).run();
    return found == null ? null : found.breaks();
  }

  /**
   * The narrowest shape that takes no more lines than the given one: the lines of a ragged title
   * broken to it are about as long as each other.
   */
  public Shape balanced(List<Item> items, Shape shape) {
    int lines = breaks(items, shape).size();
    double low = 0;
    double high = shape.widest();
    while (lines > 1 && high - low > BISECTED_ENOUGH) {
      double middle = (low + high) / 2;
      List<Break> narrower = breaks(items, shape.narrowedBy(shape.widest() - middle));
      if (narrower.size() <= lines && narrower.stream().noneMatch(Break::overfull)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return shape.narrowedBy(shape.widest() - high);
  }
}
