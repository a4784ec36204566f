package offprint.composition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import offprint.glyph.Face;
import offprint.glyph.GlyphRun;
import offprint.glyph.Outlines;
import offprint.page.Mark;

/** Where the ink of a line is, glyph by glyph: scripts that stack their marks stand out of it. */
final class Ink {
  private final Map<Face, Outlines> outlines = new IdentityHashMap<>();
  private final Map<Glyph, Outlines.Bounds> bounds = new HashMap<>();

  private record Glyph(Face face, int glyph) {}

  /** From edge to edge, y down. */
  record Box(double left, double top, double right, double bottom) {
    private boolean isBeside(Box other) {
      return right <= other.left || other.right <= left;
    }
  }

  /** The boxes of all glyphs that show anything, in points as the marks have them. */
  List<Box> of(List<Mark> marks) {
    List<Box> all = new ArrayList<>();
    for (Mark mark : marks) {
      if (mark instanceof Mark.Text text) {
        add(text, all);
      } else if (mark instanceof Mark.Formula formula) {
        all.addAll(of(formula.parts()));
      }
    }
    return all;
  }

  /** How far a line's head must be from the one above so that no glyph stands in another. */
  static double clearance(List<Box> above, List<Box> below) {
    double needed = 0;
    for (Box upper : above) {
      for (Box lower : below) {
        needed = upper.isBeside(lower) ? needed : Math.max(needed, upper.bottom - lower.top);
      }
    }
    return needed;
  }

  private void add(Mark.Text text, List<Box> all) {
    GlyphRun run = text.run();
    double em = run.size() / run.face().unitsPerEm();
    double x = text.x();
    for (int i = 0; i < run.glyphs().length; i++) {
      Outlines.Bounds drawn =
          bounds.computeIfAbsent(new Glyph(run.face(), run.glyphs()[i]), this::bounds);
      if (drawn.left() < drawn.right()) {
        double left = x + run.xOffset(i);
        double y = text.y() - run.yOffset(i);
        all.add(
            new Box(
                left + drawn.left() * em,
                y - drawn.top() * em,
                left + drawn.right() * em,
                y - drawn.bottom() * em));
      }
      x += run.advances()[i];
    }
  }

  private Outlines.Bounds bounds(Glyph glyph) {
    return outlines.computeIfAbsent(glyph.face, Outlines::new).bounds(glyph.glyph);
  }
}
