package offprint.composition;

import java.util.Locale;
import offprint.page.Structure;
import org.jspecify.annotations.Nullable;

/** What stands before a list's item (CSS Lists 3, section 3; CSS Counter Styles 3, section 6). */
final class ListMarker {
  private ListMarker() {}

  /**
   * @param style as in {@link offprint.style.Style#marker}
   * @param number of the item; null in a list without numbers
   */
  static String of(String style, @Nullable Integer number) {
    int n = number == null ? 1 : number;
    return switch (style) {
      case "none" -> "";
      case "disc" -> "•";
      case "circle" -> "◦";
      case "square" -> "▪";
      case "dash" -> "–";
      case "decimal" -> n + ".";
      case "lower-alpha", "lower-latin" -> letters(n, 'a') + ".";
      case "upper-alpha", "upper-latin" -> letters(n, 'A') + ".";
      case "lower-roman" -> roman(n).toLowerCase(Locale.ROOT) + ".";
      case "upper-roman" -> roman(n) + ".";
      default -> quoted(style);
    };
  }

  /** What the structure says of a list's numbering. */
  static Structure.Numbering numbering(String style, Structure.Numbering otherwise) {
    return switch (style) {
      case "none" -> Structure.Numbering.NONE;
      case "disc" -> Structure.Numbering.DISC;
      case "circle" -> Structure.Numbering.CIRCLE;
      case "square" -> Structure.Numbering.SQUARE;
      case "decimal" -> Structure.Numbering.DECIMAL;
      case "lower-alpha", "lower-latin" -> Structure.Numbering.LOWER_ALPHA;
      case "upper-alpha", "upper-latin" -> Structure.Numbering.UPPER_ALPHA;
      case "lower-roman" -> Structure.Numbering.LOWER_ROMAN;
      case "upper-roman" -> Structure.Numbering.UPPER_ROMAN;
      default -> otherwise;
    };
  }

  private static String quoted(String style) {
    boolean quotes = style.length() >= 2 && (style.startsWith("\"") || style.startsWith("'"));
    return quotes ? style.substring(1, style.length() - 1) : style;
  }

  private static String letters(int number, char first) {
    if (number < 1) {
      return Integer.toString(number);
    }
    StringBuilder letters = new StringBuilder();
    for (int rest = number; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) (first + (rest - 1) % 26));
    }
    return letters.toString();
  }

  private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
  private static final String[] NUMERALS = {
    "M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"
  };

  private static String roman(int number) {
    if (number < 1 || number > 3999) {
      return Integer.toString(number);
    }
    StringBuilder roman = new StringBuilder();
    int rest = number;
    for (int i = 0; i < VALUES.length; i++) {
      while (rest >= VALUES[i]) {
        roman.append(NUMERALS[i]);
        rest -= VALUES[i];
      }
    }
    return roman.toString();
  }
}
