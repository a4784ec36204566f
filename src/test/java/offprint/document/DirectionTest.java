package offprint.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectionTest {
  @ParameterizedTest
  @CsvSource({
    "en, LEFT_TO_RIGHT",
    "ar-EG, RIGHT_TO_LEFT",
    "he, RIGHT_TO_LEFT",
    "ur, RIGHT_TO_LEFT",
    "fa, RIGHT_TO_LEFT",
    "az, LEFT_TO_RIGHT",
    "az-Arab, RIGHT_TO_LEFT",
    "ar-Latn, LEFT_TO_RIGHT"
  })
  void aLanguageIsReadAsItsScriptIs(String language, Direction direction) {
    assertThat(Direction.of(language)).isEqualTo(direction);
  }

  @ParameterizedTest
  @CsvSource({
    "'«1» שלום abc', en, RIGHT_TO_LEFT",
    "abc שלום, en, LEFT_TO_RIGHT",
    "abc, ar, RIGHT_TO_LEFT",
    "123, en, LEFT_TO_RIGHT"
  })
  void aParagraphIsReadAsItsLanguageOrItsFirstStrongCharacter(
      String text, String language, Direction direction) {
    assertThat(Direction.of(text, language)).isEqualTo(direction);
  }
}
