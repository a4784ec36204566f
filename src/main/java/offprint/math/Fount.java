package offprint.math;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import offprint.glyph.Face;
import offprint.glyph.GlyphRun;
import offprint.glyph.MathTable;
import offprint.glyph.Outlines;
import offprint.glyph.Shaper;
import offprint.math.Part.Level;

/** The type that a formula is set in: signs in its sizes, and the face's measures in points. */
final class Fount {
  private final MathTable table;
  private final Shaper shaper;
  private final Words words;
  private final double size;
  private final Map<Face, Outlines> outlines;

  Fount(MathTable table, Shaper shaper, Words words, double size) {
    this.table = table;
    this.shaper = shaper;
    this.words = words;
    this.size = size;
    this.outlines = new IdentityHashMap<>();
  }

  MathTable table() {
    return table;
  }

  double size(Level level) {
    return switch (level) {
      case DISPLAY, TEXT -> size;
      case SCRIPT -> size * table.scriptScale(1);
      case SCRIPT_SCRIPT -> size * table.scriptScale(2);
    };
  }

  double of(MathTable.Constant constant, Setting setting) {
    return table.constant(constant) * size(setting.level());
  }

  double axis(Setting setting) {
    return of(MathTable.Constant.AXIS_HEIGHT, setting);
  }

  int glyph(String sign) {
    return table.face().glyph(sign.codePointAt(0));
  }

  /** Letters, numbers and signs in the face for formulas; in another where it has none. */
  Box sign(String shown, Level level) {
    Face face = table.face();
    if (!shown.codePoints().allMatch(face::covers)) {
      return words(shown, level);
    }
    return box(shaper.shape(shown, face, size(level), List.of(), "en", false));
  }

  /** Words in the type of the text around. */
  Box words(String said, Level level) {
    Box box = new Box();
    for (GlyphRun run : words.shape(said, size(level))) {
      List<SetFormula.Piece> drawn = words.drawn(run);
      Box part = drawn.isEmpty() ? box(run) : frame(run, drawn);
      box.put(part, box.width, 0);
      box.width += part.width;
    }
    return box;
  }

  private static Box frame(GlyphRun run, List<SetFormula.Piece> drawn) {
    Box box = new Box(run.width(), 0, 0);
    for (SetFormula.Piece piece : drawn) {
      if (piece instanceof SetFormula.Piece.Rule rule) {
        box.ascent = Math.max(box.ascent, -rule.y());
        box.descent = Math.max(box.descent, rule.y() + rule.height());
      }
    }
    box.pieces.addAll(drawn);
    box.accent = box.width / 2;
    return box;
  }

  /** A glyph that no shaping gives, such as a larger bracket. */
  Box glyph(int glyph, String text, Level level) {
    double em = size(level);
    double advance = em * table.face().advance(glyph) / table.face().unitsPerEm();
    return box(
        new GlyphRun(
            table.face(),
            em,
            text,
            new int[] {glyph},
            new int[] {0},
            new double[] {advance},
            new double[1],
            new double[1],
            false));
  }

  Box box(GlyphRun run) {
    Box box = new Box(run.width(), -1e6, -1e6);
    double unit = run.size() / run.face().unitsPerEm();
    Outlines drawn = outlines.computeIfAbsent(run.face(), Outlines::new);
    for (int i = 0; i < run.glyphs().length; i++) {
      Outlines.Bounds bounds = drawn.bounds(run.glyphs()[i]);
      box.ascent = Math.max(box.ascent, bounds.top() * unit + run.yOffset(i));
      box.descent = Math.max(box.descent, -bounds.bottom() * unit - run.yOffset(i));
    }
    if (run.glyphs().length == 0) {
      return new Box();
    }
    box.pieces.add(new SetFormula.Piece.Glyphs(run, 0, 0));
    box.accent = box.width / 2;
    if (run.face() == table.face() && run.glyphs().length == 1) {
      int glyph = run.glyphs()[0];
      Outlines.Bounds bounds = drawn.bounds(glyph);
      box.character = true;
      box.italic = table.italicCorrection(glyph) * run.size();
      double middle = (bounds.left() + bounds.right()) / 2.0 / run.face().unitsPerEm();
      box.accent = table.accent(glyph, middle) * run.size();
    }
    int first = run.text().codePointAt(0);
    box.slanted = first == 'ℎ' || first >= 0x1d434 && first <= 0x1d49b || first >= 0x1d6a4;
    return box;
  }

  Outlines.Bounds bounds(int glyph) {
    return outlines.computeIfAbsent(table.face(), Outlines::new).bounds(glyph);
  }
}
