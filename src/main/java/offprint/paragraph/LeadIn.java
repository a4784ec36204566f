package offprint.paragraph;

import java.util.ArrayList;
import java.util.List;
import offprint.style.Style;
import offprint.type.TypeCase;

/**
 * Sets the first words behind an initial in small capitals, which lead the eye from the large
 * letter into the text: those of the first phrase, where the face has small capitals drawn for
 * them. Capitals made smaller are none.
 */
final class LeadIn {
  /** How much of the first line it takes at most. */
  private static final double SHARE = 0.6;

  private static final String ENDS_PHRASE = ".,;:!?\u2026\u2013\u2014)";

  private final TypeCase type;

  LeadIn(TypeCase type) {
    this.type = type;
  }

  /**
   * The copy with its first words in small capitals.
   *
   * @param most how many words
   * @param measure of the line, in points
   */
  Copy in(Copy copy, int most, double measure) {
    if (copy.isEmpty()) {
      return copy;
    }
    Copy.Run first = copy.runs().getFirst();
    List<String> features = new ArrayList<>(first.style().features());
    features.add("smcp");
    Style small = first.style().with(first.style().size(), first.style().rise(), features);
    int end = 0;
    for (int words = 0; words < most; words++) {
      int next = wordEnd(copy, end);
      if (!isPlain(copy, end, next, first)
          || type.width(copy.text().substring(0, next), small, first.language()) > SHARE * measure
          || !isDrawn(copy.text().substring(end, next), first.style(), small)) {
        break;
      }
      end = next;
      if (ENDS_PHRASE.indexOf(copy.text().charAt(end - 1)) >= 0) {
        break;
      }
    }
    return end == 0 ? copy : copy.begunIn(small, end);
  }

  private static int wordEnd(Copy copy, int from) {
    int end = from;
    while (end < copy.text().length() && Copy.isBlank(copy.text().charAt(end))) {
      end++;
    }
    while (end < copy.text().length() && !Copy.isBlank(copy.text().charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isPlain(Copy copy, int from, int to, Copy.Run first) {
    return from < to
        && copy.runs(from, to).stream()
            .allMatch(
                run ->
                    run.style() == first.style()
                        && run.division() == Copy.Division.WORDS
                        && run.inset() == null);
  }

  private boolean isDrawn(String words, Style style, Style small) {
    return words
        .codePoints()
        .filter(Character::isLowerCase)
        .mapToObj(Character::toString)
        .allMatch(letter -> glyph(letter, style) != glyph(letter, small));
  }

  private int glyph(String letter, Style style) {
    return type.shape(letter, style, "en", false).getFirst().glyphs()[0];
  }
}
