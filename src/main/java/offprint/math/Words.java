package offprint.math;

import java.util.List;
import offprint.glyph.GlyphRun;

/** Shapes words in the type of the text around a formula, in whatever faces have them. */
public interface Words {
  /**
   * @param size in points
   */
  List<GlyphRun> shape(String words, double size);
}
