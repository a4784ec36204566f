package offprint.pdf;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import offprint.archive.Enclosures;
import offprint.archive.Recipe;
import offprint.document.CatalogueEntry;
import offprint.document.CatalogueEntry.Copy;
import offprint.document.CatalogueEntry.Creator;
import offprint.document.NameBasedUuid;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;

/**
 * What the file says about itself, in Info and in XMP, which must not differ (ISO 19005-3, 6.6.3).
 *
 * @param copy what it is a copy of
 * @param creator the program that made the article's pages
 * @param producer the program that wrote the file
 * @param instance this very file, apart from others of the same copy: those that were made from
 *     another theme or face of the same name, of another date, or by another release of the press
 */
record Particulars(
    CatalogueEntry entry, Copy copy, String creator, String producer, UUID instance) {
  private static final DateTimeFormatter PDF_DATE =
      DateTimeFormatter.ofPattern("'D:'uuuuMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  static Particulars of(CatalogueEntry entry, Copy copy, Enclosures enclosures) {
    String creator = Recipe.thisPress();
    String producer = creator + " with " + org.openpdf.text.Document.getVersion();
    NameBasedUuid instance =
        new NameBasedUuid()
            .with(entry.identifier(copy))
            .with(producer)
            .with(entry.created().toString())
            .with(entry.modified().toString());
    enclosures.files().forEach(file -> instance.with(file.path()).with(file.bytes()));
    return new Particulars(entry, copy, creator, producer, instance.uuid());
  }

  /** The document information dictionary (ISO 32000-1, 14.3.3). */
  void fill(PdfDictionary info) {
    info.put(PdfName.TITLE, PdfFile.text(entry.wholeTitle()));
    putIfAny(info, PdfName.AUTHOR, authors());
    putIfAny(info, PdfName.SUBJECT, entry.description());
    putIfAny(info, PdfName.KEYWORDS, keywords());
    info.put(PdfName.CREATOR, PdfFile.text(creator));
    info.put(PdfName.PRODUCER, PdfFile.text(producer));
    info.put(PdfName.CREATIONDATE, date(entry.created()));
    info.put(PdfName.MODDATE, date(entry.modified()));
  }

  /** The authors' names in one string; null where there are none. */
  @Nullable String authors() {
    return entry.creators().isEmpty()
        ? null
        : entry.creators().stream().map(Creator::name).collect(Collectors.joining("; "));
  }

  /** The keywords in one string; null where there are none. */
  @Nullable String keywords() {
    return entry.subjects().isEmpty() ? null : String.join(", ", entry.subjects());
  }

  static PdfString date(Instant instant) {
    return new PdfString(PDF_DATE.format(instant));
  }

  private static void putIfAny(PdfDictionary info, PdfName key, @Nullable String text) {
    if (text != null) {
      info.put(key, PdfFile.text(text));
    }
  }
}
