package offprint.glyph;

/**
 * Shaped text in one face and size, in visual order from left to right. Arrays are not to be
 * changed by who holds it.
 *
 * @param size of the type, in points
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
    String text,
    int[] glyphs,
    int[] clusters,
    double[] advances,
    double[] xOffsets,
    double[] yOffsets,
    boolean rightToLeft) {

  /** In points. */
  public double width() {
    double width = 0;
    for (double advance : advances) {
      width += advance;
    }
    return width;
  }

  /**
   * The same run with something added to the advance of each of its blanks, the non-breaking ones
   * too.
   */
  public GlyphRun spaced(double perSpace) {
    if (perSpace == 0) {
      return this;
    }
    double[] wider = advances.clone();
    for (int i = 0; i < wider.length; i++) {
      char shown = text.charAt(clusters[i]);
      if (shown == ' ' || shown == '\u00A0') {
        wider[i] += perSpace;
      }
    }
    return new GlyphRun(face, size, text, glyphs, clusters, wider, xOffsets, yOffsets, rightToLeft);
  }
}
