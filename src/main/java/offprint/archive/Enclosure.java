package offprint.archive;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import offprint.source.Content;

/**
 * A file that an edition carries along.
 *
 * @param path relative to the article's folder, with {@code /} between folders
 */
public record Enclosure(String path, String mediaType, Role role, Content content) {

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
    return new Enclosure(path, mediaType, role, Content.of(content));
  }

  /** The whole file, not to be changed by whoever gets it. */
  public byte[] bytes() {
    return content.bytes();
  }

  /** SHA-256 of the content, in hexadecimal digits. */
  public String digest() {
    return content.digest();
  }
}
