package offprint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import offprint.epub.Epubcheck;
import offprint.glyph.FontBook;
import offprint.pdf.Verapdf;
import offprint.source.Finding;
import offprint.source.Findings;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole articles through the whole press. Each is a folder with {@code article.md}, and beside it
 * in {@code expected/} what comes of it as text: the findings, the pages, the EPUB's content.
 * {@code -Dexpected=write} rewrites these. Faces in its {@code fonts/} are given to the press; no
 * other of the machine is looked for.
 */
class ArticlesTest {
  private static final Path CASES = Path.of("src/test/articles");
  private static final Path REAL = Path.of("../shared/articles/american-sanctions.md");

  @TempDir Path out;

  static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  static List<Path> articles() throws IOException {
    try (Stream<Path> samples = Files.list(Path.of("src/main/articles"))) {
      return Stream.concat(
              samples.filter(file -> file.toString().endsWith(".md")).sorted(),
              cases().stream().map(folder -> folder.resolve("article.md")))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void comesOutAsExpected(Path folder) throws IOException {
    Press.Result result = press(folder.resolve("article.md"), out);
    Map<String, String> actual = new TreeMap<>();
    actual.put("findings.txt", findings(result));
    if (!result.written().isEmpty()) {
      actual.put("pages.txt", pages(Files.readAllBytes(out.resolve("article.pdf"))));
      entries(Files.readAllBytes(out.resolve("article.epub")))
          .forEach(
              (name, bytes) -> {
                if (name.endsWith(".xhtml") || name.endsWith(".opf") || name.endsWith(".ncx")) {
                  String file = name.substring(name.lastIndexOf('/') + 1);
                  actual.put(file, new String(bytes, StandardCharsets.UTF_8));
                }
              });
    }
    Path expected = folder.resolve("expected");
    if ("write".equals(System.getProperty("expected"))) {
      Files.createDirectories(expected);
      for (Map.Entry<String, String> file : actual.entrySet()) {
        Files.writeString(expected.resolve(file.getKey()), file.getValue());
      }
    }
    for (Map.Entry<String, String> file : actual.entrySet()) {
      assertThat(file.getValue())
          .as(file.getKey())
          .isEqualTo(Files.readString(expected.resolve(file.getKey())));
    }
    try (Stream<Path> files = Files.list(expected)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(actual.keySet());
    }
  }

  @ParameterizedTest
  @MethodSource("articles")
  void noValidatorHasAnythingToSay(Path article) throws IOException {
    for (Path file : press(article, out).written()) {
      byte[] bytes = Files.readAllBytes(file);
      if (file.toString().endsWith(".pdf")) {
        Verapdf.assertValid(bytes);
      } else {
        assertThat(Epubcheck.messages(bytes)).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("articles")
  void whatAnEditionCarriesGivesItsBytesAgain(Path article) throws IOException {
    for (Path file : press(article, out.resolve("a")).written()) {
      Findings findings = new Findings();
      Path workshop = Files.createDirectory(out.resolve(String.valueOf(file.getFileName())));
      assertThat(new Verifier(List.of(), findings).verify(file, workshop))
          .as(() -> file + findings.list().toString())
          .isEqualTo(Verifier.Verdict.IDENTICAL);
    }
  }

  @Test
  void theRealArticleIsFinishedInBothCopies() throws IOException {
    assumeTrue(Files.exists(REAL), "the real article is not beside the project");
    Press.Result result = press(REAL, out);
    byte[] pdf = Files.readAllBytes(out.resolve("american-sanctions.pdf"));
    byte[] epub = Files.readAllBytes(out.resolve("american-sanctions.epub"));
    String printed = letters(withoutFurniture(pages(pdf)));
    String read =
        letters(
            new String(entries(epub).get("OEBPS/text.xhtml"), StandardCharsets.UTF_8)
                .replaceAll("<[^>]*>", ""));
    String article =
        Files.readString(REAL)
            .replaceAll("\\[([^\\]]*(?:\\\\\\)[^\\]]*)*)\\]\\(#\\)", "$1")
            .replace("\\", "");
    int inPrint = 0;
    int inReader = 0;
    for (String sentence : article.split("(?<=[.”])\\s+|\\n\\n")) {
      String words = letters(sentence);
      if (!words.isEmpty() && !words.equals("By")) {
        inPrint = printed.indexOf(words, inPrint);
        inReader = read.indexOf(words, inReader);
        assertThat(inPrint).as("in the PDF: " + sentence).isNotNegative();
        assertThat(inReader).as("in the EPUB: " + sentence).isNotNegative();
      }
    }
    assertThat(printed).contains("8linkshadnoaddressinthesource");
    assertThat(read).contains("8linkshadnoaddressinthesource");
    assertThat(requireNonNull(result.document()).metadata().title())
        .isEqualTo("American Sanctions and Pakistan’s Strategic Realities");
    assertThat(requireNonNull(result.document()).metadata().authors().getFirst().name())
        .isEqualTo("Nawal Nawaz");
    assertThat(result.findings().stream().map(Finding::code))
        .filteredOn(code -> code.equals("link-without-address"))
        .hasSize(8);
    assertThat(result.findings())
        .anyMatch(f -> f.code().equals("cut-paragraph") && f.place().line() == 27);
    Verapdf.assertValid(pdf);
    assertThat(Epubcheck.messages(epub)).isEmpty();
  }

  private static Press.Result press(Path article, Path folder) {
    Path given = article.resolveSibling("fonts");
    List<Path> fonts = Files.isDirectory(given) ? List.of(given) : List.of();
    FontBook book = FontBook.with(fonts, false, new Findings());
    return new Press(Press.Options.DEFAULT, book).press(article, folder);
  }

  private static String findings(Press.Result result) {
    StringBuilder lines = new StringBuilder();
    result.findings().forEach(finding -> lines.append(finding).append('\n'));
    return lines.toString();
  }

  private static String pages(byte[] pdf) throws IOException {
    StringBuilder pages = new StringBuilder();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setLineSeparator("\n");
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.append("=== ").append(page).append('\n').append(stripper.getText(document));
      }
    }
    return pages.toString();
  }

  /** Without running heads and folios: a sentence may go over a page's end. */
  private static String withoutFurniture(String pages) {
    return pages
        .replaceAll("=== [2-9]\\n(Nawal Nawaz|American Sanctions and .*)\\n", "")
        .replaceAll("(?m)^\\d+$", "");
  }

  /** Words without what setting changes: blanks, hyphens, the form of quotes. */
  private static String letters(String text) {
    return text.replaceAll("=== \\d+\\n|&amp;", "").replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static Map<String, byte[]> entries(byte[] epub) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(epub))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }
}
