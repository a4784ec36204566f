package offprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import offprint.document.Settings;
import offprint.glyph.FontBook;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words in drawings: the same whatever fonts a machine has. */
class DrawnWordsTest {
  @TempDir Path desk;
  private Press.Result result = new Press.Result(List.of(), List.of(), null);

  /** How a drawing comes out. */
  private byte[] drawn(String inside) throws IOException {
    String open = "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='40'>";
    Files.writeString(desk.resolve("reef.svg"), open + inside + "</svg>");
    Path article = Files.writeString(desk.resolve("reef.md"), "# Reef\n\n![A](reef.svg)\n");
    Press.Options options = new Press.Options(Settings.NONE, List.of(Format.PDF), false);
    result = new Press(options, FontBook.bundled()).press(article, desk);
    try (PDDocument pdf = Loader.loadPDF(result.written().getFirst().toFile())) {
      PDResources resources = pdf.getPage(0).getResources();
      for (COSName name : resources.getXObjectNames()) {
        if (resources.getXObject(name) instanceof PDFormXObject form) {
          return form.getContentStream().toByteArray();
        }
      }
    }
    throw new AssertionError("nothing is drawn");
  }

  private List<String> codes() {
    return result.findings().stream().map(finding -> finding.code()).toList();
  }

  @Test
  void aFontThatOnlyOneMachineHasIsAsGoodAsOneThatNoneHas() throws IOException {
    byte[] sans = drawn("<text y='20'>Sand Ωж</text>");
    for (String family : List.of("DejaVu Sans", "Arial", "Noto Sans, sans-serif", "No Such Font")) {
      assertThat(drawn("<text y='20' font-family='" + family + "'>Sand Ωж</text>"))
          .as(family)
          .isEqualTo(sans);
      assertThat(drawn("<text y='20' style='font-family:" + family + "'>Sand Ωж</text>"))
          .as("in a style attribute: " + family)
          .isEqualTo(sans);
      String sheet = "<style>.a { font-family : " + family + "}</style>";
      assertThat(drawn(sheet + "<text y='20' class='a'>Sand Ωж</text>"))
          .as("in a style sheet: " + family)
          .isEqualTo(sans);
    }
    assertThat(codes()).doesNotContain("drawing-font");
  }

  @Test
  void wordsAreSetInTheKindOfFaceThatIsAskedFor() throws IOException {
    byte[] serif = drawn("<text y='20' font-family='DejaVu Serif'>Sand</text>");
    byte[] mono = drawn("<text y='20' font-family='DejaVu Sans Mono'>Sand</text>");
    assertThat(drawn("<text y='20' font-family='Times,serif'>Sand</text>")).isEqualTo(serif);
    assertThat(drawn("<text y='20' style='font-family: &quot;Courier New&quot;'>Sand</text>"))
        .isEqualTo(mono);
    assertThat(drawn("<text y='20'>Sand</text>")).isNotEqualTo(serif).isNotEqualTo(mono);
    assertThat(drawn("<text y='20' font-weight='bold' font-family='Times'>Sand</text>"))
        .isNotEqualTo(serif);
    assertThat(drawn("<text y='20' font-style='italic' font-family='Times'>Sand</text>"))
        .isNotEqualTo(serif);
  }

  @Test
  void lettersThatThePressHasNotForDrawingsAreWarnedOf() throws IOException {
    assertThat(drawn("<text y='20'>漢字</text>")).isNotEmpty();
    assertThat(codes()).contains("drawing-font");
    drawn("<text y='20'>Sand</text><g><title>漢字</title><path d='M1 1h7v7z'/></g>");
    assertThat(codes()).doesNotContain("drawing-font");
  }
}
