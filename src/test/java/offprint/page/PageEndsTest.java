package offprint.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where first pages of 42 lines end, though they could hold more. */
class PageEndsTest {
  @Test
  void aPageRatherEndsBetweenItemsThanInOne() {
    String words = "word ".repeat(50);
    Pressed list = Pressed.a4("- item\n".repeat(40) + "- begins " + words + "\n- item\n");
    assertThat(list.folio("begins")).isEqualTo(2);
  }
}
