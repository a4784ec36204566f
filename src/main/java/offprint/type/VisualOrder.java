package offprint.type;

import java.text.Bidi;
import java.util.Arrays;
import java.util.List;

/** The order in which words stand on the paper (Unicode's bidirectional algorithm, UAX 9). */
public final class VisualOrder {
  private VisualOrder() {}

  /** Whether a text holds anything that is not simply read from left to right. */
  public static boolean needed(String text) {
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

  /** What stands from left to right, of what is read in this order at these levels. */
  public static <T> List<T> reordered(T[] logical, byte[] levels) {
    Bidi.reorderVisually(levels, 0, logical, 0, logical.length);
    return Arrays.asList(logical);
  }
}
