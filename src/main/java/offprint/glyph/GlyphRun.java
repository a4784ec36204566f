package offprint.glyph;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Shaped text in one face and size, in visual order from left to right. Arrays are not to be
 * changed by who holds it.
 *
 * @param size of the type, in points
 * @param stretch how wide its glyphs are drawn, as a multiple of their own width
 * @param spacing between its letters, in points; a part of the advances
 * @param text what was shaped
 * @param glyphs glyph ids of the face
 * @param clusters for each glyph the offset in {@code text} at which what it shows begins
 * @param advances in points
 * @param xOffsets in points, to the right; empty where no glyph has one, as in most text
 * @param yOffsets in points, upwards; likewise
 * @param rightToLeft whether the clusters fall from left to right
 */
@SuppressWarnings("ArrayRecordComponent") // runs are handed on, never compared
public record GlyphRun(
    Face face,
    double size,
    double stretch,
    double spacing,
    String text,
    int[] glyphs,
    int[] clusters,
    double[] advances,
    double[] xOffsets,
    double[] yOffsets,
    boolean rightToLeft) {

  private static final double[] NONE = {};

  public GlyphRun {
    xOffsets = some(xOffsets);
    yOffsets = some(yOffsets);
  }

  // A long book has millions of glyphs, and hardly one that is moved.
  private static double[] some(double[] offsets) {
    for (double offset : offsets) {
      if (offset != 0) {
        return offsets;
      }
    }
    return NONE;
  }

  /** With its glyphs as wide as they are made. */
  public GlyphRun(
      Face face,
      double size,
      String text,
      int[] glyphs,
      int[] clusters,
      double[] advances,
      double[] xOffsets,
      double[] yOffsets,
      boolean rightToLeft) {
    this(face, size, 1, 0, text, glyphs, clusters, advances, xOffsets, yOffsets, rightToLeft);
  }

  /** How far right of its place a glyph is drawn, in points. */
  public double xOffset(int glyph) {
    return xOffsets.length == 0 ? 0 : xOffsets[glyph];
  }

  /** How far above its place a glyph is drawn, in points. */
  public double yOffset(int glyph) {
    return yOffsets.length == 0 ? 0 : yOffsets[glyph];
  }

  /** In points. */
  public double width() {
    double width = 0;
    for (double advance : advances) {
      width += advance;
    }
    return width;
  }

  /** The width of its blanks, in points. */
  public double blanks() {
    double width = 0;
    for (int i = 0; i < advances.length; i++) {
      width += isBlank(i) ? advances[i] : 0;
    }
    return width;
  }

  /**
   * The same run, its glyphs drawn wider or narrower, and something added between its letters and
   * to the advance of each of its blanks, the non-breaking ones too.
   *
   * @param factor of the glyphs' width; blanks keep theirs
   * @param perLetter in points, wherever {@link #gaps} counts one
   */
  public GlyphRun justified(double factor, double perLetter, double perSpace) {
    if (factor == 1 && perLetter == 0 && perSpace == 0) {
      return this;
    }
    double[] set = advances.clone();
    double[] offsets = xOffsets.length == 0 ? new double[set.length] : xOffsets.clone();
    for (int i = 0; i < set.length; i++) {
      set[i] = isBlank(i) ? set[i] + perSpace : set[i] * factor;
      offsets[i] *= factor;
    }
    for (int i = 0; i < set.length; i++) {
      if (isBeforeGap(i)) {
        set[i] += perLetter;
        // Marks behind it stay over it.
        for (int k = i + 1; clusters[k] == clusters[i]; k++) {
          offsets[k] -= perLetter;
        }
      }
    }
    return new GlyphRun(
        face,
        size,
        stretch * factor,
        spacing + perLetter,
        text,
        glyphs,
        clusters,
        set,
        offsets,
        yOffsets,
        rightToLeft);
  }

  /** Between how many of its letters there could be more space, or less; a ligature is one. */
  public int gaps() {
    int gaps = 0;
    for (int i = 0; i < glyphs.length; i++) {
      gaps += isBeforeGap(i) ? 1 : 0;
    }
    return gaps;
  }

  // The last glyph of a letter that has a width, before another letter.
  private boolean isBeforeGap(int glyph) {
    int next = glyph + 1;
    while (next < glyphs.length && clusters[next] == clusters[glyph]) {
      if (advances[next] != 0) {
        return false;
      }
      next++;
    }
    return next < glyphs.length && advances[glyph] != 0 && !isBlank(glyph) && !isBlank(next);
  }

  /** The same run in another size: all of it so many times as large. */
  public GlyphRun scaled(double factor) {
    return new GlyphRun(
        face,
        size * factor,
        stretch,
        spacing * factor,
        text,
        glyphs,
        clusters,
        Arrays.stream(advances).map(width -> width * factor).toArray(),
        Arrays.stream(xOffsets).map(offset -> offset * factor).toArray(),
        Arrays.stream(yOffsets).map(offset -> offset * factor).toArray(),
        rightToLeft);
  }

  /** The same glyphs further from each other or nearer. */
  public GlyphRun withAdvances(double[] changed) {
    return new GlyphRun(
        face,
        size,
        stretch,
        spacing,
        text,
        glyphs,
        clusters,
        changed,
        xOffsets,
        yOffsets,
        rightToLeft);
  }

  /**
   * The same run with something added behind some of its characters; from left to right alone.
   *
   * @param behind in points, by the offset in the text where a character ends
   */
  public GlyphRun spaced(IntToDoubleFunction behind) {
    double[] set = advances.clone();
    for (int i = 0; i < set.length; i++) {
      boolean last = i + 1 == set.length;
      if (last || clusters[i + 1] != clusters[i]) {
        set[i] += behind.applyAsDouble(last ? text.length() : clusters[i + 1]);
      }
    }
    return withAdvances(set);
  }

  private boolean isBlank(int glyph) {
    char shown = text.charAt(clusters[glyph]);
    return shown == ' ' || shown == '\u00A0';
  }
}
