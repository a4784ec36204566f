package offprint.bag;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.source.Findings;
import offprint.source.Place;
import org.jspecify.annotations.Nullable;

/**
 * What a bag says it is (RFC 8493, section 2.1.1).
 *
 * @param version {@code 1.0} or that of a draft
 * @param charset of all tag files but this
 */
record Declaration(String version, Charset charset) {
  static final String FILE = "bagit.txt";

  /** What a bag of ours says. */
  static final String OURS = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

  private static final List<String> VERSIONS =
      List.of("0.93", "0.94", "0.95", "0.96", "0.97", "1.0");
  private static final String VERSION = "BagIt-Version";
  private static final String ENCODING = "Tag-File-Character-Encoding";

  /** Whether the rules are those of the RFC; the drafts before it left more to taste. */
  boolean isFinal() {
    return version.equals("1.0");
  }

  /** Where the bag tells of itself. */
  String infoFile() {
    return List.of("0.93", "0.94", "0.95").contains(version) ? "package-info.txt" : "bag-info.txt";
  }

  /**
   * Null, with a finding, where the folder does not say that it is a bag, or not rightly.
   *
   * @param bag what findings call the folder
   */
  static @Nullable Declaration read(Path folder, String bag, Findings findings) {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      findings.error(
          "not-a-bag",
          Place.of(bag),
          "this is no bag, for it has no bagit.txt",
          "name a bag's folder");
      return null;
    }
    String name = bag + "/" + FILE;
    List<TagFile.Line> lines = TagFile.read(file, name, StandardCharsets.UTF_8, findings);
    if (lines == null) {
      return null;
    }
    if (lines.size() != 2) {
      wrong(Place.of(name), "this has " + lines.size() + " lines, and not two", findings);
      return null;
    }
    String version = value(lines.get(0), VERSION, findings);
    String encoding = value(lines.get(1), ENCODING, findings);
    if (version == null || encoding == null) {
      return null;
    }
    if (!VERSIONS.contains(version)) {
      findings.error(
          "unknown-bag-version",
          lines.get(0).place(),
          "there is no version '" + version + "' of BagIt",
          "known are " + String.join(", ", VERSIONS));
      return null;
    }
    try {
      Declaration declaration = new Declaration(version, Charset.forName(encoding));
      return declaration.isFinal() && !isStrict(lines, findings) ? null : declaration;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      findings.error(
          "unknown-encoding",
          lines.get(1).place(),
          "there is no encoding '" + encoding + "' here",
          "UTF-8 is everywhere");
      return null;
    }
  }

  // The drafts allowed white space around the colon.
  private static @Nullable String value(TagFile.Line line, String label, Findings findings) {
    Matcher matcher = Pattern.compile(label + "[ \t]*:[ \t]*(\\S+)[ \t]*").matcher(line.text());
    if (matcher.matches()) {
      return matcher.group(1);
    }
    wrong(line.place(), "here stands '" + label + ": ' and a value", findings);
    return null;
  }

  // BagIt 1.0 allows one blank after the colon and no other white space.
  private static boolean isStrict(List<TagFile.Line> lines, Findings findings) {
    boolean strict = true;
    for (TagFile.Line line : lines) {
      if (!line.text().matches("[^: \t]+: [^ \t]+")) {
        wrong(line.place(), "white space is one blank after the colon, and no other", findings);
        strict = false;
      }
    }
    return strict;
  }

  private static void wrong(Place place, String message, Findings findings) {
    findings.error("bag-declaration", place, message, "see RFC 8493, section 2.1.1");
  }
}
