package offprint.epub;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import offprint.archive.Enclosure;
import offprint.archive.Enclosures;

/**
 * What the book was made from, in a folder beside the text. Readers never come here. A file keeps
 * its path where every device can have it; the recipe knows each by its digest.
 */
final class SourceFiles {
  static final String FOLDER = "source/";

  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*(?<!\\.)");
  private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,8}$");

  /**
   * @param href from the package document, in ASCII, with nothing to encode
   */
  record File(String href, Enclosure enclosure) {}

  private SourceFiles() {}

  /** All but what the book has among its own files, byte for byte. */
  static List<File> of(Enclosures enclosures, Manifest manifest) {
    List<File> sources = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    int number = 0;
    for (Enclosure enclosure : enclosures.files()) {
      number++;
      if (manifest.has(enclosure.content())) {
        continue;
      }
      String path = enclosure.path();
      var ending = ENDING.matcher(path);
      // Names that differ in case alone are one name on some devices.
      if (!PLAIN.matcher(path).matches() || !taken.add(path.toLowerCase(Locale.ROOT))) {
        path = "file-" + number + (ending.find() ? ending.group() : "");
        taken.add(path);
      }
      sources.add(new File(FOLDER + path, enclosure));
    }
    return sources;
  }
}
