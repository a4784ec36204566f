package offprint.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import offprint.document.PageSize;
import offprint.page.Mark;
import org.junit.jupiter.api.Test;

class VerseCompositorTest {
  private static final double EM = 10.7;

  @Test
  void aBlankBeforeALineIsHalfAnEm() {
    Pressed pressed = Pressed.a4("# T\n\n| One\n|    Even\n|\n| Three\n");
    Mark.Text one = pressed.text("One");
    Mark.Text even = pressed.text("Even");
    assertThat(even.x() - one.x()).isCloseTo(1.5 * EM, within(0.01));
    assertThat(even.y() - one.y()).isCloseTo(14.5, within(0.01));
    assertThat(pressed.text("Three").y() - even.y()).isCloseTo(29, within(0.01));
  }

  @Test
  void whatALineIsTooLongForHangsBelowIt() {
    String words = "unaccountable ".repeat(12).strip();
    List<Mark.Text> lines =
        Pressed.a4("# T\n\n| " + words + "\n").texts().stream()
            .filter(text -> text.run().text().contains("unaccountable"))
            .toList();
    assertThat(lines).hasSizeGreaterThan(1);
    assertThat(lines.get(1).x() - lines.getFirst().x()).isCloseTo(2 * EM, within(0.01));
    assertThat(lines).noneMatch(text -> text.run().text().endsWith("-"));
    double blank = lines.getFirst().run().advances()[13];
    assertThat(lines).allMatch(text -> text.run().advances()[13] == blank);
  }

  @Test
  void anIndentLeavesHalfOfTheMeasure() {
    Pressed pressed = Pressed.of("# T\n\n| One\n|" + " ".repeat(400) + "Two\n", PageSize.of("A5"));
    assertThat(pressed.text("Two").x() - pressed.text("One").x()).isLessThan(150);
    assertThat(pressed.findings().hasWarnings()).isFalse();
  }

  @Test
  void aShortStanzaIsNotParted() {
    for (int lines = 28; lines < 46; lines++) {
      Pressed pressed =
          Pressed.a4("# T\n\n" + "| a\n".repeat(lines) + "|\n| Four\n| lines\n| are\n| together\n");
      assertThat(pressed.folio("Four")).isEqualTo(pressed.folio("together"));
    }
  }

  @Test
  void aStanzaOfOneLineStandsWithTheOneAboveIt() {
    for (int lines = 28; lines < 46; lines++) {
      Pressed pressed =
          Pressed.a4("# T\n\n" + "| a\n".repeat(lines) + "|\n| Above\n| it\n|\n| Alone\n");
      assertThat(pressed.folio("Alone")).isEqualTo(pressed.folio("Above"));
    }
  }

  @Test
  void aLongStanzaGoesOnOverThePageWithTwoLinesOnEach() {
    Pressed pressed = Pressed.a4("# T\n\n" + "| a b\n".repeat(60));
    assertThat(pressed.pages().pages()).hasSize(2);
  }
}
