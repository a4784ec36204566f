package offprint.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Reads an article's pictures, each once, from the article's folder and from nowhere else. A
 * picture that cannot be had is an error finding, and null.
 */
public final class Pictures {
  private final Source source;
  private final Findings findings;
  private final Map<Path, Asset> byFile = new LinkedHashMap<>();
  private final Map<String, Asset> byData = new HashMap<>();

  public Pictures(Source source, Findings findings) {
    this.source = source;
    this.findings = findings;
  }

  /**
   * @param path as the article has it: relative to its folder, {@code /} between folders, percent
   *     encoding allowed
   * @param place where the article names it
   */
  public @Nullable Asset read(String path, Place place) {
    if (path.startsWith("/")) {
      return readFromElsewhere(path, place);
    }
    Path folder = source.folder();
    if (folder == null) {
      findings.error(
          "missing-picture",
          place,
          "no folder to read the picture '" + path + "' from",
          "an article from standard input has no folder; name its file instead");
      return null;
    }
    if (path.indexOf('\\') >= 0) {
      return missing(path, place, "between folders stands '/'");
    }
    Path file;
    try {
      file = file(folder, path);
    } catch (InvalidPathException e) {
      return missing(path, place, null);
    }
    Path inside = folder.relativize(folder.resolve(file).normalize());
    if (Path.of(path).isAbsolute() || inside.startsWith("..")) {
      return outside(path, place);
    }
    try {
      if (!Files.isRegularFile(file) || !isSpelledSo(folder, inside)) {
        return missing(path, place, null);
      }
      Path real = file.toRealPath();
      if (!real.startsWith(folder.toRealPath())) {
        return outside(path, place);
      }
      // By its name, for a copy of the folder may have a file in the place of a link.
      Asset known = byFile.get(inside);
      if (known != null) {
        return known;
      }
      Asset asset = check(slashed(inside), real, path, place);
      if (asset != null) {
        byFile.put(inside, asset);
      }
      return asset;
    } catch (IOException e) {
      findings.error("missing-picture", place, "the picture '" + path + "' cannot be read", null);
      return null;
    }
  }

  /**
   * A picture that is named from the root of a site or of a collection of notes, of which nothing
   * is known here but the article's folder. One that is not there is but a warning, since its
   * author did nothing wrong.
   */
  public @Nullable Asset readFromElsewhere(String path, Place place) {
    Path folder = source.folder();
    String inside = path.replaceFirst("^/+", "");
    try {
      if (folder != null && Files.exists(file(folder, inside))) {
        return read(inside, place);
      }
    } catch (InvalidPathException e) {
      // Nor is it there.
    }
    findings.warning(
        "picture-elsewhere",
        place,
        "no picture '" + inside + "' in the article's folder",
        folder == null ? "name the article's file" : "copy it there, or say where it lies");
    return null;
  }

  /** The pictures that have files of their own, in the order in which they were first read. */
  public List<Asset> files() {
    return List.copyOf(byFile.values());
  }

  /**
   * A picture that stands in the article itself.
   *
   * @param address {@code data:image/png;base64,...}
   */
  public @Nullable Asset readData(String address, Place place) {
    Asset known = byData.get(address);
    if (known != null) {
      return known;
    }
    int comma = address.indexOf(',');
    if (comma < 0 || !address.substring(0, comma).toLowerCase(Locale.ROOT).endsWith(";base64")) {
      findings.error(
          "not-a-picture", place, "the picture's data are not in base64", "put it into a file");
      return null;
    }
    byte[] bytes;
    try {
      String data = decoded(address.substring(comma + 1));
      bytes = Base64.getMimeDecoder().decode(data.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException e) {
      findings.error("not-a-picture", place, "the picture's data are no base64", null);
      return null;
    }
    Picture picture = inspect(bytes, "in the article", place);
    if (picture == null) {
      return null;
    }
    Asset asset =
        new Asset(
            "picture-" + (byData.size() + 1) + picture.extension(),
            picture.mediaType(),
            picture.width(),
            picture.height(),
            bytes);
    byData.put(address, asset);
    return asset;
  }

  // A name may hold a percent sign itself, so the name as it is written comes first.
  private static Path file(Path folder, String path) {
    Path written = folder.resolve(path);
    return Files.exists(written) ? written : folder.resolve(withoutQuery(decoded(path)));
  }

  private @Nullable Asset check(String name, Path file, String path, Place place)
      throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Picture picture = inspect(bytes, "'" + path + "'", place);
    return picture == null
        ? null
        : new Asset(
            name,
            picture.mediaType(),
            picture.width(),
            picture.height(),
            Content.of(file, name, bytes));
  }

