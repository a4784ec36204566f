package offprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import offprint.document.PageSize;
import offprint.document.Settings;
import offprint.page.Imposition;
import offprint.pdf.Verapdf;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A theme whose sections begin on pages of one side. */
class OpeningsTest {
  private static final String ARTICLE =
      "# T\n\nText.[^1]\n\n## A\n\nText.\n\n## B\n\n[^1]: Note.\n";

  @TempDir Path out;

  @Test
  void sectionsOpenOnTheRightAndBlankPagesAreBlank() throws IOException {
    byte[] pdf = press("h2 { break-before: recto }", "en", Settings.Sides.TWO);
    assertThat(pages(pdf)).containsExactly("T", "", "A", "", "B");
    Verapdf.assertValid(pdf);
    Verapdf.assertValid(Files.readAllBytes(out.resolve("article-booklet.pdf")));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getDocumentCatalog().getPageLabels().getLabelsByPageIndices())
          .containsExactly("1", "2", "3", "4", "5");
    }
  }

  @Test
  void sidesAreLeftAndRightAsTheArticleIsRead() throws IOException {
    assertThat(pages("h2 { break-before: verso }", "en")).containsExactly("T", "A", "", "B");
    assertThat(pages("h2 { break-before: left }", "en")).containsExactly("T", "A", "", "B");
    assertThat(pages("h2 { break-before: right }", "en")).containsExactly("T", "", "A", "", "B");
    assertThat(pages("h2 { break-before: recto }", "he")).containsExactly("T", "", "A", "", "B");
    assertThat(pages("h2 { break-before: right }", "he")).containsExactly("T", "A", "", "B");
    assertThat(pages("h2 { break-before: left }", "he")).containsExactly("T", "", "A", "", "B");
  }

  @Test
  void onOneSideOfTheSheetsASectionOpensOnTheNextPage() throws IOException {
    byte[] pdf = press("h2 { break-before: recto }", "en", Settings.Sides.ONE);
    assertThat(pages(pdf)).containsExactly("T", "A", "B");
  }

  private List<String> pages(String rule, String language) throws IOException {
    return pages(press(rule, language, Settings.Sides.TWO));
  }

  private byte[] press(String rule, String language, Settings.Sides sides) throws IOException {
    Path theme = Files.createDirectories(out.resolve("theme"));
    Files.writeString(theme.resolve("print.css"), "@import \"../classic/print.css\"; " + rule);
    Path article = out.resolve("article.md");
    Files.writeString(article, "---\nlang: " + language + "\n---\n\n" + ARTICLE);
    Settings settings =
        Settings.builder().theme(theme.toString()).pageSize(PageSize.of("a5")).sides(sides).build();
    new Press(
            new Press.Options(
                settings,
                List.of(Format.PDF, Format.BOOKLET),
                false,
                new Imposition(null, Imposition.OFFICE_PAPER)))
        .press(article, out);
    return Files.readAllBytes(out.resolve("article.pdf"));
  }

  /** The first line of each page's text, below its running head. */
  private static List<String> pages(byte[] pdf) throws IOException {
    List<String> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (int i = 1; i <= document.getNumberOfPages(); i++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(i);
        stripper.setEndPage(i);
        List<String> lines = stripper.getText(document).lines().filter(l -> !l.isBlank()).toList();
        pages.add(lines.isEmpty() ? "" : lines.get(i == 1 ? 0 : 1).strip());
      }
    }
    return pages;
  }
}
