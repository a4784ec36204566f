package offprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import offprint.document.PageSize;
import offprint.document.Settings;
import offprint.epub.Epubcheck;
import offprint.pdf.Verapdf;
import offprint.source.Finding;
import offprint.style.Shelf;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An article with every kind of block, in every theme and on every size that it is drawn for. */
class ThemesTest {
  private static final Path ARTICLE = Path.of("src/test/articles/kitchen-sink/article.md");

  @TempDir Path out;

  static List<String> themes() {
    return Shelf.here().entries().stream().map(Shelf.Entry::name).toList();
  }

  @ParameterizedTest
  @MethodSource("themes")
  void noValidatorHasAnythingToSay(String theme) throws IOException {
    press(theme, "a4", Format.COPIES);
    Verapdf.assertValid(Files.readAllBytes(out.resolve("article.pdf")));
    assertThat(Epubcheck.messages(Files.readAllBytes(out.resolve("article.epub")))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("themes")
  void everythingFitsOnEverySize(String theme) {
    for (String size : List.of("a4", "letter", "a5", "6x9in")) {
      assertThat(press(theme, size, List.of(Format.PDF)).findings())
          .extracting(Finding::code)
          .doesNotContain("overfull-line", "wide-table", "unknown-property", "unknown-value");
    }
  }

  @Test
  void aThemesOwnFaceIsSetFromAndStaysInThePdf() throws IOException {
    Path theme = Files.createDirectory(out.resolve("mine"));
    Files.copy(
        Path.of("src/main/resources/fonts/source-code-pro/SourceCodePro-Regular.ttf"),
        theme.resolve("face.ttf"));
    Files.writeString(
        theme.resolve("print.css"),
        """
        @import "../classic/print.css";
        @font-face { font-family: Mine; src: url(face.ttf) }
        p { font-family: Mine }
        """);
    Path article = Files.writeString(out.resolve("article.md"), "# Tides\n\nThe harbour.\n");
    Press.Result result = press(article, theme.toString(), "a5", List.of(Format.values()));
    assertThat(result.findings()).extracting(Finding::code).doesNotContain("unfit-font");
    byte[] pdf = Files.readAllBytes(out.resolve("article.pdf"));
    Verapdf.assertValid(pdf);
    List<String> fonts = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDResources resources = document.getPage(0).getResources();
      for (COSName name : resources.getFontNames()) {
        fonts.add(resources.getFont(name).getName());
      }
    }
    assertThat(fonts).anyMatch(font -> font.contains("SourceCodePro"));
    assertThat(Epubcheck.messages(Files.readAllBytes(out.resolve("article.epub")))).isEmpty();
  }

  private Press.Result press(String theme, String size, List<Format> formats) {
    return press(ARTICLE, theme, size, formats);
  }

  private Press.Result press(Path article, String theme, String size, List<Format> formats) {
    Settings settings = Settings.builder().theme(theme).pageSize(PageSize.of(size)).build();
    return new Press(new Press.Options(settings, formats, false)).press(article, out);
  }
}
