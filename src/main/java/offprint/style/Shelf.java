package offprint.style;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * Where themes are found by name: first those that the press carries, so that their names mean the
 * same everywhere, then those of the user's own. A theme is a folder with a {@code print.css};
 * nothing else names it.
 */
public final class Shelf {
  private static final String PRINT = "print.css";
  private static final Pattern IN_JAR = Pattern.compile("styles/([^/]+)/print\\.css");
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*(.*?)\\*/");
  private static final Pattern SENTENCE_END = Pattern.compile("\\.(?=\\s+\\p{Lu}|\\s*$)");

  private final String folder;
  private final Path base;

  /**
   * @param folder of the user's own themes; it need not be there
   */
  Shelf(String folder) {
    this(folder, Path.of(""));
  }

  private Shelf(String folder, Path base) {
    this.folder = folder;
    this.base = base;
  }

  /** The press's themes, and those in the folder {@code styles} below the one we are in. */
  public static Shelf here() {
    return new Shelf("styles");
  }

  /** The press's themes, and those in the folder {@code styles} beside an article. */
  public static Shelf beside(Path article) {
    return new Shelf(article.resolveSibling("styles").toString(), article.resolveSibling(""));
  }

  /**
   * @param description the first sentence of what its {@code print.css} says about itself; empty
   *     where it begins without a comment
   */
  public record Entry(String name, String description) {}

  /** All themes that have a name: the press's, then the user's, each in the order of the names. */
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (String name : names()) {
      Sheets sheets = find(name);
      if (sheets != null) {
        entries.add(new Entry(name, description(name, sheets)));
      }
    }
    return entries;
  }

  List<String> names() {
    return Stream.concat(bundled().stream(), inFolder(folder).stream()).distinct().toList();
  }

  /** A theme by its name, or by the path of its folder; null where there is none. */
  @Nullable Sheets find(String nameOrFolder) {
    boolean isName = nameOrFolder.matches("[^/\\\\]*[^/\\\\.][^/\\\\]*");
    if (isName && Sheets.resource("/styles/" + nameOrFolder + "/" + PRINT) != null) {
      return Sheets.bundled(nameOrFolder);
    }
    return isName && isTheme(folder + "/" + nameOrFolder)
        ? Sheets.in(folder + "/" + nameOrFolder)
        : Sheets.in(inBase(nameOrFolder));
  }

  private String inBase(String path) {
    try {
      return base.resolve(path).toString();
    } catch (InvalidPathException notAPath) {
      return path;
    }
  }

  private static boolean isTheme(String folder) {
    try {
      return Files.isRegularFile(Path.of(folder, PRINT));
    } catch (InvalidPathException notAPath) {
      return false;
    }
  }

  /** A class path cannot be listed; the jar or the folder that one theme is known to lie in can. */
  private static List<String> bundled() {
    URL known = Shelf.class.getResource("/styles/classic/" + PRINT);
    if (known == null) {
      throw new IllegalStateException("the press must carry classic");
    }
    try {
      if (!(known.openConnection() instanceof JarURLConnection connection)) {
        return inFolder(Path.of(new URI(known + "/../..").normalize()).toString());
      }
      connection.setUseCaches(false);
      try (JarFile jar = connection.getJarFile()) {
        return jar.stream()
            .map(ZipEntry::getName)
            .map(IN_JAR::matcher)
            .filter(Matcher::matches)
            .map(path -> path.group(1))
            .sorted()
            .toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a resource's address must be one", e);
    }
  }

  private static List<String> inFolder(String folder) {
    try (Stream<Path> inside = Files.list(Path.of(folder))) {
      return inside
          .filter(path -> isTheme(path.toString()))
          .map(path -> String.valueOf(path.getFileName()))
          .sorted()
          .toList();
    } catch (IOException noFolder) {
      return List.of();
    }
  }

  private static String description(String name, Sheets sheets) {
    try {
      String text = sheets.text(sheets.own(PRINT));
      return text == null ? "" : description(name, text);
    } catch (IOException unreadable) {
      return "";
    }
  }

  /** The first sentence of the sheet's first comment, without the theme's name before it. */
  static String description(String name, String sheet) {
    Matcher comment = COMMENT.matcher(sheet);
    if (!comment.lookingAt()) {
      return "";
    }
    String words = comment.group(1).strip().replaceAll("\\s+", " ");
    if (words.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ": ")) {
      words = words.substring(name.length() + 2);
    }
    return SENTENCE_END.split(words, 2)[0];
  }
}
