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
  void aRuleStandsBetweenWhatItPartsAndNeverAtAPagesEnd() {
    for (int above = 2; above < 30; above++) {
      Pressed set =
          Pressed.of(
              "Words\n\n".repeat(above)
                  + "before\\\nends\n\n---\n\nbegins\\\nbehind\\\nand\\\nmore\n",
              PageSize.of("a5"));
      assertThat(set.folio("begins")).as("below %d lines", above).isEqualTo(set.folio("ends"));
      assertThat(set.folio("behind")).as("below %d lines", above).isEqualTo(set.folio("begins"));
    }
  }

  @Test
  void aQuotationOfOneLineNeitherBeginsNorEndsAPage() {
    for (int above = 10; above < 40; above++) {
      String lines = "Words\n\n".repeat(above);
      Pressed set =
          Pressed.of(lines + "> quoted\n\nbehind\n\n" + "More\n\n".repeat(30), PageSize.of("a5"));
      int folio = set.folio("quoted");
      assertThat(set.folio("behind")).as("below %d lines", above).isEqualTo(folio);
      assertThat(words(set, folio)).as("below %d lines", above).contains("Words");
    }
  }

  private static List<String> words(Pressed set, int folio) {
    return set.pages().pages().get(folio - 1).marks().stream()
        .filter(Mark.Text.class::isInstance)
        .map(mark -> ((Mark.Text) mark).run().text())
        .toList();
  }

  @Test
  void aListOfAFewLinesStandsTogether() {
    for (int above = 10; above < 40; above++) {
      Pressed set =
          Pressed.of(
              "Words\n\n".repeat(above) + "- [ ] first\n- [x] second\n- third\n\nMore\n",
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
