package offprint.makeup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import offprint.composition.Pressed;
import offprint.document.PageSize;
import offprint.page.Mark;
import org.junit.jupiter.api.Test;

/** What stands by itself does not look lost: rows of a table, pictures, entries of a list. */
class ApartTest {
  @Test
  void noShortRowOfATableIsAloneOnItsPage() {
    for (int above = 20; above < 32; above++) {
      Pressed set =
          Pressed.of(
              "Words\n\n".repeat(above) + "| Head |\n|---|\n| first |\n| second |\n| third |\n",
              PageSize.of("a5"));
      assertThat(List.of(set.folio("second"), set.folio("third")))
          .as("below %d lines", above)
          .containsOnly(set.folio("first"));
    }
  }

  @Test
  void aRowOfAFewLinesIsPartedOnlyWhereAHoleWouldBeLeft() {
    String row = "| first<br>%1$s last | second<br>%1$s end |\n".formatted("line<br>".repeat(6));
    for (int above = 2; above < 26; above++) {
      Pressed set =
          Pressed.of(
              "Words\n\n".repeat(above)
                  + "| One | Two |\n|---|---|\n| a | b |\n"
                  + row
                  + "| c | d |\n",
              PageSize.of("a5"));
      assertThat(set.folio("last")).as("below %d", above).isEqualTo(set.folio("first"));
    }
  }

  @Test
  void anEntryInOtherLettersStandsBesideItsNumber() {
    Pressed set = Pressed.a4("To [שלום](https://example.org/)\n");
    Mark.Text address = set.text("https");
    assertThat(set.texts().stream().filter(text -> text.run().text().contains("שלום")))
        .last()
        .matches(words -> words.x() < address.x());
  }
}
