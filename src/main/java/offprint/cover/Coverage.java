package offprint.cover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import offprint.glyph.Pen;

/**
 * How much of each pixel lies inside a shape, by the non-zero winding rule. Each row of pixels is
 * cut by {@value #CUTS} scan lines; where a scan line enters and leaves the shape is exact.
 *
 * <p>Draw with it as a pen, in pixels, y down; then ask for the rows.
 */
final class Coverage implements Pen {
  private static final int CUTS = 16;

  // How far a chord may lie from its curve, in pixels: less than a cut sees.
  private static final double FLATNESS = 0.02;

  private final List<Edge> edges = new ArrayList<>();
  private double startX;
  private double startY;
  private double x;
  private double y;
  private double left = Double.POSITIVE_INFINITY;
  private double right = Double.NEGATIVE_INFINITY;
  private double top = Double.POSITIVE_INFINITY;
  private double bottom = Double.NEGATIVE_INFINITY;

  // Where a scan line crosses edges, from left to right, and which way these were drawn.
  private double[] crossings = new double[8];
  private int[] directions = new int[8];

  /** What hears of each row of pixels. */
  interface Row {
    /**
     * @param y the row
     * @param coverage for each of the row's pixels, from 0, outside, to 1, inside
     * @param from the first pixel that can be inside
     * @param to the pixel behind the last
     */
    void of(int y, double[] coverage, int from, int to);
  }

  @Override
  public void moveTo(double x, double y) {
    startX = this.x = x;
    startY = this.y = y;
  }

  @Override
  public void lineTo(double toX, double toY) {
    if (y != toY) {
      edges.add(y < toY ? new Edge(x, y, toX, toY, 1) : new Edge(toX, toY, x, y, -1));
      left = Math.min(left, Math.min(x, toX));
      right = Math.max(right, Math.max(x, toX));
      top = Math.min(top, Math.min(y, toY));
      bottom = Math.max(bottom, Math.max(y, toY));
    }
    x = toX;
    y = toY;
  }

  @Override
  public void curveTo(double controlX, double controlY, double toX, double toY) {
    double fromX = x;
    double fromY = y;
    // A chord of 1/n of a quadratic curve lies at most |p0 - 2 p1 + p2| / (4 n n) from it.
    double bendX = fromX - 2 * controlX + toX;
    double bendY = fromY - 2 * controlY + toY;
    double bend = Math.sqrt(bendX * bendX + bendY * bendY);
    int chords = Math.max(1, (int) Math.ceil(Math.sqrt(bend / (4 * FLATNESS))));
    for (int i = 1; i < chords; i++) {
      double t = (double) i / chords;
      double s = 1 - t;
      lineTo(
          s * s * fromX + 2 * s * t * controlX + t * t * toX,
          s * s * fromY + 2 * s * t * controlY + t * t * toY);
    }
    lineTo(toX, toY);
  }

  @Override
  public void close() {
    lineTo(startX, startY);
  }

  /** Tells every row of a picture that the shape touches, from the top. */
  void rows(int width, int height, Row row) {
    edges.sort((a, b) -> Double.compare(a.top, b.top));
    int first = (int) Math.max(0, Math.floor(top));
    int last = (int) Math.min(height, Math.ceil(bottom));
    int from = (int) Math.max(0, Math.floor(left));
    int to = (int) Math.min(width, Math.ceil(right));
    double[] coverage = new double[width];
    List<Edge> active = new ArrayList<>();
    int next = 0;
    for (int pixel = first; pixel < last; pixel++) {
      while (next < edges.size() && edges.get(next).top < pixel + 1) {
        active.add(edges.get(next++));
      }
      int above = pixel;
      active.removeIf(edge -> edge.bottom <= above);
      Arrays.fill(coverage, from, to, 0.0);
      for (int cut = 0; cut < CUTS; cut++) {
        cut(active, pixel + (cut + 0.5) / CUTS, coverage);
      }
      row.of(pixel, coverage, from, to);
    }
  }

  private void cut(List<Edge> active, double y, double[] coverage) {
    int count = 0;
    for (Edge edge : active) {
      if (edge.top <= y && y < edge.bottom) {
        insert(edge.xAt(y), edge.direction, count++);
      }
    }
    int winding = 0;
    double entered = 0;
    for (int i = 0; i < count; i++) {
      int before = winding;
      winding += directions[i];
      if (before == 0) {
        entered = crossings[i];
      } else if (winding == 0) {
        span(entered, crossings[i], coverage);
      }
    }
  }

  private void insert(double crossing, int direction, int count) {
    if (count == crossings.length) {
      crossings = Arrays.copyOf(crossings, 2 * count);
      directions = Arrays.copyOf(directions, 2 * count);
    }
    int at = count;
    for (; at > 0 && crossings[at - 1] > crossing; at--) {
      crossings[at] = crossings[at - 1];
      directions[at] = directions[at - 1];
    }
    crossings[at] = crossing;
    directions[at] = direction;
  }

  private static void span(double from, double to, double[] coverage) {
    double left = Math.max(0, from);
    double right = Math.min(coverage.length, to);
    for (int pixel = (int) left; pixel < right; pixel++) {
      double inside = Math.min(right, pixel + 1) - Math.max(left, pixel);
      coverage[pixel] += inside / CUTS;
    }
  }

  /** A line from its upper end to its lower, and whether it was drawn down (1) or up (-1). */
  private record Edge(double topX, double top, double bottomX, double bottom, int direction) {
    double xAt(double y) {
      return topX + (bottomX - topX) * (y - top) / (bottom - top);
    }
  }
}
