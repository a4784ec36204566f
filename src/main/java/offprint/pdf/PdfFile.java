package offprint.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfDocument;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfIndirectObject;
import org.openpdf.text.pdf.PdfIndirectReference;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfPage;
import org.openpdf.text.pdf.PdfStream;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/**
 * A PDF being written: OpenPDF's object writer, taught the few things it has no call for. Page
 * entries and the fonts' ToUnicode are put in on their way into the file.
 */
final class PdfFile extends PdfWriter {
  private final Document document = new Document();
  private final byte[] identifier;
  private final Map<String, EmbeddedFont> fonts = new LinkedHashMap<>();
  private PdfDictionary pageEntries = new PdfDictionary();
  private PdfDictionary pageObjects = new PdfDictionary();
  private @Nullable EmbeddedFont fontUnderWay;

  private PdfFile(PdfDocument pdf, OutputStream out, byte[] identifier) {
    super(pdf, out);
    this.identifier = identifier;
    document.addDocListener(pdf);
    pdf.addWriter(this);
    setPdfVersion(VERSION_1_7);
    setTabs(PdfName.S);
    setFullCompression();
  }

  /**
   * @param identifier of the file, 16 bytes, for the trailer (ISO 32000-1, 14.4)
   */
  static PdfFile to(OutputStream out, byte[] identifier) {
    return new PdfFile(new PdfDocument(), out, identifier);
  }

  /** Begins a page, or the file. */
  void beginPage(double width, double height) {
    document.setPageSize(new Rectangle((float) width, (float) height));
    if (open) {
      document.newPage();
    } else {
      document.open();
    }
    setPageEmpty(false); // a blank page is a page too
    pageEntries = new PdfDictionary();
    pageObjects = new PdfDictionary();
  }

  /** An entry of the page that is being painted. */
  void pageEntry(PdfName key, PdfObject value) {
    pageEntries.put(key, value);
  }

  /** A picture that the page being painted draws by name. */
  void pageObject(PdfName name, PdfIndirectReference object) {
    pageObjects.put(name, object);
  }

  /** A font whose ToUnicode is ours. */
  void add(EmbeddedFont font) {
    fonts.put(font.prefix(), font);
  }

  /** Writes what is left. */
  void finish() {
    document.close();
  }

  /** A reference to an object, written now. */
  PdfIndirectReference write(PdfObject object) throws IOException {
    return addToBody(object).getIndirectReference();
  }

  /** Text for a dictionary, in one of the two encodings of ISO 32000-1, 7.9.2.2. */
  static PdfString text(String text) {
    return new PdfString(text, PdfObject.TEXT_UNICODE);
  }

  /** Text as UTF-16, even where another encoding would do. */
  static PdfString utf16(String text) {
    return new PdfString(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE));
  }

  /** Bytes that only have to be the same wherever the name stands. */
  static PdfString name(String name) {
    return new PdfString(name.getBytes(StandardCharsets.UTF_8));
  }

  /** A map for a name tree, which is sorted by bytes (ISO 32000-1, 7.9.6). */
  static <T> Map<String, T> names() {
    return new TreeMap<>(
        Comparator.comparing(
            (String name) -> name.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned));
  }

  /** A name tree of one node. */
  static PdfDictionary nameTree(Map<String, ? extends PdfObject> names) {
    PdfArray leaves = new PdfArray();
    names.forEach(
        (name, value) -> {
          leaves.add(name(name));
          leaves.add(value);
        });
    PdfDictionary tree = new PdfDictionary();
    tree.put(PdfName.NAMES, leaves);
    return tree;
  }

  // A font is written as descriptor, descendant (the one with a CIDSystemInfo), ToUnicode, font.
  @Override
  public PdfIndirectObject addToBody(PdfObject object) throws IOException {
    if (object instanceof PdfStream) {
      EmbeddedFont font = fontUnderWay;
      fontUnderWay = null;
      return super.addToBody(font == null ? object : font.toUnicode());
    }
    if (object instanceof PdfDictionary descriptor
        && PdfName.FONTDESCRIPTOR.equals(descriptor.get(PdfName.TYPE))) {
      font(descriptor.getAsName(PdfName.FONTNAME)).describe(descriptor);
    }
    if (object instanceof PdfDictionary dictionary
        && dictionary.get(PdfName.CIDSYSTEMINFO) != null) {
      fontUnderWay = font(dictionary.getAsName(PdfName.BASEFONT));
    }
    return super.addToBody(object);
  }

  private EmbeddedFont font(PdfName name) {
    return Objects.requireNonNull(fonts.get(name.toString().substring(1, 7)), "a font is ours");
  }

  @Override
  public PdfIndirectObject addToBody(PdfObject object, PdfIndirectReference reference)
      throws IOException {
    EmbeddedFont embedded = fontUnderWay;
    if (object instanceof PdfPage page) {
      complete(page);
    } else if (embedded != null
        && object instanceof PdfDictionary font
        && PdfName.TYPE0.equals(font.get(PdfName.SUBTYPE))) {
      // OpenPDF writes no ToUnicode at all where none of the glyphs stands for one character.
      font.put(PdfName.TOUNICODE, super.addToBody(embedded.toUnicode()).getIndirectReference());
      fontUnderWay = null;
    }
    return super.addToBody(object, reference);
  }

  // OpenPDF takes the trailer's ID from Info, into which it must not be written itself.
  @Override
  public PdfIndirectObject addToBody(PdfObject object, boolean inStream) throws IOException {
    PdfIndirectObject written = super.addToBody(object, inStream);
    if (object == getInfo()) {
      getInfo().put(PdfName.FILEID, PdfEncryption.createInfoId(identifier, identifier));
    }
    return written;
  }

  private void complete(PdfPage page) {
    page.putAll(pageEntries);
    if (pageObjects.size() > 0) {
      PdfDictionary resources = page.getAsDict(PdfName.RESOURCES);
      PdfDictionary objects = resources.getAsDict(PdfName.XOBJECT);
      if (objects == null) {
        resources.put(PdfName.XOBJECT, pageObjects);
      } else {
        objects.putAll(pageObjects);
      }
    }
  }
}
