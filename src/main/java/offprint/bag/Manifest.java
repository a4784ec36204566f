package offprint.bag;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.source.Findings;
import offprint.source.Place;
import org.jspecify.annotations.Nullable;

/**
 * Files and their checksums (RFC 8493, sections 2.1.3 and 2.2.1).
 *
 * @param name what findings call it
 * @param ofTags whether it lists tag files, and not the payload
 * @param entries by path as it is on the disk
 */
record Manifest(String name, boolean ofTags, Checksum checksum, Map<String, Entry> entries) {
  private static final Pattern NAME = Pattern.compile("(?i)(tag)?manifest-(.+)\\.txt");
  private static final Pattern LINE =
      Pattern.compile("([0-9a-fA-F]+)[ \t]+(.*\\S.*)", Pattern.DOTALL);

  /**
   * @param checksum in small hexadecimal digits
   */
  record Entry(Place place, String checksum) {}

  static boolean isNameOf(String file) {
    return NAME.matcher(file).matches();
  }

  static boolean isNameOfTags(String file) {
    return file.toLowerCase(Locale.ROOT).startsWith("tagmanifest-") && isNameOf(file);
  }

  /** Null, with a finding, where the manifest cannot be read. */
  static @Nullable Manifest read(
      BagFiles files, String file, String bag, Declaration declaration, Findings findings) {
    String name = bag + "/" + file;
    Matcher matcher = NAME.matcher(file);
    Checksum checksum = matcher.matches() ? Checksum.of(matcher.group(2)) : null;
    if (checksum == null) {
      findings.error(
          "unknown-checksum",
          Place.of(name),
          "no checksum of that name is known here, so nothing of this can be verified",
          "have the bag made with SHA-512");
      return null;
    }
    Strictness strictness = new Strictness(declaration, findings);
    boolean ofTags = matcher.group(1) != null;
    if (!file.equals((ofTags ? "tag" : "") + "manifest-" + checksum.word() + ".txt")) {
      strictness.oddity(
          Place.of(name),
          "a manifest's name is in small letters and digits: manifest-" + checksum.word() + ".txt");
    }
    List<TagFile.Line> lines =
        TagFile.read(files.file(file), name, declaration.charset(), findings);
    if (lines == null) {
      return null;
    }
    Manifest manifest = new Manifest(name, ofTags, checksum, new LinkedHashMap<>());
    for (TagFile.Line line : lines) {
      manifest.read(line, files, strictness);
    }
    return manifest;
  }

  private void read(TagFile.Line line, BagFiles files, Strictness strictness) {
    Matcher matcher = LINE.matcher(line.text());
    if (line.text().isBlank()) {
      strictness.oddity(line.place(), "an empty line lists nothing");
      return;
    }
    if (!matcher.matches()) {
      strictness.error(
          "bad-manifest", line.place(), "here stands a checksum, white space and a path");
      return;
    }
    String path = matcher.group(2);
    if (path.startsWith("*")) {
      strictness.oddity(line.place(), "'*' before a path is md5sum's and not BagIt's");
      path = path.substring(1);
    }
    path = strictness.path(line.place(), path, ofTags, files);
    if (path == null) {
      return;
    }
    Entry entry = new Entry(line.place(), matcher.group(1).toLowerCase(Locale.ROOT));
    Entry earlier = entries.putIfAbsent(path, entry);
    if (earlier != null && !earlier.checksum.equals(entry.checksum)) {
      strictness.error(
          "listed-twice",
          line.place(),
          "'" + path + "' has another checksum in line " + earlier.place.line());
    } else if (earlier != null) {
      strictness.oddity(
          line.place(), "'" + path + "' is listed in line " + earlier.place.line() + " already");
    }
  }
}
