package offprint.document;

import java.util.Locale;

/** Which way a text is read: the base direction of Unicode's bidirectional algorithm (UAX 9). */
public enum Direction {
  LEFT_TO_RIGHT,
  RIGHT_TO_LEFT;

  /**
   * The way a language is written.
   *
   * @param language a BCP 47 tag
   */
  public static Direction of(String language) {
    Locale locale = Locale.forLanguageTag(language);
    boolean rightToLeft =
        locale.getScript().isEmpty()
            ? switch (locale.getLanguage()) {
              case "ar",
                  "arc",
                  "ckb",
                  "dv",
                  "fa",
                  "he",
                  "iw",
                  "ks",
                  "nqo",
                  "pnb",
                  "prs",
                  "ps",
                  "sd" ->
                  true;
              case "skr", "syr", "ug", "ur", "yi", "ji" -> true;
              default -> false;
            }
            : switch (locale.getScript()) {
              case "Adlm", "Arab", "Aran", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa" -> true;
              default -> false;
            };
    return rightToLeft ? RIGHT_TO_LEFT : LEFT_TO_RIGHT;
  }

  /**
   * The way a paragraph is read: as its language is written where that is from right to left, else
   * as its first strong character is (UAX 9, P2 and P3).
   *
   * @param language a BCP 47 tag
   */
  public static Direction of(String text, String language) {
    return of(language) == RIGHT_TO_LEFT || startsRightToLeft(text) ? RIGHT_TO_LEFT : LEFT_TO_RIGHT;
  }

  private static boolean startsRightToLeft(String text) {
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      switch (Character.getDirectionality(text.codePointAt(i))) {
        case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
          return false;
        }
        case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }
}
