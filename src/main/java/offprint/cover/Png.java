package offprint.cover;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes a picture as PNG (W3C, Portable Network Graphics, third edition). */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 137, 'P', 'N', 'G', '\r', '\n', 26, '\n'};
  private static final byte GREYSCALE = 0;
  private static final byte TRUECOLOUR = 2;

  private Png() {}

  /**
   * @param channels 1 for grey, 3 for red, green and blue
   * @param samples of 8 bits, row by row from the top
   */
  static byte[] of(int width, int height, int channels, byte[] samples) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    byte depth = 8;
    byte type = channels == 1 ? GREYSCALE : TRUECOLOUR;
    byte[] header =
        ByteBuffer.allocate(13).putInt(width).putInt(height).put(depth).put(type).array();
    chunk(png, "IHDR", header);
    chunk(png, "IDAT", deflated(filtered(height, width * channels, samples)));
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
