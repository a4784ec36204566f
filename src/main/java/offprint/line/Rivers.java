package offprint.line;

import java.util.Arrays;
import java.util.List;

/**
 * Finds rivers in a paragraph: blanks that stand below each other over three lines or more, so that
 * a reader sees a white streak run through the words (J. Tschichold, "The Form of the Book").
 */
final class Rivers {
  private static final double[] NONE = {};

  private final List<Item> items;
  private final Shape shape;

  // Sums over the items before each.
  private final double[] widths;
  private final double[] gives;
  private final double[] stretches;
  private final double[] shrinks;

  // Of each blank between words: the item it begins with and the one behind it.
  private final int[] begins;
  private final int[] ends;

  /**
   * @param items of a justified paragraph
   */
  Rivers(List<Item> items, Shape shape) {
    int size = items.size();
    this.items = items;
    this.shape = shape;
    this.widths = new double[size + 1];
    this.gives = new double[size + 1];
    this.stretches = new double[size + 1];
    this.shrinks = new double[size + 1];
    int[] from = new int[size];
    int[] to = new int[size];
    int blanks = 0;
    int begin = -1;
    for (int i = 0; i < size; i++) {
      Item item = items.get(i);
      add(i, item);
      // A box of less than nothing takes back what hangs where a line begins; it is no word.
      if (item instanceof Item.Box box && box.width() > 0) {
        if (begin > 0 && stretches[i] > stretches[begin] && widths[i] > widths[begin]) {
          from[blanks] = begin;
          to[blanks++] = i;
        }
        begin = -1;
      } else if (item instanceof Item.Glue && begin < 0) {
        begin = i;
      }
    }
    this.begins = Arrays.copyOf(from, blanks);
    this.ends = Arrays.copyOf(to, blanks);
  }

  private void add(int i, Item item) {
    boolean glue = item instanceof Item.Glue;
    widths[i + 1] = widths[i] + (item instanceof Item.Penalty ? 0 : item.width());
    gives[i + 1] = gives[i] + (item instanceof Item.Box box ? box.give() : 0);
    stretches[i + 1] = stretches[i] + (glue ? ((Item.Glue) item).stretch() : 0);
    shrinks[i + 1] = shrinks[i] + (glue ? ((Item.Glue) item).shrink() : 0);
  }

  /**
   * The middles of the blanks of a line, in points from the left of the widest.
   *
   * @param after the item the line before ends at, -1 at the head of the paragraph
   * @param at the item it ends at
   * @param ratio its glue's
   * @param line its number from 0
   */
  double[] middles(int after, int at, double ratio, int line) {
    int head = head(after, at);
    double end = items.get(at) instanceof Item.Penalty penalty ? penalty.width() : 0;
    double slack = shape.measure(line) - (widths[at] - widths[head] + end);
    double give = gives[at] - gives[head];
    boolean natural = isForced(at) && slack > 0;
    double share = natural || give == 0 ? 0 : Math.max(-1, Math.min(1, slack / give));
    double[] glue = ratio < 0 ? shrinks : stretches;
    double set = natural ? 0 : ratio;
    double x = shape.widest() - shape.measure(line);
    int first = Arrays.binarySearch(begins, head);
    first = first < 0 ? -first - 1 : first;
    int last = first;
    while (last < begins.length && ends[last] <= at) {
      last++;
    }
    double[] middles = first == last ? NONE : new double[last - first];
    for (int k = first; k < last; k++) {
      double sum = 0;
      for (int i : new int[] {begins[k], ends[k]}) {
        sum += widths[i] - widths[head];
        sum += share * (gives[i] - gives[head]) + set * (glue[i] - glue[head]);
      }
      middles[k - first] = x + sum / 2;
    }
    return middles;
  }

  // Blanks fall away at the head of a line.
  private int head(int after, int at) {
    int head = Math.max(0, after);
    while (after >= 0 && head < at && !(items.get(head) instanceof Item.Box)) {
      head++;
    }
    return head;
  }

  private boolean isForced(int at) {
    return items.get(at) instanceof Item.Penalty penalty && penalty.cost() <= Item.FORCED;
  }

  /** How many rivers run through three lines to the last of them, by the middles of each. */
  int count(double[] first, double[] second, double[] third) {
    int count = 0;
    for (double middle : third) {
      boolean runs = false;
      for (double above : second) {
        runs |= isNear(above, middle) && Arrays.stream(first).anyMatch(m -> isNear(m, above));
      }
      count += runs ? 1 : 0;
    }
    return count;
  }

  private boolean isNear(double middle, double other) {
    return Math.abs(middle - other) < shape.river();
  }

  /** How many there are in the whole paragraph; one of four lines counts twice. */
  int count(List<Break> breaks) {
    int count = 0;
    double[] first = NONE;
    double[] second = NONE;
    int after = -1;
    for (int line = 0; line < breaks.size(); line++) {
      Break end = breaks.get(line);
      double[] third = middles(after, end.item(), end.ratio(), line);
      count += count(first, second, third);
      first = second;
      second = third;
      after = end.item();
    }
    return count;
  }
}
