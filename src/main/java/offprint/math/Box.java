package offprint.math;

import java.util.ArrayList;
import java.util.List;
import offprint.math.SetFormula.Piece;

/** Something set: its pieces around the left end of a baseline. In points, y down. */
final class Box {
  double width;
  double ascent;
  double descent;

  /** What it leans over its width at the upper right. */
  double italic;

  /** What of its width is only its head's, so that a script at its foot moves in by as much. */
  double overhang;

  /** Where an accent stands on it. */
  double accent;

  /** Whether it is one character, which scripts stand beside by the face's own measures. */
  boolean character;

  /** Whether it begins with a slanted letter. */
  boolean slanted;

  final List<Piece> pieces = new ArrayList<>();

  /** Between its lines, if it is of several that need not stand together. */
  final List<SetFormula.Cut> cuts = new ArrayList<>();

  Box() {}

  Box(double width, double ascent, double descent) {
    this.width = width;
    this.ascent = ascent;
    this.descent = descent;
  }

  /** Puts another in, its baseline at {@code y}; the height grows as needed, the width does not. */
  Box put(Box other, double x, double y) {
    for (Piece piece : other.pieces) {
      pieces.add(piece.moved(x, y));
    }
    ascent = Math.max(ascent, other.ascent - y);
    descent = Math.max(descent, other.descent + y);
    return this;
  }

  /** Puts a line in; only the pieces grow. */
  Box rule(double x, double y, double width, double height) {
    pieces.add(new Piece.Rule(x, y, width, height));
    return this;
  }

  /** The same, lower by {@code y}. */
  Box lowered(double y) {
    Box moved = new Box(width, ascent - y, descent + y);
    pieces.forEach(piece -> moved.pieces.add(piece.moved(0, y)));
    moved.italic = italic;
    moved.accent = accent;
    moved.slanted = slanted;
    moved.overhang = overhang;
    return moved;
  }

  double height() {
    return ascent + descent;
  }
}
