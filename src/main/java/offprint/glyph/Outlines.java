package offprint.glyph;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A face's outlines, without hints: those of a {@code glyf} table, simple and composite (OpenType
 * 1.9, "glyf" and "loca"), or {@link CompactOutlines}.
 */
public final class Outlines {
  // The deepest nesting of composites that is followed; a face that nests deeper refers to itself.
  private static final int DEEPEST = 8;

  // Flags of a simple glyph's points.
  private static final int ON_CURVE = 0x01;
  private static final int X_SHORT = 0x02;
  private static final int Y_SHORT = 0x04;
  private static final int REPEAT = 0x08;
  private static final int X_SAME_OR_POSITIVE = 0x10;
  private static final int Y_SAME_OR_POSITIVE = 0x20;

  // Flags of a composite glyph's components.
  private static final int ARGUMENTS_ARE_WORDS = 0x0001;
  private static final int ARGUMENTS_ARE_OFFSETS = 0x0002;
  private static final int HAS_SCALE = 0x0008;
  private static final int MORE_COMPONENTS = 0x0020;
  private static final int HAS_TWO_SCALES = 0x0040;
  private static final int HAS_MATRIX = 0x0080;
  private static final int SCALED_OFFSET = 0x0800;

  private final Face face;
  private final int glyphs;
  private final int locations;
  private final boolean longLocations;
  private final @Nullable CompactOutlines compact;

  public Outlines(Face face) {
    this.face = face;
    if (face.has("CFF ")) {
      compact = new CompactOutlines(face.bytes(), face.table("CFF "));
      glyphs = locations = 0;
      longLocations = false;
      return;
    }
    compact = null;
    glyphs = face.table("glyf");
    locations = face.table("loca");
    longLocations = face.unsigned16(face.table("head") + 50) == 1;
  }

  /** Draws a glyph in units of the em, y up; a blank draws nothing. */
  public void draw(int glyph, Pen pen) {
    if (compact != null) {
      compact.draw(glyph, pen);
      return;
    }
    Shape shape = shape(glyph, 0);
    int from = 0;
    for (int end : shape.ends) {
      contour(shape.points.subList(from, end + 1), pen);
      from = end + 1;
    }
  }

  /** The box around a glyph, in units of the em, y up; empty around a blank. */
  public Bounds bounds(int glyph) {
    if (compact != null) {
      Extent extent = new Extent();
      compact.draw(glyph, extent);
      return extent.bounds();
    }
    int at = location(glyph);
    if (at == location(glyph + 1)) {
      return new Bounds(0, 0, 0, 0);
    }
    int header = glyphs + at;
    return new Bounds(
        signed16(header + 2), signed16(header + 4), signed16(header + 6), signed16(header + 8));
  }

  /** A box in units of the em. */
  public record Bounds(int left, int bottom, int right, int top) {}

  /** Finds how far an outline goes; a curve counts as far as its control point. */
  private static final class Extent implements Pen {
    private double left = Double.POSITIVE_INFINITY;
    private double bottom = Double.POSITIVE_INFINITY;
    private double right = Double.NEGATIVE_INFINITY;
    private double top = Double.NEGATIVE_INFINITY;

    @Override
    public void moveTo(double x, double y) {
      left = Math.min(left, x);
      bottom = Math.min(bottom, y);
      right = Math.max(right, x);
      top = Math.max(top, y);
    }

    @Override
    public void lineTo(double x, double y) {
      moveTo(x, y);
    }

    @Override
    public void curveTo(double controlX, double controlY, double x, double y) {
      moveTo(controlX, controlY);
      moveTo(x, y);
    }

    @Override
    public void close() {}

    Bounds bounds() {
      return left > right
          ? new Bounds(0, 0, 0, 0)
          : new Bounds(
              (int) Math.floor(left),
              (int) Math.floor(bottom),
              (int) Math.ceil(right),
              (int) Math.ceil(top));
    }
  }

  // Between two points off the curve lies one on it, half way, that the file leaves out.
  private static void contour(List<Point> points, Pen pen) {
    int count = points.size();
    if (count < 2) {
      return;
    }
    int first = 0;
    while (first < count && !points.get(first).onCurve) {
      first++;
    }
    Point start;
    if (first == count) {
      first = count - 1;
      start = points.get(first).middle(points.get(0));
    } else {
      start = points.get(first);
    }
    pen.moveTo(start.x, start.y);
    Point control = null;
    for (int i = 1; i <= count; i++) {
      Point point = i == count ? start : points.get((first + i) % count);
      if (i == count && control == null) {
        break;
      }
      if (control == null) {
        if (point.onCurve) {
          pen.lineTo(point.x, point.y);
        } else {
          control = point;
        }
      } else if (point.onCurve) {
        pen.curveTo(control.x, control.y, point.x, point.y);
        control = null;
      } else {
        Point middle = control.middle(point);
        pen.curveTo(control.x, control.y, middle.x, middle.y);
        control = point;
      }
    }
    pen.close();
  }

  private Shape shape(int glyph, int depth) {
    int at = location(glyph);
    if (at == location(glyph + 1) || depth > DEEPEST) {
      return new Shape();
    }
    int contours = signed16(glyphs + at);
    return contours >= 0
        ? simple(glyphs + at + 10, contours)
        : composite(glyphs + at + 10, depth + 1);
  }

