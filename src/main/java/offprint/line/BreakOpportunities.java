package offprint.line;

import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where a line may end between words (after Unicode's line breaking, UAX 14, as the platform's
 * {@link BreakIterator} knows it, with a compositor's habits). Inside words it is the {@link
 * Hyphenator}'s to say.
 */
public final class BreakOpportunities {
  private static final String OPENING = "([{\u00a1\u00bf\u201a\u201e";
  private static final String CLOSING = ")]}!?";
  private static final String STOPS = ".,;:\u2026";
  private static final String QUOTES = "\"'\u2018\u2019\u201c\u201d\u00ab\u00bb\u2039\u203a";
  private static final String HYPHENS = "-\u2010";
  private static final String GLUE = "\u00a0\u202f\u2007\u2060\ufeff\u2011\u200d";
  private static final String RELATIONS = "=\u2248\u2260\u2264\u2265+\u00d7\u00f7\u00b1";
  private static final char EN_DASH = '\u2013';
  private static final char EM_DASH = '\u2014';
  private static final char ZERO_WIDTH_SPACE = '\u200b';

  /** Letters that must stand on either side of a slash. */
  private static final int AROUND_SLASH = 3;

  /** Letters that must stand on either side of a hyphen, so that an e-mail is not parted. */
  private static final int AROUND_HYPHEN = 2;

  /** Letters that must stand behind a hyphen where a formula is before it: not of the k-th. */
  private static final int BEHIND_FORMULA = 5;

  /** What a formula or a picture in the line is in the text. */
  private static final char OBJECT = '\ufffc';

  /** Characters of code that must stand on either side of where it is parted. */
  private static final int IN_CODE = 3;

  /**
   * Written without blanks between words, beside those of East Asia; there the platform knows best.
   */
  private static final Set<UnicodeScript> UNSPACED =
      Set.of(UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.KHMER, UnicodeScript.MYANMAR);

  /** The first character of the first of all these, Thai. */
  private static final char FIRST_UNSPACED = '\u0e00';

  private BreakOpportunities() {}

  /**
   * The offsets at which a new line may begin, ascending: behind the blanks, where there are any.
   * Neither the beginning nor the end of the text is among them.
   *
   * @param language a BCP 47 tag
   */
  public static int[] of(String text, String language) {
    BreakIterator platform = BreakIterator.getLineInstance(locale(text, language));
    platform.setText(text);
    String tongue = Locale.forLanguageTag(language).getLanguage();
    IntStream.Builder allowed = IntStream.builder();
    for (int at = 1; at < text.length(); at++) {
      if (allowed(text, at, platform, tongue)) {
        allowed.add(at);
      }
    }
    return allowed.build().toArray();
  }

  // The platform has Thai's dictionary for Thai alone, and there is none in its way.
  private static Locale locale(String text, String language) {
    boolean thai =
        text.chars()
            .anyMatch(c -> c >= FIRST_UNSPACED && UnicodeScript.of(c) == UnicodeScript.THAI);
    return Locale.forLanguageTag(thai ? "th" : language);
  }

  private static boolean allowed(String text, int at, BreakIterator platform, String tongue) {
    char before = text.charAt(at - 1);
    char after = text.charAt(at);
    if (before == ZERO_WIDTH_SPACE) {
      return after != ZERO_WIDTH_SPACE;
    }
    if (blank(after) || glue(before) || glue(after)) {
      return false;
    }
    if (blank(before)) {
      return allowedAtBlank(text, at, tongue);
    }
    return switch (before) {
      case EM_DASH -> !closes(text, at) && !dash(after);
      case EN_DASH -> letters(text, at - 2, -1) > 0 && letters(text, at, 1) > 0;
      case '/' -> between(text, at, AROUND_SLASH);
      default ->
          HYPHENS.indexOf(before) >= 0
              ? between(text, at, AROUND_HYPHEN) || behindFormula(text, at)
              : unspaced(text, at) && platform.isBoundary(at) && !Kinsoku.forbids(text, at);
    };
  }

  // A dash between blanks stays with what it follows, as does a sign that relates what is on both
  // sides; a mark that closes, with what it closes, even where the author left a blank before it.
  private static boolean allowedAtBlank(String text, int at, String tongue) {
    char after = text.charAt(at);
    int last = at - 1;
    while (last >= 0 && blank(text.charAt(last))) {
      last--;
    }
    if (last < 0) {
      return false;
    }
    boolean opened = OPENING.indexOf(text.charAt(last)) >= 0 || opensBeforeBlank(text, last);
    // Many authors write a hyphen for a dash.
    boolean joins = dash(after) || after == '-' || RELATIONS.indexOf(after) >= 0;
    boolean spaced = at + 1 < text.length() && blank(text.charAt(at + 1));
    return !opened
        && !(joins && spaced)
        && !closes(text, at)
        && !Bonds.join(text, last, at, tongue);
  }

