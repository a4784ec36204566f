package offprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import offprint.document.PageSize;
import offprint.document.Settings;
import offprint.page.Imposition;
import offprint.pdf.Verapdf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An article with every kind of block, made smaller, as a booklet. */
class BookletTest {
  private static final Path ARTICLE = Path.of("src/test/articles/kitchen-sink/article.md");

  @TempDir Path out;

  @Test
  void everyKindOfBlockIsValidOnASheetToo() throws IOException {
    byte[] sheets = booklet("a");
    Verapdf.assertValid(sheets);
    assertThat(booklet("b")).isEqualTo(sheets);
  }

  private byte[] booklet(String folder) throws IOException {
    Press press =
        new Press(
            new Press.Options(
                Settings.builder().pageSize(PageSize.A4).build(),
                List.of(Format.BOOKLET),
                false,
                new Imposition(PageSize.A4, Imposition.OFFICE_PAPER)));
    return Files.readAllBytes(press.press(ARTICLE, out.resolve(folder)).written().getFirst());
  }
}
