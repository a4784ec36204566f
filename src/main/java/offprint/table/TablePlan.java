package offprint.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import offprint.document.Block;
import offprint.document.TableGrid;
import offprint.paragraph.Copy;
import offprint.paragraph.Gauge;
import offprint.paragraph.InlineCompositor;
import offprint.paragraph.Job;
import offprint.style.Element;
import offprint.style.Style;
import offprint.style.Style.Align;
import offprint.style.Tag;
import offprint.table.ColumnWidths.Fit;
import org.jspecify.annotations.Nullable;

/**
 * How a table will be set: its cells in their places and styles, and the widths of its columns.
 *
 * @param element of the table, with the classes it is set by
 * @param head of its head, if it has one
 * @param cells row by row
 * @param widths of the columns, in points
 * @param decimals for each column of numbers the room right of the units; else 0
 * @param units for each column of numbers the room for the units and what stands before
 * @param isWhole whether no word is divided but by hyphens
 */
@SuppressWarnings("ArrayRecordComponent") // plans are handed on, never compared
public record TablePlan(
    TableGrid grid,
    Element element,
    Element head,
    List<Placed> cells,
    double[] widths,
    @Nullable DecimalMark[] marks,
    double[] units,
    double[] decimals,
    boolean isWhole) {

  /**
   * A cell in its place.
   *
   * @param row from 0, the head's rows among them
   */
  record Placed(TableGrid.Slot slot, int row, Element element, Style style) {
    double sides() {
      return style.padding().left() + style.padding().right();
    }
  }

  public double width() {
    return Arrays.stream(widths).sum();
  }

  /** From the table's left to a column's. */
  double left(int column) {
    return Arrays.stream(widths, 0, column).sum();
  }

  public double width(TableGrid.Slot slot) {
    return Arrays.stream(widths, slot.column(), slot.column() + slot.columnSpan()).sum();
  }

  /** By which mark the cell's units stand below those of the cells above; null if they do not. */
  @Nullable DecimalMark mark(Placed placed) {
    return isAligned(placed, marks) ? marks[placed.slot.column()] : null;
  }

  private static boolean isAligned(Placed placed, @Nullable DecimalMark[] marks) {
    return !placed.slot.inHead()
        && placed.slot.columnSpan() == 1
        && marks[placed.slot.column()] != null
        && TableSetter.isLine(placed.slot.cell());
  }

  Align align(TableGrid.Slot slot) {
    return switch (grid.alignment(slot)) {
      case LEFT, NONE -> Align.LEFT;
      case CENTER -> Align.CENTER;
      case RIGHT -> Align.RIGHT;
    };
  }

  /** Draws plans. */
  public static final class Planner {
    private final Job job;
    private final InlineCompositor inlines;
    private final CellGauge gauge;

    public Planner(Job job, InlineCompositor inlines) {
      this.job = job;
      this.inlines = inlines;
      this.gauge = new CellGauge(job, inlines);
    }

    /**
     * @param dividesHeads whether the words of heads may be divided, where the others may
     * @return null where the table does not fit so
     */
    public @Nullable TablePlan plan(
        TableGrid grid, Element element, double measure, Fit fit, boolean dividesHeads) {
      Style style = job.theme().style(element);
      Element head = element.child(Tag.TABLE_HEAD, null);
      Element body = element.child(Tag.TABLE_BODY, grid.head().isEmpty() ? null : head);
      List<Placed> cells = new ArrayList<>();
      place(grid.head(), head, 0, grid.columns(), cells);
      place(grid.body(), body, grid.head().size(), grid.columns(), cells);
      int columns = grid.columns();
      boolean[] numeric = new boolean[columns];
      for (int k = 0; k < columns; k++) {
        numeric[k] = grid.isNumeric(k);
      }
      @Nullable DecimalMark[] marks = marks(grid, numeric);
      double[] units = new double[columns];
      double[] decimals = new double[columns];
      double[] figures = figures(cells, marks, units, decimals);
      List<ColumnWidths.Need> needs = new ArrayList<>();
      for (Placed placed : cells) {
        needs.add(
            new ColumnWidths.Need(
                placed.row,
                placed.slot.column(),
                placed.slot.columnSpan(),
                gauge.bulk(placed.slot.cell(), placed.element, measure),
                placed.sides(),
                style.hyphens() && (dividesHeads || !placed.slot.inHead())));
      }
      ColumnWidths widths = new ColumnWidths(needs, numeric, grid.dated(), figures, style.size());
      double room = style.width() == null ? measure : style.width().of(measure);
      if (!widths.fits(room, fit)) {
        return null;
      }
      return new TablePlan(
          grid,
          element,
          head,
          cells,
          widths.in(room, style.width() != null),
          marks,
          units,
          decimals,
          widths.fits(room, Fit.WHOLE));
    }

    private void place(
        List<List<TableGrid.Slot>> rows, Element part, int first, int columns, List<Placed> cells) {
      Element row = null;
      for (int i = 0; i < rows.size(); i++) {
        row = part.child(Tag.TABLE_ROW, row);
        Element cell = null;
        for (TableGrid.Slot slot : rows.get(i)) {
          cell = row.child(tag(slot, columns), cell);
          cells.add(new Placed(slot, first + i, cell, job.theme().style(cell)));
        }
      }
    }

    /** A cell at the table's edge says so, so that its words may stand on the edge of the text. */
    private Tag tag(TableGrid.Slot slot, int columns) {
      boolean first = slot.column() == 0;
      boolean last = slot.column() + slot.columnSpan() == columns;
      List<String> classes = new ArrayList<>();
      if (job.isRightToLeft() ? last : first) {
        classes.add("left-edge");
      }
      if (job.isRightToLeft() ? first : last) {
        classes.add("right-edge");
      }
      return Tag.of(Tag.of(slot.cell()).name(), classes.toArray(String[]::new));
    }

    private @Nullable DecimalMark[] marks(TableGrid grid, boolean[] numeric) {
      @Nullable DecimalMark[] marks = new DecimalMark[numeric.length];
      for (int k = 0; k < numeric.length; k++) {
        int column = k;
        if (numeric[k]) {
          List<String> numbers =
              grid.body().stream()
                  .flatMap(List::stream)
                  .filter(slot -> slot.column() == column && slot.columnSpan() == 1)
                  .map(slot -> TableGrid.words(slot.cell()))
                  .toList();
          marks[k] = DecimalMark.of(numbers, job.language());
        }
      }
      return marks;
    }

    private double[] parts(Placed placed, DecimalMark mark) {
      Copy copy =
          inlines.draft(
              ((Block.Paragraph) placed.slot.cell().content().getFirst()).content(),
              placed.element,
              job.language(),
              job.measure());
      return TableSetter.parts(new Gauge(job.type(), copy), copy, placed.slot.cell(), mark);
    }

    /** Measures units and decimals; how wide each column of numbers is for them. */
    private double[] figures(
        List<Placed> cells, @Nullable DecimalMark[] marks, double[] units, double[] decimals) {
      double[] figures = new double[marks.length];
      for (Placed placed : cells) {
        int k = placed.slot.column();
        DecimalMark mark = marks[k];
        if (mark != null && isAligned(placed, marks)) {
          double[] parts = parts(placed, mark);
          units[k] = Math.max(units[k], parts[0]);
          decimals[k] = Math.max(decimals[k], parts[1]);
          figures[k] = Math.max(figures[k], units[k] + decimals[k] + placed.sides());
        }
      }
      return figures;
    }
  }
}
