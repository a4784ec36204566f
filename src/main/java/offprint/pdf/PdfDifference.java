package offprint.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PRStream;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfIndirectReference;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfReader;

/** Says in words where a PDF differs from what it ought to be. */
public final class PdfDifference {
  private static final Pattern OBJECT = Pattern.compile("(?<=\n)(\\d{1,9}) 0 obj\n");

  private PdfDifference() {}

  /**
   * What stands at a byte of a PDF that Offprint has written, such as {@code the content of page 3
   * (object 45)}.
   */
  public static String partAt(byte[] pdf, int offset) {
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    int end = text.lastIndexOf("startxref");
    if (offset >= end) {
      return "the end of the file";
    }
    int object = 0;
    Matcher objects = OBJECT.matcher(text);
    while (objects.find() && objects.start() <= offset) {
      object = Integer.parseInt(objects.group(1));
    }
    if (object == 0) {
      return "the header";
    }
    try (PdfReader reader = new PdfReader(pdf)) {
      return new PdfParts(reader).name(object) + " (object " + object + ")";
    } catch (IOException e) {
      throw new IllegalStateException("what was written here can be read here", e);
    }
  }

  /**
   * The first object that differs in what it says, however it was packed, such as {@code the
   * structure of page 3, a P (object 45)}.
   *
   * @return null where all objects say the same
   */
  public static @Nullable String within(byte[] ought, byte[] pdf) {
    try (PdfReader one = new PdfReader(ought);
        PdfReader other = new PdfReader(pdf)) {
      if (other.isRebuilt()) {
        return "the list of objects, which is damaged";
      }
      if (one.getXrefSize() != other.getXrefSize()) {
        int more = other.getXrefSize() - one.getXrefSize();
        return "the file as a whole, which has "
            + Math.abs(more)
            + (more > 0 ? " objects more" : " objects fewer")
            + " than it ought to have";
      }
      for (int i = 1; i < one.getXrefSize(); i++) {
        PdfObject expected = one.getPdfObject(i);
        PdfObject actual = other.getPdfObject(i);
        if (!isSame(expected, actual)) {
          return new PdfParts(one).name(i) + " (object " + i + from(expected, actual) + ")";
        }
      }
      return isSameDictionary(one.getTrailer(), other.getTrailer(), true) ? null : "the trailer";
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return partAt(ought, Arrays.mismatch(ought, pdf));
    }
  }

  /** Where two streams part. */
  private static String from(@Nullable PdfObject one, @Nullable PdfObject other)
      throws IOException {
    if (one instanceof PRStream stream && other instanceof PRStream another) {
      int at = Arrays.mismatch(PdfReader.getStreamBytes(stream), PdfReader.getStreamBytes(another));
      return at < 0 ? "" : ", from byte " + at + " of its content";
    }
    return "";
  }

  private static final Set<PdfName> OF_THE_FILE =
      Set.of(
          PdfName.LENGTH, PdfName.FIRST, PdfName.N, PdfName.INDEX, PdfName.W, new PdfName("Prev"));

  private static boolean isSame(@Nullable PdfObject one, @Nullable PdfObject other)
      throws IOException {
    if (one == null || other == null) {
      return one == other;
    }
    if (one instanceof PRStream stream && other instanceof PRStream another) {
      PdfName type = stream.getAsName(PdfName.TYPE);
      // What these list is compared object by object, and where it stands cannot be the same.
      boolean table = PdfName.OBJSTM.equals(type) || PdfName.XREF.equals(type);
      return isSameDictionary(stream, another, true)
          && (table
              || Arrays.equals(
                  PdfReader.getStreamBytes(stream), PdfReader.getStreamBytes(another)));
    }
    if (one instanceof PdfDictionary dictionary && other instanceof PdfDictionary another) {
      return isSameDictionary(dictionary, another, false);
    }
    if (one instanceof PdfArray array && other instanceof PdfArray another) {
      boolean same = array.size() == another.size();
      for (int i = 0; same && i < array.size(); i++) {
        same = isSame(array.getPdfObject(i), another.getPdfObject(i));
      }
      return same;
    }
    return one.getClass() == other.getClass()
        && (one instanceof PdfIndirectReference reference
            ? reference.getNumber() == ((PdfIndirectReference) other).getNumber()
            : Arrays.equals(one.getBytes(), other.getBytes()));
  }

  /**
   * @param packed whether a stream follows, whose length depends on the compressor
   */
  private static boolean isSameDictionary(PdfDictionary one, PdfDictionary other, boolean packed)
      throws IOException {
    if (!one.getKeys().equals(other.getKeys())) {
      return false;
    }
    for (PdfName key : one.getKeys()) {
      boolean passed = packed && OF_THE_FILE.contains(key);
      if (!passed && !isSame(one.get(key), other.get(key))) {
        return false;
      }
    }
    return true;
  }
}
