package offprint.math;

import java.util.List;
import offprint.glyph.GlyphRun;

/**
 * A formula, set. In points, from the left end of its baseline, y down.
 *
 * @param ascent above the baseline
 * @param descent below it
 * @param tags what stands at the ends of its lines
 */
public record SetFormula(
    double width, double ascent, double descent, List<Piece> pieces, List<Tag> tags) {

  /** What is painted. */
  public sealed interface Piece {
    /** The same elsewhere. */
    Piece moved(double dx, double dy);

    /**
     * @param y of the baseline
     */
    record Glyphs(GlyphRun run, double x, double y) implements Piece {
      @Override
      public Piece moved(double dx, double dy) {
        return new Glyphs(run, x + dx, y + dy);
      }
    }

    /**
     * A filled rectangle.
     *
     * @param y of its upper edge
     */
    record Rule(double x, double y, double width, double height) implements Piece {
      @Override
      public Piece moved(double dx, double dy) {
        return new Rule(x + dx, y + dy, width, height);
      }
    }
  }

  /**
   * What stands at the end of a line of the formula.
   *
   * @param y of its baseline
   */
  public record Tag(SetFormula set, double y) {}

  public SetFormula {
    pieces = List.copyOf(pieces);
    tags = List.copyOf(tags);
  }
}
