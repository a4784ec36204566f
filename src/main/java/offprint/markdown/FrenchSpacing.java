package offprint.markdown;

import org.jspecify.annotations.Nullable;

/**
 * Puts the space before French marks at which no line ends: narrow before {@code ; ! ? »} and
 * behind {@code «}, a word's space before the colon (Imprimerie nationale, Lexique des règles
 * typographiques). It is put where the author wrote none, and takes the place of a plain one.
 */
final class FrenchSpacing {
  private static final String NARROW = "\u202F";
  private static final String WIDE = "\u00A0";

  private FrenchSpacing() {}

  /**
   * @param fixed what stays as it is
   * @param turned for each character what stands in its place; null for itself
   */
  static void apply(CharSequence text, boolean[] fixed, @Nullable String[] turned) {
    for (int i = 0; i < text.length(); i++) {
      if (fixed[i] || turned[i] != null) {
        continue;
      }
      switch (text.charAt(i)) {
        case ';', '!', '?', '»' -> before(text, i, turned, NARROW);
        case ':' -> before(text, i, turned, WIDE);
        case '«' -> behind(text, i, turned);
        default -> {}
      }
    }
  }

  private static void before(CharSequence text, int at, @Nullable String[] turned, String space) {
    char mark = text.charAt(at);
    boolean ends = at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
    if (at == 0 || !ends || follows(text, at + 1, "/:\\")) {
      return;
    }
    char last = text.charAt(at - 1);
    if (isBlank(last)) {
      boolean word = at > 1 && !isBlank(text.charAt(at - 2)) && text.charAt(at - 2) != '\n';
      if (word) {
        turned[at - 1] = space;
      }
    } else if (Character.isLetterOrDigit(last)
        || ")]»\u2019%\uFFFC".indexOf(last) >= 0
        || closes(mark, last)) {
      turned[at] = space + mark;
    }
  }

  /** Whether a guillemet closes behind a mark, which has its space already. */
  private static boolean closes(char mark, char last) {
    return mark == '»' && ".,;:!?\u2026".indexOf(last) >= 0;
  }

  private static void behind(CharSequence text, int at, @Nullable String[] turned) {
    if (at + 1 == text.length()) {
      return;
    }
    char next = text.charAt(at + 1);
    if (isBlank(next)) {
      turned[at + 1] = NARROW;
    } else if (next != '\n' && turned[at + 1] == null) {
      turned[at] = "«" + NARROW;
    }
  }

  private static boolean follows(CharSequence text, int at, String any) {
    return at < text.length() && any.indexOf(text.charAt(at)) >= 0;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\u00A0' || c == '\u202F' || c == '\u2009';
  }
}
