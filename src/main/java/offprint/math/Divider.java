package offprint.math;

import java.util.ArrayList;
import java.util.List;
import offprint.math.Part.Grid;
import offprint.math.Part.GridRow;
import offprint.math.Part.Kind;
import offprint.math.Part.Row;
import org.jspecify.annotations.Nullable;

/**
 * Divides displayed formulas that are wider than the measure, as mathematics is set (The TeXbook,
 * page 195): before a relation, which stands below the one above; else before what joins two terms,
 * further in; never within brackets.
 */
final class Divider {
  /** How much further in than a relation a line begins that has none, in quads. */
  private static final double INDENT = 2;

  /** More places are not tried: a formula of more is no formula. */
  private static final int MOST = 200;

  // A line more, a line that begins in the midst of a sum, a line that is too wide all the same.
  private static final double LINE = 2;
  private static final double WITHIN_SUM = 3;
  private static final double OVERFULL = 1_000;

  private final FormulaSetter setter;
  private final Setting setting;
  private final double measure;

  /**
   * @param measure in points
   */
  Divider(FormulaSetter setter, Setting setting, double measure) {
    this.setter = setter;
    this.setting = setting;
    this.measure = measure;
  }

  /** The formula in lines; null where nothing can be divided. */
  @Nullable Grid divided(Part content) {
    List<Part> parts = parts(content);
    if (parts.size() == 1 && !parts.getFirst().equals(content)) {
      return divided(parts.getFirst());
    }
    if (content instanceof Grid grid) {
      boolean lines = grid.shape() == Grid.Shape.ALIGNED && grid.columns().equals("rl");
      return lines ? grid(grid.rows()) : null;
    }
    int relation = firstRelation(parts);
    if (relation > 0) {
      Row left = new Row(parts.subList(0, relation));
      Grid aligned = grid(List.of(row(left, parts.subList(relation, parts.size()), null, false)));
      if (aligned != null && width(List.of(aligned)) <= measure) {
        return aligned;
      }
    }
    return grid(List.of(row(Row.EMPTY, parts, null, false)));
  }

  private static List<Part> parts(Part part) {
    return part instanceof Row row ? row.parts() : List.of(part);
  }

  private static GridRow row(Part left, List<Part> right, @Nullable String tag, boolean ruled) {
    return new GridRow(List.of(left, new Row(right)), tag, ruled);
  }

  private static int firstRelation(List<Part> parts) {
    int brackets = 0;
    for (int i = 0; i < parts.size(); i++) {
      if (brackets == 0 && i > 0 && Part.kind(parts.get(i)) == Kind.RELATION) {
        return i;
      }
      brackets = Math.max(0, brackets + FormulaSetter.bracket(parts.get(i)));
    }
    return -1;
  }

  private @Nullable Grid grid(List<GridRow> rows) {
    double left = 0;
    for (GridRow row : rows) {
      if (row.cells().size() > 2) {
        return null;
      }
      left = Math.max(left, row.cells().isEmpty() ? 0 : width(parts(row.cells().getFirst())));
    }
    List<GridRow> divided = new ArrayList<>();
    for (GridRow row : rows) {
      if (row.cells().size() < 2) {
        divided.add(row);
        continue;
      }
      List<List<Part>> lines = lines(parts(row.cells().getLast()), measure - left);
      for (int i = 0; i < lines.size(); i++) {
        boolean last = i == lines.size() - 1;
        Part before = i == 0 ? row.cells().getFirst() : Row.EMPTY;
        divided.add(row(before, lines.get(i), last ? row.tag() : null, i == 0 && row.ruled()));
      }
    }
    return divided.size() == rows.size()
        ? null
        : new Grid(Grid.Shape.ALIGNED, "rl", List.of(), false, divided);
  }

  /** The best way to where a line may begin. */
  private record Way(double cost, double widest, int from) {}

  private List<List<Part>> lines(List<Part> parts, double room) {
    List<Integer> places = places(parts);
    if (width(parts) <= room || places.size() > MOST) {
      return List.of(parts);
    }
    List<Way> ways = new ArrayList<>(List.of(new Way(0, 0, -1)));
    for (int to = 1; to < places.size(); to++) {
      Way best = new Way(Double.POSITIVE_INFINITY, 0, 0);
      for (int from = to - 1; from >= 0; from--) {
        List<Part> line = line(parts, places.get(from), places.get(to));
        double width = width(line);
        boolean within = from > 0 && Part.kind(parts.get(places.get(from))) == Kind.BINARY;
        double over = width > room ? OVERFULL + width - room : 0;
        double cost = ways.get(from).cost + LINE + (within ? WITHIN_SUM : 0) + over;
        Way way = new Way(cost, Math.max(ways.get(from).widest, width), from);
        if (way.cost < best.cost || way.cost == best.cost && way.widest < best.widest) {
          best = way;
        }
        if (over > 0) {
          break; // what begins further up is wider still
        }
      }
      ways.add(best);
    }
    List<List<Part>> lines = new ArrayList<>();
    for (int to = places.size() - 1; to > 0; to = ways.get(to).from) {
      lines.add(line(parts, places.get(ways.get(to).from), places.get(to)));
    }
    return lines.reversed();
  }

  /** Where a line may begin: with its first part, with others, and behind the last. */
  private static List<Integer> places(List<Part> parts) {
    List<Integer> places = new ArrayList<>(List.of(0));
    int brackets = 0;
    @Nullable Kind last = null;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part instanceof Part.Space space) {
        if (brackets == 0 && space.quads() >= 1 && last != null) {
          places.add(i);
          last = null;
        }
        continue;
      }
      Kind kind = Part.kind(part);
      boolean joins = kind == Kind.RELATION || kind == Kind.BINARY;
      if (brackets == 0 && joins && last != null && last != Kind.RELATION) {
        places.add(i);
      }
      brackets = Math.max(0, brackets + FormulaSetter.bracket(part));
      last = kind;
    }
    places.add(parts.size());
    return places;
  }

  private List<Part> line(List<Part> parts, int from, int to) {
    int begin = from;
    while (from > 0 && begin < to - 1 && parts.get(begin) instanceof Part.Space) {
      begin++;
    }
    boolean below =
        Part.kind(parts.get(begin)) == Kind.RELATION
            && Part.kind(parts.getFirst()) == Kind.RELATION;
    List<Part> line = new ArrayList<>();
    if (from > 0 && !below) {
      line.add(new Part.Space(INDENT));
    }
    line.addAll(parts.subList(begin, to));
    return line;
  }

  private double width(List<Part> parts) {
    List<Part> behind = new ArrayList<>(List.of(Row.EMPTY));
    behind.addAll(parts);
    return setter.row(Neighbours.settled(behind), setting).width;
  }
}
