package offprint.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What a camera wrote beside the pixels (Exif 2.32), as far as it matters here.
 *
 * @param orientation how the pixels lie (tag 0x0112): 1, upright, to 8
 * @param position whether it says where the picture was taken (tag 0x8825, GPS)
 */
public record Exif(int orientation, boolean position) {
  /** Of a picture that says nothing. */
  public static final Exif NONE = new Exif(1, false);

  private static final byte[] NAME = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

  /** Of a file found whole: a JPEG, a PNG, a WebP or a TIFF; of others none. */
  public static Exif of(byte[] picture) {
    ByteBuffer data = ByteBuffer.wrap(picture);
    try {
      return switch (data.getInt(0)) {
        case 0x89504E47 -> chunks(data, 8, ByteOrder.BIG_ENDIAN, "eXIf");
        case 0x52494646 -> chunks(data, 12, ByteOrder.LITTLE_ENDIAN, "EXIF");
        case 0x49492A00, 0x4D4D002A -> directory(data);
        default -> data.getShort(0) == (short) 0xFFD8 ? segments(data) : NONE;
      };
    } catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
      return NONE;
    }
  }

  /** Whether the pixels lie on their side, so that width and height change places. */
  public boolean turned() {
    return orientation >= 5;
  }

  // ITU-T T.81, annex B: all before the first scan.
  private static Exif segments(ByteBuffer data) {
    int at = 2;
    while (data.get(at) == (byte) 0xFF && data.get(at + 1) != (byte) 0xDA) {
      if (data.get(at + 1) == (byte) 0xFF) {
        at++; // a fill byte
        continue;
      }
      int length = data.getShort(at + 2) & 0xFFFF;
      if (data.get(at + 1) == (byte) 0xE1) {
        ByteBuffer content = data.slice(at + 4, length - 2);
        if (isNamed(content)) {
          return directory(content.slice(NAME.length, content.limit() - NAME.length));
        }
      }
      at += 2 + length;
    }
    return NONE;
  }

  // PNG has the length, the name, the data and a checksum (third edition, 5.3); RIFF the name, the
  // length, and data filled up to an even number (RFC 9649, section 2.3).
  private static Exif chunks(ByteBuffer data, int start, ByteOrder order, String wanted) {
    boolean png = order == ByteOrder.BIG_ENDIAN;
    int at = start;
    while (at + 8 <= data.limit()) {
      int length = data.order(order).getInt(png ? at : at + 4);
      byte[] name = new byte[4];
      data.get(png ? at + 4 : at, name);
      if (new String(name, StandardCharsets.ISO_8859_1).equals(wanted)) {
        ByteBuffer content = data.slice(at + 8, length);
        int skip = isNamed(content) ? NAME.length : 0; // which some programs leave in
        return directory(content.slice(skip, content.limit() - skip));
      }
      at = Math.addExact(at, Math.addExact(length, png ? 12 : 8 + (length & 1)));
    }
    return NONE;
  }

  private static boolean isNamed(ByteBuffer content) {
    return content.limit() > NAME.length
        && content.slice(0, NAME.length).equals(ByteBuffer.wrap(NAME));
  }

  // TIFF 6.0, section 2: the first directory.
  private static Exif directory(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int count = tiff.getShort(directory) & 0xFFFF;
    int orientation = NONE.orientation;
    boolean position = false;
    for (int i = 0; i < count && directory + 14 + 12 * i <= tiff.limit(); i++) {
      int entry = directory + 2 + 12 * i;
      int tag = tiff.getShort(entry) & 0xFFFF;
      int value = tiff.getShort(entry + 8);
      if (tag == 0x0112 && value >= 1 && value <= 8) {
        orientation = value;
      }
      position |= tag == 0x8825;
    }
    return new Exif(orientation, position);
  }
}
