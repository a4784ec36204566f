package offprint.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The trim of a page, in points. */
public record PageSize(double width, double height) {
  public static final PageSize A4 = millimetres(210, 297);

  // ISO 216 and CSS Paged Media 3, section 7.1.1.
  private static final Map<String, PageSize> NAMED =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("a3", millimetres(297, 420)),
              Map.entry("a4", A4),
              Map.entry("a5", millimetres(148, 210)),
              Map.entry("a6", millimetres(105, 148)),
              Map.entry("b4", millimetres(250, 353)),
              Map.entry("b5", millimetres(176, 250)),
              Map.entry("jis-b4", millimetres(257, 364)),
              Map.entry("jis-b5", millimetres(182, 257)),
              Map.entry("letter", new PageSize(8.5 * 72, 11 * 72)),
              Map.entry("legal", new PageSize(8.5 * 72, 14 * 72)),
              Map.entry("ledger", new PageSize(11 * 72, 17 * 72))));

  private static final String NUMBER = "(\\d{1,6}(?:\\.\\d{1,6})?)";
  private static final List<String> UNITS = List.of("in", "mm", "cm", "pt");
  private static final String UNIT = "(" + String.join("|", UNITS) + ")";
  private static final Pattern LENGTH = Pattern.compile(NUMBER + UNIT);
  private static final Pattern MEASURED = Pattern.compile(NUMBER + "x" + NUMBER + UNIT);

  /**
   * A size by its name ({@code a4}, {@code letter}) or its measures ({@code 6x9in}, {@code
   * 148x210mm}), in any case.
   *
   * @return null where it is neither, or smaller than an inch or larger than PDF's 14,400 points
   */
  public static @Nullable PageSize of(String words) {
    String name = words.strip().toLowerCase(Locale.ROOT);
    PageSize named = NAMED.get(name);
    if (named != null) {
      return named;
    }
    Matcher measured = MEASURED.matcher(name);
    if (!measured.matches()) {
      return null;
    }
    double unit = points(measured.group(3));
    PageSize size =
        new PageSize(
            Double.parseDouble(measured.group(1)) * unit,
            Double.parseDouble(measured.group(2)) * unit);
    return size.canBeSet() ? size : null;
  }

  /** The names that {@link #of} knows, in their order. */
  public static List<String> names() {
    return List.copyOf(NAMED.keySet());
  }

  /** A length such as {@code 0.1mm}, in points; null where it is none. */
  public static @Nullable Double length(String words) {
    Matcher length = LENGTH.matcher(words.strip().toLowerCase(Locale.ROOT));
    return length.matches()
        ? Double.valueOf(Double.parseDouble(length.group(1)) * points(length.group(2)))
        : null;
  }

  /** A length as {@link #length} takes it: in a unit that gives it exactly, if there is one. */
  public static String lengthWords(double points) {
    for (String unit : UNITS) {
      String words = decimal(points / points(unit)) + unit;
      Double read = length(words);
      if (read != null && read == points) {
        return words;
      }
    }
    return decimal(points) + "pt";
  }

  /** This size as {@link #of} takes it, exactly if it can be said. */
  public String words() {
    for (Map.Entry<String, PageSize> named : NAMED.entrySet()) {
      if (named.getValue().equals(this)) {
        return named.getKey();
      }
    }
    String words = "";
    for (String unit : UNITS) {
      words = decimal(width / points(unit)) + "x" + decimal(height / points(unit)) + unit;
      if (equals(of(words))) {
        return words;
      }
    }
    return words;
  }

  private static String decimal(double number) {
    return BigDecimal.valueOf(number)
        .setScale(6, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static double points(String unit) {
    return switch (unit) {
      case "in" -> 72;
      case "cm" -> 72 / 2.54;
      case "mm" -> 72 / 25.4;
      default -> 1;
    };
  }

  /** Neither smaller than an inch nor larger than a page of a PDF may be. */
  public boolean canBeSet() {
    return Math.min(width, height) >= 72 && Math.max(width, height) <= 14_400;
  }

  public PageSize landscape() {
    return new PageSize(Math.max(width, height), Math.min(width, height));
  }

  public PageSize portrait() {
    return new PageSize(Math.min(width, height), Math.max(width, height));
  }

  private static PageSize millimetres(double width, double height) {
    return new PageSize(width * 72 / 25.4, height * 72 / 25.4);
  }
}
