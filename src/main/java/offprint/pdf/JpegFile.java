package offprint.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfStream;

/** A JPEG's headers (ITU-T T.81, annex B), as far as a PDF must know them. */
final class JpegFile {
  /** The orientation of a picture that says nothing of it. */
  static final int UPRIGHT = 1;

  private static final int START_OF_SCAN = 0xDA;
  private static final int END_OF_IMAGE = 0xD9;
  private static final String EXIF = "Exif\0\0";
  private static final String ICC = "ICC_PROFILE\0";

  private final byte[] bytes;
  private int frame; // the kind of SOF
  private int precision;
  private int width;
  private int height;
  private int components;
  private boolean namedRgb;
  private int adobeTransform = -1;
  private int orientation = UPRIGHT;
  private final ByteArrayOutputStream profile = new ByteArrayOutputStream();

  private JpegFile(byte[] bytes) {
    this.bytes = bytes;
  }

  static JpegFile of(byte[] bytes) throws UnreadablePicture {
    JpegFile jpeg = new JpegFile(bytes);
    try {
      jpeg.segments();
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new UnreadablePicture("its headers are broken", e);
    }
    return jpeg;
  }

  /** How the pixels lie (Exif 2.32, tag 0x0112): 1 to 8. */
  int orientation() {
    return orientation;
  }

  /** The file as an image XObject; null where a PDF/A cannot show it as it is. */
  @Nullable PdfStream image(PdfFile file) throws IOException {
    if (!isPlain()) {
      return null;
    }
    PdfStream image = new PdfStream(bytes);
    image.put(PdfName.TYPE, PdfName.XOBJECT);
    image.put(PdfName.SUBTYPE, PdfName.IMAGE);
    image.put(PdfName.WIDTH, new PdfNumber(width));
    image.put(PdfName.HEIGHT, new PdfNumber(height));
    image.put(PdfName.BITSPERCOMPONENT, new PdfNumber(8));
    image.put(PdfName.COLORSPACE, IccProfile.colourSpace(profile.toByteArray(), components, file));
    image.put(PdfName.FILTER, PdfName.DCTDECODE);
    return image;
  }

  // Baseline, extended or progressive Huffman coding; grey, or YCbCr, or RGB that says so.
  private boolean isPlain() {
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
      case 0xE1 -> {
        if (begins(data, EXIF)) {
          exif(data.slice(EXIF.length(), data.limit() - EXIF.length()));
        }
      }
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

  // A TIFF whose first directory may have the orientation. A broken one leaves the picture upright.
  private void exif(ByteBuffer tiff) {
    if (tiff.limit() < 8) {
      return;
    }
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    if (directory < 8 || directory > tiff.limit() - 2) {
      return;
    }
    int count = tiff.getShort(directory) & 0xFFFF;
    for (int i = 0; i < count && directory + 14 + 12 * i <= tiff.limit(); i++) {
      int entry = directory + 2 + 12 * i;
      int value = tiff.getShort(entry + 8);
      if (tiff.getShort(entry) == 0x0112 && value >= 1 && value <= 8) {
        orientation = value;
      }
    }
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
