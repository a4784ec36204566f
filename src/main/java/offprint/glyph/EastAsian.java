package offprint.glyph;

import java.lang.Character.UnicodeScript;
import java.util.Locale;

/** What is set in the faces and by the rules of Chinese, Japanese and Korean. */
public final class EastAsian {
  private EastAsian() {}

  /**
   * Whether a character is written in these scripts alone: ideographs, kana, hangul, their marks.
   */
  public static boolean is(int codePoint) {
    if (codePoint < 0x1100) {
      return false;
    }
    return switch (UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
      default ->
          codePoint >= 0x3000 && codePoint <= 0x303f
              || codePoint >= 0x3099 && codePoint <= 0x30ff
              || codePoint >= 0x3190 && codePoint <= 0x33ff
              || codePoint >= 0xfe30 && codePoint <= 0xfe4f
              || codePoint >= 0xff00 && codePoint <= 0xffef;
    };
  }

  /**
   * Whether a closing quote is an apostrophe: it stands between letters of other scripts.
   *
   * @param at its offset
   */
  public static boolean isApostrophe(String text, int at) {
    return text.charAt(at) == '\u2019'
        && at > 0
        && at + 1 < text.length()
        && isOthersLetter(text.codePointBefore(at))
        && isOthersLetter(text.codePointAt(at + 1));
  }

  private static boolean isOthersLetter(int codePoint) {
    return Character.isLetter(codePoint) && !is(codePoint);
  }

  /**
   * The language whose forms of the shared characters a text has: {@code ja}, {@code ko}, {@code
   * zh-Hans} or {@code zh-Hant}; empty for a language that has none.
   *
   * @param language a BCP 47 tag
   */
  public static String form(String language) {
    Locale locale = Locale.forLanguageTag(language);
    return switch (locale.getLanguage()) {
      case "ja", "ko" -> locale.getLanguage();
      case "zh", "yue", "cmn" -> {
        boolean traditional =
            locale.getScript().equals("Hant")
                || locale.getScript().isEmpty()
                    && (locale.getLanguage().equals("yue")
                        || switch (locale.getCountry()) {
                          case "TW", "HK", "MO" -> true;
                          default -> false;
                        });
        yield traditional ? "zh-Hant" : "zh-Hans";
      }
      default -> "";
    };
  }

  /** The form for a text that says nothing of it: kana make it Japanese, hangul Korean. */
  public static String formOf(String text) {
    boolean hangul = false;
    for (int i = 0; i < text.length(); i++) {
      UnicodeScript script = UnicodeScript.of(text.charAt(i));
      if (script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA) {
        return "ja";
      }
      hangul |= script == UnicodeScript.HANGUL;
    }
    return hangul ? "ko" : "zh-Hans";
  }
}
