package offprint.paragraph;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.style.Style;

/**
 * Finds figures that stand with capitals: old-style figures go with small letters, lining ones are
 * the figures of capitals, as in A4, COVID-19 and ISO 9001.
 */
final class Figures {
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}./–-]*");

  private final Map<Style, Style> lining = new IdentityHashMap<>();

  /** Told of words in turn. */
  @FunctionalInterface
  interface Pieces {
    void piece(String words, Style style);
  }

  /** Parts words into those whose figures stand with capitals, and the others. */
  void part(String words, Style style, Pieces to) {
    if (!style.features().contains("onum")) {
      to.piece(words, style);
      return;
    }
    Matcher token = TOKEN.matcher(words);
    int done = 0;
    int capitalsEnd = -1;
    while (token.find()) {
      String text = token.group();
      boolean afterCapitals =
          capitalsEnd == token.start() - 1 && Character.isDigit(text.codePointAt(0));
      if (afterCapitals || isMixed(text)) {
        if (done < token.start()) {
          to.piece(words.substring(done, token.start()), style);
        }
        to.piece(text, lining(style));
        done = token.end();
      }
      boolean capitals = text.length() > 1 && text.codePoints().allMatch(Character::isUpperCase);
      capitalsEnd = capitals ? token.end() : -1;
    }
    if (done < words.length()) {
      to.piece(words.substring(done), style);
    }
  }

  // One small letter may be among them: PDF/A-3a.
  private static boolean isMixed(String token) {
    return token.codePoints().anyMatch(Character::isDigit)
        && token.codePoints().anyMatch(Character::isUpperCase)
        && token.codePoints().filter(Character::isLowerCase).count() <= 1;
  }

  private Style lining(Style style) {
    return lining.computeIfAbsent(
        style,
        s ->
            s.with(
                s.size(),
                s.rise(),
                s.features().stream().map(f -> f.equals("onum") ? "lnum" : f).toList()));
  }
}
