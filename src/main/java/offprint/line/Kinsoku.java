package offprint.line;

import java.lang.Character.UnicodeScript;
import offprint.glyph.EastAsian;

/**
 * Where no line may end in Chinese, Japanese and Korean beside what UAX 14 has (JIS X 4051 and
 * "Requirements for Japanese Text Layout", 3.1.7 to 3.1.10).
 */
final class Kinsoku {
  /** Never at the head of a line. */
  private static final String NOT_FIRST =
      "）」』】〕〉》〗〙〟｝］｠、。，．：；！？・ヽヾゝゞ々〻ー〜～…‥’”％℃°" + "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ";

  /** Never at the end of one. */
  private static final String NOT_LAST = "（「『【〔〈《〖〘〝｛［｟‘“￥＄";

  /** Of which no two are parted. */
  private static final String INSEPARABLE = "…‥—―";

  private Kinsoku() {}

  /** Whether a line must not end before an offset, or the next begin there. */
  static boolean forbids(String text, int at) {
    char before = text.charAt(at - 1);
    char after = text.charAt(at);
    return NOT_FIRST.indexOf(after) >= 0
        || NOT_LAST.indexOf(before) >= 0
        || before == after && INSEPARABLE.indexOf(before) >= 0
        || isHangul(text.codePointBefore(at)) && isHangul(text.codePointAt(at));
  }

  /** Whether what stands on either side of an offset is set by these rules. */
  static boolean concerns(String text, int at) {
    return EastAsian.is(text.codePointBefore(at)) || EastAsian.is(text.codePointAt(at));
  }

  // Korean has blanks between its words.
  private static boolean isHangul(int codePoint) {
    return UnicodeScript.of(codePoint) == UnicodeScript.HANGUL;
  }
}
