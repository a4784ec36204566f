package offprint.document;

import java.text.BreakIterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a paragraph that may have an initial begins.
 *
 * @param marks offset behind the quotation marks, brackets and the like before the letter
 * @param letter offset behind the letter and the accents on it
 */
public record Opening(int marks, int letter) {

  /** Null where the text does not begin with a capital that is read from left to right. */
  public static @Nullable Opening of(String text) {
    int marks = 0;
    while (marks < text.length() && isOpening(text.codePointAt(marks))) {
      marks += Character.charCount(text.codePointAt(marks));
    }
    if (marks == text.length() || !isCapital(text.codePointAt(marks))) {
      return null;
    }
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    return new Opening(marks, characters.following(marks));
  }

  private static boolean isOpening(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.INITIAL_QUOTE_PUNCTUATION, Character.START_PUNCTUATION -> true;
      // Quotation marks that close in other languages, straight ones, and Spain's.
      default -> "\u201c\u00bb\u203a\"'\u00bf\u00a1".indexOf(codePoint) >= 0;
    };
  }

  private static boolean isCapital(int codePoint) {
    return Character.isLetter(codePoint)
        && !Character.isLowerCase(codePoint)
        && Character.getDirectionality(codePoint) == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
  }
}
