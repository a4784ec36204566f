package offprint.page;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a line's words stand on the paper (Unicode's bidirectional algorithm, UAX 9).
 */
final class VisualOrder {
  private VisualOrder() {}

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
  static List<Stretch> of(Copy copy, int from, int to) {
    String line = copy.text().substring(from, to);
    if (!Bidi.requiresBidi(line.toCharArray(), 0, line.length())) {
      return stretches(copy, from, to, null);
    }
    Bidi bidi = new Bidi(line, Bidi.DIRECTION_LEFT_TO_RIGHT);
    List<Stretch> stretches = stretches(copy, from, to, bidi);
    byte[] levels = new byte[stretches.size()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) stretches.get(i).level;
    }
    Stretch[] visual = stretches.toArray(Stretch[]::new);
    Bidi.reorderVisually(levels, 0, visual, 0, visual.length);
    return Arrays.asList(visual);
  }

  private static List<Stretch> stretches(Copy copy, int from, int to, @Nullable Bidi bidi) {
    List<Stretch> logical = new ArrayList<>();
    for (Copy.Run run : copy.runs(from, to)) {
      int at = Math.max(from, run.start());
      int stop = Math.min(to, run.end());
      while (at < stop) {
        int level = bidi == null ? 0 : bidi.getLevelAt(at - from);
        int end = at + 1;
        while (end < stop && (bidi == null || bidi.getLevelAt(end - from) == level)) {
          end++;
        }
        logical.add(new Stretch(run, at, end, level));
        at = end;
      }
    }
    return logical;
  }
}
