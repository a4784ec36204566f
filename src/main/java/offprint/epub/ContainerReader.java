package offprint.epub;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import offprint.archive.Recipe;
import offprint.archive.Unreadable;

/** Reads the entries of a book's container, each to its end. */
public final class ContainerReader {
  /** The recipe's entry. */
  public static final String RECIPE = "OEBPS/" + SourceFiles.FOLDER + Recipe.PATH;

  private static final int MOST_ENTRIES = 100_000;

  private ContainerReader() {}

  /**
   * All entries by name, in their order.
   *
   * @param most in bytes: what all of them together may hold
   */
  public static Map<String, byte[]> entries(byte[] epub, long most) throws Unreadable {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    String name = "";
    long left = most;
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(epub), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        name = entry.getName();
        byte[] content = content(zip, left);
        left -= content.length;
        entries.put(name, content);
        if (entries.size() > MOST_ENTRIES) {
          throw new Unreadable("has too many entries");
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new Unreadable(
          name.isEmpty()
              ? "is no EPUB that can be read"
              : "is damaged or cut short, in or behind '" + name + "'");
    }
    if (entries.isEmpty()) {
      throw new Unreadable("is no EPUB that can be read");
    }
    if (entries.size() != promised(epub)) {
      throw new Unreadable("is damaged or cut short, behind '" + name + "'");
    }
    return entries;
  }

  // How many entries there are, says the end of central directory record (PKWARE's APPNOTE,
  // 4.3.16); a stream of entries just ends where one is damaged.
  private static int promised(byte[] zip) {
    for (int at = zip.length - 22; at >= 0; at--) {
      if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 5 && zip[at + 3] == 6) {
        return (zip[at + 10] & 0xff) | (zip[at + 11] & 0xff) << 8;
      }
    }
    return 0;
  }

  private static byte[] content(InputStream in, long most) throws IOException, Unreadable {
    byte[] content = in.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
    if (content.length > most) {
      throw new Unreadable("holds more than a book does");
    }
    return content;
  }
}
