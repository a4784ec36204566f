package offprint.style;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number with its unit, as a sheet says it (CSS Values 4, section 6).
 *
 * @param unit in lower case; empty for a bare number, {@code %} for a percentage
 */
record Length(double amount, String unit) {
  private static final Pattern DIMENSION =
      Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)([a-zA-Z]*|%)");

  /** Null where the term is no number. */
  static @Nullable Length of(String term) {
    Matcher m = DIMENSION.matcher(term);
    return m.matches()
        ? new Length(Double.parseDouble(m.group(1)), m.group(2).toLowerCase(java.util.Locale.ROOT))
        : null;
  }

  /** How many points an absolute unit has; 0 for any other. A pixel is a 96th of an inch. */
  static double points(String unit) {
    return switch (unit) {
      case "pt" -> 1;
      case "pc" -> 12;
      case "in" -> 72;
      case "px" -> 0.75;
      case "cm" -> 72 / 2.54;
      case "mm" -> 72 / 25.4;
      case "q" -> 72 / 101.6;
      default -> 0;
    };
  }

  boolean isNumber() {
    return unit.isEmpty();
  }

  boolean isPercentage() {
    return unit.equals("%");
  }

  /**
   * In points. A bare 0 is a length; the width of a figure and the height of an x count half an em,
   * which is what CSS takes where no face is asked.
   *
   * @param em the size that em is of
   * @return null where this is no length
   */
  @Nullable Double points(double em, double rootSize, double leading) {
    return switch (unit) {
      case "" -> amount == 0 ? Double.valueOf(0) : null;
      case "em" -> amount * em;
      case "rem" -> amount * rootSize;
      case "ex", "ch" -> amount * em / 2;
      case "lh" -> amount * leading;
      default -> points(unit) == 0 ? null : Double.valueOf(amount * points(unit));
    };
  }
}
