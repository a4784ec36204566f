package offprint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import offprint.document.Document;
import offprint.document.Outline;
import offprint.document.Settings;
import offprint.document.Wording;
import offprint.glyph.FontBook;
import offprint.source.Findings;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * EPUBs as others' programs open them: Ace by DAISY and axe-core for readers who do not see or see
 * little, the reading engine foliate-js, calibre and MuPDF. What a machine lacks of these is left
 * out, and said; {@code npm ci} in {@code src/test/readers} brings the first three, which want
 * Debian's chromium.
 */
class ReadersIT {
  private static final Path READERS = Path.of("src/test/readers").toAbsolutePath();
  private static final List<String> THEMES = List.of("classic", "manuscript", "modern", "office");
  private static final List<Path> ARTICLES =
      List.of(
          Path.of("src/main/articles/writing-for-offprint.md"),
          Path.of("src/test/articles/kitchen-sink/article.md"),
          Path.of("../shared/articles/american-sanctions.md"));

  /** What is hard for who hears or touches a book. */
  private static final Path HARD = Path.of("src/test/articles/by-ear/article.md");

  @TempDir Path desk;

  /** A book and what it was made from. */
  private record Made(Path epub, Path pdf, Document document) {}

  private record Run(int status, List<String> out, List<String> err) {}

  @Test
  void aceAndAxeHaveNothingToSay() throws Exception {
    assumeNodeCanRun();
    List<Path> books = new ArrayList<>();
    for (String theme : THEMES) {
      made(theme, ARTICLES).forEach(made -> books.add(made.epub));
      made(theme, List.of(HARD)).forEach(made -> books.add(made.epub));
    }
    assertThat(node("audit.mjs", books).out).isEmpty();
  }

  @Test
  void aReadingEngineFindsContentsPagesLandmarksAndNotes() throws Exception {
    assumeNodeCanRun();
    for (Made made : made("classic", ARTICLES)) {
      Map<String, List<List<String>>> all = new LinkedHashMap<>();
      for (String line : node("read.mjs", List.of(made.epub)).out) {
        List<String> fields = List.of(line.split("\t", -1));
        all.computeIfAbsent(fields.getFirst(), kind -> new ArrayList<>())
            .add(fields.subList(1, fields.size()));
      }
      Document document = made.document;
      assertThat(all.get("book"))
          .containsExactly(
              List.of(document.metadata().title(), document.metadata().language(), "1"));
      contents(document, all.get("contents"));
      pages(made.pdf, all.get("page"));
      assertThat(all.get("landmark").getFirst()).startsWith("bodymatter").endsWith("true");
      notes(document, all.getOrDefault("note", List.of()));
    }
  }

  // Level, label, whether it is seen where one goes there, and the words that stand there.
  private static void contents(Document document, List<List<String>> found) {
    List<List<String>> expected = new ArrayList<>();
    expected(Outline.of(document).entries(), 1, expected);
    if (expected.isEmpty()) {
      expected.add(List.of("1", document.metadata().title()));
    }
    if (document.links().isShown()) {
      expected.add(List.of("1", Wording.of(document.metadata().language()).links()));
    }
    assertThat(found.stream().map(entry -> entry.subList(0, 2))).isEqualTo(expected);
    assertThat(found)
        .allSatisfy(
            entry -> {
              assertThat(entry.get(2)).isEqualTo("true");
              assertThat(entry.get(3))
                  .satisfiesAnyOf(
                      words -> assertThat(words).startsWith(entry.get(1)),
                      words -> assertThat(words).isEqualTo("the beginning"));
            });
  }

  private static void expected(
      List<Outline.Entry> entries, int level, List<List<String>> expected) {
    for (Outline.Entry entry : entries) {
      expected.add(List.of(String.valueOf(level), entry.title().replaceAll("\\s+", " ")));
      expected(entry.entries(), level + 1, expected);
    }
  }

  private static void pages(Path pdf, List<List<String>> found) throws IOException {
    try (PDDocument printed = Loader.loadPDF(pdf.toFile())) {
      assertThat(found).hasSize(printed.getNumberOfPages());
    }
    assertThat(found).allSatisfy(page -> assertThat(page.get(1)).isEqualTo("true"));
  }

