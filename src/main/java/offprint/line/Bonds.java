package offprint.line;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blanks at which no line ends, because a reader would stumble: in names, figures, dates and
 * abbreviations. Few rules, each certain; what they are is told in the language's manuals of style
 * (Chicago 17, 7.9 and 10.54; Duden K 101 and following; Lexique de l'Imprimerie nationale; PWN for
 * Polish).
 */
final class Bonds {
  /** What of a word closes behind it. */
  private static final Pattern MARKS = Pattern.compile("[.,;:!?)\\]\u2019\u201d\u00bb]+$");

  private static final String OPENING = "([\u201c\u2018\u201e\u201a\u00ab";

  /** No word that joins is longer. */
  private static final int LONGEST = 16;

  /** One capital and a point: an initial. */
  private static final Pattern INITIAL = Pattern.compile("\\p{Lu}\\.(?:-?\\p{Lu}\\.)*");

  /** A letter and a point, behind which another abbreviation follows: z. B., i. d. R. */
  private static final Pattern LETTER = Pattern.compile("\\p{L}\\.");

  private static final Pattern ABBREVIATED = Pattern.compile("\\p{L}{1,3}\\.\\P{L}*");
  private static final Pattern FIGURES =
      Pattern.compile("[-+\u2212\u2013~]?\\d[\\d.,\u00a0\u202f]*");
  private static final Pattern DAY = Pattern.compile("[1-3]?\\d(?:\\.|er|st|nd|rd|th)?");

  /** Of a ruler, a part, a war; one letter alone may be a word. */
  private static final Pattern NUMERAL = Pattern.compile("(?=..)X{0,3}(?:IX|IV|V?I{0,3})");

  private static final Set<String> UNITS =
      Set.of(
          "%",
          "\u2030",
          "\u00b0",
          "\u00b0C",
          "\u00b0F",
          "\u20ac",
          "$",
          "\u00a3",
          "km",
          "m",
          "cm",
          "mm",
          "\u00b5m",
          "nm",
          "km\u00b2",
          "m\u00b2",
          "m\u00b3",
          "ha",
          "kg",
          "g",
          "mg",
          "t",
          "l",
          "ml",
          "km/h",
          "m/s",
          "h",
          "min",
          "s",
          "ms",
          "\u00b5s",
          "ns",
          "Hz",
          "kHz",
          "MHz",
          "GHz",
          "W",
          "kW",
          "MW",
          "GW",
          "kWh",
          "MWh",
          "TWh",
          "V",
          "kV",
          "mA",
          "Pa",
          "hPa",
          "bar",
          "dB",
          "kB",
          "KB",
          "MB",
          "GB",
          "TB",
          "KiB",
          "MiB",
          "GiB",
          "pt",
          "px",
          "dpi",
          "Mio.",
          "Mrd.");

  /** What a number follows. */
  private static final Set<String> BEFORE_NUMBERS =
      Set.of(
          "\u00a7",
          "\u00a7\u00a7",
          "\u00b6",
          "\u2116",
          "p.",
          "pp.",
          "No.",
          "Nos.",
          "no.",
          "nos.",
          "Nr.",
          "Nrn.",
          "n\u00b0",
          "N\u00b0",
          "n\u00ba",
          "nr",
          "Fig.",
          "Figs.",
          "fig.",
          "Abb.",
          "Tab.",
          "Eq.",
          "ch.",
          "chap.",
          "Kap.",
          "vol.",
          "Vol.",
          "Bd.",
          "S.",
          "s.",
          "Art.",
          "art.",
          "Abs.",
          "Ziff.",
          "Chapter",
          "Section",
          "Figure",
          "Table",
          "Listing",
          "Part",
          "Lemma",
          "Theorem",
          "Kapitel",
          "Abschnitt",
          "Abbildung",
          "Tabelle");