  private int location(int glyph) {
    return longLocations
        ? face.unsigned16(locations + 4 * glyph) << 16 | face.unsigned16(locations + 4 * glyph + 2)
        : 2 * face.unsigned16(locations + 2 * glyph);
  }

  private Shape simple(int at, int contours) {
    Shape shape = new Shape();
    for (int i = 0; i < contours; i++) {
      shape.ends.add(face.unsigned16(at + 2 * i));
    }
    int count = contours == 0 ? 0 : shape.ends.get(contours - 1) + 1;
    int instructions = at + 2 * contours;
    int cursor = instructions + 2 + face.unsigned16(instructions);

    int[] flags = new int[count];
    for (int i = 0; i < count; ) {
      int flag = unsigned8(cursor++);
      int times = (flag & REPEAT) == 0 ? 1 : 1 + unsigned8(cursor++);
      for (int k = 0; k < times && i < count; k++) {
        flags[i++] = flag;
      }
    }
    int[] xs = new int[count];
    cursor = coordinates(cursor, flags, X_SHORT, X_SAME_OR_POSITIVE, xs);
    int[] ys = new int[count];
    coordinates(cursor, flags, Y_SHORT, Y_SAME_OR_POSITIVE, ys);
    for (int i = 0; i < count; i++) {
      shape.points.add(new Point(xs[i], ys[i], (flags[i] & ON_CURVE) != 0));
    }
    return shape;
  }

  // Each coordinate is told as its difference from the one before.
  private int coordinates(int cursor, int[] flags, int isShort, int sameOrPositive, int[] into) {
    int value = 0;
    for (int i = 0; i < flags.length; i++) {
      boolean flagged = (flags[i] & sameOrPositive) != 0;
      if ((flags[i] & isShort) != 0) {
        int difference = unsigned8(cursor++);
        value += flagged ? difference : -difference;
      } else if (!flagged) {
        value += signed16(cursor);
        cursor += 2;
      }
      into[i] = value;
    }
    return cursor;
  }

  private Shape composite(int at, int depth) {
    Shape whole = new Shape();
    int cursor = at;
    int flags;
    do {
      flags = face.unsigned16(cursor);
      int component = face.unsigned16(cursor + 2);
      cursor += 4;
      boolean offsets = (flags & ARGUMENTS_ARE_OFFSETS) != 0;
      int first;
      int second;
      if ((flags & ARGUMENTS_ARE_WORDS) != 0) {
        first = offsets ? signed16(cursor) : face.unsigned16(cursor);
        second = offsets ? signed16(cursor + 2) : face.unsigned16(cursor + 2);
        cursor += 4;
      } else {
        first = offsets ? face.bytes()[cursor] : unsigned8(cursor);
        second = offsets ? face.bytes()[cursor + 1] : unsigned8(cursor + 1);
        cursor += 2;
      }
      double xx = 1;
      double xy = 0;
      double yx = 0;
      double yy = 1;
      if ((flags & HAS_SCALE) != 0) {
        xx = yy = fraction(cursor);
        cursor += 2;
      } else if ((flags & HAS_TWO_SCALES) != 0) {
        xx = fraction(cursor);
        yy = fraction(cursor + 2);
        cursor += 4;
      } else if ((flags & HAS_MATRIX) != 0) {
        xx = fraction(cursor);
        xy = fraction(cursor + 2);
        yx = fraction(cursor + 4);
        yy = fraction(cursor + 6);
        cursor += 8;
      }
      Shape part = shape(component, depth).transformed(xx, xy, yx, yy);
      double dx = 0;
      double dy = 0;
      if (!offsets) {
        // The component's point lies on the point of what stands already.
        Point anchor = whole.points.get(first);
        Point point = part.points.get(second);
        dx = anchor.x - point.x;
        dy = anchor.y - point.y;
      } else if ((flags & SCALED_OFFSET) != 0) {
        dx = first * xx + second * yx;
        dy = first * xy + second * yy;
      } else {
        dx = first;
        dy = second;
      }
      whole.add(part, dx, dy);
    } while ((flags & MORE_COMPONENTS) != 0);
    return whole;
  }

  private int signed16(int offset) {
    return (short) face.unsigned16(offset);
  }

  private int unsigned8(int offset) {
    return face.bytes()[offset] & 0xff;
  }

  // F2DOT14: 14 bits behind the point.
  private double fraction(int offset) {
    return signed16(offset) / 16384.0;
  }

  private record Point(double x, double y, boolean onCurve) {
    Point middle(Point other) {
      return new Point((x + other.x) / 2, (y + other.y) / 2, true);
    }
  }

  /** Points of all contours, and the index of each contour's last one. */
  private static final class Shape {
    final List<Point> points = new ArrayList<>();
    final List<Integer> ends = new ArrayList<>();

    Shape transformed(double xx, double xy, double yx, double yy) {
      Shape shape = new Shape();
      shape.ends.addAll(ends);
      for (Point p : points) {
        shape.points.add(new Point(p.x * xx + p.y * yx, p.x * xy + p.y * yy, p.onCurve));
      }
      return shape;
    }

    void add(Shape part, double dx, double dy) {
      int before = points.size();
      for (Point p : part.points) {
        points.add(new Point(p.x + dx, p.y + dy, p.onCurve));
      }
      for (int end : part.ends) {
        ends.add(before + end);
      }
    }
  }
}
