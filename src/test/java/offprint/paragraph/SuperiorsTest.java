package offprint.paragraph;

import static org.assertj.core.api.Assertions.assertThat;

import offprint.composition.Pressed;
import offprint.page.Mark;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuperiorsTest {
  private static final String LINK = "[tables](https://example.org/)";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "See " + LINK + "[^1] here.",
        "See **" + LINK + "**[^1] here.",
        "# Title\n\n## On " + LINK + "[^1]",
        "# Title\n\n#### On " + LINK + "[^1]\n\nText.",
        "| A | B |\n|---|---|\n| " + LINK + "[^1] | x |",
        "> - " + LINK + "[^1]"
      })
  void aLinksNumberAndANotesMarkBehindItArePartedByAComma(String markdown) {
    Pressed pressed = Pressed.a4(markdown + "\n\n[^1]: A note.");
    Mark.Text comma = pressed.text(",");
    assertThat(comma.run().text()).isEqualTo(",");
    assertThat(comma.y()).isLessThanOrEqualTo(pressed.text("tables").y());
  }
}
