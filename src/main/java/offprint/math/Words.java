package offprint.math;

import java.util.List;
import offprint.glyph.GlyphRun;

/** Shapes words in the type of the text around a formula, in whatever faces have them. */
public interface Words {
  /**
   * @param size in points
   */
  List<GlyphRun> shape(String words, double size);

  /**
   * What is drawn in place of a run that these words were shaped to, as of a character that no face
   * has; empty where it is the run itself.
   */
  default List<SetFormula.Piece> drawn(GlyphRun run) {
    return List.of();
  }
}
