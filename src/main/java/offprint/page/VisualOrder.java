package offprint.page;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order in which words stand on the paper (Unicode's bidirectional algorithm, UAX 9). Levels
 * are found for a paragraph as a whole and put in order line by line (L1 and L2).
 */
final class VisualOrder {
  private final Copy copy;
  private final @Nullable Bidi bidi;

  VisualOrder(Copy copy) {
    this.copy = copy;
    this.bidi =
        copy.isRightToLeft() || needed(copy.text())
            ? new Bidi(
                copy.text(),
                copy.isRightToLeft() ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT)
            : null;
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
    return reordered(stretches.toArray(Stretch[]::new), levels);
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

  /** Whether a text holds anything that is not simply read from left to right. */
  static boolean needed(String text) {
    return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
  }

  /** A stretch of words in one direction. */
  record Words(String text, boolean rightToLeft) {}

  /** Words that are a line of their own, from left to right. */
  static List<Words> of(String text, boolean rightToLeft) {
    Bidi bidi =
        new Bidi(
            text,
            rightToLeft ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    Words[] words = new Words[bidi.getRunCount()];
    byte[] levels = new byte[words.length];
    for (int i = 0; i < words.length; i++) {
      levels[i] = (byte) bidi.getRunLevel(i);
      words[i] =
          new Words(text.substring(bidi.getRunStart(i), bidi.getRunLimit(i)), levels[i] % 2 == 1);
    }
    return reordered(words, levels);
  }

  private static <T> List<T> reordered(T[] logical, byte[] levels) {
    Bidi.reorderVisually(levels, 0, logical, 0, logical.length);
    return Arrays.asList(logical);
  }
}
