package offprint.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import offprint.document.Block.Table;

/**
 * Where a table's cells stand: in which column, below cells that reach down from the rows above
 * (HTML, 4.9.12: forming a table).
 */
public final class TableGrid {
  /**
   * A cell in its place.
   *
   * @param column from 0
   * @param columnSpan from 1; no column is counted that no cell begins in
   * @param rowSpan from 1; it ends with the head or the body
   */
  public record Slot(Table.Cell cell, boolean inHead, int column, int columnSpan, int rowSpan) {}

  // A sign or a currency, figures with marks between them, a unit of a few letters.
  private static final Pattern NUMBER =
      Pattern.compile(
          "[(\\[]?[-+−–±~<>≤≥≈$€£¥₹\\s]*(?:\\d[\\d.,'’\\u00A0\\u202F ]*|[.,]\\d+)"
              + "\\s?(?:[%‰°]|\\p{L}{1,3}|°C)?[)\\]]?[*†‡]*");
  private static final Pattern DATE = Pattern.compile("(?=.*\\d)[^\\uFFFC]{1,18}");
  private static final Pattern NOTHING = Pattern.compile("[-–—.…?]*|n/?a|N/?A");

  private final Table table;
  private final int columns;
  private final List<List<Slot>> head;
  private final List<List<Slot>> body;
  private final boolean[] numeric;

  public TableGrid(Table table) {
    this.table = table;
    List<List<Slot>> head = slots(table.head(), true);
    List<List<Slot>> body = slots(table.body(), false);
    this.columns = Math.max(1, Math.max(columns(head), columns(body)));
    this.head = within(head, columns);
    this.body = within(body, columns);
    this.numeric = columnsOf(NUMBER);
  }

  /** At least one. */
  public int columns() {
    return columns;
  }

  /** A list of cells for each row. */
  public List<List<Slot>> head() {
    return head;
  }

  public List<List<Slot>> body() {
    return body;
  }

  private static List<List<Slot>> slots(List<Table.Row> rows, boolean inHead) {
    List<List<Slot>> slots = new ArrayList<>();
    int[] reach = new int[0]; // how many rows more the cell above goes on, for each column
    for (int i = 0; i < rows.size(); i++) {
      List<Slot> row = new ArrayList<>();
      int column = 0;
      for (Table.Cell cell : rows.get(i).cells()) {
        while (column < reach.length && reach[column] > 0) {
          column++;
        }
        int end = column + cell.columnSpan();
        reach = end > reach.length ? Arrays.copyOf(reach, end) : reach;
        int rowSpan = Math.min(cell.rowSpan(), rows.size() - i);
        Arrays.fill(reach, column, end, rowSpan);
        row.add(new Slot(cell, inHead, column, cell.columnSpan(), rowSpan));
        column = end;
      }
      for (int k = 0; k < reach.length; k++) {
        reach[k] = Math.max(0, reach[k] - 1);
      }
      slots.add(row);
    }
    return slots;
  }

  private static int columns(List<List<Slot>> rows) {
    return rows.stream().flatMap(List::stream).mapToInt(s -> s.column + 1).max().orElse(0);
  }

  private static List<List<Slot>> within(List<List<Slot>> rows, int columns) {
    return rows.stream()
        .map(
            row ->
                row.stream()
                    .map(
                        s ->
                            new Slot(
                                s.cell,
                                s.inHead,
                                s.column,
                                Math.min(s.columnSpan, columns - s.column),
                                s.rowSpan))
                    .toList())
        .toList();
  }

  /** Whether a column holds nothing but numbers, whose units stand below each other. */
  public boolean isNumeric(int column) {
    return numeric[column];
  }

  /** How a cell stands: as the author says; else numbers right, a head over several amid. */
  public Table.Alignment alignment(Slot slot) {
    Table.Alignment own =
        slot.column < table.alignments().size()
            ? table.alignments().get(slot.column)
            : Table.Alignment.NONE;
    if (own != Table.Alignment.NONE) {
      return own;
    }
    if (slot.columnSpan > 1) {
      return slot.inHead ? Table.Alignment.CENTER : Table.Alignment.NONE;
    }
    return numeric[slot.column] ? Table.Alignment.RIGHT : Table.Alignment.NONE;
  }

  /** For each column whether it holds nothing but numbers, dates and the like, which are short. */
  public boolean[] dated() {
    return columnsOf(DATE);
  }

  private boolean[] columnsOf(Pattern pattern) {
    boolean[] all = new boolean[columns];
    boolean[] other = new boolean[columns];
    for (List<Slot> row : body) {
      for (Slot slot : row) {
        String words = words(slot.cell).strip();
        if (slot.columnSpan == 1 && !NOTHING.matcher(words).matches()) {
          boolean fits = pattern.matcher(words).matches();
          all[slot.column] |= fits;
          other[slot.column] |= !fits;
        }
      }
    }
    for (int k = 0; k < columns; k++) {
      all[k] &= !other[k];
    }
    return all;
  }

  /** What a cell of one line says; an object replacement character for one of blocks. */
  public static String words(Table.Cell cell) {
    if (cell.content().isEmpty()) {
      return "";
    }
    return cell.content().size() == 1 && cell.content().getFirst() instanceof Block.Paragraph p
        ? Inline.text(p.content())
        : "\uFFFC";
  }
}
