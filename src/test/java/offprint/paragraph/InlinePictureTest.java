package offprint.paragraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import offprint.composition.Pressed;
import offprint.document.PageSize;
import offprint.page.Mark;
import offprint.page.Page;
import offprint.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures among words: a square that is asked to be as wide as the measure. */
class InlinePictureTest {
  private static final Path BESIDE = Path.of("src/test/articles/kitchen-sink").toAbsolutePath();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "![wide](figures/squares.png){width=100%} and words.",
        "[![wide](figures/squares.png){width=100%}](https://example.org/) and words.",
        "[![wide](figures/squares.png){width=100%}](https://example.org/)",
        "Words [![wide](figures/squares.png){width=100%}](https://example.org/)",
      })
  void aWidePictureStandsWithinTheMeasureWithTheMarkBehindIt(String paragraph) {
    Pressed set =
        Pressed.of(
            new Source("a.md", BESIDE, "# T\n\nFirst.\n\n" + paragraph), PageSize.A4, "classic");
    assertThat(set.findings().list()).noneMatch(f -> f.code().equals("overfull-line"));
    Mark.Picture picture = pictures(set.pages().pages().getFirst()).getFirst();
    assertThat(picture.x()).isCloseTo(set.text("First").x(), within(1.0));
    assertThat(picture.width()).isGreaterThan(310);
  }

  private static List<Mark.Picture> pictures(Page page) {
    return page.marks().stream()
        .filter(Mark.Picture.class::isInstance)
        .map(Mark.Picture.class::cast)
        .toList();
  }

  /** It begins where lines do, and the text goes on on its page when it has no room there. */
  @Test
  void aPictureThatIsALinkIsAFigureAndKeepsItsNumber() {
    String link = "[![wide](figures/squares.png){width=80%}](https://example.org/)";
    String article = "# T\n\n" + "Text\n\n".repeat(30) + link + "\n\n" + "More\n\n".repeat(20);
    Pressed set = Pressed.of(new Source("a.md", BESIDE, article), PageSize.A4, "classic");
    Page second = set.pages().pages().get(1);
    assertThat(set.folio("More")).isEqualTo(1);
    Mark.Picture picture = pictures(second).getFirst();
    assertThat(picture.x()).isCloseTo(set.text("Links").x(), within(0.1));
    assertThat(second.marks())
        .filteredOn(Mark.Link.class::isInstance)
        .extracting(mark -> ((Mark.Link) mark).destination())
        .contains(
            new Mark.Destination.Address("https://example.org/"),
            new Mark.Destination.Name("link-1"));
  }

  @Test
  void aHeadingDoesNotRunIntoAPicture() {
    String article = "---\ntitle: T\n---\n\n# One\n\n## Two\n\n### Head\n\n";
    for (String below :
        List.of("![a](figures/squares.png) and words.", "![a](figures/squares.png)")) {
      Pressed set = Pressed.of(new Source("a.md", BESIDE, article + below), PageSize.A4, "classic");
      Mark.Picture picture = pictures(set.pages().pages().getFirst()).getFirst();
      assertThat(set.text("Head").y()).as(below).isLessThan(picture.y());
    }
  }

  @Test
  void aPageMayEndBetweenTwoLinesThatArePictures() {
    String pictures =
        "![a](figures/squares.png){width=80%}\\\n![b](figures/squares.png){width=80%}\n";
    Pressed set =
        Pressed.of(
            new Source("a.md", BESIDE, "# T\n\n" + "Text\n\n".repeat(18) + pictures),
            PageSize.A4,
            "classic");
    assertThat(set.pages().pages()).extracting(page -> pictures(page).size()).containsExactly(1, 1);
  }
}
