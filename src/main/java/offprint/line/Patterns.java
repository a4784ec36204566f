package offprint.line;

import java.util.Arrays;

/**
 * Liang's patterns as a trie. The trie is one hash table from a node and a letter to the next node,
 * which is the number of its slot: German's 37,000 patterns are read in the time that as many small
 * objects would take to make.
 */
final class Patterns {
  private static final int ROOT = -1;
  private static final long FREE = -1;
  private static final char EDGE = '.';

  /** For each slot the node it leads from and the letter, or {@link #FREE}. */
  private final long[] edges;

  /** For each slot where in {@link #digits} those of the pattern begin that ends there; or 0. */
  private final int[] values;

  private final int mask;

  /**
   * For each pattern the count of its digits, then these, one before, between and behind letters.
   */
  private byte[] digits = new byte[1024];

  private int used = 1;

  /**
   * @param letters at least as many as all patterns together have
   */
  Patterns(int letters) {
    int slots = Integer.highestOneBit(Math.max(letters, 8)) * 2;
    mask = slots - 1;
    edges = new long[slots];
    Arrays.fill(edges, FREE);
    values = new int[slots];
  }

  /** A pattern as TeX has it: {@code .hy3ph}. */
  void add(String pattern) {
    int length = pattern.length();
    if (used + length + 2 > digits.length) {
      digits = Arrays.copyOf(digits, 2 * digits.length + length);
    }
    int value = used++;
    int node = ROOT;
    digits[used] = 0;
    for (int i = 0; i < length; i++) {
      char c = pattern.charAt(i);
      if (c >= '0' && c <= '9') {
        digits[used] = (byte) (c - '0');
      } else {
        node = grow(node, c);
        digits[++used] = 0;
      }
    }
    used++;
    digits[value] = (byte) (used - value - 1);
    values[node] = value;
  }

  /** Whether a pattern begins with the letter. */
  boolean know(char letter) {
    return next(ROOT, letter) >= 0;
  }

  /** Where a word in lower case may be divided by the patterns alone. */
  int[] points(char[] word) {
    char[] letters = new char[word.length + 2];
    Arrays.fill(letters, EDGE);
    System.arraycopy(word, 0, letters, 1, word.length);
    byte[] highest = new byte[letters.length + 1];
    for (int start = 0; start < letters.length; start++) {
      int node = ROOT;
      for (int i = start; i < letters.length && (node = next(node, letters[i])) >= 0; i++) {
        raise(highest, start, values[node]);
      }
    }
    return odd(highest, word.length);
  }

  private void raise(byte[] highest, int start, int value) {
    for (int i = 0; i < digits[value]; i++) {
      highest[start + i] = (byte) Math.max(highest[start + i], digits[value + 1 + i]);
    }
  }

  // The edge before the word shifts all by one.
  private static int[] odd(byte[] highest, int length) {
    int[] points = new int[length];
    int count = 0;
    for (int i = 1; i < length; i++) {
      if ((highest[i + 1] & 1) == 1) {
        points[count++] = i;
      }
    }
    return Arrays.copyOf(points, count);
  }

  private int next(int node, char letter) {
    int slot = slot(node, letter);
    return edges[slot] == FREE ? -1 : slot;
  }

  private int grow(int node, char letter) {
    int slot = slot(node, letter);
    edges[slot] = edge(node, letter);
    return slot;
  }

  private int slot(int node, char letter) {
    long edge = edge(node, letter);
    long mixed = edge * 0x9e3779b97f4a7c15L;
    int slot = (int) (mixed >>> 40) & mask;
    while (edges[slot] != FREE && edges[slot] != edge) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private static long edge(int node, char letter) {
    return (long) (node + 1) << 16 | letter;
  }
}
