package offprint.picture;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A JPEG's segments (ITU-T T.81, annex B), as far as they must be known to show it. */
public final class JpegFile {
  private static final int START_OF_SCAN = 0xDA;
  private static final int END_OF_IMAGE = 0xD9;
  private static final String ICC = "ICC_PROFILE\0";

  private final byte[] bytes;
  private int frame; // the kind of SOF
  private int precision;
  private int width;
  private int height;
  private int components;
  private boolean namedRgb;
  private int adobeTransform = -1;
  private final ByteArrayOutputStream profile = new ByteArrayOutputStream();

  private JpegFile(byte[] bytes) {
    this.bytes = bytes;
  }

  public static JpegFile of(byte[] bytes) throws UnreadablePicture {
    JpegFile jpeg = new JpegFile(bytes);
    try {
      jpeg.segments();
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new UnreadablePicture("its headers are broken", e);
    }
    return jpeg;
  }

  /** In pixels as they lie. */
  public int width() {
    return width;
  }

  /** In pixels as they lie. */
  public int height() {
    return height;
  }

  /** Grey has one, RGB three, CMYK four. */
  public int components() {
    return components;
  }

  /** What the colours mean (ICC.1, annex B.4); empty where nothing is said. */
  public byte[] profile() {
    return profile.toByteArray();
  }

  /**
   * Whether all that shows JPEGs shows this one: baseline, extended or progressive Huffman coding,
   * in grey or YCbCr.
   */
  public boolean isPlain() {
    boolean coding = frame >= 0xC0 && frame <= 0xC2 && precision == 8;
    boolean colours = components == 1 || components == 3 && adobeTransform != 0 && !namedRgb;
    return coding && colours && width > 0 && height > 0;
  }

  private void segments() {
    ByteBuffer data = ByteBuffer.wrap(bytes);
    data.position(2);
    while (data.remaining() >= 4) {
      if ((data.get() & 0xFF) != 0xFF) {
        throw new IllegalArgumentException("a segment must begin with FF");
      }
      int marker = data.get() & 0xFF;
      if (marker == 0xFF) {
        data.position(data.position() - 1); // a fill byte
        continue;
      }
      if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
        return;
      }
      int length = (data.getShort() & 0xFFFF) - 2;
      segment(marker, data.slice(data.position(), length));
      data.position(data.position() + length);
    }
  }

  private void segment(int marker, ByteBuffer data) {
    switch (marker) {
      case 0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF ->
          frame(marker, data);
      case 0xE2 -> {
        if (begins(data, ICC)) {
          int start = ICC.length() + 2; // which piece, of how many
          profile.write(bytes, offset(data) + start, data.limit() - start);
        }
      }
      case 0xEE -> {
        if (begins(data, "Adobe") && data.limit() >= 12) {
          adobeTransform = data.get(11);
        }
      }
      default -> {} // tables, comments and what other programs keep here
    }
  }

  private void frame(int marker, ByteBuffer data) {
    frame = marker;
    precision = data.get(0);
    height = data.getShort(1) & 0xFFFF;
    width = data.getShort(3) & 0xFFFF;
    components = data.get(5);
    namedRgb = components == 3 && data.get(6) == 'R' && data.get(9) == 'G' && data.get(12) == 'B';
  }

  /**
   * The file without what cameras and programs wrote beside the picture: Exif, XMP, IPTC, comments,
   * and whatever follows its end. The same array where there is nothing of that.
   */
  public byte[] bare() {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(bytes.length);
    kept.write(bytes, 0, 2);
    int at = 2;
    while (at + 1 < bytes.length) {
      int marker = bytes[at + 1] & 0xFF;
      if (marker == 0xFF) {
        at++;
        continue;
      }
      if (marker == END_OF_IMAGE) {
        kept.write(bytes, at, 2);
        return kept.size() == bytes.length ? bytes : kept.toByteArray();
      }
      boolean alone = marker == 0x01 || marker >= 0xD0 && marker <= 0xD7;
      int length = alone ? 0 : (bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF;
      int end = at + 2 + length;
      if (marker == START_OF_SCAN) {
        end = endOfScan(end);
      }
      if (alone || shows(marker, ByteBuffer.wrap(bytes).slice(at + 4, length - 2))) {
        kept.write(bytes, at, end - at);
      }
      at = end;
    }
    return bytes;
  }

  // Of what applications add (T.81, table B.1: APPn and COM), what says how the colours are meant.
  private static boolean shows(int marker, ByteBuffer content) {
    return switch (marker) {
      case 0xE0 -> begins(content, "JFIF\0");
      case 0xE2 -> begins(content, ICC);
      case 0xEE -> begins(content, "Adobe");
      default -> marker < 0xE0 || marker > 0xEF && marker != 0xFE;
    };
  }

  private int endOfScan(int start) {
    int at = start;
    while (at + 1 < bytes.length) {
      int next = bytes[at + 1] & 0xFF;
      if (bytes[at] == (byte) 0xFF && next != 0 && (next < 0xD0 || next > 0xD7)) {
        return at;
      }
      at++;
    }
    return bytes.length;
  }

  private static boolean begins(ByteBuffer data, String name) {
    byte[] wanted = name.getBytes(StandardCharsets.US_ASCII);
    return data.limit() > wanted.length
        && data.slice(0, wanted.length).equals(ByteBuffer.wrap(wanted));
  }

  private static int offset(ByteBuffer slice) {
    return slice.arrayOffset();
  }
}
