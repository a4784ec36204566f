package offprint.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.InflaterInputStream;
import offprint.archive.Unreadable;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PRStream;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfString;

/** Reads the files that go with a PDF. */
public final class AttachmentReader {
  private final PdfReader reader;
  private long left;

  private AttachmentReader(PdfReader reader, long most) {
    this.reader = reader;
    this.left = most;
  }

  /**
   * All attached files by path, in the catalogue's order.
   *
   * @param most in bytes: what all of them together may hold
   */
  public static Map<String, byte[]> read(byte[] pdf, long most) throws Unreadable {
    // OpenPDF lets almost any exception out where a file is not as it should be.
    try (PdfReader reader = new PdfReader(pdf)) {
      return new AttachmentReader(reader, most).files();
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new Unreadable("is damaged, or no PDF that can be read");
    }
  }

  private Map<String, byte[]> files() throws IOException, Unreadable {
    Map<String, byte[]> files = new LinkedHashMap<>();
    PdfArray associated = reader.getCatalog().getAsArray(Attachments.AF);
    for (int i = 0; associated != null && i < associated.size(); i++) {
      PdfDictionary specification = associated.getAsDict(i);
      PdfString path = specification == null ? null : specification.getAsString(PdfName.UF);
      PdfDictionary contents = specification == null ? null : specification.getAsDict(PdfName.EF);
      PdfObject content = contents == null ? null : PdfReader.getPdfObject(contents.get(PdfName.F));
      if (path != null && content instanceof PRStream stream) {
        byte[] bytes = bytes(stream);
        if (bytes != null) {
          files.put(path.toUnicodeString(), bytes);
        }
      }
    }
    return files;
  }

  /** What a stream holds; null where it cannot be unpacked. */
  private byte @Nullable [] bytes(PRStream stream) throws IOException, Unreadable {
    byte[] raw = PdfReader.getStreamBytesRaw(stream);
    PdfObject filter = PdfReader.getPdfObject(stream.get(PdfName.FILTER));
    if (filter == null) {
      left -= raw.length;
      return raw;
    }
    if (!PdfName.FLATEDECODE.equals(filter)) {
      return null;
    }
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(raw))) {
      byte[] bytes = in.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE - 8));
      if (bytes.length > left) {
        throw new Unreadable("holds more than an article does");
      }
      left -= bytes.length;
      return bytes;
    } catch (IOException e) {
      return null;
    }
  }
}
