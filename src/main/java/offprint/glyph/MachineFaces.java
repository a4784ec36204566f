package offprint.glyph;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Faces for Chinese, Japanese and Korean, which are too large to carry: those of {@code
 * fonts/machine.txt} that are installed here. The order of search is the same everywhere; what is
 * found is not.
 */
final class MachineFaces {
  private static final Pattern LINE =
      Pattern.compile("(\\S.*?)\\s+(\\d+)\\s+(serif|sans)\\s+(\\S+)\\s+(\\S.*)");

  /** Folders within folders: Linux sorts fonts by kind and maker. */
  private static final int DEEPEST = 5;

  private final List<Cut> serif = new ArrayList<>();
  private final List<Cut> sans = new ArrayList<>();

  private MachineFaces(Map<String, Path> files) {
    String text = new String(new FontFile.Carried("machine.txt").read(), StandardCharsets.UTF_8);
    for (String line : text.lines().toList()) {
      Matcher part = LINE.matcher(line);
      if (line.startsWith("#") || !part.matches()) {
        continue;
      }
      Path file = files.get(part.group(5));
      if (file != null) {
        Cut cut =
            new Cut(
                part.group(1),
                Integer.parseInt(part.group(2)),
                false,
                0,
                null,
                part.group(4),
                new FontFile.OnMachine(file, true));
        (part.group(3).equals("serif") ? serif : sans).add(cut);
      }
    }
  }

  /** Looks into the usual folders. */
  static MachineFaces find() {
    Map<String, Path> files = new LinkedHashMap<>();
    for (Path folder : folders()) {
      try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
        walk.sorted().forEach(path -> files.putIfAbsent(String.valueOf(path.getFileName()), path));
      } catch (IOException | java.io.UncheckedIOException e) {
        // What cannot be looked into has nothing for us.
        continue;
      }
    }
    return new MachineFaces(files);
  }

  private static List<Path> folders() {
    @Nullable String home = System.getProperty("user.home");
    @Nullable String local = System.getenv("LOCALAPPDATA");
    @Nullable String windows = System.getenv("WINDIR");
    List<Path> folders = new ArrayList<>();
    if (home != null) {
      folders.add(Path.of(home, ".local/share/fonts"));
      folders.add(Path.of(home, ".fonts"));
      folders.add(Path.of(home, "Library/Fonts"));
    }
    folders.add(Path.of("/usr/local/share/fonts"));
    folders.add(Path.of("/usr/share/fonts"));
    folders.add(Path.of("/Library/Fonts"));
    folders.add(Path.of("/System/Library/Fonts"));
    if (local != null) {
      folders.add(Path.of(local, "Microsoft/Windows/Fonts"));
    }
    if (windows != null) {
      folders.add(Path.of(windows, "Fonts"));
    }
    return folders.stream().filter(Files::isDirectory).toList();
  }

  /** In the order of the table, those of the wanted kind first. */
  List<Cut> cuts(boolean wantsSans) {
    return Stream.concat((wantsSans ? sans : serif).stream(), (wantsSans ? serif : sans).stream())
        .toList();
  }
}
