package offprint;

import java.text.Bidi;
import java.util.List;
import java.util.regex.Pattern;
import offprint.document.Direction;
import offprint.pdf.TaggedPdf;

/**
 * Words of the model, and whether they are what stands painted. What is read from the right is
 * painted as it is seen, line by line; so the lines that this must give (Unicode's bidirectional
 * algorithm, UAX 9) are compared, and not what a reader would guess from them.
 */
final class ReadingOrder {
  /** In painted words: here an element of the structure begins or ends. */
  static final String PART = "\uE000";

  /** In the model's words: a number that it does not know. */
  static final String NUMBER = "\uE001";

  private static final String LANGUAGE = "\uE002";
  private static final String BEGINS = "\uE003";
  private static final String ENDS = "\uE004";
  private static final Pattern MARKS =
      Pattern.compile("[" + PART + ENDS + "]|" + LANGUAGE + "[^" + BEGINS + "]*" + BEGINS);

  private final String words;
  private final String text;
  private final Direction direction;

  /**
   * @param direction of the lines they stand on
   */
  ReadingOrder(String words, Direction direction) {
    this.words = words;
    this.text = spaced(MARKS.matcher(words).replaceAll(""));
    this.direction = direction;
  }

  /** Words that are a paragraph of their own, in this language where they do not say another. */
  static ReadingOrder ofParagraph(String words, String language) {
    boolean says = words.startsWith(LANGUAGE);
    String own = says ? words.substring(1, words.indexOf(BEGINS)) : language;
    String text = MARKS.matcher(words).replaceAll("");
    return new ReadingOrder(words, Direction.of(text, own));
  }

  /** Marks words as being in a language of their own. */
  static String inLanguage(String language, String words) {
    return LANGUAGE + language + BEGINS + words + ENDS;
  }

  /** Words as people write them. */
  static String plain(String words) {
    String painted = String.join("", TaggedPdf.lines(words));
    return spaced(painted.replace(PART, "").replaceAll("[" + LANGUAGE + BEGINS + ENDS + "]", "|"));
  }

  private static String spaced(String words) {
    return words.replaceAll("[\\u00AD\\u200B]", "").replaceAll("[\\s\\u00A0\\u2002]+", " ").strip();
  }

  /** Whether all that stands painted is this. */
  boolean isOf(String painted) {
    return languages(words).equals(languages(painted)) && stands(painted, "");
  }

  /** Whether what stands painted begins with this. */
  boolean begins(String painted) {
    return stands(painted, ".*");
  }

  private boolean stands(String painted, String after) {
    if (!Bidi.requiresBidi(words.toCharArray(), 0, words.length())) {
      return plain(painted).matches(pattern(plain(words)) + after);
    }
    return isPaintedAs(painted, !after.isEmpty());
  }

  private static List<String> languages(String words) {
    return MARKS
        .matcher(words)
        .results()
        .map(mark -> mark.group().substring(1))
        .filter(language -> !language.isEmpty())
        .toList();
  }

  private boolean isPaintedAs(String painted, boolean goesOn) {
    boolean rightToLeft = direction == Direction.RIGHT_TO_LEFT;
    Bidi bidi =
        new Bidi(
            text.replace(NUMBER, "0"),
            rightToLeft ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
    int at = 0;
    for (String part : MARKS.split(painted)) {
      if (goesOn && at > 0 && shown(text.substring(at)).isEmpty()) {
        return true;
      }
      for (String line : TaggedPdf.lines(part)) {
        String seen = shown(line);
        long letters = letters(seen);
        // The blank that a line was ended at is on neither.
        at += at < text.length() && text.charAt(at) == ' ' ? 1 : 0;
        int from = at;
        while (letters > 0 && at < text.length()) {
          String next = Character.toString(text.codePointAt(at));
          letters -= letters(shown(next));
          at += next.length();
        }
        String after = goesOn && letters > 0 ? ".+" : "";
        if (!seen.matches(pattern(shown(visual(bidi, from, at))) + after)) {
          return false;
        }
      }
    }
    return shown(text.substring(at)).isEmpty();
  }

  /** From left to right, what is read in this order. */
  private String visual(Bidi bidi, int from, int to) {
    int[] characters = text.substring(from, to).codePoints().toArray();
    byte[] levels = new byte[characters.length];
    String[] visual = new String[characters.length];
    int offset = from;
    for (int i = 0; i < characters.length; i++) {
      levels[i] = (byte) bidi.getLevelAt(offset);
      visual[i] = Character.toString(characters[i]);
      offset += visual[i].length();
    }
    if (visual.length > 0) {
      Bidi.reorderVisually(levels, 0, visual, 0, visual.length);
    }
    return String.join("", visual);
  }

  private static String pattern(String words) {
    return Pattern.quote(words).replace(NUMBER, "\\E\\d+\\Q");
  }

  // Without what has no shape.
  private static String shown(String words) {
    return spaced(words.replaceAll("\\p{Cf}", ""));
  }

  private static long letters(String words) {
    return words.codePoints().filter(c -> c != ' ').count();
  }
}
