package offprint.archive;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Which library packs streams: Java takes zlib, or what a system has in its place. All inflate what
 * any of them has packed, but each packs otherwise, and so the bytes of an edition differ.
 */
public final class Compressor {
  /**
   * What zlib itself makes of the sample: seen of 1.2.13 and of what Java 17 and 25 bring along.
   */
  private static final long ZLIB = 0xecba2e8L;

  private static final String THIS = find();

  private Compressor() {}

  /** The name of the one that is at work here; empty for zlib. */
  public static String here() {
    return THIS;
  }

  private static String find() {
    long sum = fingerprint();
    return sum == ZLIB ? "" : "deflate-" + Long.toHexString(sum);
  }

  // Words of some length, at the two levels that are in use: matches are searched for differently
  // in each.
  static long fingerprint() {
    StringBuilder sample = new StringBuilder();
    int word = 1;
    for (int i = 0; i < 20_000; i++) {
      word = word * 1103515245 + 12345;
      sample.append(Integer.toString(word >>> 22, 36)).append(i % 11 == 0 ? '\n' : ' ');
    }
    CRC32 sum = new CRC32();
    for (int level : new int[] {Deflater.DEFAULT_COMPRESSION, Deflater.BEST_COMPRESSION}) {
      Deflater deflater = new Deflater(level);
      deflater.setInput(sample.toString().getBytes(StandardCharsets.US_ASCII));
      deflater.finish();
      byte[] packed = new byte[1 << 16];
      while (!deflater.finished()) {
        sum.update(packed, 0, deflater.deflate(packed));
      }
      deflater.end();
    }
    return sum.getValue();
  }
}