  private @Nullable Picture inspect(byte[] bytes, String named, Place place) {
    try {
      Picture picture = Picture.of(bytes);
      if (picture.mediaType().equals("image/svg+xml") && PlainSvg.loses(bytes)) {
        findings.warning(
            "svg-foreign",
            place,
            "the picture " + named + " has HTML in a <foreignObject>, which is not drawn",
            "export its words as SVG's own text (Mermaid: htmlLabels: false)");
      }
      if (Exif.of(bytes).position()) {
        findings.warning(
            "picture-position",
            place,
            "the picture " + named + " says where it was taken",
            "the copies show it without; but they carry the file as it is, as their source: save it"
                + " without the position if nobody is to know");
      }
      return picture;
    } catch (Picture.Fault fault) {
      boolean unsafe = fault.unsafe();
      findings.error(
          unsafe ? "svg-unsafe" : "not-a-picture",
          place,
          "the picture " + named + " " + fault.getMessage(),
          unsafe
              ? "export it without scripts and with everything inside the file"
              : "pictures are PNG, JPEG, GIF, WebP, SVG, BMP or TIFF");
      return null;
    }
  }

  private @Nullable Asset missing(String path, Place place, @Nullable String hint) {
    findings.error(
        "missing-picture",
        place,
        "no picture at '" + path + "'",
        hint != null ? hint : "paths are read from the article's folder");
    return null;
  }

  private @Nullable Asset outside(String path, Place place) {
    findings.error(
        "picture-outside-folder",
        place,
        "the picture '" + path + "' is outside the article's folder",
        "put it into this folder");
    return null;
  }

  // A file system that ignores case finds 'A.png' for 'a.png', and then the article would not be
  // set on the next machine.
  private static boolean isSpelledSo(Path folder, Path inside) throws IOException {
    Path spelled = folder.resolve(inside).toRealPath(LinkOption.NOFOLLOW_LINKS);
    return folder.toRealPath(LinkOption.NOFOLLOW_LINKS).relativize(spelled).equals(inside);
  }

  private static String slashed(Path inside) {
    StringJoiner joined = new StringJoiner("/");
    inside.forEach(name -> joined.add(name.toString()));
    return joined.toString();
  }

  private static String withoutQuery(String path) {
    int end = path.length();
    for (int i = 0; i < path.length() && end == path.length(); i++) {
      if (path.charAt(i) == '?' || path.charAt(i) == '#') {
        end = i;
      }
    }
    return path.substring(0, end);
  }

  // Percent signs that begin no encoding stay, as browsers have it.
  private static String decoded(String path) {
    if (path.indexOf('%') < 0) {
      return path;
    }
    byte[] from = path.getBytes(StandardCharsets.UTF_8);
    byte[] to = new byte[from.length];
    int length = 0;
    for (int i = 0; i < from.length; i++) {
      int high = from[i] == '%' && i + 2 < from.length ? Character.digit(from[i + 1], 16) : -1;
      int low = high >= 0 ? Character.digit(from[i + 2], 16) : -1;
      if (low >= 0) {
        to[length++] = (byte) (high << 4 | low);
        i += 2;
      } else {
        to[length++] = from[i];
      }
    }
    return new String(to, 0, length, StandardCharsets.UTF_8);
  }
}
