package offprint.glyph;

import java.util.List;

/** Turns text into glyphs: kerning, ligatures, joining, marks. */
public interface Shaper {
  /**
   * @param text of one script and one direction, all of it covered by the face where that can be
   * @param size in points
   * @param features as in OpenType, in CSS's low-level form: {@code smcp}, {@code liga=0}, {@code
   *     onum}
   * @param language a BCP 47 tag
   * @param rightToLeft the direction of the run
   */
  GlyphRun shape(
      String text,
      Face face,
      double size,
      List<String> features,
      String language,
      boolean rightToLeft);
}
