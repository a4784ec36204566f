package offprint.document;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import offprint.source.Findings;
import offprint.source.Place;
import org.jspecify.annotations.Nullable;

/**
 * What a catalogue says of an article. All that describes it in a file is taken from here, so that
 * Info, XMP, the package document and a bag say the same. Texts have no character that XML has not,
 * and no line ends; absent is null, or an empty list.
 *
 * @param identifier of the article, in its full form, such as {@code https://doi.org/10.1000/182}
 * @param language a BCP 47 tag; English where the article's is none
 * @param date when it was published
 * @param created the day of publication at midnight UTC; where the article has no date at all, what
 *     SOURCE_DATE_EPOCH says, or the beginning of 2000
 * @param modified when it was last changed, likewise
 * @param source where it was first published
 */
public record CatalogueEntry(
    String identifier,
    Map<Copy, String> copies,
    String title,
    @Nullable String subtitle,
    List<Creator> creators,
    String language,
    @Nullable String description,
    List<String> subjects,
    @Nullable String publisher,
    @Nullable String rights,
    @Nullable String source,
    @Nullable LocalDate date,
    Instant created,
    Instant modified) {
  // Without any date the files still need one, and the clock's would change their bytes.
  private static final Instant NO_DATE = Instant.parse("2000-01-01T00:00:00Z");
  private static final Pattern END =
      Pattern.compile("[.:;!?\u2026\u061f\u3002\uff01\uff1a\uff1f]$");
  private static final Instant YEARS_OF_FIVE_DIGITS = Instant.parse("+10000-01-01T00:00:00Z");

  /** What an article is printed as; each has an identifier of its own. */
  public enum Copy {
    PRINTED("application/pdf"),
    READER("application/epub+zip"),
    BOOKLET("application/pdf");

    private final String mediaType;

    Copy(String mediaType) {
      this.mediaType = mediaType;
    }

    public String mediaType() {
      return mediaType;
    }
  }

  /**
   * @param fileAs as sorted
   * @param relator what the creator did, a code of the Library of Congress's list
   * @param orcid the ORCID iD as a URI
   */
  public record Creator(String name, String fileAs, String relator, @Nullable String orcid) {}

  public CatalogueEntry {
    copies = Map.copyOf(copies);
    creators = List.copyOf(creators);
    subjects = List.copyOf(subjects);
  }

  /**
   * @param sourceDateEpoch seconds since 1970 for an article without a date, as
   *     reproducible-builds.org specifies SOURCE_DATE_EPOCH; null where it is not set
   */
  public static CatalogueEntry of(
      Document document, @Nullable String sourceDateEpoch, Findings findings) {
    Metadata metadata = document.metadata();
    LocalDate date = metadata.date();
    LocalDate modified = metadata.modified();
    Instant undated =
        date == null && modified == null ? undated(document, sourceDateEpoch, findings) : NO_DATE;
    String tag = LanguageTag.wellFormed(metadata.language());
    Identifier identifier = new Identifier(document);
    return new CatalogueEntry(
        plain(identifier.article()),
        copies(identifier),
        plain(metadata.title()),
        some(metadata.subtitle()),
        metadata.authors().stream().map(CatalogueEntry::creator).toList(),
        tag == null ? "en" : tag,
        some(metadata.description()),
        metadata.keywords().stream().map(CatalogueEntry::plain).filter(w -> !w.isEmpty()).toList(),
        some(metadata.publisher()),
        some(metadata.rights()),
        some(metadata.source()),
        date,
        midnight(date != null ? date : modified, undated),
        midnight(modified != null ? modified : date, undated));
  }

  private static Map<Copy, String> copies(Identifier identifier) {
    return Map.of(
        Copy.PRINTED, identifier.of(Copy.PRINTED),
        Copy.READER, identifier.of(Copy.READER),
        Copy.BOOKLET, identifier.of(Copy.BOOKLET));
  }

  private static Creator creator(Metadata.Author author) {
    String orcid = author.orcid();
    return new Creator(
        plain(author.name()),
        plain(author.fileAs()),
        relator(author.role()),
        orcid == null ? null : Identifier.orcid(orcid));
  }

  // A role is what stands in the byline, and mostly an author's office.
  private static String relator(@Nullable String role) {
    return switch (role == null ? "" : role.strip().toLowerCase(Locale.ROOT)) {
      case "editor" -> "edt";
      case "translator" -> "trl";
      case "illustrator" -> "ill";
      case "photographer" -> "pht";
      default -> "aut";
    };
  }

  /** Title and subtitle, for places that have room for one title. */
  public String wholeTitle() {
    if (subtitle == null) {
      return title;
    }
    // A title that ends with a mark of its own needs no colon.
    boolean ended = END.matcher(title).find();
    return title + (ended ? " " : ": ") + subtitle;
  }

  /** The identifier of one copy. */
  public String identifier(Copy copy) {
    return Objects.requireNonNull(copies.get(copy));
  }

  /** Of a copy: the identifiers of the two that everyone can read, less its own. */
  public List<String> otherFormats(Copy copy) {
    return Stream.of(Copy.PRINTED, Copy.READER)
        .filter(other -> other != copy)
        .map(this::identifier)
        .toList();
  }

  private static Instant undated(
      Document document, @Nullable String sourceDateEpoch, Findings findings) {
    Place article = Place.of(document.source().name());
    if (sourceDateEpoch != null && !sourceDateEpoch.isBlank()) {
      try {
        Instant epoch = Instant.ofEpochSecond(Long.parseLong(sourceDateEpoch.strip()));
        if (!epoch.isBefore(Instant.EPOCH) && epoch.isBefore(YEARS_OF_FIVE_DIGITS)) {
          return epoch;
        }
      } catch (NumberFormatException | DateTimeException e) {
        // told below
      }
      findings.warning(
          "source-date-epoch",
          article,
          "SOURCE_DATE_EPOCH is '" + sourceDateEpoch + "', which is no number of seconds",
          "set it to the seconds since 1970, as 'date +%s' prints them, or not at all");
    }
    findings.info(
        "undated",
        article,
        "the article has no date; its copies say that it was last changed on 1 January 2000",
        "write date: or modified: into the front matter, or set SOURCE_DATE_EPOCH");
    return NO_DATE;
  }

  private static Instant midnight(@Nullable LocalDate day, Instant otherwise) {
    return day == null ? otherwise : day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static @Nullable String some(@Nullable String text) {
    String plain = text == null ? "" : plain(text);
    return plain.isEmpty() ? null : plain;
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c == '\t' || c == '\n' || c == '\r' ? ' ' : c)
        .filter(CatalogueEntry::isWritable)
        .forEach(plain::appendCodePoint);
    return plain.toString().strip().replaceAll(" {2,}", " ");
  }

  // Neither a control, nor half of a pair, nor one of the noncharacters (Unicode, section 23.7).
  private static boolean isWritable(int c) {
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    boolean noncharacter = c >= 0xfdd0 && c <= 0xfdef || (c & 0xfffe) == 0xfffe;
    return !Character.isISOControl(c) && !surrogate && !noncharacter;
  }
}
