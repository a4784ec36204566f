package offprint.table;

import static org.assertj.core.api.Assertions.assertThat;

import offprint.composition.Pressed;
import offprint.document.PageSize;
import org.junit.jupiter.api.Test;

class TableHeadsTest {
  @Test
  void headsAreDividedOnlyWhereSmallerTypeDoesNotHelp() {
    String table =
        "| Observer | Considerable | Remarkable | Occurrences | Conditions | Instruments |"
            + "\n"
            + "|---|---|---|---|---|---|\n"
            + "| Ada | a | b | c | d | e |\n";
    assertThat(Pressed.a4("# T\n\n" + table).texts())
        .noneMatch(text -> text.run().text().equals("-"));
  }

  @Test
  void aCellIsNoWiderThanTheWidestOfItsLines() {
    String cell = "| a | " + "word<br>".repeat(30) + "end |\n";
    assertThat(Pressed.a4("# T\n\n| One | Two |\n|---|---|\n" + cell).findings().list())
        .noneMatch(finding -> finding.code().matches(".*table|missing-character"));
  }

  @Test
  void manyColumnsStandCloserBeforeTheirWordsAreCut() {
    String months = "January|February|March|April|May|June|July|August|September|October|";
    String table =
        "|Observer|"
            + months
            + "November|December|Remarkable occurrences|\n"
            + "|---".repeat(14)
            + "|\n"
            + "|Charles|"
            + "1,024|".repeat(12)
            + "Bioluminescence in the lagoon, seen from the shore|\n";
    Pressed pressed = Pressed.of("# T\n\n" + table, PageSize.of("a5"));
    assertThat(pressed.texts()).extracting(text -> text.run().text()).contains("March", "Charles");
    assertThat(pressed.findings().list()).noneMatch(finding -> finding.code().equals("wide-table"));
  }
}
