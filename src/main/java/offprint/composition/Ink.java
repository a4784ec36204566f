package offprint.composition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import offprint.glyph.Face;
import offprint.glyph.GlyphRun;
import offprint.glyph.Outlines;
import offprint.glyph.Pen;
import offprint.page.Mark;

/** Where the ink of a line is, glyph by glyph: scripts that stack their marks stand out of it. */
final class Ink {
  private final Map<Face, Outlines> outlines = new IdentityHashMap<>();
  private final Map<Glyph, Box> boxes = new HashMap<>();

  private record Glyph(Face face, int glyph) {}

  /** From edge to edge, y down. */
  record Box(double left, double top, double right, double bottom) {
    private static final Box NONE = new Box(0, 0, 0, 0);

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
      Box box = boxes.computeIfAbsent(new Glyph(run.face(), run.glyphs()[i]), this::box);
      if (box != Box.NONE) {
        double left = x + run.xOffset(i);
        double y = text.y() - run.yOffset(i);
        all.add(
            new Box(
                left + box.left * em,
                y + box.top * em,
                left + box.right * em,
                y + box.bottom * em));
      }
      x += run.advances()[i];
    }
  }

  private Box box(Glyph glyph) {
    Bounds bounds = new Bounds();
    outlines.computeIfAbsent(glyph.face, Outlines::new).draw(glyph.glyph, bounds);
    return bounds.left > bounds.right
        ? Box.NONE
        : new Box(bounds.left, -bounds.top, bounds.right, -bounds.bottom);
  }

  /** What an outline goes through, in units of the em, y up; a curve's control points as well. */
  private static final class Bounds implements Pen {
    private double left = Double.POSITIVE_INFINITY;
    private double right = Double.NEGATIVE_INFINITY;
    private double top = Double.NEGATIVE_INFINITY;
    private double bottom = Double.POSITIVE_INFINITY;

    @Override
    public void moveTo(double x, double y) {
      lineTo(x, y);
    }

    @Override
    public void lineTo(double x, double y) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.max(top, y);
      bottom = Math.min(bottom, y);
    }

    @Override
    public void curveTo(double controlX, double controlY, double x, double y) {
      lineTo(controlX, controlY);
      lineTo(x, y);
    }

    @Override
    public void close() {}
  }
}