  private static final Map<String, Set<String>> TITLES =
      Map.of(
          "en", Set.of("Dr", "Dr.", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Prof.", "St", "St."),
          "de", Set.of("Dr.", "Prof.", "Hr.", "Fr.", "St."),
          "fr", Set.of("M.", "MM.", "Mme", "Mmes", "Mlle", "Dr", "Pr", "Mgr"));

  /** Prepositions and the like of one letter, which hang badly at a line's end. */
  private static final Map<String, String> ONE_LETTER =
      Map.of("pl", "aiouwz", "cs", "kosuvzia", "sk", "kosuvzia", "ru", "вкосуия", "uk", "взуіой");

  private static final Map<String, Set<String>> MONTHS =
      Map.of(
          "en",
          Set.of(
              "January",
              "February",
              "March",
              "April",
              "May",
              "June",
              "July",
              "August",
              "September",
              "October",
              "November",
              "December"),
          "de",
          Set.of(
              "Januar",
              "J\u00e4nner",
              "Februar",
              "M\u00e4rz",
              "April",
              "Mai",
              "Juni",
              "Juli",
              "August",
              "September",
              "Oktober",
              "November",
              "Dezember"),
          "fr",
          Set.of(
              "janvier",
              "f\u00e9vrier",
              "mars",
              "avril",
              "mai",
              "juin",
              "juillet",
              "ao\u00fbt",
              "septembre",
              "octobre",
              "novembre",
              "d\u00e9cembre"),
          "pl",
          Set.of(
              "stycznia",
              "lutego",
              "marca",
              "kwietnia",
              "maja",
              "czerwca",
              "lipca",
              "sierpnia",
              "wrze\u015bnia",
              "pa\u017adziernika",
              "listopada",
              "grudnia"));

  private Bonds() {}

  /**
   * Whether the blank before an offset joins.
   *
   * @param last offset of the last character before the blank
   * @param at offset of the first behind it
   * @param tongue a language without a country
   */
  static boolean join(String text, int last, int at, String tongue) {
    String before = before(text, last);
    String after = after(text, at);
    char first = text.charAt(at);
    boolean capital = Character.isUpperCase(first);
    boolean figure = Character.isDigit(first);
    if (capital) {
      // "Plan B. The" is held together too, which does no harm.
      return INITIAL.matcher(before).matches()
          || TITLES.getOrDefault(tongue, Set.of()).contains(before)
          || abbreviations(before, after, tongue)
          || day(before, after, tongue)
          || oneLetter(before, tongue)
          || unit(before, after)
          || numbered(before, after);
    }
    if (figure) {
      return BEFORE_NUMBERS.contains(before)
          || oneLetter(before, tongue)
          || tongue.equals("en")
              && MONTHS.getOrDefault(tongue, Set.of()).contains(before)
              && DAY.matcher(bare(after)).matches();
    }
    return unit(before, after)
        || day(before, after, tongue)
        || abbreviations(before, after, tongue)
        || oneLetter(before, tongue);
  }

  private static boolean abbreviations(String before, String after, String tongue) {
    return tongue.equals("de")
        && LETTER.matcher(before).matches()
        && ABBREVIATED.matcher(after).matches();
  }

  private static boolean day(String before, String after, String tongue) {
    return DAY.matcher(before).matches()
        && MONTHS.getOrDefault(tongue, Set.of()).contains(bare(after));
  }

  private static boolean unit(String before, String after) {
    return FIGURES.matcher(before).matches()
        && (UNITS.contains(after) || UNITS.contains(bare(after)));
  }

  private static boolean numbered(String before, String after) {
    return Character.isUpperCase(before.charAt(0)) && NUMERAL.matcher(bare(after)).matches();
  }

  private static boolean oneLetter(String before, String tongue) {
    return before.length() == 1
        && ONE_LETTER.getOrDefault(tongue, "").indexOf(before.toLowerCase(Locale.ROOT)) >= 0;
  }

  /** The word that ends at an offset, without what opens before it. */
  private static String before(String text, int last) {
    int from = last;
    while (from > 0 && !BreakOpportunities.blank(text.charAt(from - 1)) && last - from < LONGEST) {
      from--;
    }
    while (from < last && OPENING.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    return text.substring(from, last + 1);
  }

  private static String after(String text, int at) {
    int to = at;
    while (to < text.length() && !BreakOpportunities.blank(text.charAt(to)) && to - at < LONGEST) {
      to++;
    }
    return text.substring(at, to);
  }

  /** Without the marks that close behind it. */
  private static String bare(String word) {
    Matcher marks = MARKS.matcher(word);
    return marks.find() ? word.substring(0, marks.start()) : word;
  }
}
