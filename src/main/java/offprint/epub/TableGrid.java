package offprint.epub;

import java.util.Arrays;

/** Finds the column in which a cell stands, below cells that reach down from rows above it. */
final class TableGrid {
  // How many rows more the cell above reaches into each column.
  private int[] reach;
  private int column;

  TableGrid(int columns) {
    reach = new int[Math.max(1, columns)];
  }

  /** Takes the next free place of the row, and says its first column, from 0. */
  int place(int columnSpan, int rowSpan) {
    while (column < reach.length && reach[column] > 0) {
      column++;
    }
    int first = column;
    if (first + columnSpan > reach.length) {
      reach = Arrays.copyOf(reach, first + columnSpan);
    }
    Arrays.fill(reach, first, first + columnSpan, rowSpan);
    column = first + columnSpan;
    return first;
  }

  void endRow() {
    for (int i = 0; i < reach.length; i++) {
      reach[i] = Math.max(0, reach[i] - 1);
    }
    column = 0;
  }
}
