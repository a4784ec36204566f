package offprint.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import offprint.page.Mark;
import offprint.page.Page;
import offprint.page.Pages;
import org.junit.jupiter.api.Test;

class LinkListCompositorTest {

  @Test
  void oneSpaceIsBetweenALinksWordsAndItsAddress() {
    String list =
        Pressed.a4("# T\n\nThe [tide tables ](https://example.org/) are here.").texts().stream()
            .map(text -> text.run().text())
            .collect(Collectors.joining());
    assertThat(list).contains("tide tables https://example.org/");
  }

  @Test
  void aManuscriptsAddressesAreInItsOneFace() {
    Pressed pressed =
        Pressed.of("# T\n\nThe [tables](https://example.org/) are here.", null, "manuscript");
    assertThat(pressed.text("https://").run().face())
        .isEqualTo(pressed.text("tables").run().face());
    assertThat(pressed.text("https://").run().size())
        .isEqualTo(pressed.text("tables").run().size());
  }

  /** Whatever stands above: a section of one line is held by nothing but its own heading. */
  @Test
  void twoEntriesStandBelowTheHeading() {
    for (int lines = 30; lines < 50; lines++) {
      Pages pages =
          Pressed.a4(
                  "# T\n\nA [wall](https://example.org/).\n\n```\n"
                      + "stone\n".repeat(lines)
                      + "```\n\n## Weed\n\n- [kelp](https://kelp.example.org/)\n")
              .pages();
      assertThat(folio(pages, "kelp.example"))
          .as("%d lines", lines)
          .isEqualTo(folio(pages, "Links"));
    }
  }

  private static int folio(Pages pages, String words) {
    return pages.pages().stream()
        .filter(
            page ->
                page.marks().stream()
                    .anyMatch(m -> m instanceof Mark.Text t && t.run().text().contains(words)))
        .findFirst()
        .orElseThrow()
        .folio();
  }

  @Test
  void aPageNumberNeverStandsAloneInTheLastLine() {
    StringBuilder article = new StringBuilder("# T\n\n");
    for (int i = 30; i < 60; i++) {
      article
          .append("The [wall](https://example.org/tides/")
          .append("x".repeat(i))
          .append(").\n\n");
    }
    Pages pages = Pressed.a4(article.toString()).pages();
    int divided = 0;
    for (Page page : pages.pages()) {
      Map<Double, String> lines = new LinkedHashMap<>();
      for (Mark mark : page.marks()) {
        if (mark instanceof Mark.Text text) {
          lines.merge(text.y(), text.run().text(), String::concat);
        }
      }
      assertThat(lines.values()).noneMatch(line -> line.matches("[\\s\u00a0]*p\\..*"));
      divided +=
          (int) lines.values().stream().filter(line -> line.matches("x+\u00a0p\\..*")).count();
    }
    assertThat(divided).isBetween(1, 29);
  }
}
