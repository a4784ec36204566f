package offprint.markdown;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as people write them. */
final class WrittenDate {
  // ISO 8601's, with a blank for the T as RFC 3339 allows.
  private static final String TIME =
      "(?:[Tt ]\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?\\s?(?:[Zz]|[+-]\\d{2}:?(?:\\d{2})?)?)?";
  // A year first is ISO 8601's order whatever stands between.
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})" + TIME);
  private static final Pattern YEAR_AND_MONTH = Pattern.compile("(\\d{4})-(\\d{1,2})");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,2})([-/.])\\s?(\\d{1,2})\\2\\s?(\\d{2}|\\d{4})");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?\\s+(?:de\\s+|of\\s+)?(\\p{L}+)\\.?,?\\s+(?:de\\s+)?(\\d{4})");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(\\p{L}+)\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})");
  private static final Pattern MONTH_AND_YEAR = Pattern.compile("(\\p{L}+)\\.?,?\\s+(\\d{4})");
  private static final Pattern WEEKDAY = Pattern.compile("(\\p{L}+)\\.?,?\\s+(?=[\\p{L}\\d])(.+)");

  private static final Map<String, Integer> MONTHS = new HashMap<>();
  private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();

  static {
    months("january february march april may june july august september october november december");
    months("jan feb mar apr may jun jul aug sep oct nov dec");
    MONTHS.put("sept", 9);
    months("januar februar märz april mai juni juli august september oktober november dezember");
    months("janvier février mars avril mai juin juillet août septembre octobre novembre décembre");
    months(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre");
    months(
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre"
            + " dicembre");
    months(
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro");
    months(
        "januari februari maart april mei juni juli augustus september oktober november december");
    weekdays("monday tuesday wednesday thursday friday saturday sunday");
    weekdays("mon tue wed thu fri sat sun");
    weekdays("montag dienstag mittwoch donnerstag freitag samstag sonntag");
  }

  private static void months(String names) {
    List<String> list = List.of(names.split(" "));
    for (int i = 0; i < list.size(); i++) {
      MONTHS.put(list.get(i), i + 1);
    }
  }

  private static void weekdays(String names) {
    List<String> list = List.of(names.split(" "));
    for (int i = 0; i < list.size(); i++) {
      WEEKDAYS.put(list.get(i), DayOfWeek.of(i + 1));
    }
  }

  private WrittenDate() {}

  /** Whether the word is a month's or a weekday's. */
  static boolean isCalendarWord(String word) {
    String folded = word.toLowerCase(Locale.ROOT);
    return MONTHS.containsKey(folded) || WEEKDAYS.containsKey(folded);
  }

  /** The one day that the text can mean; nothing where it means none, or either of two. */
  static Optional<LocalDate> day(String text) {
    String date = withoutWeekday(text.strip());
    Matcher m = YEAR_FIRST.matcher(date);
    if (m.matches()) {
      return day(m.group(1), number(m.group(3)), m.group(4)).filter(d -> fits(text, d));
    }
    m = DAY_FIRST.matcher(date);
    if (m.matches()) {
      return day(m.group(3), month(m.group(2)), m.group(1)).filter(d -> fits(text, d));
    }
    m = MONTH_FIRST.matcher(date);
    if (m.matches()) {
      return day(m.group(3), month(m.group(1)), m.group(2)).filter(d -> fits(text, d));
    }
    m = NUMBERS.matcher(date);
    if (m.matches() && m.group(4).length() == 4) {
      return numbers(m).filter(d -> fits(text, d));
    }
    return Optional.empty();
  }

  /** As {@link #day}, and for a month or a year alone their first day. */
  static Optional<LocalDate> dayOrPeriod(String text) {
    String date = text.strip();
    Matcher m = YEAR_AND_MONTH.matcher(date);
    if (m.matches()) {
      return day(m.group(1), number(m.group(2)), "1");
    }
    m = MONTH_AND_YEAR.matcher(date);
    if (m.matches()) {
      return day(m.group(2), month(m.group(1)), "1");
    }
    return YEAR.matcher(date).matches() ? day(date, 1, "1") : day(date);
  }

  /** Whether the text is a date in numbers that means different days in different countries. */
  static boolean isAmbiguous(String text) {
    return NUMBERS.matcher(text.strip()).matches() && day(text).isEmpty();
  }

  /** Whether a date, be it ambiguous, can mean the day. */
  static boolean canMean(String text, LocalDate day) {
    Optional<LocalDate> only = day(text);
    if (only.isPresent()) {
      return only.get().equals(day);
    }
    Matcher m = NUMBERS.matcher(text.strip());
    if (!m.matches()) {
      return false;
    }
    int first = number(m.group(1));
    int second = number(m.group(3));
    boolean sameYear = number(m.group(4)) % 100 == day.getYear() % 100;
    return sameYear
        && (first == day.getDayOfMonth() && second == day.getMonthValue()
            || second == day.getDayOfMonth() && first == day.getMonthValue());
  }

  // 13/04/2025 has only one reading, and so has 04/04/2025.
  private static Optional<LocalDate> numbers(Matcher m) {
    Optional<LocalDate> dayFirst = day(m.group(4), number(m.group(3)), m.group(1));
    Optional<LocalDate> monthFirst = day(m.group(4), number(m.group(1)), m.group(3));
    if (dayFirst.isEmpty() || dayFirst.equals(monthFirst)) {
      return monthFirst;
    }
    return monthFirst.isEmpty() ? dayFirst : Optional.empty();
  }

  private static String withoutWeekday(String date) {
    Matcher m = WEEKDAY.matcher(date);
    return m.matches() && weekday(date) != null ? m.group(2) : date;
  }

  private static boolean fits(String text, LocalDate day) {
    DayOfWeek weekday = weekday(text.strip());
    return weekday == null || weekday == day.getDayOfWeek();
  }

  private static @Nullable DayOfWeek weekday(String date) {
    Matcher m = WEEKDAY.matcher(date);
    return m.matches() ? WEEKDAYS.get(m.group(1).toLowerCase(Locale.ROOT)) : null;
  }

  private static int month(String name) {
    return MONTHS.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static Optional<LocalDate> day(String year, int month, String day) {
    try {
      return Optional.of(LocalDate.of(number(year), month, number(day)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
