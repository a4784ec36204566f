package offprint.archive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A file that an edition carries along.
 *
 * @param path relative to the article's folder, with {@code /} between folders
 * @param content the whole file, not to be changed by whoever holds it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Enclosure(String path, String mediaType, Role role, byte[] content) {

  /** What a file was to the press. */
  public enum Role {
    /** The article's Markdown. */
    SOURCE,
    /** How the article was set. */
    RECIPE,
    /** What is shown in the article, or says how it looks. */
    PART
  }

  static Enclosure of(String path, Role role, String text) {
    return of(path, role, text.getBytes(StandardCharsets.UTF_8));
  }

  /** With the media type that the path's ending says. */
  public static Enclosure of(String path, Role role, byte[] content) {
    String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String mediaType =
        role == Role.SOURCE
            ? "text/markdown"
            : switch (ending) {
              case "json" -> "application/json";
              case "css" -> "text/css";
              case "ttf" -> "font/ttf";
              case "otf" -> "font/otf";
              case "ttc", "otc" -> "font/collection";
              default -> "application/octet-stream";
            };
    return new Enclosure(path, mediaType, role, content);
  }

  /** SHA-256 of the content, in hexadecimal digits. */
  public String digest() {
    return digest(content);
  }

  static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java must have SHA-256", e);
    }
  }
}
