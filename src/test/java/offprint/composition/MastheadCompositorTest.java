package offprint.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MastheadCompositorTest {
  @ParameterizedTest
  @ValueSource(strings = {"classic", "modern", "manuscript", "office"})
  void theTitleIsAtOneHeightWhateverStandsBelowIt(String theme) {
    double alone = title("title: Words", theme);
    assertThat(title("title: Words\nsubtitle: More", theme)).isCloseTo(alone, within(1e-6));
    assertThat(title("title: Words\nauthor: Ada Lovelace\ndate: 2026-11-24", theme))
        .isCloseTo(alone, within(1e-6));
    assertThat(title("title: Words\nauthor: Ada Lovelace\ntoc: true", theme))
        .isCloseTo(alone, within(1e-6));
  }

  @Test
  void aHeadingBelowTheMastheadIsAsFarAboveItsTextAsElsewhere() {
    String text = "## One\n\nText.\n\n## Two\n\nWords.\n";
    Pressed set = Pressed.of("---\ntitle: Reef\n---\n\n" + text, null, "office");
    double below = set.text("Text.").y() - set.text("One").y();
    assertThat(set.text("Words.").y() - set.text("Two").y()).isCloseTo(below, within(0.01));
  }

  private static double title(String matter, String theme) {
    String article = "---\n" + matter + "\n---\n\nText.\n\n## One\n\nText.\n\n## Two\n\nText.\n";
    return Pressed.of(article, null, theme).text("Words").y();
  }
}
