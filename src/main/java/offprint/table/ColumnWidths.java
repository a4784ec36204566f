package offprint.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chooses the widths of a table's columns: what stands in them where that fits; else the widths
 * that make the table least deep without dividing a word, short columns on one line.
 */
public final class ColumnWidths {
  /** More rows than these are judged by a sample. */
  private static final int ROWS = 80;

  /** Columns that differ by no more are made equal. */
  private static final double ALIKE = 1.35;

  /** A column of text is not made wider than its lines need by more than this share of it. */
  private static final double LOOSE = 0.25;

  /** A column of more than figures is never narrower than this, in ems: some two syllables. */
  private static final double LEAST = 4;

  /**
   * A cell.
   *
   * @param blank left and right of its content
   * @param hyphenated whether its words may be divided by hyphens
   */
  record Need(int row, int column, int span, Bulk bulk, double blank, boolean hyphenated) {
    double narrowest() {
      return bulk.narrowest(hyphenated) + blank;
    }

    double widest() {
      return bulk.widest() + blank;
    }
  }

  private final int columns;
  private final List<Need> sample;
  private final boolean[] numeric;
  private final boolean[] dated;
  private final double[] figures;
  private final double[] natural;
  private final double[] least;
  private final double em;

  /**
   * @param numeric the columns that are of numbers alone
   * @param dated the columns of numbers, dates and the like
   * @param figures how wide each of these is, its numbers aligned
   * @param em the size of the type, in points
   */
  ColumnWidths(List<Need> needs, boolean[] numeric, boolean[] dated, double[] figures, double em) {
    this.columns = numeric.length;
    this.sample = sample(needs);
    this.numeric = numeric;
    this.dated = dated;
    this.em = em;
    this.figures = figures;
    natural = figures.clone();
    least = figures.clone();
    for (Need need : needs) {
      if (need.span == 1) {
        int k = need.column;
        double widest = need.widest();
        double narrowest = Math.max(need.narrowest(), Math.min(widest, LEAST * em + need.blank));
        natural[k] = Math.max(natural[k], widest);
        least[k] = Math.max(least[k], narrowest);
      }
    }
    for (Need need : needs) {
      if (need.span > 1) {
        widen(least, need, need.narrowest());
        widen(natural, need, need.widest());
      }
    }
    for (int k = 0; k < columns; k++) {
      natural[k] = Math.max(natural[k] + 0.1, least[k]); // what fits exactly must not be broken
    }
  }

  // What a cell over several columns needs more falls to them by what stands in them.
  private void widen(double[] widths, Need need, double width) {
    double has = sum(widths, need.column, need.column + need.span);
    double share = sum(natural, need.column, need.column + need.span);
    for (int k = need.column; k < need.column + need.span && has < width; k++) {
      widths[k] += (width - has) * (share == 0 ? 1.0 / need.span : natural[k] / share);
    }
  }

  private static List<Need> sample(List<Need> needs) {
    int rows = needs.stream().mapToInt(Need::row).max().orElse(0) + 1;
    int step = (rows + ROWS - 1) / ROWS;
    return needs.stream().filter(n -> n.row % step == 0).toList();
  }

  static double sum(double[] widths, int from, int to) {
    return Arrays.stream(widths, from, to).sum();
  }

  /** What a table's words may suffer to fit. */
  public enum Fit {
    WHOLE,
    /** Words may be divided, but no column of them loses more than half of what it needs. */
    HALVED,
    ANYHOW
  }

  boolean fits(double room, Fit fit) {
    return switch (fit) {
      case WHOLE -> least() <= room;
      case HALVED -> sum(halved(), 0, columns) <= room;
      case ANYHOW -> true;
    };
  }

  private double least() {
    return sum(least, 0, columns);
  }

  private double[] halved() {
    double[] halved = new double[columns];
    for (int k = 0; k < columns; k++) {
      halved[k] = numeric[k] ? figures[k] : least[k] / 2;
    }
    return halved;
  }

  /**
   * The widths.
   *
   * @param fill whether all the room is taken even where less would do
   */
  double[] in(double room, boolean fill) {
    if (least() > room) {
      return divided(room);
    }
    if (sum(natural, 0, columns) <= room) {
      return spread(equal(natural.clone(), room), room, fill);
    }
    double[] bounds = bounds(room);
    double[] widths = search(bounds, room);
    return evened(tightened(widths, bounds, room), bounds);
  }

  /** Words are divided, none to less than half if that will do, before numbers are. */
  private double[] divided(double room) {
    double[] kept = halved();
    if (sum(kept, 0, columns) > room) {
      for (int k = 0; k < columns; k++) {
        kept[k] = numeric[k] ? figures[k] : 0;
      }
      if (sum(kept, 0, columns) > room / 2) {
        Arrays.fill(kept, 0);
      }
    }
    double share = (room - sum(kept, 0, columns)) / (least() - sum(kept, 0, columns));
    for (int k = 0; k < columns; k++) {
      kept[k] += share * (least[k] - kept[k]);
    }
    return kept;
  }

