package offprint.glyph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EastAsianTest {
  @Test
  void aClosingQuoteBetweenLettersOfOtherScriptsIsAnApostrophe() {
    assertThat(EastAsian.isApostrophe("Dijkstra’s", 8)).isTrue();
    assertThat(EastAsian.isApostrophe("‘人’s", 2)).isFalse();
    assertThat(EastAsian.isApostrophe("‘so’人", 3)).isFalse();
    assertThat(EastAsian.isApostrophe("‘so’", 3)).isFalse();
    assertThat(EastAsian.isApostrophe("’s", 0)).isFalse();
    assertThat(EastAsian.isApostrophe("a”b", 1)).isFalse();
  }
}
