package offprint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import offprint.document.LinkList;
import offprint.document.Settings;
import offprint.epub.Epubcheck;
import offprint.pdf.Verapdf;
import offprint.web.LockFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code links.lock.json} does to both editions. */
class LinksThatLastTest {
  private static final Path ARTICLE = Path.of("src/test/articles/links-that-last/article.md");
  private static final String KEPT =
      "https://web.archive.org/web/20190708090000/https://reefs.example/surveys/north/2019/report.html";

  @TempDir Path out;

  @ParameterizedTest
  @CsvSource({"LIST, 3, 2", "FOOTNOTES, 3, 2", "INLINE, 2, 2", "NONE, 0, 0"})
  void pagesNameArchivedCopies(LinkList.Mode mode, int copies, int gone) throws IOException {
    press(ARTICLE, mode);
    byte[] pdf = Files.readAllBytes(out.resolve("article.pdf"));
    Verapdf.assertValid(pdf);
    String printed = printed(pdf);
    assertThat(printed.split("web\\.archive\\.org", -1)).hasSize(copies + 1);
    assertThat(printed.split("notfoundon24November2026,archived8July2019at", -1)).hasSize(gone + 1);
    if (gone > 0) {
      assertThat(printed).contains(KEPT + "#yield");
    }
    assertThat(Epubcheck.messages(Files.readAllBytes(out.resolve("article.epub")))).isEmpty();
  }

  @Test
  void whatTheEditionsCarryOfTheFileMakesThemAgain() throws IOException {
    Press.Result result = press(ARTICLE, LinkList.Mode.LIST);
    Path folder = Files.createDirectory(out.resolve("again"));
    Files.copy(ARTICLE, folder.resolve("article.md"));
    Files.writeString(
        folder.resolve(LockFile.NAME),
        requireNonNull(LockFile.text(requireNonNull(result.document()).links())));
    for (Path file : result.written()) {
      Files.move(file, folder.resolve(file.getFileName()));
    }
    for (Path file : press(folder.resolve("article.md"), LinkList.Mode.LIST).written()) {
      assertThat(file).hasSameBinaryContentAs(folder.resolve(file.getFileName()));
    }
  }

  @Test
  void anArticleBesideADamagedFileIsNotSet() throws IOException {
    Path article = Files.copy(ARTICLE, out.resolve("article.md"));
    Files.writeString(out.resolve(LockFile.NAME), "{\n  \"version\": 1,\n}");
    Press.Result result = press(article, LinkList.Mode.LIST);
    assertThat(result.written()).isEmpty();
    assertThat(result.findings().getFirst().toString())
        .startsWith(out.resolve(LockFile.NAME) + ":3:")
        .contains("[unreadable-json]");
  }

  private Press.Result press(Path article, LinkList.Mode mode) {
    Settings settings = Settings.builder().links(mode).build();
    return new Press(new Press.Options(settings, Format.COPIES, false)).press(article, out);
  }

  private static String printed(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
    }
  }
}
