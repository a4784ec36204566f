package offprint.device;

import java.util.List;
import offprint.document.Block;
import offprint.source.Place;

/** The tables that stand in the cells of one. */
record InnerTables(Block.Table table) {
  List<Place> places() {
    return java.util.stream.Stream.concat(table.head().stream(), table.body().stream())
        .flatMap(row -> row.cells().stream())
        .flatMap(cell -> cell.content().stream())
        .filter(Block.Table.class::isInstance)
        .map(Block::place)
        .toList();
  }
}
