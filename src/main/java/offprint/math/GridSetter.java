package offprint.math;

import static offprint.glyph.MathTable.Constant.FRACTION_RULE_THICKNESS;

import java.util.ArrayList;
import java.util.List;
import offprint.math.Part.Grid;
import offprint.math.Part.Grid.Shape;
import offprint.math.Part.GridRow;
import offprint.math.Part.Level;
import offprint.math.Part.Row;

/** Sets rows and columns around the axis. */
final class GridSetter {
  // A row is at least as high as a line of text (LaTeX's \strutbox), in ems.
  private static final double STRUT_ASCENT = 0.84;
  private static final double STRUT_DESCENT = 0.36;

  private final Fount fount;
  private final FormulaSetter setter;

  GridSetter(Fount fount, FormulaSetter setter) {
    this.fount = fount;
    this.setter = setter;
  }

  /**
   * @param tags gets what stands at the rows' ends
   */
  Box set(Grid grid, Setting around, List<SetFormula.Tag> tags) {
    Setting setting = around.at(level(grid.shape(), around.level())).fenced(0);
    double em = fount.size(setting.level());
    List<List<Box>> rows = new ArrayList<>();
    int columns = 0;
    for (GridRow row : grid.rows()) {
      List<Box> cells = new ArrayList<>();
      for (int column = 0; column < row.cells().size(); column++) {
        cells.add(cell(grid, row.cells().get(column), column, setting));
      }
      rows.add(cells);
      columns = Math.max(columns, cells.size());
    }
    double side = side(grid.shape()) * em;
    double[] lefts = new double[columns + 1];
    lefts[0] = side;
    double[] widths = new double[columns];
    for (int column = 0; column < columns; column++) {
      for (List<Box> cells : rows) {
        if (column < cells.size()) {
          widths[column] = Math.max(widths[column], cells.get(column).width);
        }
      }
      boolean last = column == columns - 1;
      double gap = last ? 0 : gap(grid, column) * em;
      lefts[column + 1] = lefts[column] + widths[column] + gap;
    }
    double[] baselines = new double[rows.size()];
    double[] heads = new double[rows.size() + 1];
    double y = 0;
    for (int i = 0; i < rows.size(); i++) {
      double ascent = strut(grid, STRUT_ASCENT) * em;
      double descent = strut(grid, STRUT_DESCENT) * em;
      for (Box cell : rows.get(i)) {
        ascent = Math.max(ascent, cell.ascent);
        descent = Math.max(descent, cell.descent);
      }
      heads[i] = y;
      baselines[i] = y + ascent;
      y += ascent + descent + (i < rows.size() - 1 ? between(grid.shape()) * em : 0);
    }
    heads[rows.size()] = y;
    double axis = fount.axis(around);
    double up = y / 2 + axis; // the head's height over the baseline
    Box box = new Box(lefts[columns] + side, up, y - up);
    for (int i = 0; i < rows.size(); i++) {
      if (i > 0 && grid.isOfLines()) {
        box.cuts.add(new SetFormula.Cut(box.pieces.size(), heads[i] - up));
      }
      for (int column = 0; column < rows.get(i).size(); column++) {
        Box cell = rows.get(i).get(column);
        double free = widths[column] - cell.width;
        double x =
            switch (grid.columns().charAt(column % grid.columns().length())) {
              case 'l' -> 0;
              case 'r' -> free;
              default -> free / 2;
            };
        box.put(cell, lefts[column] + x, baselines[i] - up);
      }
      String tag = grid.rows().get(i).tag();
      if (tag != null) {
        tags.add(new SetFormula.Tag(setter.tag(tag), baselines[i] - up));
      }
    }
    lines(grid, box, lefts, heads, up, around);
    box.accent = box.width / 2;
    return box;
  }

  private void lines(
      Grid grid, Box box, double[] lefts, double[] heads, double up, Setting setting) {
    double thick = fount.of(FRACTION_RULE_THICKNESS, setting);
    double half = gap(grid, 0) * fount.size(setting.level()) / 2;
    double height = heads[heads.length - 1];
    for (int column : grid.lines()) {
      if (column < lefts.length) {
        double x =
            column == 0
                ? lefts[0] - half
                : lefts[column] + (column == lefts.length - 1 ? half : -half);
        box.rule(x - thick / 2, -up, thick, height);
      }
    }
    for (int i = 0; i < heads.length; i++) {
      boolean ruled = i < grid.rows().size() ? grid.rows().get(i).ruled() : grid.ruledBelow();
      if (ruled) {
        box.rule(0, heads[i] - up - thick / 2, box.width, thick);
      }
    }
  }

  private Box cell(Grid grid, Part cell, int column, Setting setting) {
    boolean continued =
        grid.shape() == Shape.ALIGNED && column % 2 == 1 && grid.columns().equals("rl");
    List<Part> parts = cell instanceof Row row ? row.parts() : List.of(cell);
    if (!continued) {
      return setter.row(parts, setting);
    }
    // Behind nothing a relation would lose the space before it.
    List<Part> behind = new ArrayList<>(List.of(Row.EMPTY));
    behind.addAll(parts);
    return setter.row(Neighbours.settled(behind), setting);
  }

  private static Level level(Shape shape, Level around) {
    return switch (shape) {
      case MATRIX, CASES -> around == Level.DISPLAY ? Level.TEXT : around;
      case SMALL_MATRIX -> around.ordinal() < Level.SCRIPT.ordinal() ? Level.SCRIPT : around;
      case STACK -> around.ordinal() < Level.SCRIPT.ordinal() ? Level.SCRIPT : around;
      case ALIGNED -> around.ordinal() < Level.SCRIPT.ordinal() ? Level.DISPLAY : around;
    };
  }

  // On both sides, in ems: signs as high as a matrix bend close to what they stand around.
  private static double side(Shape shape) {
    return switch (shape) {
      case MATRIX, CASES -> 0.12;
      case SMALL_MATRIX -> 0.08;
      case STACK, ALIGNED -> 0;
    };
  }

  // Behind a column, in ems.
  private static double gap(Grid grid, int column) {
    return switch (grid.shape()) {
      case MATRIX, CASES -> 1;
      case SMALL_MATRIX, STACK -> 0.4;
      case ALIGNED ->
          switch (grid.columns()) {
            case "rl" -> column % 2 == 0 ? 0 : 2;
            case "rcl" -> 0.28;
            default -> 1;
          };
    };
  }

  private static double strut(Grid grid, double strut) {
    return switch (grid.shape()) {
      case MATRIX, CASES, ALIGNED -> strut;
      case SMALL_MATRIX, STACK -> strut * 0.9;
    };
  }

  // Between rows, in ems.
  private static double between(Shape shape) {
    return switch (shape) {
      case ALIGNED -> 0.3; // LaTeX's \jot
      case MATRIX, CASES, SMALL_MATRIX, STACK -> 0;
    };
  }
}
