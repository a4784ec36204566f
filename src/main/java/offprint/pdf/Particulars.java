package offprint.pdf;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import offprint.document.Metadata;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;

/**
 * What the file says about itself, in Info and in XMP, which must not differ (ISO 19005-3, 6.6.3).
 *
 * @param created in UTC
 * @param modified in UTC
 * @param creator the program that made the article's pages
 * @param producer the program that wrote the file
 */
record Particulars(
    Metadata metadata, Instant created, Instant modified, String creator, String producer) {
  // Without any date the file still needs one, and the clock's would change its bytes.
  private static final Instant NO_DATE = Instant.parse("2000-01-01T00:00:00Z");
  private static final DateTimeFormatter PDF_DATE =
      DateTimeFormatter.ofPattern("'D:'uuuuMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * @param epoch when the sources were last changed, where the article does not say
   */
  static Particulars of(Metadata metadata, @Nullable Instant epoch) {
    Instant otherwise = epoch == null ? NO_DATE : epoch;
    String version = Particulars.class.getPackage().getImplementationVersion();
    String creator = version == null ? "Offprint" : "Offprint " + version;
    return new Particulars(
        metadata,
        first(metadata.date(), metadata.modified(), otherwise),
        first(metadata.modified(), metadata.date(), otherwise),
        creator,
        creator + " with " + org.openpdf.text.Document.getVersion());
  }

  /** The document information dictionary (ISO 32000-1, 14.3.3). */
  void fill(PdfDictionary info) {
    info.put(PdfName.TITLE, PdfFile.text(metadata.title()));
    putIfAny(info, PdfName.AUTHOR, authors());
    putIfAny(info, PdfName.SUBJECT, metadata.description());
    putIfAny(info, PdfName.KEYWORDS, keywords());
    info.put(PdfName.CREATOR, PdfFile.text(creator));
    info.put(PdfName.PRODUCER, PdfFile.text(producer));
    info.put(PdfName.CREATIONDATE, date(created));
    info.put(PdfName.MODDATE, date(modified));
  }

  /** The authors' names in one string; null where there are none. */
  @Nullable String authors() {
    return metadata.authors().isEmpty()
        ? null
        : metadata.authors().stream().map(Metadata.Author::name).collect(Collectors.joining("; "));
  }

  /** The keywords in one string; null where there are none. */
  @Nullable String keywords() {
    return metadata.keywords().isEmpty() ? null : String.join(", ", metadata.keywords());
  }

  static PdfString date(Instant instant) {
    return new PdfString(PDF_DATE.format(instant));
  }

  private static Instant first(
      @Nullable LocalDate date, @Nullable LocalDate other, Instant otherwise) {
    LocalDate found = date != null ? date : other;
    return found == null ? otherwise : found.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static void putIfAny(PdfDictionary info, PdfName key, @Nullable String text) {
    if (text != null) {
      info.put(key, PdfFile.text(text));
    }
  }
}
