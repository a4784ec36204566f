package offprint.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import offprint.document.Document;
import offprint.document.Settings;
import offprint.epub.Inventory;
import offprint.markdown.MarkdownReader;
import offprint.source.Finding;
import offprint.source.Findings;
import offprint.source.Source;
import org.junit.jupiter.api.Test;

/** What is too large for a device, or in no form that it takes, without books of such sizes. */
class InspectorTest {
  private static final String XHTML = "application/xhtml+xml";

  @Test
  void aBookIsNoLargerThanWhatItsDeviceIsSent() {
    assertThat(inspect(50_000_000)).containsExactly("kindle-cover", "kobo-cover", "apple-cover");
    assertThat(inspect(50_000_001)).contains("kindle-book").doesNotContain("kobo-book");
    assertThat(inspect(1_000_000_001)).contains("kindle-book", "kobo-book");
    assertThat(inspect(2_000_000_001)).contains("kindle-book", "kobo-book", "apple-book");
  }

  @Test
  void aDocumentIsNoLongerThanAKoboOpens() {
    assertThat(inspect(1, new Inventory.File("c1.xhtml", XHTML, 10_000_000)))
        .noneMatch(said -> said.endsWith("document"));
    assertThat(inspect(1, new Inventory.File("c1.xhtml", XHTML, 10_000_001)))
        .filteredOn(said -> said.endsWith("document"))
        .containsExactly("kobo-document");
  }

  @Test
  void aFaceIsInAFormThatIsDrawn() {
    assertThat(
            inspect(
                1,
                new Inventory.File("fonts/a.ttf", "font/ttf", 1),
                new Inventory.File("fonts/b.otf", "font/otf", 1)))
        .noneMatch(said -> said.endsWith("font"));
    assertThat(inspect(1, new Inventory.File("fonts/c.woff", "font/woff", 1)))
        .filteredOn(said -> said.endsWith("font"))
        .containsExactly("kindle-font", "apple-font");
    assertThat(inspect(1, new Inventory.File("fonts/d.woff2", "font/woff2", 1)))
        .filteredOn(said -> said.endsWith("font"))
        .containsExactly("kindle-font", "kobo-font", "apple-font");
  }

  /** The codes of all that is said of a book of this size with these files, and no cover. */
  private static List<String> inspect(long size, Inventory.File... files) {
    Findings findings = new Findings();
    Source source = new Source("tides.md", null, "# Tides\n\nWords.\n");
    Document document = new MarkdownReader(Settings.NONE, findings).read(source);
    Inventory book = new Inventory(size, null, Map.of(), List.of(files));
    Inspector.inspect(List.of(Device.values()), document, book, findings);
    return findings.list().stream()
        .map(Finding::code)
        .filter(code -> code.matches("(kindle|kobo|apple)-.*"))
        .toList();
  }
}
