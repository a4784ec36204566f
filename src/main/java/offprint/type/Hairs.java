package offprint.type;

import offprint.glyph.GlyphRun;

/**
 * The hairs of space that a face leaves to the compositor's hand: on both sides of a dash that
 * touches its words, and between quotation marks of two kinds.
 */
final class Hairs {
  /** Beside an em dash, as a share of the size. */
  private static final double DASH = 0.06;

  /** Between two quotation marks, likewise. */
  private static final double QUOTES = 0.08;

  private static final char EM_DASH = '\u2014';
  private static final String DOUBLE = "\u201c\u201d\u201e\u00ab\u00bb";
  private static final String SINGLE = "\u2018\u2019\u201a\u2039\u203a";

  private Hairs() {}

  /** The run with its hairs. */
  static GlyphRun in(GlyphRun run) {
    double[] advances = null;
    for (int i = 0; !run.rightToLeft() && i + 1 < run.glyphs().length; i++) {
      double hair =
          hair(run.text().charAt(run.clusters()[i]), run.text().charAt(run.clusters()[i + 1]));
      if (hair > 0) {
        advances = advances == null ? run.advances().clone() : advances;
        advances[i] += hair * run.size();
      }
    }
    return advances == null ? run : run.withAdvances(advances);
  }

  private static double hair(char left, char right) {
    if (left == EM_DASH && isTouched(right) || right == EM_DASH && isTouched(left)) {
      return DASH;
    }
    boolean quotes =
        DOUBLE.indexOf(left) >= 0 && SINGLE.indexOf(right) >= 0
            || SINGLE.indexOf(left) >= 0 && DOUBLE.indexOf(right) >= 0;
    return quotes ? QUOTES : 0;
  }

  private static boolean isTouched(char c) {
    return c != EM_DASH && !Character.isWhitespace(c) && !Character.isSpaceChar(c);
  }
}
