package offprint.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;
import javax.imageio.plugins.jpeg.JPEGQTable;

/**
 * Writes opaque pixels as a baseline JPEG (ITU-T T.81), colours at half their resolution, as
 * cameras do, with the tables of its annex K. Not by the JDK's writer, whose bytes are another
 * library's on every system.
 */
final class JpegWriter {
  // Of 100; where the loss begins to be seen at arm's length is about 75.
  private static final int QUALITY = 90;

  // T.81, figure A.6: the order in which a block's coefficients are written.
  private static final int[] ZIGZAG = zigzag();

  private static final String ICC = "ICC_PROFILE\0";
  private static final int ICC_PIECE = 65519; // what a segment holds besides name and numbers

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Pixels pixels;
  private long bits;
  private int bitCount;

  private JpegWriter(Pixels pixels) {
    this.pixels = pixels;
  }

  /**
   * @param profile what the colours mean (ICC.1, annex B.4); empty for sRGB
   */
  static byte[] of(Pixels pixels, byte[] profile) {
    return new JpegWriter(pixels).write(profile);
  }

  private byte[] write(byte[] profile) {
    boolean colour = pixels.components() == 3;
    Plane light = new Plane(JPEGQTable.K1Luminance, true);
    Plane hue = new Plane(JPEGQTable.K2Chrominance, false);
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8});
    // JFIF 1.02: version 1.2, no unit, square pixels, no thumbnail.
    segment(0xE0, "JFIF\0".getBytes(StandardCharsets.US_ASCII), 1, 2, 0, 0, 1, 0, 1, 0, 0);
    profile(profile);
    segment(0xDB, light.quantisation(0));
    if (colour) {
      segment(0xDB, hue.quantisation(1));
    }
    frame(colour);
    light.huffman(0).forEach(table -> segment(0xC4, table));
    if (colour) {
      hue.huffman(1).forEach(table -> segment(0xC4, table));
      segment(0xDA, new byte[0], 3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0);
      inColour(light, hue, new Plane(JPEGQTable.K2Chrominance, false));
    } else {
      segment(0xDA, new byte[0], 1, 1, 0, 0, 63, 0);
      inGrey(light);
    }
    put(0x7F, 7); // fills the last byte
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD9});
    return out.toByteArray();
  }

  private void profile(byte[] profile) {
    int pieces = (profile.length + ICC_PIECE - 1) / ICC_PIECE;
    for (int piece = 0; piece < pieces; piece++) {
      int from = piece * ICC_PIECE;
      int length = Math.min(ICC_PIECE, profile.length - from);
      segment(
          0xE2,
          ByteBuffer.allocate(ICC.length() + 2 + length)
              .put(ICC.getBytes(StandardCharsets.US_ASCII))
              .put((byte) (piece + 1))
              .put((byte) pieces)
              .put(profile, from, length)
              .array());
    }
  }

  private void frame(boolean colour) {
    ByteBuffer frame = ByteBuffer.allocate(colour ? 15 : 9);
    frame.put((byte) 8).putShort((short) pixels.height()).putShort((short) pixels.width());
    if (colour) {
      frame.put(new byte[] {3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1});
    } else {
      frame.put(new byte[] {1, 1, 0x11, 0});
    }
    segment(0xC0, frame.array());
  }

  private void segment(int marker, byte[] content, int... more) {
    int length = content.length + more.length + 2;
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length});
    out.writeBytes(content);
    for (int value : more) {
      out.write(value);
    }
  }

  private void inGrey(Plane light) {
    double[] block = new double[64];
    for (int y = 0; y < pixels.height(); y += 8) {
      for (int x = 0; x < pixels.width(); x += 8) {
        for (int i = 0; i < 64; i++) {
          block[i] = (pixels.colours()[pixel(x + i % 8, y + i / 8)] & 0xFF) - 128;
        }
        light.write(block);
      }
    }
  }

  // Units of 16 by 16 pixels: four blocks of light, one of each hue.
  private void inColour(Plane light, Plane blue, Plane red) {
    double[][] lights = new double[4][64];
    double[] blues = new double[64];
    double[] reds = new double[64];
    for (int y = 0; y < pixels.height(); y += 16) {
      for (int x = 0; x < pixels.width(); x += 16) {
        java.util.Arrays.fill(blues, 0);
        java.util.Arrays.fill(reds, 0);
        for (int i = 0; i < 256; i++) {
          int column = i % 16;
          int row = i / 16;
          int at = 3 * pixel(x + column, y + row);
          int r = pixels.colours()[at] & 0xFF;
          int g = pixels.colours()[at + 1] & 0xFF;
          int b = pixels.colours()[at + 2] & 0xFF;
          // JFIF 1.02, after ITU-R BT.601; a fourth of each hue.
          lights[row / 8 * 2 + column / 8][row % 8 * 8 + column % 8] =
              0.299 * r + 0.587 * g + 0.114 * b - 128;
          int quarter = row / 2 * 8 + column / 2;
          blues[quarter] += (-0.168736 * r - 0.331264 * g + 0.5 * b) / 4;
          reds[quarter] += (0.5 * r - 0.418688 * g - 0.081312 * b) / 4;
        }
        for (double[] block : lights) {
          light.write(block);
        }
        blue.write(blues);
        red.write(reds);
      }
    }
  }

  /** Beyond the edge the last pixel goes on. */
  private int pixel(int x, int y) {
    return Math.min(y, pixels.height() - 1) * pixels.width() + Math.min(x, pixels.width() - 1);
  }

  private void put(int value, int length) {
    bits = bits << length | value;
    bitCount += length;
    while (bitCount >= 8) {
      bitCount -= 8;
      int next = (int) (bits >> bitCount) & 0xFF;
      out.write(next);
      if (next == 0xFF) {
        out.write(0); // so that it is no marker
      }
    }
    bits &= (1L << bitCount) - 1;
  }

  private static int[] zigzag() {
    int[] order = new int[64];
    int at = 0;
    for (int diagonal = 0; diagonal < 15; diagonal++) {
      for (int i = 0; i <= diagonal; i++) {
        int row = diagonal % 2 == 0 ? diagonal - i : i;
        int column = diagonal - row;
        if (row < 8 && column < 8) {
          order[at++] = row * 8 + column;
        }
      }
    }
    return order;
  }

  /** One component: its tables, and its last block's mean. */
  private final class Plane {
    // What the transform below leaves to be divided by (Arai, Agui and Nakajima 1988).
    private static final double[] AAN = {
      1.0, 1.387039845, 1.306562965, 1.175875602, 1.0, 0.785694958, 0.541196100, 0.275899379
    };

    private final int[] steps = new int[64];
    private final double[] divisors = new double[64];
    private final JPEGHuffmanTable dc;
    private final JPEGHuffmanTable ac;
    private final int[] dcCodes;
    private final int[] acCodes;
    private int mean;

    Plane(JPEGQTable table, boolean light) {
      for (int i = 0; i < 64; i++) {
        int step = (table.getTable()[i] * (200 - 2 * QUALITY) + 50) / 100;
        steps[i] = Math.max(1, Math.min(255, step));
        divisors[i] = steps[i] * AAN[i / 8] * AAN[i % 8] * 8;
      }
      dc = light ? JPEGHuffmanTable.StdDCLuminance : JPEGHuffmanTable.StdDCChrominance;
      ac = light ? JPEGHuffmanTable.StdACLuminance : JPEGHuffmanTable.StdACChrominance;
      dcCodes = codes(dc);
      acCodes = codes(ac);
    }

    byte[] quantisation(int number) {
      byte[] table = new byte[65];
      table[0] = (byte) number;
      for (int i = 0; i < 64; i++) {
        table[i + 1] = (byte) steps[ZIGZAG[i]];
      }
      return table;
    }

    List<byte[]> huffman(int number) {
      return List.of(huffman(number, dc), huffman(0x10 | number, ac));
    }

    private static byte[] huffman(int number, JPEGHuffmanTable table) {
      byte[] written = new byte[17 + table.getValues().length];
      written[0] = (byte) number;
      for (int i = 0; i < table.getLengths().length; i++) {
        written[i + 1] = (byte) table.getLengths()[i];
      }
      for (int i = 0; i < table.getValues().length; i++) {
        written[17 + i] = (byte) table.getValues()[i];
      }
      return written;
    }

    // T.81, annex C: by value, the code below its length in bits.
    private static int[] codes(JPEGHuffmanTable table) {
      int[] codes = new int[256];
      short[] lengths = table.getLengths();
      int code = 0;
      int at = 0;
      for (int length = 1; length <= lengths.length; length++) {
        for (int i = 0; i < lengths[length - 1]; i++) {
          codes[table.getValues()[at++]] = length << 16 | code++;
        }
        code <<= 1;
      }
      return codes;
    }

    /** Transforms, rounds and codes a block (T.81, annex F.1). */
    void write(double[] block) {
      for (int i = 0; i < 8; i++) {
        transform(block, i * 8, 1);
      }
      for (int i = 0; i < 8; i++) {
        transform(block, i, 8);
      }
      int now = (int) Math.rint(block[0] / divisors[0]);
      number(dcCodes, 0, now - mean);
      mean = now;
      int zeros = 0;
      for (int i = 1; i < 64; i++) {
        int value = (int) Math.rint(block[ZIGZAG[i]] / divisors[ZIGZAG[i]]);
        if (value == 0) {
          zeros++;
          continue;
        }
        for (; zeros > 15; zeros -= 16) {
          code(acCodes[0xF0]);
        }
        number(acCodes, zeros << 4, value);
        zeros = 0;
      }
      if (zeros > 0) {
        code(acCodes[0]);
      }
    }

    private void number(int[] codes, int run, int value) {
      int length = 32 - Integer.numberOfLeadingZeros(Math.abs(value));
      code(codes[run | length]);
      put((value < 0 ? value - 1 : value) & (1 << length) - 1, length);
    }

    private void code(int code) {
      put(code & 0xFFFF, code >> 16);
    }

    // The cosine transform in five multiplications (Arai, Agui and Nakajima 1988).
    private static void transform(double[] d, int at, int step) {
      double s07 = d[at] + d[at + 7 * step];
      double d07 = d[at] - d[at + 7 * step];
      double s16 = d[at + step] + d[at + 6 * step];
      double d16 = d[at + step] - d[at + 6 * step];
      double s25 = d[at + 2 * step] + d[at + 5 * step];
      double d25 = d[at + 2 * step] - d[at + 5 * step];
      double s34 = d[at + 3 * step] + d[at + 4 * step];
      double d34 = d[at + 3 * step] - d[at + 4 * step];
      double outer = s07 - s34;
      double turn = (s16 - s25 + outer) * 0.707106781;
      d[at] = s07 + s34 + s16 + s25;
      d[at + 4 * step] = s07 + s34 - s16 - s25;
      d[at + 2 * step] = outer + turn;
      d[at + 6 * step] = outer - turn;
      double low = d34 + d25;
      double high = d16 + d07;
      double shared = (low - high) * 0.382683433;
      double z2 = 0.541196100 * low + shared;
      double z4 = 1.306562965 * high + shared;
      double z3 = (d25 + d16) * 0.707106781;
      d[at + 5 * step] = d07 - z3 + z2;
      d[at + 3 * step] = d07 - z3 - z2;
      d[at + step] = d07 + z3 + z4;
      d[at + 7 * step] = d07 + z3 - z4;
    }
  }
}
