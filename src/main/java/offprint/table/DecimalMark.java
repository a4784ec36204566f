package offprint.table;

import java.util.List;
import java.util.Set;

/** Which mark parts a column's units from its decimals, and where it stands in a number. */
final class DecimalMark {
  /** The languages whose decimal mark is a point; the others write a comma (CLDR, numbers). */
  private static final Set<String> POINT =
      Set.of("en", "zh", "ja", "ko", "he", "hi", "th", "ur", "ga", "cy", "bn", "ms", "sw");

  private final char mark;

  private DecimalMark(char mark) {
    this.mark = mark;
  }

  /**
   * The mark that the numbers show; where {@code 1,234} may be either, the language's own.
   *
   * @param language a BCP 47 tag
   */
  static DecimalMark of(List<String> numbers, String language) {
    char own = POINT.contains(language.split("-", 2)[0]) ? '.' : ',';
    boolean point = numbers.stream().anyMatch(n -> isDecimal(n, '.', ','));
    boolean comma = numbers.stream().anyMatch(n -> isDecimal(n, ',', '.'));
    return new DecimalMark(point == comma ? own : point ? '.' : ',');
  }

  /** Whether a mark can but be the decimal one. */
  private static boolean isDecimal(String number, char mark, char other) {
    int at = number.lastIndexOf(mark);
    if (at < 0 || number.indexOf(mark) != at) {
      return false;
    }
    int digits = 0;
    while (at + 1 + digits < number.length() && Character.isDigit(number.charAt(at + 1 + digits))) {
      digits++;
    }
    int before = number.indexOf(other);
    boolean grouped = before >= 0 && before < at;
    boolean leading = at == 0 || !Character.isDigit(number.charAt(at - 1));
    return grouped || digits != 3 || leading || number.charAt(at - 1) == '0' && at == 1;
  }

  /** The offset behind a number's units: of the mark, or behind the last figure. */
  int units(String number) {
    int at = number.lastIndexOf(mark);
    if (at >= 0) {
      return at;
    }
    int end = number.length();
    while (end > 0 && !Character.isDigit(number.charAt(end - 1))) {
      end--;
    }
    return end == 0 ? number.length() : end;
  }
}
