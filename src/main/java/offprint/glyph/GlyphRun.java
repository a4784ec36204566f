package offprint.glyph;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Shaped text in one face and size, in visual order from left to right. Arrays are not to be
 * changed by who holds it.
 *
 * @param size of the type, in points
 * @param stretch how wide its glyphs are drawn, as a multiple of their own width
 * @param text what was shaped
 * @param glyphs glyph ids of the face
 * @param clusters for each glyph the offset in {@code text} at which what it shows begins
 * @param advances in points
 * @param xOffsets in points, to the right
 * @param yOffsets in points, upwards
 * @param rightToLeft whether the clusters fall from left to right
 */
@SuppressWarnings("ArrayRecordComponent") // runs are handed on, never compared
public record GlyphRun(
    Face face,
    double size,
    double stretch,
    String text,
    int[] glyphs,
    int[] clusters,
    double[] advances,
    double[] xOffsets,
    double[] yOffsets,
    boolean rightToLeft) {

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
    this(face, size, 1, text, glyphs, clusters, advances, xOffsets, yOffsets, rightToLeft);
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
   * The same run, its glyphs drawn wider or narrower, and something added to the advance of each of
   * its blanks, the non-breaking ones too.
   *
   * @param factor of the glyphs' width; blanks keep theirs
   */
  public GlyphRun justified(double factor, double perSpace) {
    if (factor == 1 && perSpace == 0) {
      return this;
    }
    double[] set = advances.clone();
    double[] offsets = xOffsets.clone();
    for (int i = 0; i < set.length; i++) {
      set[i] = isBlank(i) ? set[i] + perSpace : set[i] * factor;
      offsets[i] *= factor;
    }
    return new GlyphRun(
        face, size, stretch * factor, text, glyphs, clusters, set, offsets, yOffsets, rightToLeft);
  }

  /** The same run in another size: all of it so many times as large. */
  public GlyphRun scaled(double factor) {
    return new GlyphRun(
        face,
        size * factor,
        stretch,
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
        face, size, stretch, text, glyphs, clusters, changed, xOffsets, yOffsets, rightToLeft);
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
