package offprint.math;

import java.util.ArrayList;
import java.util.List;
import offprint.glyph.Face;
import offprint.glyph.GlyphRun;
import offprint.glyph.MathTable;

/** Sets signs as high or as wide as what they stand around or on. */
final class DelimiterSetter {
  /** How high the four steps from \big to \Bigg are, in ems. */
  static final double[] STEPS = {1.2, 1.8, 2.4, 3.0};

  private final Fount fount;

  DelimiterSetter(Fount fount) {
    this.fount = fount;
  }

  /** A delimiter in the middle of the axis, at least as high as asked where the face can. */
  Box upright(String sign, double height, Setting setting) {
    if (sign.isEmpty()) {
      return new Box(0.12 * fount.size(setting.level()), 0, 0);
    }
    Box box = grown(sign, height, true, setting);
    return box.lowered((box.ascent - box.descent) / 2 - fount.axis(setting));
  }

  /** A sign grown in one direction; of the sizes the face has the least that is enough. */
  Box grown(String sign, double extent, boolean upright, Setting setting) {
    double em = fount.size(setting.level());
    int glyph = fount.glyph(sign);
    if (glyph == 0) {
      return fount.sign(sign, setting.level());
    }
    int best = glyph;
    for (MathTable.Variant variant : fount.table().variants(glyph, upright)) {
      best = variant.glyph();
      if (variant.extent() * em >= extent) {
        return fount.glyph(best, sign, setting.level());
      }
    }
    List<MathTable.Piece> pieces = fount.table().pieces(glyph, upright);
    return pieces.isEmpty()
        ? fount.glyph(best, sign, setting.level())
        : built(sign, pieces, extent / em, upright, em);
  }

  /** The widest of a sign's drawings that is no wider than asked, or its own. */
  Box widest(String sign, double width, Setting setting) {
    double em = fount.size(setting.level());
    int best = fount.glyph(sign);
    for (MathTable.Variant variant : fount.table().variants(best, false)) {
      if (variant.extent() * em <= width) {
        best = variant.glyph();
      }
    }
    return fount.glyph(best, sign, setting.level());
  }

  // OpenType 1.9, MATH, "Glyph assembly": extenders are repeated until the pieces can reach the
  // extent; then they are pushed into one another as far as they go.
  private Box built(
      String sign, List<MathTable.Piece> pieces, double extent, boolean upright, double em) {
    List<MathTable.Piece> row = new ArrayList<>();
    double longest = 0;
    for (int times = 0; times < 200 && longest < extent; times++) {
      row.clear();
      for (MathTable.Piece piece : pieces) {
        for (int i = 0; i < (piece.extender() ? times : 1); i++) {
          row.add(piece);
        }
      }
      longest =
          row.stream().mapToDouble(MathTable.Piece::extent).sum()
              - Math.max(0, row.size() - 1) * fount.table().overlap();
    }
    double surplus = row.size() > 1 ? Math.max(0, longest - extent) / (row.size() - 1) : 0;
    Face face = fount.table().face();
    int count = row.size();
    int[] glyphs = new int[count];
    double[] xs = new double[count];
    double[] ys = new double[count];
    double at = 0;
    double across = 0;
    for (int i = 0; i < count; i++) {
      MathTable.Piece piece = row.get(i);
      if (i > 0) {
        double joint = Math.min(row.get(i - 1).end(), piece.start());
        at -= Math.max(fount.table().overlap(), Math.min(joint, fount.table().overlap() + surplus));
      }
      glyphs[i] = piece.glyph();
      double unit = 1.0 / face.unitsPerEm();
      if (upright) {
        ys[i] = (at - fount.bounds(piece.glyph()).bottom() * unit) * em;
        across = Math.max(across, face.advance(piece.glyph()) * unit * em);
      } else {
        xs[i] = (at - fount.bounds(piece.glyph()).left() * unit) * em;
      }
      at += piece.extent();
    }
    GlyphRun run =
        new GlyphRun(face, em, sign, glyphs, new int[count], new double[count], xs, ys, false);
    Box box = fount.box(run);
    box.character = false;
    box.width = upright ? across : at * em;
    return box;
  }
}
