package offprint.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.source.Asset;
import org.jspecify.annotations.Nullable;

/**
 * What an article and its copies are known by.
 *
 * <p>The article's identifier is its author's: what the front matter says, or else a UUID of the
 * text and the pictures. How they are set is no part of it, so that the article is the same work on
 * A4 and on A5, and with another release of the press. A copy's identifier is a UUID of the content
 * and of what was asked for: in another theme or on another page it is another copy, whose page 7
 * holds other words. Nothing of the machine, the run or the press is in either, so that a copy is
 * known before it is made, and one made again is the same.
 */
final class Identifier {

  private static final Pattern DOI =
      Pattern.compile(
          "(?:doi:|urn:doi:|https?://(?:dx\\.)?doi\\.org/)?(10\\.[0-9.]{4,}/\\S+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ISBN =
      Pattern.compile(
          "(?:urn:isbn:|isbn:?\\s*)?([0-9][0-9 -]{8,15}[0-9X])", Pattern.CASE_INSENSITIVE);

  private final Document document;
  private final String content;

  Identifier(Document document) {
    this.document = document;
    this.content = ofContent(document);
  }

  /** The author's identifier in its full form; where there is none, one made from the content. */
  String article() {
    String given = document.metadata().identifier();
    return given == null || given.isBlank() ? content : full(given.strip());
  }

  private static String full(String given) {
    Matcher doi = DOI.matcher(given);
    if (doi.matches()) {
      return "https://doi.org/" + doi.group(1);
    }
    Matcher isbn = ISBN.matcher(given);
    if (isbn.matches()) {
      String digits = isbn.group(1).replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
      if (isIsbn(digits)) {
        return "urn:isbn:" + digits;
      }
    }
    if (given.regionMatches(true, 0, "urn:uuid:", 0, 9)) {
      return given.toLowerCase(Locale.ROOT);
    }
    return isUuid(given) ? "urn:uuid:" + given.toLowerCase(Locale.ROOT) : given;
  }

  private static boolean isUuid(String text) {
    return text.matches("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  }

  // The last digit checks the others (ISO 2108, annex A).
  private static boolean isIsbn(String digits) {
    int sum = 0;
    if (digits.matches("97[89][0-9]{10}")) {
      for (int i = 0; i < 13; i++) {
        sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
      }
      return sum % 10 == 0;
    }
    if (digits.matches("[0-9]{9}[0-9X]")) {
      for (int i = 0; i < 10; i++) {
        sum += (digits.charAt(i) == 'X' ? 10 : digits.charAt(i) - '0') * (10 - i);
      }
      return sum % 11 == 0;
    }
    return false;
  }

  private static String ofContent(Document document) {
    NameBasedUuid uuid = new NameBasedUuid().with("article").with(document.source().text());
    pictures(document).forEach(picture -> uuid.with(picture.bytes()));
    return uuid.urn();
  }

  private static Set<Asset> pictures(Document document) {
    Set<Asset> pictures = new LinkedHashSet<>();
    ReadingOrder order =
        new ReadingOrder(
            inline -> {
              if (inline instanceof Inline.Image image) {
                pictures.add(image.asset());
              }
            },
            heading -> {});
    order.inlines(document.title());
    order.blocks(document.summary());
    order.blocks(document.body());
    order.blocks(document.about());
    document.notes().forEach(note -> order.blocks(note.content()));
    Metadata.Cover cover = document.metadata().cover();
    if (cover != null) {
      pictures.add(cover.picture());
    }
    return pictures;
  }

  /** The identifier of a copy of the article, as it was asked for. */
  String of(CatalogueEntry.Copy copy) {
    NameBasedUuid uuid = new NameBasedUuid().with(copy.name()).with(content);
    asked(document.settings()).forEach(uuid::with);
    return uuid.urn();
  }

  // By name, so that a setting that is new to the press changes no copy that does not use it.
  private static List<String> asked(Settings settings) {
    List<String> asked = new ArrayList<>();
    String theme = settings.theme();
    // A folder's path would make a copy another on another machine.
    add(asked, "theme", theme == null ? null : theme.replaceFirst("^.*[/\\\\](?=.)", ""));
    add(asked, "links", settings.links());
    add(asked, "placeholder-links", settings.placeholders());
    add(asked, "smart", settings.smart());
    add(asked, "repair", settings.repair());
    add(asked, "base-url", settings.baseUrl());
    add(asked, "page-size", settings.pageSize());
    add(asked, "sides", settings.sides());
    add(asked, "toc", settings.contents());
    add(asked, "drop-cap", settings.dropCap());
    add(asked, "math", settings.math());
    add(asked, "picture-pixels", settings.picturePixels());
    return asked;
  }

  private static void add(List<String> asked, String name, @Nullable Object value) {
    if (value != null) {
      asked.add(name + ": " + value);
    }
  }

  /** An ORCID iD as the URI that it is; null for what is none (ISO 7064, MOD 11-2). */
  static @Nullable String orcid(String given) {
    String digits = given.strip().replaceFirst("^https?://orcid\\.org/", "").replace("-", "");
    if (!digits.matches("[0-9]{15}[0-9X]")) {
      return null;
    }
    int total = 0;
    for (int i = 0; i < 15; i++) {
      total = (total + digits.charAt(i) - '0') * 2;
    }
    int check = (12 - total % 11) % 11;
    if (digits.charAt(15) != (check == 10 ? 'X' : (char) ('0' + check))) {
      return null;
    }
    return "https://orcid.org/"
        + String.join(
            "-",
            digits.substring(0, 4),
            digits.substring(4, 8),
            digits.substring(8, 12),
            digits.substring(12));
  }
}
