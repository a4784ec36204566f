package offprint.makeup;

import static org.assertj.core.api.Assertions.assertThat;

import offprint.composition.Pressed;
import org.junit.jupiter.api.Test;

/** Where first pages of 42 lines end, though they could hold more. */
class PageEndsTest {
  @Test
  void aPageRatherEndsBetweenItemsThanInOne() {
    String words = "word ".repeat(50);
    Pressed list = Pressed.a4("- item\n".repeat(40) + "- begins " + words + "\n- item\n");
    assertThat(list.folio("begins")).isEqualTo(2);
  }

  @Test
  void norDoesItEndBetweenTheParagraphsOfAnItem() {
    String words = "word ".repeat(18);
    Pressed list =
        Pressed.a4(
            "T\n=\n\n"
                + "line\\\n".repeat(36)
                + "end\n\n- first %1$s\n- begins %1$s\n\n  more %1$s\n\n- item %1$s\n- item\n"
                    .formatted(words)
                + "\n## Then\n\n"
                + words.repeat(9));
    assertThat(list.folio("more")).isEqualTo(list.folio("begins"));
  }
}
