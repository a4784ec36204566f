package offprint.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import offprint.source.Asset;

/** Pictures as cameras leave them. */
final class Shots {
  private Shots() {}

  /** Twice as wide as high: red above left, blue above right, green below. */
  static Pixels flag(int width) {
    int height = width / 2;
    byte[] colours = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int channel = y >= height / 2 ? 1 : x < width / 2 ? 0 : 2;
        colours[3 * (y * width + x) + channel] = (byte) 255;
      }
    }
    return new Pixels(width, height, 3, colours, null);
  }

  /** The flag as a camera on its side writes it, with its position and a remark. */
  static byte[] camera(int width, int orientation) {
    byte[] plain = JpegWriter.of(flag(width), new byte[0]);
    byte[] exif = exif(orientation);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(plain, 0, 2);
    file.writeBytes(
        ByteBuffer.allocate(4)
            .putShort((short) 0xFFE1)
            .putShort((short) (exif.length + 8))
            .array());
    file.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    file.writeBytes(exif);
    file.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 8, 'r', 'e', 'm', 'a', 'r', 'k'});
    file.write(plain, 2, plain.length - 2);
    file.writeBytes("and a film".getBytes(StandardCharsets.US_ASCII));
    return file.toByteArray();
  }

  static byte[] exif(int orientation) {
    return ByteBuffer.allocate(38)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(new byte[] {'I', 'I', 42, 0})
        .putInt(8)
        .putShort((short) 2)
        .putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putInt(orientation)
        .putShort((short) 0x8825)
        .putShort((short) 4)
        .putInt(1)
        .putInt(0)
        .putInt(0)
        .array();
  }

  /** A PNG with a chunk of the author's before its pixels. */
  static byte[] png(byte[] png, String type, byte[] content) {
    CRC32 sum = new CRC32();
    sum.update(type.getBytes(StandardCharsets.US_ASCII));
    sum.update(content);
    return ByteBuffer.allocate(png.length + content.length + 12)
        .put(png, 0, 33)
        .putInt(content.length)
        .put(type.getBytes(StandardCharsets.US_ASCII))
        .put(content)
        .putInt((int) sum.getValue())
        .put(png, 33, png.length - 33)
        .array();
  }

  /** A GIF of two colours with these blocks, in hexadecimal. */
  static byte[] gif(int pixels, String... blocks) {
    String size = "%02X%02X".formatted(pixels & 0xFF, pixels >> 8);
    return HexFormat.of()
        .parseHex(
            "474946383961" + size + size + "800000000000FFFFFF" + String.join("", blocks) + "3B");
  }

  /** A WebP of one pixel with so many frames (RFC 9649, section 2.7). */
  static byte[] webp(int frames) {
    String lossy = "56503820160000003001009D012A010001000EC0FE25A400037000000000";
    String frame = "414E4D462E000000" + "00".repeat(12) + "64000000" + lossy;
    String body =
        "57454250565038580A00000002000000"
            + "00".repeat(6)
            + "414E494D06000000"
            + "00".repeat(6)
            + frame.repeat(frames);
    return HexFormat.of()
        .parseHex(
            "52494646%02X%02X0000".formatted(body.length() / 2 & 0xFF, body.length() / 2 >> 8)
                + body);
  }

  static Asset asset(String name, int width, int height, byte[] bytes) {
    String form = name.substring(name.lastIndexOf('.') + 1).replace("jpg", "jpeg");
    return new Asset(name, "image/" + form, width, height, bytes);
  }

  /** The colour of a pixel, each channel rounded to nothing or all: {@code #F00}. */
  static String colour(Pixels pixels, int x, int y) {
    StringBuilder colour = new StringBuilder("#");
    for (int i = 0; i < 3; i++) {
      int at = (y * pixels.width() + x) * pixels.components() + (pixels.components() == 1 ? 0 : i);
      colour.append((pixels.colours()[at] & 0xFF) > 127 ? 'F' : '0');
    }
    return colour.toString();
  }
}
