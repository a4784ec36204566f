package offprint.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DecimalMarkTest {
  /** The units of each number. */
  private static List<String> units(String language, String... numbers) {
    DecimalMark mark = DecimalMark.of(List.of(numbers), language);
    return List.of(numbers).stream().map(n -> n.substring(0, mark.units(n))).toList();
  }

  @Test
  void theMarkThatStandsLastPartsTheDecimals() {
    assertThat(units("de", "1,204.5", "12")).containsExactly("1,204", "12");
    assertThat(units("en", "1.204,5", "12")).containsExactly("1.204", "12");
  }

  @Test
  void aMarkBeforeOtherThanThreeFiguresIsDecimal() {
    assertThat(units("en", "3,14", "10,5")).containsExactly("3", "10");
    assertThat(units("de", "3.14", "0.125")).containsExactly("3", "0");
  }

  @Test
  void whereItMayBeEitherTheLanguageDecides() {
    assertThat(units("en", "1,204", "12,000")).containsExactly("1,204", "12,000");
    assertThat(units("fr-CA", "1,204", "12,000")).containsExactly("1", "12");
    assertThat(units("de", "1.204", "1.000.000")).containsExactly("1.204", "1.000.000");
  }

  @Test
  void withoutDecimalsUnitsEndWithTheFigures() {
    assertThat(units("en", "12 %", "–3", "7*")).containsExactly("12", "–3", "7");
  }

  @Test
  void whatIsNoNumberIsAllUnits() {
    assertThat(units("en", "–", "n/a", "")).containsExactly("–", "n/a", "");
  }
}
