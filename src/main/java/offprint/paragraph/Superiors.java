package offprint.paragraph;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import offprint.glyph.GlyphRun;
import offprint.glyph.Outlines;
import offprint.style.Style;
import offprint.type.TypeCase;

/**
 * Raised and lowered type: the face's own superiors and inferiors where it has one for every
 * letter, since they are as dark as the text, and else small type as the theme says; and the hair
 * of space that keeps a mark from the letter before it.
 */
final class Superiors {
  /** Between a mark and a letter that reaches as high as it, as a share of the text's size. */
  private static final double HAIR = 0.05;

  private final TypeCase type;
  private final Map<Style, Style> real = new IdentityHashMap<>();
  private final Map<Style, Style> plain = new IdentityHashMap<>();

  Superiors(TypeCase type) {
    this.type = type;
  }

  /**
   * How words are set that an element raises or lowers.
   *
   * @param own what the theme says of them
   * @param around of the text that they stand in
   */
  Style style(String words, Style own, Style around) {
    if (own.rise() == around.rise() || own.size() >= around.size()) {
      return own;
    }
    String feature = own.rise() > around.rise() ? "sups" : "subs";
    if (own.features().contains(feature + "=0")) {
      return own;
    }
    Style drawn =
        real.computeIfAbsent(
            own, style -> style.with(around.size(), around.rise(), List.of(feature)));
    // The same element stands in texts of several sizes only where its style is another one.
    return drawn.size() == around.size() && isDrawn(words, drawn) ? drawn : own;
  }

  private boolean isDrawn(String words, Style drawn) {
    Style level =
        plain.computeIfAbsent(drawn, style -> style.with(style.size(), style.rise(), List.of()));
    List<GlyphRun> raised = type.shape(words, drawn, "en", false);
    List<GlyphRun> flat = type.shape(words, level, "en", false);
    if (raised.size() != 1 || raised.getFirst().face() != type.face(drawn)) {
      return false;
    }
    int[] glyphs = raised.getFirst().glyphs();
    int[] others = flat.getFirst().glyphs();
    boolean all = glyphs.length == others.length;
    for (int i = 0; all && i < glyphs.length; i++) {
      all = glyphs[i] != others[i];
    }
    return all;
  }

  /** How much space is to stand between the last letter of the copy and a mark, in points. */
  double gap(Copy copy, String mark, Style style) {
    Copy.Run before = copy.lastWords();
    if (before == null) {
      return 0;
    }
    String words = copy.text().substring(before.start(), before.end());
    words = words.substring(words.lastIndexOf(' ') + 1);
    if (words.isEmpty()) {
      return 0;
    }
    List<GlyphRun> runs = type.shape(words, before.style(), before.language(), false);
    GlyphRun last = runs.getLast();
    GlyphRun first = type.shape(mark, style, "en", false).getFirst();
    if (last.rightToLeft() || last.glyphs().length == 0 || type.isBox(last) || type.isBox(first)) {
      return 0;
    }
    int end = last.glyphs().length - 1;
    Outlines.Bounds letter = new Outlines(last.face()).bounds(last.glyphs()[end]);
    Outlines.Bounds figure = new Outlines(first.face()).bounds(first.glyphs()[0]);
    double letterUnit = last.size() / last.face().unitsPerEm();
    double figureUnit = first.size() / first.face().unitsPerEm();
    double top = letter.top() * letterUnit + before.style().rise();
    double foot = figure.bottom() * figureUnit + style.rise();
    if (top <= foot) {
      return 0;
    }
    double white = last.advances()[end] - letter.right() * letterUnit + figure.left() * figureUnit;
    return Math.max(0, HAIR * before.style().size() - white);
  }
}
