package offprint.paragraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import offprint.composition.Pressed;
import offprint.document.PageSize;
import offprint.page.Mark;
import offprint.source.Source;
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
    Mark.Picture picture =
        set.pages().pages().stream()
            .flatMap(page -> page.marks().stream())
            .filter(Mark.Picture.class::isInstance)
            .map(Mark.Picture.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(picture.x()).isCloseTo(set.text("First").x(), within(1.0));
    assertThat(picture.width()).isGreaterThan(310);
  }
}
