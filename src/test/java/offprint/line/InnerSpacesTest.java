package offprint.line;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InnerSpacesTest {
  @ParameterizedTest
  @CsvSource({
    "ja, 」「, -0.5",
    "ja, 」（, -0.5",
    "ja, 。」, -0.5",
    "ja, （「, -0.5",
    "ja, 。人, 0",
    "ja, 人「, 0",
    "ja, 第1, 0.2",
    "ja, a人, 0.2",
    "ja, '人 ', 0",
    "ko, 년1, 0",
    "zh-Hans, 」，, -0.5",
    "zh-Hans, ：“, -0.5",
    "zh-Hans, ”，, -0.5",
    "zh-Hant, ，「, 0"
  })
  void marksThatMeetLoseHalfAndLatinStandsApart(String language, String pair, double kern) {
    assertThat(spaces(pair, language).kern(1)).isEqualTo(kern);
  }

  @Test
  void anApostropheIsNoQuoteThatCloses() {
    assertThat(spaces("人Dijkstra’s，", "zh-Hans").kern(10)).isZero();
    assertThat(spaces("人Dijkstra’s，", "zh-Hans").shrink(10)).isZero();
    assertThat(spaces("‘人’s", "zh-Hans").shrink(3)).isPositive();
  }

  @Test
  void aLineLeavesOutTheBlankOfItsMarksAtEitherEnd() {
    InnerSpaces spaces = spaces("「人」。", "ja");
    assertThat(spaces.atHead(0)).isEqualTo(0.5);
    assertThat(spaces.atHead(1)).isZero();
    assertThat(spaces.atEnd(3)).isEqualTo(0.5);
    assertThat(spaces.atEnd(2)).isZero();
    assertThat(spaces("人，", "zh-Hant").atEnd(2)).isZero();
  }

  @Test
  void ideographsGiveAndHangulDoesNot() {
    assertThat(spaces("人間", "ja").stretch(1)).isPositive();
    assertThat(spaces("인간", "ko").stretch(1)).isZero();
    assertThat(spaces("。人", "ja").shrink(1)).isPositive();
    assertThat(spaces("人間", "ja").shrink(1)).isZero();
  }

  @Test
  void thaiGivesBetweenItsLettersAndNotBeforeTheirMarks() {
    assertThat(spaces("กน", "th").stretch(1)).isPositive();
    assertThat(spaces("ก\u0e34", "th").stretch(1)).isZero();
  }

  @Test
  void otherScriptsHaveNone() {
    assertThat(InnerSpaces.of("Plain words, «so» and שלום", "en")).isNull();
  }

  private static InnerSpaces spaces(String text, String language) {
    return requireNonNull(InnerSpaces.of(text, language));
  }
}
