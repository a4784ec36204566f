package offprint.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What a picture file says about itself, known once the file is found whole from its first byte to
 * its last. Pixels are not decoded.
 *
 * @param width in pixels as they are seen, whichever way they lie; for SVG in CSS pixels
 * @param height likewise
 */
record Picture(String mediaType, int width, int height) {

  /** Why a file is no picture; the message goes on after the picture's name. */
  static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;
    private final boolean unsafe;

    Fault(String message, boolean unsafe) {
      super(message);
      this.unsafe = unsafe;
    }

    /** Whether it would do, but for scripts or things from elsewhere. */
    boolean unsafe() {
      return unsafe;
    }
  }

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  static Picture of(byte[] bytes) throws Fault {
    if (startsWith(bytes, 0, PNG)) {
      return png(bytes);
    }
    if (bytes.length > 2 && u8(bytes, 0) == 0xFF && u8(bytes, 1) == 0xD8) {
      return jpeg(bytes);
    }
    if (startsWith(bytes, 0, "GIF87a") || startsWith(bytes, 0, "GIF89a")) {
      return gif(bytes);
    }
    if (startsWith(bytes, 0, "RIFF") && startsWith(bytes, 8, "WEBP")) {
      return webp(bytes);
    }
    if (startsWith(bytes, 0, "BM")) {
      return bmp(bytes);
    }
    if (startsWith(bytes, 0, "II*\0") || startsWith(bytes, 0, "MM\0*")) {
      return tiff(bytes);
    }
    if (startsWith(bytes, 4, "ftyp")) {
      // ISO 14496-12, 4.3: the brand behind the box's name.
      throw new Fault("is " + (startsWith(bytes, 8, "avi") ? "AVIF" : "HEIC or a film"), false);
    }
    return SvgPicture.of(bytes);
  }

  String extension() {
    return switch (mediaType) {
      case "image/png" -> ".png";
      case "image/jpeg" -> ".jpg";
      case "image/gif" -> ".gif";
      case "image/webp" -> ".webp";
      case "image/bmp" -> ".bmp";
      case "image/tiff" -> ".tif";
      default -> ".svg";
    };
  }

  // PNG (third edition), sections 5.3 and 11.2.1: chunks of length, type, data and checksum, IHDR
  // first, IEND last.
  private static Picture png(byte[] bytes) throws Fault {
    int at = PNG.length;
    boolean data = false;
    while (at + 12 <= bytes.length) {
      long length = u32(bytes, at);
      if (length > bytes.length - at - 12) {
        throw cutShort();
      }
      int end = at + 8 + (int) length;
      CRC32 sum = new CRC32();
      sum.update(bytes, at + 4, (int) length + 4);
      if (sum.getValue() != u32(bytes, end)) {
        throw damaged();
      }
      if (at == PNG.length && !(startsWith(bytes, at + 4, "IHDR") && length == 13)) {
        throw damaged();
      }
      data |= startsWith(bytes, at + 4, "IDAT");
      if (startsWith(bytes, at + 4, "IEND")) {
        if (!data) {
          throw damaged();
        }
        int header = PNG.length + 8;
        return turned(bytes, sized("image/png", u32(bytes, header), u32(bytes, header + 4)));
      }
      at = end + 4;
    }
    throw cutShort();
  }

  // ITU-T T.81, annex B: marker segments; after a start of scan, coded data up to the next marker
  // that is neither a stuffed zero nor a restart.
  private static Picture jpeg(byte[] bytes) throws Fault {
    @Nullable Picture frame = null;
    int at = 2;
    boolean scanned = false;
    while (at + 1 < bytes.length) {
      if (u8(bytes, at) != 0xFF) {
        throw damaged();
      }
      int marker = u8(bytes, at + 1);
      if (marker == 0xFF) {
        at++;
        continue;
      }
      if (marker == 0xD9) {
        if (frame == null || !scanned) {
          throw damaged();
        }
        return turned(bytes, frame);
      }
      if (marker == 0x01 || marker >= 0xD0 && marker <= 0xD7) {
        at += 2;
        continue;
      }
      if (at + 4 > bytes.length) {
        break;
      }
      int length = u16(bytes, at + 2);
      if (length < 2) {
        throw damaged();
      }
      if (at + 2 + length > bytes.length) {
        break;
      }
      boolean startOfFrame =
          marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
      if (startOfFrame) {
        if (length < 8) {
          throw damaged();
        }
        frame = sized("image/jpeg", u16(bytes, at + 7), u16(bytes, at + 5));
      }
      at += 2 + length;
      if (marker == 0xDA) {
        scanned = true;
        at = endOfScan(bytes, at);
      }
    }
    throw cutShort();
  }

  private static int endOfScan(byte[] bytes, int start) {
    int at = start;
    while (at + 1 < bytes.length) {
      int next = u8(bytes, at + 1);
      boolean coded = u8(bytes, at) != 0xFF || next == 0 || next >= 0xD0 && next <= 0xD7;
      if (!coded) {
        return at;
      }
      at++;
    }
    return bytes.length;
  }

  // GIF89a, sections 18 to 27: screen, colour table, then extensions and images in blocks that each
  // say their length, and the trailer.
  private static Picture gif(byte[] bytes) throws Fault {
    if (bytes.length < 13) {
      throw cutShort();
    }
    int at = 13 + colourTable(u8(bytes, 10));
    boolean image = false;
    while (at < bytes.length) {
      switch (u8(bytes, at)) {
        case 0x3B -> {
          if (!image) {
            throw damaged();
          }
          return sized("image/gif", u16le(bytes, 6), u16le(bytes, 8));
        }
        case 0x21 -> at = behindBlocks(bytes, at + 2);
        case 0x2C -> {
          image = true;
          if (at + 10 > bytes.length) {
            throw cutShort();
          }
          at = behindBlocks(bytes, at + 11 + colourTable(u8(bytes, at + 9)));
        }
        default -> throw damaged();
      }
    }
    throw cutShort();
  }

  private static int colourTable(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  private static int behindBlocks(byte[] bytes, int start) {
    int at = start;
    while (at < bytes.length && bytes[at] != 0) {
      at += u8(bytes, at) + 1;
    }
    return at + 1;
  }

  // WebP container specification (RFC 9649, section 2).
  private static Picture webp(byte[] bytes) throws Fault {
    long end = u32le(bytes, 4) + 8;
    if (end > bytes.length) {
      throw cutShort();
    }
    @Nullable Picture canvas = null;
    boolean image = false;
    long position = 12;
    while (position + 8 <= end) {
      int at = (int) position;
      long length = u32le(bytes, at + 4);
      long next = position + 8 + length + (length & 1);
      if (position + 8 + length > end) {
        throw cutShort();
      }
      int data = at + 8;
      boolean lossy = startsWith(bytes, at, "VP8 ");
      boolean lossless = startsWith(bytes, at, "VP8L");
      if (canvas == null && startsWith(bytes, at, "VP8X") && length >= 10) {
        canvas = sized("image/webp", u24le(bytes, data + 4) + 1, u24le(bytes, data + 7) + 1);
      } else if (canvas == null && lossy && length >= 10) {
        canvas =
            sized("image/webp", u16le(bytes, data + 6) & 0x3FFF, u16le(bytes, data + 8) & 0x3FFF);
      } else if (canvas == null && lossless && length >= 5) {
        long size = u32le(bytes, data + 1);
        canvas = sized("image/webp", (size & 0x3FFF) + 1, (size >> 14 & 0x3FFF) + 1);
      }
      image |= lossy || lossless || startsWith(bytes, at, "ANMF");
      position = next;
    }
    if (canvas == null || !image) {
      throw damaged();
    }
    return turned(bytes, canvas);
  }

  // Windows' bitmaps: the header's length says which of its forms follows.
  private static Picture bmp(byte[] bytes) throws Fault {
    if (bytes.length < 26) {
      throw cutShort();
    }
    return u32le(bytes, 14) == 12
        ? sized("image/bmp", u16le(bytes, 18), u16le(bytes, 20))
        : sized("image/bmp", u32le(bytes, 18), Math.abs((int) u32le(bytes, 22))); // or top down
  }

  // TIFF 6.0, section 2: the first directory's entries of 12 bytes; 256 is the width, 257 the
  // height, as a short (3) or a long (4).
  private static Picture tiff(byte[] bytes) throws Fault {
    ByteBuffer data =
        ByteBuffer.wrap(bytes)
            .order(bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    try {
      int directory = data.getInt(4);
      long[] size = new long[2];
      for (int i = 0; i < (data.getShort(directory) & 0xFFFF); i++) {
        int entry = directory + 2 + 12 * i;
        int tag = data.getShort(entry) & 0xFFFF;
        if (tag == 256 || tag == 257) {
          boolean isShort = data.getShort(entry + 2) == 3;
          size[tag - 256] = isShort ? data.getShort(entry + 8) & 0xFFFF : data.getInt(entry + 8);
        }
      }
      return turned(bytes, sized("image/tiff", size[0], size[1]));
    } catch (IndexOutOfBoundsException e) {
      throw cutShort();
    }
  }

  // As it is to be seen.
  private static Picture turned(byte[] bytes, Picture stored) {
    return Exif.of(bytes).turned()
        ? new Picture(stored.mediaType, stored.height, stored.width)
        : stored;
  }

  static Picture sized(String mediaType, long width, long height) throws Fault {
    if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
      throw damaged();
    }
    return new Picture(mediaType, (int) width, (int) height);
  }

  private static Fault cutShort() {
    return new Fault("is cut short", false);
  }

  private static Fault damaged() {
    return new Fault("is damaged", false);
  }

  private static boolean startsWith(byte[] bytes, int at, String ascii) {
    return startsWith(bytes, at, ascii.getBytes(StandardCharsets.US_ASCII));
  }

  private static boolean startsWith(byte[] bytes, int at, byte[] prefix) {
    return bytes.length - at >= prefix.length
        && Arrays.equals(bytes, at, at + prefix.length, prefix, 0, prefix.length);
  }

  private static int u8(byte[] bytes, int at) {
    return bytes[at] & 0xFF;
  }

  private static int u16(byte[] bytes, int at) {
    return u8(bytes, at) << 8 | u8(bytes, at + 1);
  }

  private static long u32(byte[] bytes, int at) {
    return (long) u16(bytes, at) << 16 | u16(bytes, at + 2);
  }

  private static int u16le(byte[] bytes, int at) {
    return u8(bytes, at) | u8(bytes, at + 1) << 8;
  }

  private static int u24le(byte[] bytes, int at) {
    return u16le(bytes, at) | u8(bytes, at + 2) << 16;
  }

  private static long u32le(byte[] bytes, int at) {
    return u16le(bytes, at) | (long) u16le(bytes, at + 2) << 16;
  }
}
