package offprint.table;

import static org.assertj.core.api.Assertions.assertThat;

import offprint.composition.Pressed;
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
}
