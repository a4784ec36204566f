package offprint.line;

import java.lang.Character.UnicodeScript;
import offprint.glyph.EastAsian;
import org.jspecify.annotations.Nullable;

/**
 * The space between characters of scripts that have none between words: what East Asian marks have
 * too much of where they meet, what parts ideographs from Latin, and what may be added where a line
 * is to be filled ("Requirements for Japanese Text Layout", 3.1.2 to 3.1.6, 3.2.3 and 3.8). In
 * shares of the em.
 */
public final class InnerSpaces {
  private static final String OPENING = "（「『【〔〈《〖〘〝｛［｟";
  private static final String CLOSING = "）」』】〕〉》〗〙〟｝］｠";
  private static final String STOPS = "、。，．";
  private static final String CHINESE_STOPS = "：；";

  /** Between ideographs and Latin letters: a little less than the rule's quarter. */
  private static final double BESIDE_LATIN = 0.2;

  private static final double HALF = 0.5;
  private static final double STRETCH = 0.1;
  private static final double THAI_STRETCH = 0.03;

  private final String text;
  private final String form;

  private InnerSpaces(String text, String form) {
    this.text = text;
    this.form = form;
  }

  /**
   * @param language a BCP 47 tag
   * @return null for a text without any such script
   */
  public static @Nullable InnerSpaces of(String text, String language) {
    return text.codePoints().anyMatch(c -> EastAsian.is(c) || isThai(c))
        ? new InnerSpaces(withoutApostrophes(text), EastAsian.form(language))
        : null;
  }

  /** With letters for them, as which they are set. */
  private static String withoutApostrophes(String text) {
    StringBuilder letters = new StringBuilder(text);
    for (int at = 0; at < text.length(); at++) {
      if (EastAsian.isApostrophe(text, at)) {
        letters.setCharAt(at, '\u02bc');
      }
    }
    return letters.toString();
  }

  /** What is added before an offset; below 0 where marks meet whose blanks are too much. */
  public double kern(int at) {
    int before = text.codePointBefore(at);
    int after = text.codePointAt(at);
    if (closes(before) && (closes(after) || opens(after)) || opens(before) && opens(after)) {
      return -HALF;
    }
    boolean latin = isIdeograph(before) && isLatin(after) || isLatin(before) && isIdeograph(after);
    return latin ? BESIDE_LATIN : 0;
  }

  /** How much may be added before an offset, as far as glue stretches. */
  public double stretch(int at) {
    int before = text.codePointBefore(at);
    int after = text.codePointAt(at);
    if (isThai(before) && isThai(after)) {
      return Character.getType(after) == Character.NON_SPACING_MARK ? 0 : THAI_STRETCH;
    }
    boolean between = isSet(before) && isSet(after) && kern(at) >= 0;
    return between || kern(at) > 0 ? STRETCH : 0;
  }

  /** How much may be taken away before an offset. */
  public double shrink(int at) {
    int before = text.codePointBefore(at);
    int after = text.codePointAt(at);
    if (kern(at) > 0) {
      return BESIDE_LATIN / 2;
    }
    return kern(at) == 0 && (closes(before) || opens(after)) && isSet(before) ? HALF / 2 : 0;
  }

  /** The blank before the character at an offset, which a line that begins with it leaves out. */
  public double atHead(int at) {
    return at < text.length() && opens(text.codePointAt(at)) ? HALF : 0;
  }

  /** The blank behind the character before an offset, which a line that ends with it leaves out. */
  public double atEnd(int at) {
    return at > 0 && closes(text.codePointBefore(at)) ? HALF : 0;
  }

  // Quotation marks are as wide as an ideograph in Chinese alone.
  private boolean opens(int c) {
    return OPENING.indexOf(c) >= 0 || form.startsWith("zh") && (c == '\u2018' || c == '\u201c');
  }

  // In Taiwan and Hong Kong stops stand in the middle of their square.
  private boolean closes(int c) {
    return CLOSING.indexOf(c) >= 0
        || STOPS.indexOf(c) >= 0 && !form.equals("zh-Hant")
        || CHINESE_STOPS.indexOf(c) >= 0 && form.equals("zh-Hans")
        || form.startsWith("zh") && (c == '\u2019' || c == '\u201d');
  }

  /** What stands in a square of its own. */
  private boolean isSet(int c) {
    return EastAsian.is(c) && UnicodeScript.of(c) != UnicodeScript.HANGUL
        || form.startsWith("zh") && "\u2018\u2019\u201c\u201d\u2014\u2026".indexOf(c) >= 0;
  }

  private static boolean isIdeograph(int c) {
    return switch (UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, BOPOMOFO -> true;
      default -> c == '々' || c == 'ー';
    };
  }

  private static boolean isLatin(int c) {
    return Character.isLetterOrDigit(c)
        && switch (UnicodeScript.of(c)) {
          case LATIN, GREEK, CYRILLIC, COMMON -> c < 0x3000;
          default -> false;
        };
  }

  private static boolean isThai(int c) {
    return c >= 0x0e01 && c <= 0x0e5b;
  }
}
