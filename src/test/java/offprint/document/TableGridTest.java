package offprint.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import offprint.document.Block.Table;
import offprint.document.Block.Table.Alignment;
import offprint.document.Block.Table.Cell;
import offprint.document.Block.Table.Row;
import offprint.source.Place;
import org.junit.jupiter.api.Test;

class TableGridTest {
  private static final Place PLACE = Place.of("article.md");

  private static Cell cell(String words, int columnSpan, int rowSpan) {
    List<Block> content =
        List.of(new Block.Paragraph(List.of(new Inline.Text(words, PLACE)), PLACE));
    return new Cell(words.isEmpty() ? List.of() : content, false, columnSpan, rowSpan, PLACE);
  }

  private static Row row(Cell... cells) {
    return new Row(List.of(cells));
  }

  private static TableGrid grid(List<Row> head, Row... body) {
    return new TableGrid(new Table(List.of(), List.of(), head, List.of(body), PLACE));
  }

  private static TableGrid column(String... words) {
    Row[] rows =
        Arrays.stream(words).map(w -> row(cell("row", 1, 1), cell(w, 1, 1))).toArray(Row[]::new);
    return grid(List.of(), rows);
  }

  private static List<Integer> columns(List<TableGrid.Slot> row) {
    return row.stream().map(TableGrid.Slot::column).toList();
  }

  @Test
  void cellsStandBesideThoseThatReachDownFromAbove() {
    TableGrid grid =
        grid(
            List.of(),
            row(cell("a", 1, 2), cell("b", 2, 1), cell("c", 1, 3)),
            row(cell("d", 1, 1), cell("e", 1, 1)),
            row(cell("f", 2, 1)));
    assertThat(grid.columns()).isEqualTo(4);
    assertThat(columns(grid.body().get(0))).containsExactly(0, 1, 3);
    assertThat(columns(grid.body().get(1))).containsExactly(1, 2);
    assertThat(columns(grid.body().get(2))).containsExactly(0);
  }

  @Test
  void noCellIsLostBeyondTheColumnsOfTheFirstRow() {
    TableGrid grid = grid(List.of(), row(cell("a", 1, 2)), row(cell("b", 1, 1), cell("c", 1, 1)));
    assertThat(columns(grid.body().get(1))).containsExactly(1, 2);
    assertThat(grid.columns()).isEqualTo(3);
  }

  @Test
  void aSpanEndsWithItsPartAndWithTheColumnsThatHoldSomething() {
    TableGrid grid = grid(List.of(row(cell("a", 1, 9), cell("b", 1000, 1))), row(cell("c", 1, 1)));
    TableGrid.Slot first = grid.head().getFirst().get(0);
    TableGrid.Slot second = grid.head().getFirst().get(1);
    assertThat(first.rowSpan()).isEqualTo(1);
    assertThat(second.columnSpan()).isEqualTo(1);
    assertThat(columns(grid.body().getFirst())).containsExactly(0);
  }

  @Test
  void knowsAColumnOfNumbers() {
    assertThat(column("12", "1,204.5", "–", "", "-0.3 %", "€ 12", "(7)", "12 ms").isNumeric(1))
        .isTrue();
    assertThat(column("12", "twelve").isNumeric(1)).isFalse();
    assertThat(column("2026-01-15").isNumeric(1)).isFalse();
    assertThat(column("–", "").isNumeric(1)).isFalse();
    assertThat(column("12").isNumeric(0)).isFalse();
  }

  @Test
  void datesAreShortAndHaveFigures() {
    assertThat(column("12 January 2026", "v1.2-rc", "").dated()[1]).isTrue();
    assertThat(column("12 January 2026", "in March").dated()[1]).isFalse();
    assertThat(column("12 men in a boat at sea").dated()[1]).isFalse();
  }

  @Test
  void numbersStandRightUnlessTheAuthorSaysOtherwise() {
    Row row = row(cell("1", 1, 1), cell("2", 1, 1), cell("three", 1, 1));
    Row head = row(cell("a", 1, 1), cell("b", 2, 1));
    TableGrid grid =
        new TableGrid(
            new Table(
                List.of(),
                List.of(Alignment.CENTER, Alignment.NONE, Alignment.NONE),
                List.of(head),
                List.of(row),
                PLACE));
    assertThat(grid.body().getFirst().stream().map(grid::alignment))
        .containsExactly(Alignment.CENTER, Alignment.RIGHT, Alignment.NONE);
    assertThat(grid.head().getFirst().stream().map(grid::alignment))
        .containsExactly(Alignment.CENTER, Alignment.CENTER);
  }
}
