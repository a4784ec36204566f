package offprint.markdown;

import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * Chinese and Japanese, which have no blanks: where a line of the source ends between two of their
 * characters, nothing is meant by it (CSS Text 3, 4.1.3).
 */
final class WideText {
  private WideText() {}

  static boolean goesOnAt(SoftLineBreak line) {
    return isWide(character(line.getPrevious(), true)) && isWide(character(line.getNext(), false));
  }

  /** The first or the last character of some text; 0 where that is none. */
  private static int character(@Nullable Node node, boolean last) {
    Node at = node;
    while (at != null && at.getFirstChild() != null) {
      at = last ? at.getLastChild() : at.getFirstChild();
    }
    if (!(at instanceof Text text) || text.getLiteral().isEmpty()) {
      return 0;
    }
    String words = text.getLiteral();
    return last ? words.codePointBefore(words.length()) : words.codePointAt(0);
  }

  // Their letters and their marks, but not hangul, which has blanks.
  private static boolean isWide(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, BOPOMOFO -> true;
      default -> c > 0x3000 && c <= 0x303f || c == 'ー' || c == '・' || c > 0xff00 && c <= 0xff60;
    };
  }
}
