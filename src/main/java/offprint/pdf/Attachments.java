package offprint.pdf;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import offprint.archive.Enclosure;
import offprint.archive.Enclosures;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfIndirectReference;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfStream;
import org.openpdf.text.pdf.PdfString;

/** The files that go with the document: associated files of it (ISO 19005-3, annex E). */
final class Attachments {
  static final PdfName AF = new PdfName("AF");
  private static final PdfName AF_RELATIONSHIP = new PdfName("AFRelationship");

  private final PdfFile file;
  private final PdfString modified;

  /**
   * @param modified when they were last changed
   */
  Attachments(PdfFile file, PdfString modified) {
    this.file = file;
    this.modified = modified;
  }

  /**
   * Writes them.
   *
   * @return the name tree of them, by path
   */
  PdfDictionary write(Enclosures enclosures) throws IOException {
    PdfArray associated = new PdfArray();
    Map<String, PdfObject> byPath = PdfFile.names();
    for (Enclosure enclosure : enclosures.files()) {
      PdfIndirectReference specification = file.write(specification(enclosure));
      associated.add(specification);
      byPath.put(enclosure.path(), specification);
    }
    file.getExtraCatalog().put(AF, associated);
    return PdfFile.nameTree(byPath);
  }

  private PdfDictionary specification(Enclosure enclosure) throws IOException {
    PdfIndirectReference content = file.write(content(enclosure));
    PdfDictionary contents = new PdfDictionary();
    contents.put(PdfName.F, content);
    contents.put(PdfName.UF, content);
    PdfDictionary specification = new PdfDictionary(PdfName.FILESPEC);
    specification.put(PdfName.F, PdfFile.text(enclosure.path()));
    specification.put(PdfName.UF, PdfFile.text(enclosure.path()));
    specification.put(PdfName.EF, contents);
    specification.put(PdfName.DESC, PdfFile.text(description(enclosure.role())));
    specification.put(AF_RELATIONSHIP, new PdfName(relationship(enclosure.role())));
    return specification;
  }

  private PdfStream content(Enclosure enclosure) {
    PdfStream stream = new PdfStream(enclosure.bytes());
    stream.put(PdfName.TYPE, PdfName.EMBEDDEDFILE);
    stream.put(PdfName.SUBTYPE, new PdfName(enclosure.mediaType()));
    PdfDictionary parameters = new PdfDictionary();
    parameters.put(PdfName.SIZE, new PdfNumber(enclosure.content().size()));
    parameters.put(PdfName.MODDATE, modified);
    stream.put(PdfName.PARAMS, parameters);
    if (!PACKED.contains(enclosure.mediaType())) {
      stream.flateCompress(PdfStream.BEST_COMPRESSION);
    }
    return stream;
  }

  private static final List<String> PACKED =
      List.of("image/png", "image/jpeg", "image/gif", "image/webp");

  private static String description(Enclosure.Role role) {
    return switch (role) {
      case SOURCE -> "The article in Markdown";
      case RECIPE -> "How the article was set";
      case PART -> "A file that the article is set with";
    };
  }

  private static String relationship(Enclosure.Role role) {
    return switch (role) {
      case SOURCE -> "Source";
      case RECIPE -> "Data";
      case PART -> "Supplement";
    };
  }
}
