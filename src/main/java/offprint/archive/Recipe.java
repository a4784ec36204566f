package offprint.archive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import offprint.json.Json;
import offprint.json.Members;
import offprint.source.Findings;
import org.jspecify.annotations.Nullable;

/**
 * How an edition was made: all that it depends on beside the files that it carries, and nothing of
 * the machine, the day or the folder.
 *
 * @param version of Offprint
 * @param article the path of its Markdown
 * @param options as the command line has them, without the hyphens
 * @param fonts the paths of the faces that were given to the press
 * @param epoch what SOURCE_DATE_EPOCH said, where the article has no date; else null
 * @param compressor what packed the edition's streams, {@link Compressor#here}
 * @param files in the order in which they are enclosed
 */
public record Recipe(
    String version,
    String article,
    Map<String, String> options,
    List<String> fonts,
    @Nullable String epoch,
    String compressor,
    List<File> files) {
  /** Where the recipe itself is among the files. */
  public static final String PATH = "offprint.json";

  /** The folder of faces that were given to the press. */
  public static final String FONTS = "fonts/";

  /** The folder of themes that the press does not carry itself. */
  public static final String STYLES = "styles/";

  /**
   * A file that the edition depends on.
   *
   * @param path where it is enclosed; of a file that is not, its name
   * @param digest SHA-256, in hexadecimal digits
   * @param carried whether it is enclosed; faces of the machine are not, nor those that must not be
   */
  public record File(String path, String digest, boolean carried) {}

  public Recipe {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    fonts = List.copyOf(fonts);
    files = List.copyOf(files);
  }

  /** The version of this Offprint. */
  public static String thisVersion() {
    String version = Recipe.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }

  /** What this Offprint calls itself where a file says who made it. */
  public static String thisPress() {
    String version = Recipe.class.getPackage().getImplementationVersion();
    return version == null ? "Offprint" : "Offprint " + version;
  }

  /** These options, and more. */
  Recipe and(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(options);
    all.putAll(more);
    return new Recipe(version, article, all, fonts, epoch, compressor, files);
  }

  String json() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("offprint", version);
    members.put("article", article);
    members.put("options", options);
    if (!fonts.isEmpty()) {
      members.put("fonts", fonts);
    }
    if (epoch != null) {
      members.put("source-date-epoch", epoch);
    }
    if (!compressor.isEmpty()) {
      members.put("compressor", compressor);
    }
    List<Map<String, Object>> listed = new ArrayList<>();
    for (File file : files) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("path", file.path);
      each.put("sha-256", file.digest);
      each.put("carried", file.carried);
      listed.add(each);
    }
    members.put("files", listed);
    return Json.write(members);
  }

  /**
   * Reads a recipe.
   *
   * @param name what findings call it
   * @return null, after an error, where it is none
   */
  static @Nullable Recipe read(String json, String name, Findings findings) {
    Members members = Json.read(json, name, findings);
    if (members == null) {
      return null;
    }
    String version = members.text("offprint");
    String article = members.text("article");
    Map<String, String> options = new LinkedHashMap<>();
    Members asked = members.object("options");
    if (asked != null) {
      for (String option : asked.names()) {
        String value = asked.text(option);
        if (value != null) {
          options.put(option, value);
        }
      }
    }
    List<File> files = new ArrayList<>();
    for (Members file : members.objects("files")) {
      String path = file.text("path");
      String digest = file.text("sha-256");
      if (path != null && digest != null) {
        files.add(new File(path, digest, file.flag("carried")));
      }
    }
    String epoch = members.text("source-date-epoch");
    String compressor = members.text("compressor");
    return version == null || article == null
        ? null
        : new Recipe(
            version,
            article,
            options,
            members.texts("fonts"),
            epoch,
            compressor == null ? "" : compressor,
            files);
  }
}
