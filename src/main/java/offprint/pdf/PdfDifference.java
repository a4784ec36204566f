package offprint.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.archive.Unreadable;
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

  private final PdfReader reader;
  private final Map<Integer, String> names = new HashMap<>();

  private PdfDifference(PdfReader reader) {
    this.reader = reader;
  }

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
      return new PdfDifference(reader).name(object) + " (object " + object + ")";
    } catch (IOException e) {
      throw new IllegalStateException("what was written here can be read here", e);
    }
  }

  /**
   * Whether two PDFs hold the same objects with the same content in their streams, however those
   * were packed.
   */
  public static boolean isInCompressionAlone(byte[] ought, byte[] pdf) throws Unreadable {
    try (PdfReader one = new PdfReader(ought);
        PdfReader other = new PdfReader(pdf)) {
      boolean same = !other.isRebuilt() && one.getXrefSize() == other.getXrefSize();
      for (int i = 1; same && i < one.getXrefSize(); i++) {
        same = isSame(one.getPdfObject(i), other.getPdfObject(i));
      }
      return same && isSame(one.getTrailer(), other.getTrailer());
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new Unreadable("is damaged, or no PDF that can be read");
    }
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
      return isSameDictionary(stream, another)
          && (table
              || Arrays.equals(
                  PdfReader.getStreamBytes(stream), PdfReader.getStreamBytes(another)));
    }
    if (one instanceof PdfDictionary dictionary && other instanceof PdfDictionary another) {
      return isSameDictionary(dictionary, another);
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

  private static boolean isSameDictionary(PdfDictionary one, PdfDictionary other)
      throws IOException {
    boolean stream = one instanceof PRStream;
    if (!one.getKeys().equals(other.getKeys())) {
      return false;
    }
    for (PdfName key : one.getKeys()) {
      boolean passed = stream && OF_THE_FILE.contains(key);
      if (!passed && !isSame(one.get(key), other.get(key))) {
        return false;
      }
    }
    return true;
  }

  private String name(int object) {
    nameCatalogue(reader.getCatalog());
    for (int page = 1; page <= reader.getNumberOfPages(); page++) {
      namePage(page, reader.getPageN(page));
    }
    String known = names.get(object);
    if (known != null) {
      return known;
    }
    PdfName type =
        reader.getPdfObject(object) instanceof PdfDictionary dictionary
            ? dictionary.getAsName(PdfName.TYPE)
            : null;
    return PdfName.OBJSTM.equals(type)
        ? "structure, links, fonts and other small objects"
        : PdfName.XREF.equals(type) ? "the list of objects" : "a part of the file";
  }

  private void nameCatalogue(PdfDictionary catalog) {
    put(catalog.get(PdfName.METADATA), "the metadata");
    PdfArray intents = catalog.getAsArray(PdfName.OUTPUTINTENTS);
    PdfDictionary intent = intents == null ? null : intents.getAsDict(0);
    if (intent != null) {
      put(intent.get(PdfName.DESTOUTPUTPROFILE), "the colour profile");
    }
    PdfArray associated = catalog.getAsArray(Attachments.AF);
    for (int i = 0; associated != null && i < associated.size(); i++) {
      PdfDictionary file = associated.getAsDict(i);
      PdfDictionary content = file == null ? null : file.getAsDict(PdfName.EF);
      if (file != null && content != null) {
        String path = file.getAsString(PdfName.UF).toUnicodeString();
        put(content.get(PdfName.F), "the enclosed file '" + path + "'");
      }
    }
  }

  private void namePage(int number, PdfDictionary page) {
    PdfObject contents = page.get(PdfName.CONTENTS);
    put(contents, "the content of page " + number);
    if (PdfReader.getPdfObject(contents) instanceof PdfArray parts) {
      for (int i = 0; i < parts.size(); i++) {
        put(parts.getPdfObject(i), "the content of page " + number);
      }
    }
    PdfDictionary resources = page.getAsDict(PdfName.RESOURCES);
    PdfDictionary pictures = resources == null ? null : resources.getAsDict(PdfName.XOBJECT);
    if (pictures != null) {
      pictures.getKeys().forEach(k -> put(pictures.get(k), "a picture on page " + number));
    }
    PdfDictionary fonts = resources == null ? null : resources.getAsDict(PdfName.FONT);
    if (fonts != null) {
      fonts.getKeys().forEach(key -> nameFont(fonts.getAsDict(key)));
    }
  }

  private void nameFont(@Nullable PdfDictionary font) {
    PdfArray descendants = font == null ? null : font.getAsArray(PdfName.DESCENDANTFONTS);
    PdfDictionary descendant = descendants == null ? null : descendants.getAsDict(0);
    PdfDictionary descriptor =
        descendant == null ? null : descendant.getAsDict(PdfName.FONTDESCRIPTOR);
    if (font != null && descriptor != null) {
      String face =
          String.valueOf(font.getAsName(PdfName.BASEFONT)).replaceFirst("^/(\\w+\\+)?", "");
      put(font.get(PdfName.TOUNICODE), "the characters of the face " + face);
      put(descriptor.get(PdfName.FONTFILE2), "the face " + face);
      put(descriptor.get(PdfName.FONTFILE3), "the face " + face);
      put(descriptor.get(new PdfName("CIDSet")), "the glyphs of the face " + face);
    }
  }

  private void put(@Nullable PdfObject object, String name) {
    if (object instanceof PdfIndirectReference reference) {
      names.putIfAbsent(reference.getNumber(), name);
    }
  }
}