  /** Columns of like numbers stand at like distances. */
  private double[] equal(double[] widths, double room) {
    double most = 0;
    double few = Double.MAX_VALUE;
    int count = 0;
    for (int k = 0; k < columns; k++) {
      if (numeric[k]) {
        most = Math.max(most, widths[k]);
        few = Math.min(few, widths[k]);
        count++;
      }
    }
    double[] equal = widths.clone();
    for (int k = 0; k < columns; k++) {
      equal[k] = numeric[k] ? most : widths[k];
    }
    return count > 1 && most <= ALIKE * few && sum(equal, 0, columns) <= room ? equal : widths;
  }

  private double[] spread(double[] widths, double room, boolean fill) {
    double slack = fill ? room - sum(widths, 0, columns) : 0;
    for (int k = 0; k < columns; k++) {
      widths[k] += slack / columns;
    }
    return widths;
  }

  /** The least that each column gets: numbers and dates all they want, if there is room. */
  private double[] bounds(double room) {
    double[] bounds = least.clone();
    for (int k = 0; k < columns; k++) {
      double free = room - sum(bounds, 0, columns);
      if (dated[k] && natural[k] - bounds[k] <= free / 2) {
        bounds[k] = natural[k];
      }
    }
    return bounds;
  }

  /** The best of some beginnings: room by the longest cell, its root, all cells, the same. */
  private double[] search(double[] bounds, double room) {
    double[] wanted = new double[columns];
    double[] roots = new double[columns];
    double[] all = new double[columns];
    double[] same = new double[columns];
    Arrays.fill(same, 1);
    for (int k = 0; k < columns; k++) {
      wanted[k] = natural[k] - bounds[k];
      roots[k] = Math.sqrt(wanted[k]);
    }
    for (Need need : sample) {
      if (need.span == 1) {
        all[need.column] += Math.max(0, need.widest() - bounds[need.column]);
      }
    }
    Depths best = from(same, bounds, room);
    for (double[] shares : List.of(wanted, roots, all)) {
      if (sum(shares, 0, columns) > 0) {
        Depths depths = from(shares, bounds, room);
        best = depths.total() < best.total() - 0.01 ? depths : best;
      }
    }
    return best.widths();
  }

  private Depths from(double[] shares, double[] bounds, double room) {
    double free = room - sum(bounds, 0, columns);
    double[] widths = bounds.clone();
    for (int k = 0; k < columns; k++) {
      widths[k] += free * shares[k] / sum(shares, 0, columns);
    }
    Depths depths = new Depths(sample, widths, em);
    do {
      depths.improve(bounds, natural, room);
    } while (depths.leap(bounds, natural, room));
    return depths;
  }

  /** What a column has beyond its lines goes to all the columns of text by their width. */
  private double[] tightened(double[] widths, double[] bounds, double room) {
    Depths depths = new Depths(sample, widths.clone(), em);
    double[] tight = widths.clone();
    for (int k = 0; k < columns; k++) {
      double low = bounds[k];
      double high = tight[k];
      while (high - low > 0.5) {
        double middle = (low + high) / 2;
        tight[k] = middle;
        if (depths.isNoDeeper(tight, 1)) {
          high = middle;
        } else {
          low = middle;
        }
      }
      tight[k] = high;
    }
    double free = room - sum(tight, 0, columns);
    double sharing = 0;
    for (int k = 0; k < columns; k++) {
      sharing += isText(tight, k) ? tight[k] : 0;
    }
    for (int k = 0; k < columns && sharing > 0; k++) {
      double share = Math.min(free / sharing, LOOSE) * tight[k];
      tight[k] += isText(tight, k) ? share : 0;
    }
    return tight;
  }

  private boolean isText(double[] widths, int k) {
    return !numeric[k] && widths[k] < natural[k] - 0.5;
  }

  /** Columns of like text get like widths, where that costs next to nothing. */
  private double[] evened(double[] widths, double[] bounds) {
    double[] even = widths.clone();
    List<Integer> alike = new ArrayList<>();
    double most = 0;
    double few = Double.MAX_VALUE;
    for (int k = 0; k < columns; k++) {
      if (isText(widths, k)) {
        alike.add(k);
        most = Math.max(most, widths[k]);
        few = Math.min(few, widths[k]);
      }
    }
    if (alike.size() < 2 || most > ALIKE * few) {
      return widths;
    }
    double mean = alike.stream().mapToDouble(k -> widths[k]).average().orElse(0);
    for (int k : alike) {
      even[k] = Math.max(mean, bounds[k]);
    }
    boolean fits = sum(even, 0, columns) <= sum(widths, 0, columns) + 0.01;
    return fits && new Depths(sample, widths.clone(), em).isNoDeeper(even, 1.03) ? even : widths;
  }
}
