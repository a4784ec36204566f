package offprint.glyph;

/**
 * Objects one after the other in a table {@code CFF} (Adobe Technical Note 5176, section 5).
 *
 * @param count how many there are
 * @param end where the index ends
 * @param offsets where their offsets are
 * @param size of an offset in bytes
 */
@SuppressWarnings("ArrayRecordComponent") // the file's bytes, never compared
record CompactIndex(byte[] data, int count, int end, int offsets, int size) {
  static final CompactIndex EMPTY = new CompactIndex(new byte[0], 0, 0, 0, 0);

  /**
   * @param at where it begins in the data
   */
  static CompactIndex of(byte[] data, int at) {
    int count = unsigned(data, at, 2);
    if (count == 0) {
      return new CompactIndex(data, 0, at + 2, at + 3, 0);
    }
    int size = unsigned(data, at + 2, 1);
    CompactIndex index = new CompactIndex(data, count, 0, at + 3, size);
    return new CompactIndex(data, count, index.at(count), at + 3, size);
  }

  /** Where an object begins, and the one before it ends. */
  int at(int object) {
    return offsets + (count + 1) * size - 1 + unsigned(data, offsets + object * size, size);
  }

  /** What is added to a subroutine's number (Technical Note 5177, section 4.7). */
  int bias() {
    return count < 1240 ? 107 : count < 33_900 ? 1131 : 32_768;
  }

  /** A number of so many bytes, the first of them the highest. */
  static int unsigned(byte[] data, int at, int size) {
    int value = 0;
    for (int i = 0; i < size; i++) {
      value = value << 8 | data[at + i] & 0xff;
    }
    return value;
  }
}