  // A quotation mark with blanks on both sides, or at the head, opens if it points so.
  private static boolean opensBeforeBlank(String text, int at) {
    boolean free = at == 0 || blank(text.charAt(at - 1));
    return free && text.charAt(at) == '\u00ab';
  }

  private static boolean closes(String text, int at) {
    char mark = text.charAt(at);
    boolean last = at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
    return CLOSING.indexOf(mark) >= 0
        || last
            && (STOPS.indexOf(mark) >= 0
                || QUOTES.indexOf(mark) >= 0 && !opensBeforeBlank(text, at));
  }

  private static boolean between(String text, int at, int least) {
    return letters(text, at - 2, -1) >= least && letters(text, at, 1) >= least;
  }

  private static boolean behindFormula(String text, int at) {
    return at > 1 && text.charAt(at - 2) == OBJECT && letters(text, at, 1) >= BEHIND_FORMULA;
  }

  /** How many letters stand in a row from an offset in a direction. */
  private static int letters(String text, int from, int step) {
    int count = 0;
    for (int i = from;
        i >= 0 && i < text.length() && Character.isLetter(text.charAt(i));
        i += step) {
      count++;
    }
    return count;
  }

  private static boolean unspaced(String text, int at) {
    if (text.charAt(at - 1) < FIRST_UNSPACED && text.charAt(at) < FIRST_UNSPACED) {
      return false;
    }
    return Kinsoku.concerns(text, at)
        || UNSPACED.contains(UnicodeScript.of(text.codePointBefore(at)))
        || UNSPACED.contains(UnicodeScript.of(text.codePointAt(at)));
  }

  private static boolean dash(char c) {
    return c == EM_DASH || c == EN_DASH;
  }

  private static boolean glue(char c) {
    return GLUE.indexOf(c) >= 0;
  }

  static boolean blank(char c) {
    return c == ' '
        || c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= '\u2000' && c <= '\u200a' && !glue(c);
  }

  /**
   * The offsets at which a web address may be parted, without a hyphen, ascending: after a slash,
   * and before other marks, so that none of them seems to end a sentence or to be a hyphen of ours.
   * The scheme stays whole.
   */
  public static int[] address(String address) {
    return IntStream.range(host(address) + 1, address.length())
        .filter(at -> partsAddress(address.charAt(at - 1), address.charAt(at)))
        .toArray();
  }

  /** Whether an offset is inside the name of an address's host, which is better not parted. */
  public static boolean inHost(String address, int at) {
    return at > host(address)
        && at < address.length()
        && address.substring(host(address), at + 1).chars().noneMatch(c -> "/?#".indexOf(c) >= 0);
  }

  private static int host(String address) {
    int scheme = address.indexOf("://");
    return scheme < 0 ? 0 : scheme + "://".length();
  }

  private static boolean partsAddress(char before, char after) {
    boolean mark = "?&#.=_-%".indexOf(after) >= 0;
    return before == '/' ? after != '/' && !mark : mark && before != after;
  }

  /**
   * The offsets at which a piece of code may be parted, ascending: where a programmer would, behind
   * a mark between two names, or else before a {@linkplain #isHump hump}.
   */
  public static int[] code(String code) {
    return IntStream.rangeClosed(IN_CODE, code.length() - IN_CODE)
        .filter(at -> isBehindMark(code, at) || isHump(code, at))
        .toArray();
  }

  private static boolean isBehindMark(String code, int at) {
    char mark = code.charAt(at - 1);
    char after = code.charAt(at);
    boolean colons = mark == ':' && code.charAt(at - 2) == ':';
    char before = code.charAt(colons ? at - 3 : at - 2);
    return (colons || "/._-(,=".indexOf(mark) >= 0)
        && (Character.isLetterOrDigit(before) || ")]>\"'".indexOf(before) >= 0)
        && (Character.isLetterOrDigit(after) || "_<\"'&*$".indexOf(after) >= 0)
        && !(Character.isDigit(before) && Character.isDigit(after));
  }

  /** Whether a word of a name begins at an offset that only its capital tells. */
  public static boolean isHump(String code, int at) {
    char before = code.charAt(at - 1);
    return Character.isUpperCase(code.charAt(at))
        && (Character.isLowerCase(before)
            || Character.isUpperCase(before) && Character.isLowerCase(code.charAt(at + 1)));
  }
}
