package offprint.paragraph;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import offprint.type.VisualOrder;
import org.jspecify.annotations.Nullable;

/**
 * The order in which the words of a paragraph stand on its lines. Levels are found for the
 * paragraph as a whole and put in order line by line (UAX 9, L1 and L2).
 */
final class LineOrder {
  private static final char LATIN = 'a';

  private final Copy copy;
  private final @Nullable Bidi bidi;

  LineOrder(Copy copy) {
    this.copy = copy;
    this.bidi =
        copy.isRightToLeft()
            ? fromTheRight(copy)
            : VisualOrder.needed(copy.text())
                ? new Bidi(copy.text(), Bidi.DIRECTION_LEFT_TO_RIGHT)
                : null;
  }

  // An address and code are read from the left as a whole: the last slash stands at their right.
  private static Bidi fromTheRight(Copy copy) {
    StringBuilder text = new StringBuilder(copy.text());
    for (Copy.Run run : copy.runs()) {
      if (run.division() == Copy.Division.ADDRESS || run.division() == Copy.Division.CODE) {
        for (int i = run.start(); i < run.end(); i++) {
          if (!VisualOrder.needed(text.substring(i, i + 1))) {
            text.setCharAt(i, LATIN);
          }
        }
      }
    }
    return new Bidi(text.toString(), Bidi.DIRECTION_RIGHT_TO_LEFT);
  }

  /**
   * A stretch of a line in one style and one direction.
   *
   * @param start offset in the copy's text
   * @param end offset in the copy's text
   * @param level of embedding; odd from right to left
   */
  record Stretch(Copy.Run run, int start, int end, int level) {
    boolean rightToLeft() {
      return level % 2 == 1;
    }
  }

  /** The stretches of a line, from left to right. */
  List<Stretch> of(int from, int to) {
    if (bidi == null || from >= to) {
      return stretches(from, to, null);
    }
    List<Stretch> stretches = stretches(from, to, bidi.createLineBidi(from, to));
    byte[] levels = new byte[stretches.size()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) stretches.get(i).level;
    }
    return VisualOrder.reordered(stretches.toArray(Stretch[]::new), levels);
  }

  private List<Stretch> stretches(int from, int to, @Nullable Bidi line) {
    List<Stretch> logical = new ArrayList<>();
    for (Copy.Run run : copy.runs(from, to)) {
      int at = Math.max(from, run.start());
      int stop = Math.min(to, run.end());
      while (at < stop) {
        int level = line == null ? 0 : line.getLevelAt(at - from);
        int end = at + 1;
        while (end < stop && (line == null || line.getLevelAt(end - from) == level)) {
          end++;
        }
        logical.add(new Stretch(run, at, end, level));
        at = end;
      }
    }
    return logical;
  }
}
