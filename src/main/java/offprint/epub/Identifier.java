package offprint.epub;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.document.Document;
import offprint.document.Metadata;
import org.jspecify.annotations.Nullable;

/** What the book is known by (EPUB 3.3, section 5.5.3.1). */
final class Identifier {
  // Ours; a name below it is an article's content (RFC 9562, section 5.5).
  private static final UUID NAMESPACE = UUID.fromString("6f66ce1a-6f66-5072-a974-61727469636c");

  private static final Pattern DOI =
      Pattern.compile(
          "(?:doi:|urn:doi:|https?://(?:dx\\.)?doi\\.org/)?(10\\.[0-9.]{4,}/\\S+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ISBN =
      Pattern.compile(
          "(?:urn:isbn:|isbn:?\\s*)?([0-9][0-9 -]{8,15}[0-9X])", Pattern.CASE_INSENSITIVE);

  private Identifier() {}

  /** The author's identifier in its full form; where there is none, one made from the content. */
  static String of(Document document) {
    String given = document.metadata().identifier();
    return given == null || given.isBlank() ? ofContent(document) : full(given.strip());
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
    Metadata metadata = document.metadata();
    StringBuilder content = new StringBuilder(metadata.title()).append('\n');
    metadata.authors().forEach(author -> content.append(author.name()).append('\n'));
    content.append(metadata.language()).append('\n').append(document.source().text());
    return "urn:uuid:" + version5(content.toString());
  }

  // A UUID by SHA-1 of a namespace and a name (RFC 9562, section 5.5).
  static UUID version5(String name) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(
          ByteBuffer.allocate(16)
              .putLong(NAMESPACE.getMostSignificantBits())
              .putLong(NAMESPACE.getLeastSignificantBits())
              .array());
      ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
      long high = hash.getLong() & 0xffff_ffff_ffff_0fffL | 0x5000L;
      long low = hash.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
      return new UUID(high, low);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
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
