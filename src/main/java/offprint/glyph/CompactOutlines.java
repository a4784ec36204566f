package offprint.glyph;

/**
 * The outlines in a face's {@code CFF} table (Adobe Technical Notes 5176 and 5177), of faces with
 * one set of subroutines and of CID-keyed ones, which have a set for each of their parts.
 */
final class CompactOutlines {
  private final byte[] data;
  private final int start;
  private final CompactIndex charStrings;
  private final CompactIndex global;
  private final CompactIndex[] local;
  private final int select;

  /**
   * @param start of the table in the bytes
   */
  CompactOutlines(byte[] data, int start) {
    this.data = data;
    this.start = start;
    CompactIndex names = CompactIndex.of(data, start + unsigned(start + 2, 1));
    CompactIndex tops = CompactIndex.of(data, names.end());
    CompactIndex strings = CompactIndex.of(data, tops.end());
    global = CompactIndex.of(data, strings.end());
    int top = tops.at(0);
    int topEnd = tops.at(1);
    charStrings = CompactIndex.of(data, start + operand(top, topEnd, 17, 0, 0));
    int parts = operand(top, topEnd, 1236, 0, 0);
    if (parts == 0) {
      local = new CompactIndex[] {subroutines(top, topEnd)};
      select = 0;
    } else {
      CompactIndex dictionaries = CompactIndex.of(data, start + parts);
      local = new CompactIndex[dictionaries.count()];
      for (int i = 0; i < local.length; i++) {
        local[i] = subroutines(dictionaries.at(i), dictionaries.at(i + 1));
      }
      select = start + operand(top, topEnd, 1237, 0, 0);
    }
  }

  /** Draws a glyph in units of the em, y up; a blank draws nothing. */
  void draw(int glyph, Pen pen) {
    if (glyph < charStrings.count()) {
      new CharString(data, global, local[part(glyph)], pen)
          .draw(charStrings.at(glyph), charStrings.at(glyph + 1));
    }
  }

  // The private dictionary's operands are its size and its place (Technical Note 5176, table 9).
  private CompactIndex subroutines(int dictionary, int end) {
    int size = operand(dictionary, end, 18, 0, 0);
    int at = start + operand(dictionary, end, 18, 1, 0);
    int offset = size == 0 ? 0 : operand(at, at + size, 19, 0, 0);
    return offset == 0 ? CompactIndex.EMPTY : CompactIndex.of(data, at + offset);
  }

  /** Which part a glyph belongs to (Technical Note 5176, section 19). */
  private int part(int glyph) {
    if (select == 0) {
      return 0;
    }
    if (data[select] == 0) {
      return unsigned(select + 1 + glyph, 1);
    }
    int low = 0;
    int high = unsigned(select + 1, 2) - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (unsigned(select + 3 + 3 * middle, 2) <= glyph) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return unsigned(select + 5 + 3 * low, 1);
  }

  /**
   * An operand of a dictionary's operator (Technical Note 5176, section 4); reals are passed over.
   *
   * @param operator two-byte ones as 1200 and the second byte
   */
  private int operand(int from, int to, int operator, int which, int otherwise) {
    int[] operands = new int[48];
    int count = 0;
    int at = from;
    while (at < to) {
      int b = unsigned(at++, 1);
      if (b <= 21) {
        int found = b == 12 ? 1200 + unsigned(at++, 1) : b;
        if (found == operator) {
          return which < count ? operands[which] : otherwise;
        }
        count = 0;
        continue;
      }
      int value = 0;
      if (b == 30) {
        while ((unsigned(at, 1) & 0xf) != 0xf && unsigned(at, 1) >> 4 != 0xf) {
          at++;
        }
        at++;
      } else if (b == 28) {
        value = (short) unsigned(at, 2);
        at += 2;
      } else if (b == 29) {
        value = unsigned(at, 4);
        at += 4;
      } else if (b <= 246) {
        value = b - 139;
      } else if (b <= 250) {
        value = (b - 247) * 256 + unsigned(at++, 1) + 108;
      } else {
        value = -(b - 251) * 256 - unsigned(at++, 1) - 108;
      }
      operands[Math.min(count++, operands.length - 1)] = value;
    }
    return otherwise;
  }

  private int unsigned(int at, int size) {
    return CompactIndex.unsigned(data, at, size);
  }
}
