package offprint.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import offprint.picture.UnreadablePicture;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfStream;
import org.openpdf.text.pdf.PdfString;

/** A PNG's chunks (PNG, third edition, section 11), as far as a PDF can take them over. */
final class PngFile {
  private static final int GREY = 0;
  private static final int RGB = 2;
  private static final int PALETTE = 3;
  private static final int PROFILE_LIMIT = 4 << 20; // far above any display's

  private int width;
  private int height;
  private int depth;
  private int colourType;
  private boolean interlaced;
  private boolean transparent;
  private byte[] palette = {};
  private byte[] profile = {};
  private final ByteArrayOutputStream pixels = new ByteArrayOutputStream();

  private PngFile() {}

  static PngFile of(byte[] bytes) throws UnreadablePicture {
    PngFile png = new PngFile();
    try {
      png.chunks(bytes);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new UnreadablePicture("its chunks are broken", e);
    }
    return png;
  }

  /** What the colours mean; empty where nothing is said. */
  byte[] profile() {
    return profile;
  }

  /**
   * The pixels as an image XObject, still as PNG compressed them; null where that has other means:
   * transparency, interlacing, 16 bits.
   */
  @Nullable PdfStream image(PdfFile file) throws IOException {
    boolean plain = colourType == GREY || colourType == RGB || colourType == PALETTE;
    if (!plain || interlaced || transparent || depth > 8) {
      return null;
    }
    int components = colourType == RGB ? 3 : 1;
    PdfStream image = new PdfStream(pixels.toByteArray());
    image.put(PdfName.TYPE, PdfName.XOBJECT);
    image.put(PdfName.SUBTYPE, PdfName.IMAGE);
    image.put(PdfName.WIDTH, new PdfNumber(width));
    image.put(PdfName.HEIGHT, new PdfNumber(height));
    image.put(PdfName.BITSPERCOMPONENT, new PdfNumber(depth));
    image.put(PdfName.COLORSPACE, colourSpace(file));
    image.put(PdfName.FILTER, PdfName.FLATEDECODE);
    PdfDictionary decoding = new PdfDictionary();
    decoding.put(PdfName.PREDICTOR, new PdfNumber(15)); // PNG's own
    decoding.put(PdfName.COLORS, new PdfNumber(components));
    decoding.put(PdfName.BITSPERCOMPONENT, new PdfNumber(depth));
    decoding.put(PdfName.COLUMNS, new PdfNumber(width));
    image.put(PdfName.DECODEPARMS, decoding);
    return image;
  }

  private PdfObject colourSpace(PdfFile file) throws IOException {
    PdfObject colours = IccProfile.colourSpace(profile, colourType == GREY ? 1 : 3, file);
    if (colourType != PALETTE) {
      return colours;
    }
    PdfArray indexed = new PdfArray(PdfName.INDEXED);
    indexed.add(colours);
    indexed.add(new PdfNumber(palette.length / 3 - 1));
    indexed.add(new PdfString(palette).setHexWriting(true));
    return indexed;
  }

  private void chunks(byte[] bytes) {
    ByteBuffer data = ByteBuffer.wrap(bytes);
    data.position(8);
    while (data.remaining() >= 12) {
      int length = data.getInt();
      byte[] type = new byte[4];
      data.get(type);
      chunk(
          new String(type, StandardCharsets.US_ASCII),
          bytes,
          data.position(),
          data.slice(data.position(), length));
      data.position(data.position() + length + 4);
    }
  }

  private void chunk(String type, byte[] bytes, int offset, ByteBuffer chunk) {
    switch (type) {
      case "IHDR" -> {
        width = chunk.getInt(0);
        height = chunk.getInt(4);
        depth = chunk.get(8);
        colourType = chunk.get(9);
        interlaced = chunk.get(12) != 0;
      }
      case "PLTE" -> palette = content(chunk, 0);
      case "tRNS" -> transparent = true;
      case "iCCP" -> profile = inflated(chunk);
      case "IDAT" -> pixels.write(bytes, offset, chunk.limit());
      default -> {} // what a page does not show
    }
  }

  private static byte[] content(ByteBuffer chunk, int from) {
    byte[] content = new byte[chunk.limit() - from];
    chunk.get(from, content);
    return content;
  }

  // Behind the profile's name and the number of the compression method.
  private static byte[] inflated(ByteBuffer chunk) {
    int from = 0;
    while (chunk.get(from) != 0) {
      from++;
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(content(chunk, from + 2));
      ByteArrayOutputStream profile = new ByteArrayOutputStream();
      byte[] part = new byte[8192];
      int count = inflater.inflate(part);
      while (count > 0 && profile.size() < PROFILE_LIMIT) {
        profile.write(part, 0, count);
        count = inflater.inflate(part);
      }
      return profile.toByteArray();
    } catch (DataFormatException e) {
      return new byte[0]; // the picture is whole without it
    } finally {
      inflater.end();
    }
  }
}