  // The mark, what the engine takes it for, whether it stays in the text, the way back, the note.
  private static void notes(Document document, List<List<String>> found) {
    int marks = document.notes().stream().mapToInt(note -> note.references()).sum();
    assertThat(found).hasSize(marks);
    assertThat(found)
        .allSatisfy(
            note -> {
              assertThat(note.subList(1, 4))
                  .containsExactly("footnote", "seen in the text", "leads back");
              assertThat(note.get(4)).startsWith(note.getFirst() + ". ");
            });
  }

  @Test
  void calibreOpensThemWithoutAWarning() throws Exception {
    assumeTrue(isThere("ebook-convert"), "calibre is not on this machine");
    for (Made made : made("classic", ARTICLES)) {
      Run read = run(List.of("ebook-meta", made.epub.toString()));
      assertThat(read.err).isEmpty();
      assertThat(read.out)
          .anyMatch(line -> line.startsWith("Title ") && line.contains(title(made)));
      Path text = desk.resolve("calibre.txt");
      Run converted = run(List.of("ebook-convert", made.epub.toString(), text.toString()));
      assertThat(converted.status).isZero();
      assertThat(converted.err).isEmpty();
      assertThat(converted.out).noneMatch(line -> line.matches("(?i).*(warning|error|failed).*"));
      assertThat(Files.readString(text)).contains(title(made));
    }
  }

  @Test
  void mupdfOpensThemWithoutAWarning() throws Exception {
    assumeTrue(isThere("mutool"), "MuPDF's mutool is not on this machine");
    for (Made made : made("classic", ARTICLES)) {
      Run read = run(List.of("mutool", "draw", "-F", "txt", "-o", "-", made.epub.toString()));
      assertThat(read.status).isZero();
      // What it says of every EPUB 3, and of itself as Debian builds it.
      assertThat(read.err)
          .isSubsetOf(
              "warning: unknown epub version: 3.0", "warning: ICC support is not available");
      assertThat(String.join(" ", read.out)).contains(title(made));
    }
  }

  private static String title(Made made) {
    return made.document.metadata().title();
  }

  private List<Made> made(String theme, List<Path> articles) {
    Settings settings = Settings.builder().theme(theme).build();
    Press press =
        new Press(
            new Press.Options(settings, Format.COPIES, false),
            FontBook.with(List.of(), false, new Findings()));
    List<Made> books = new ArrayList<>();
    for (Path article : articles) {
      if (Files.exists(article)) {
        Path folder = desk.resolve(theme + "-" + article.getParent().getFileName());
        Document document = Objects.requireNonNull(press.press(article, folder).document());
        String name = Press.nameOf(article);
        books.add(
            new Made(folder.resolve(name + ".epub"), folder.resolve(name + ".pdf"), document));
      }
    }
    return books;
  }

  private static void assumeNodeCanRun() {
    assumeTrue(isThere("node"), "node is not on this machine");
    assumeTrue(
        Stream.of("chromium", "chromium-browser", "google-chrome").anyMatch(ReadersIT::isThere),
        "there is no chromium on this machine");
    assumeTrue(
        Files.isDirectory(READERS.resolve("node_modules/foliate-js")),
        "what reads EPUBs is not installed: npm ci in src/test/readers");
  }

  private static boolean isThere(String program) {
    return Stream.of(Objects.toString(System.getenv("PATH"), "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private Run node(String script, List<Path> books) throws Exception {
    List<String> command = new ArrayList<>(List.of("node", READERS.resolve(script).toString()));
    books.forEach(book -> command.add(book.toString()));
    Run run = run(command);
    assertThat(run.status).as(() -> String.join("\n", run.err)).isZero();
    return run;
  }

  private Run run(List<String> command) throws Exception {
    Path out = desk.resolve("out.txt");
    Path err = desk.resolve("err.txt");
    int status =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    return new Run(status, Files.readAllLines(out, UTF_8), Files.readAllLines(err, UTF_8));
  }
}
