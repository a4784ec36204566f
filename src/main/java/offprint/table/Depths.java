package offprint.table;

import java.util.List;
import offprint.table.ColumnWidths.Need;

/** How deep a table's cells are at widths of its columns, and all the rows together. */
final class Depths {
  /** Text this wide had better stay on one line, such as a date, in ems. */
  private static final double SHORT = 10;

  /** What a line more of such a text costs, in lines. */
  private static final double BROKEN = 1.2;

  /** The same where hyphens make room, and it is words that are at stake. */
  private static final double DIVIDED = 0.5;

  /** Steps that the room is parted into where width is moved by every number of them. */
  private static final int LEAPS = 160;

  private final List<Need> sample;
  private final double[] widths;
  private final double[] single;
  private double[] depths;
  private double total;

  /**
   * @param sample the cells, row by row
   * @param widths of the columns, which are changed
   * @param em the size of the type, in points
   */
  Depths(List<Need> sample, double[] widths, double em) {
    this.sample = sample;
    this.widths = widths;
    depths = new double[sample.size()];
    single = new double[sample.size()];
    for (int i = 0; i < depths.length; i++) {
      Need need = sample.get(i);
      depths[i] = depth(need);
      boolean isShort = need.widest() <= SHORT * em;
      single[i] = isShort ? need.bulk().depth(Double.MAX_VALUE) : Double.MAX_VALUE;
    }
    total = total(depths);
  }

  double[] widths() {
    return widths;
  }

  double total() {
    return total;
  }

  private double depth(Need need) {
    return need.bulk()
        .depth(ColumnWidths.sum(widths, need.column(), need.column() + need.span()) - need.blank());
  }

  /**
   * Rows are as deep as their deepest cell; of two equal choices the one with fewer lines is
   * better. A short text that is broken costs more.
   */
  private double total(double[] cells) {
    double total = 0;
    double deepest = 0;
    for (int i = 0; i < cells.length; i++) {
      deepest = Math.max(deepest, cells[i]);
      double broken = sample.get(i).hyphenated() ? DIVIDED : BROKEN;
      total += 0.05 * cells[i] + broken * Math.max(0, cells[i] - single[i]);
      if (i + 1 == cells.length || sample.get(i + 1).row() != sample.get(i).row()) {
        total += deepest;
        deepest = 0;
      }
    }
    return total;
  }

  /**
   * Moves width from column to column, in ever smaller steps.
   *
   * @param bounds the least that each column keeps
   * @param most what it needs for all to stand on one line
   */
  void improve(double[] bounds, double[] most, double room) {
    for (double step = room / 6; step > 1; step *= 0.6) {
      boolean better = true;
      for (int round = 0; better && round < 4; round++) {
        better = false;
        for (int from = 0; from < widths.length; from++) {
          for (int to = 0; to < widths.length; to++) {
            boolean may =
                from != to && widths[from] - step >= bounds[from] && widths[to] < most[to];
            better |= may && move(from, to, step);
          }
        }
      }
    }
  }

  /**
   * Moves width by all steps between two columns: where no small one helps, and a large one goes
   * too far, one between may save a line.
   */
  boolean leap(double[] bounds, double[] most, double room) {
    double by = room / LEAPS;
    boolean better = false;
    for (int from = 0; from < widths.length; from++) {
      for (int to = 0; to < widths.length; to++) {
        for (double step = by;
            from != to && widths[from] - step >= bounds[from] && widths[to] + step < most[to] + by;
            step += by) {
          if (move(from, to, step)) {
            better = true;
            step = 0;
          }
        }
      }
    }
    return better;
  }

  /** Moves width if that makes the table less deep. */
  private boolean move(int from, int to, double step) {
    widths[from] -= step;
    widths[to] += step;
    double[] moved = depths.clone();
    for (int i = 0; i < moved.length; i++) {
      Need need = sample.get(i);
      boolean hasFrom = need.column() <= from && from < need.column() + need.span();
      boolean hasTo = need.column() <= to && to < need.column() + need.span();
      if (hasFrom != hasTo) {
        moved[i] = depth(need);
      }
    }
    double then = total(moved);
    if (then < total - 0.01) {
      depths = moved;
      total = then;
      return true;
    }
    widths[from] += step;
    widths[to] -= step;
    return false;
  }

  /** Whether the rows are as deep at other widths, about. */
  boolean isNoDeeper(double[] others, double by) {
    double[] mine = widths.clone();
    System.arraycopy(others, 0, widths, 0, widths.length);
    double[] then = new double[depths.length];
    for (int i = 0; i < then.length; i++) {
      then[i] = depth(sample.get(i));
    }
    System.arraycopy(mine, 0, widths, 0, widths.length);
    return total(then) <= total * by + 0.01;
  }
}
