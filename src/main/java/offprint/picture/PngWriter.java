package offprint.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes a picture as PNG (W3C, Portable Network Graphics, third edition). */
public final class PngWriter {
  private static final byte[] SIGNATURE = {(byte) 137, 'P', 'N', 'G', '\r', '\n', 26, '\n'};
  private static final byte GREYSCALE = 0;
  private static final byte TRUECOLOUR = 2;

  private PngWriter() {}

  /**
   * Type on paper.
   *
   * @param channels 1 for grey, 3 for red, green and blue
   * @param samples of 8 bits, row by row from the top
   */
  public static byte[] of(int width, int height, int channels, byte[] samples) {
    byte[] rows = filtered(height, width * channels, samples);
    return written(width, height, channels, new byte[0], rows);
  }

  /**
   * Opaque pixels.
   *
   * @param colours chunks that say what the colours mean, written as they are
   */
  static byte[] of(Pixels pixels, byte[] colours) {
    int channels = pixels.components();
    byte[] rows = adapted(pixels.height(), pixels.width() * channels, channels, pixels.colours());
    return written(pixels.width(), pixels.height(), channels, colours, rows);
  }

  private static byte[] written(
      int width, int height, int channels, byte[] colours, byte[] filtered) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    byte depth = 8;
    byte type = channels == 1 ? GREYSCALE : TRUECOLOUR;
    byte[] header =
        ByteBuffer.allocate(13).putInt(width).putInt(height).put(depth).put(type).array();
    chunk(png, "IHDR", header);
    png.writeBytes(colours);
    chunk(png, "IDAT", deflated(filtered));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  // Filter 2: each row as its difference from the one above, which for type on paper is nearly
  // always nothing.
  private static byte[] filtered(int rows, int length, byte[] samples) {
    byte[] filtered = new byte[rows * (length + 1)];
    for (int row = 0; row < rows; row++) {
      int to = row * (length + 1);
      int from = row * length;
      filtered[to] = 2;
      for (int i = 0; i < length; i++) {
        int above = row == 0 ? 0 : samples[from - length + i];
        filtered[to + 1 + i] = (byte) (samples[from + i] - above);
      }
    }
    return filtered;
  }

  // For each row the filter of 9.2 that leaves least: none, left, above or Paeth's.
  private static byte[] adapted(int rows, int length, int channels, byte[] samples) {
    byte[] filtered = new byte[rows * (length + 1)];
    int[] filters = {0, 1, 2, 4};
    byte[][] tried = new byte[filters.length][length];
    for (int row = 0; row < rows; row++) {
      int best = 0;
      long least = Long.MAX_VALUE;
      for (int i = 0; i < filters.length; i++) {
        long left = filter(filters[i], row, length, channels, samples, tried[i]);
        if (left < least) {
          least = left;
          best = i;
        }
      }
      filtered[row * (length + 1)] = (byte) filters[best];
      System.arraycopy(tried[best], 0, filtered, row * (length + 1) + 1, length);
    }
    return filtered;
  }

  /** The sum of what is left, by which filters are chosen (12.7). */
  private static long filter(
      int filter, int row, int length, int channels, byte[] samples, byte[] to) {
    long sum = 0;
    int at = row * length;
    for (int i = 0; i < length; i++) {
      int left = i < channels ? 0 : samples[at + i - channels] & 0xFF;
      int above = row == 0 ? 0 : samples[at + i - length] & 0xFF;
      int corner = row == 0 || i < channels ? 0 : samples[at + i - length - channels] & 0xFF;
      int expected =
          switch (filter) {
            case 1 -> left;
            case 2 -> above;
            case 4 -> paeth(left, above, corner);
            default -> 0;
          };
      to[i] = (byte) (samples[at + i] - expected);
      sum += Math.abs(to[i]);
    }
    return sum;
  }

  private static int paeth(int left, int above, int corner) {
    int byLeft = Math.abs(above - corner);
    int byAbove = Math.abs(left - corner);
    int byCorner = Math.abs(left + above - 2 * corner);
    if (byLeft <= byAbove && byLeft <= byCorner) {
      return left;
    }
    return byAbove <= byCorner ? above : corner;
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[1 << 16];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
    byte[] named =
        ByteBuffer.allocate(4 + data.length)
            .put(type.getBytes(StandardCharsets.US_ASCII))
            .put(data)
            .array();
    CRC32 check = new CRC32();
    check.update(named);
    png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    png.writeBytes(named);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
  }
}
