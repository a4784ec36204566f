package offprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may import whom: the plan of the house, as {@code package-info} draws it. */
class FloorPlanTest {
  private static final Path HOUSE = Path.of("src/main/java/offprint");

  /** The rooms, and the rooms that each may import; the top may import all. */
  private static final Map<String, Set<String>> ROOMS =
      Map.ofEntries(
          Map.entry("source", Set.of()),
          Map.entry("json", Set.of("source")),
          Map.entry("xml", Set.of()),
          Map.entry("bag", Set.of("source", "json", "xml", "document")),
          Map.entry("document", Set.of("source")),
          Map.entry("web", Set.of("source", "json", "document")),
          Map.entry("archive", Set.of("source", "document", "json")),
          Map.entry("code", Set.of("document")),
          Map.entry("glyph", Set.of("source")),
          Map.entry("line", Set.of("glyph")),
          Map.entry("math", Set.of("glyph", "xml")),
          Map.entry("markdown", Set.of("source", "document", "math", "code")),
          Map.entry("style", Set.of("source", "document")),
          Map.entry("page", Set.of("source", "document", "style", "glyph", "math")),
          Map.entry("galley", Set.of("document", "style", "glyph", "page")),
          Map.entry("type", Set.of("source", "document", "style", "glyph", "math", "page")),
          Map.entry(
              "paragraph",
              Set.of(
                  "source",
                  "document",
                  "style",
                  "glyph",
                  "line",
                  "math",
                  "page",
                  "galley",
                  "type")),
          Map.entry("table", Set.of("document", "style", "page", "galley", "paragraph")),
          Map.entry("makeup", Set.of("source", "document", "style", "page", "galley", "type")),
          Map.entry(
              "composition",
              Set.of(
                  "source",
                  "document",
                  "style",
                  "glyph",
                  "math",
                  "page",
                  "galley",
                  "type",
                  "paragraph",
                  "table",
                  "makeup")),
          Map.entry("picture", Set.of("source")),
          Map.entry("device", Set.of("source", "document", "epub")),
          Map.entry("cover", Set.of("source", "glyph", "page", "style", "picture")),
          Map.entry(
              "pdf",
              Set.of("source", "document", "archive", "style", "glyph", "page", "picture", "xml")),
          Map.entry(
              "epub",
              Set.of("source", "document", "archive", "style", "glyph", "math", "picture", "xml")));

  /** Libraries, and the one room that knows each. */
  private static final Map<String, String> LIBRARIES =
      Map.ofEntries(
          Map.entry("org.commonmark", "markdown"),
          Map.entry("org.snakeyaml", "markdown"),
          Map.entry("org.tomlj", "markdown"),
          Map.entry("org.fife", "code"),
          Map.entry("com.google.gson", "json"),
          Map.entry("org.lwjgl", "glyph"),
          Map.entry("org.openpdf", "pdf"),
          Map.entry("com.github.weisj", "pdf"),
          Map.entry("io.documentnode", "epub"),
          Map.entry("com.helger", "style"),
          Map.entry("picocli", ""));

  private static final Pattern NAME =
      Pattern.compile("\\b(offprint\\.([a-z]+)\\.[A-Z]|(?:org|com|io|picocli)\\.[a-zA-Z.]+)");

  /** A line of code that names another room or a library. */
  private record Use(String room, Path file, String named) {}

  @Test
  void everyRoomIsOnThePlan() throws IOException {
    try (Stream<Path> rooms = Files.list(HOUSE)) {
      assertThat(rooms.filter(Files::isDirectory).map(r -> r.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(ROOMS.keySet());
    }
  }

  @Test
  void noWayLeadsFromARoomBackToIt() {
    Map<String, Set<String>> left = new HashMap<>(ROOMS);
    while (left.values().removeIf(doors -> doors.stream().noneMatch(left::containsKey))) {}
    assertThat(left).isEmpty();
  }

  @Test
  void roomsImportOnlyWhatThePlanAllows() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Use use : uses()) {
      Matcher other = Pattern.compile("offprint\\.([a-z]+)\\..*").matcher(use.named);
      if (other.matches()
          && !use.room.isEmpty()
          && !other.group(1).equals(use.room)
          && !ROOMS.get(use.room).contains(other.group(1))) {
        wrong.add(use.file + " names " + use.named);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyLibraryIsKnownToOneRoom() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Use use : uses()) {
      LIBRARIES.forEach(
          (library, room) -> {
            if (use.named.startsWith(library + ".") && !use.room.equals(room)) {
              wrong.add(use.file + " names " + use.named);
            }
          });
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void onlyTheCommandLineSpeaks() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : sources()) {
      boolean speaks = Files.readString(file).matches("(?s).*System\\.(out|err)\\b.*");
      if (speaks && !file.endsWith("Offprint.java")) {
        wrong.add(file.toString());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void noNumberIsWrittenInTheMachinesOwnDigits() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : sources()) {
      String code = Files.readString(file);
      if (Pattern.compile("(?s)%[\\d.$]*[dfx](?:(?!;\n).)*?\\.formatted\\(").matcher(code).find()
          || Pattern.compile("\\bformat\\(\\s*\"").matcher(code).find()) {
        wrong.add(file.toString());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void onlyOneRoomAsksANetworkAndOneCommandHasItAsk() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : sources()) {
      String code = Files.readString(file);
      boolean asks = code.matches("(?s).*(java\\.net\\.http|Socket).*");
      boolean hasAsked = code.matches("(?s).*\\bLinkCheck\\b.*");
      if (!file.startsWith(HOUSE.resolve("web"))
          && (asks || hasAsked && !file.endsWith("LinksCommand.java"))) {
        wrong.add(file.toString());
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<Use> uses() throws IOException {
    List<Use> uses = new ArrayList<>();
    for (Path file : sources()) {
      Path relative = HOUSE.relativize(file);
      String room = relative.getNameCount() == 1 ? "" : relative.getName(0).toString();
      // What a comment names is imported by nobody.
      String code =
          Files.readString(file)
              .replaceAll("(?s)/\\*.*?\\*/", "")
              .replaceAll("(?m)^package .*$", "");
      Matcher names = NAME.matcher(code);
      while (names.find()) {
        uses.add(new Use(room, file, names.group(1)));
      }
    }
    return uses;
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(HOUSE)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
