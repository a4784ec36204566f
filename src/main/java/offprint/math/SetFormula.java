package offprint.math;

import java.util.ArrayList;
import java.util.List;
import offprint.glyph.GlyphRun;

/**
 * A formula, set. In points, from the left end of its baseline, y down.
 *
 * @param ascent above the baseline
 * @param descent below it
 * @param tags what stands at the ends of its lines
 * @param cuts between its lines, if it has several
 */
public record SetFormula(
    double width,
    double ascent,
    double descent,
    List<Piece> pieces,
    List<Tag> tags,
    List<Cut> cuts) {

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

  /**
   * Where a formula may be parted.
   *
   * @param pieces above it, the formula's first ones
   * @param y where the line below it begins
   */
  record Cut(int pieces, double y) {}

  public SetFormula {
    pieces = List.copyOf(pieces);
    tags = List.copyOf(tags);
    cuts = List.copyOf(cuts);
  }

  /** Its lines, each as a formula of its width that is measured from the whole's baseline. */
  public List<SetFormula> lines() {
    List<SetFormula> lines = new ArrayList<>();
    Cut from = new Cut(0, -ascent);
    for (Cut to : cuts) {
      lines.add(line(from, to));
      from = to;
    }
    lines.add(line(from, new Cut(pieces.size(), descent)));
    return lines;
  }

  private SetFormula line(Cut from, Cut to) {
    return new SetFormula(
        width,
        -from.y,
        to.y,
        pieces.subList(from.pieces, to.pieces),
        tags.stream().filter(tag -> from.y <= tag.y && tag.y < to.y).toList(),
        List.of());
  }
}
