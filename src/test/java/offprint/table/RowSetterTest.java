package offprint.table;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import offprint.document.Block;
import offprint.document.Block.Table.Cell;
import offprint.document.Inline;
import offprint.document.PageSize;
import offprint.document.TableGrid;
import offprint.galley.Slug;
import offprint.page.Mark;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.style.Element;
import offprint.style.Style;
import offprint.style.Tag;
import offprint.style.Theme;
import org.junit.jupiter.api.Test;

class RowSetterTest {
  private static final Place PLACE = Place.of("article.md");
  private static final double LINE = 10;
  private static final double DEPTH = 400;
  private static final Element TABLE = Element.root().child(Tag.of("table"), null);
  private static final Style STYLE =
      requireNonNull(Theme.load("classic", PageSize.of("a4"), new Findings())).style(TABLE);

  private static Cell cell(int rowSpan) {
    Block words = new Block.Paragraph(List.of(new Inline.Text("x", PLACE)), PLACE);
    return new Cell(List.of(words), false, 1, rowSpan, PLACE);
  }

  private static List<Slug> lines(int count, double height) {
    return Collections.nCopies(
        count,
        new Slug(
            height,
            List.of(new Mark.Rule(0, 0, 1, height, Style.Colour.BLACK, Mark.Artifact.LAYOUT)),
            false));
  }

  /** Rows of cells, each of which spans so many rows and has such slugs. */
  private static List<TableRow> rows(List<List<Cell>> cells, List<List<Slug>> slugs) {
    List<Block.Table.Row> rows = cells.stream().map(Block.Table.Row::new).toList();
    TableGrid grid = new TableGrid(new Block.Table(List.of(), List.of(), List.of(), rows, PLACE));
    List<TableSetter.Stack> stacks = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < cells.size(); i++) {
      for (TableGrid.Slot slot : grid.body().get(i)) {
        TablePlan.Placed placed = new TablePlan.Placed(slot, i, TABLE, STYLE);
        stacks.add(new TableSetter.Stack(placed, slugs.get(next++)));
      }
    }
    TablePlan plan =
        new TablePlan(
            grid,
            TABLE,
            TABLE,
            List.of(),
            new double[grid.columns()],
            new DecimalMark[grid.columns()],
            new double[grid.columns()],
            new double[grid.columns()],
            true);
    return new RowSetter(stacks, DEPTH).rows(plan);
  }

  private static double height(TableRow row) {
    return row.slugs().stream().mapToDouble(Slug::height).sum();
  }

  @Test
  void aShortRowIsOneSlug() {
    List<TableRow> rows =
        rows(List.of(List.of(cell(1), cell(1))), List.of(lines(3, LINE), lines(5, LINE)));
    assertThat(rows.getFirst().slugs()).hasSize(1);
    assertThat(height(rows.getFirst())).isEqualTo(50);
  }

  @Test
  void aDeepRowIsCutWithTwoLinesOfEachCellOnEitherSide() {
    List<TableRow> rows =
        rows(List.of(List.of(cell(1), cell(1))), List.of(lines(12, LINE), lines(5, LINE)));
    TableRow row = rows.getFirst();
    assertThat(row.slugs()).hasSize(12);
    // Not behind the first or the fourth, where one line would be alone, nor the eleventh.
    assertThat(row.cuts())
        .containsExactly(false, true, true, false, true, true, true, true, true, true, false, true);
  }

  @Test
  void linesOfDifferentDepthsArePartedWhereBothEnd() {
    List<TableRow> rows =
        rows(List.of(List.of(cell(1), cell(1))), List.of(lines(12, 10), lines(8, 15)));
    assertThat(rows.getFirst().slugs())
        .extracting(Slug::height)
        .containsExactly(30., 30., 30., 30.);
  }

  @Test
  void linesThatNeverEndTogetherGiveWayALittle() {
    List<TableRow> rows =
        rows(List.of(List.of(cell(1), cell(1))), List.of(lines(40, 11.3), lines(40, 10.1)));
    TableRow row = rows.getFirst();
    assertThat(row.slugs()).hasSizeGreaterThan(6);
    assertThat(height(row)).isBetween(40 * 11.3, 40 * 11.3 + 45);
    long marks = row.slugs().stream().mapToLong(slug -> slug.marks().size()).sum();
    assertThat(marks).isEqualTo(80);
  }

  @Test
  void whatASpanningCellNeedsMoreFallsToItsLastRow() {
    List<TableRow> rows =
        rows(
            List.of(List.of(cell(2), cell(1)), List.of(cell(1)), List.of(cell(1), cell(1))),
            List.of(
                lines(5, LINE), lines(1, LINE), lines(1, LINE), lines(1, LINE), lines(1, LINE)));
    assertThat(rows).extracting(RowSetterTest::height).containsExactly(10., 40., 10.);
    assertThat(rows.get(0).cuts().getLast()).isFalse();
    assertThat(rows.get(1).cuts().getLast()).isTrue();
  }

  @Test
  void aSpanningCellKeepsNoMoreRowsTogetherThanItIsDeep() {
    List<List<Cell>> cells = new ArrayList<>();
    List<List<Slug>> slugs = new ArrayList<>();
    cells.add(List.of(cell(60), cell(1)));
    slugs.add(lines(3, LINE));
    slugs.add(lines(1, LINE));
    for (int i = 1; i < 60; i++) {
      cells.add(List.of(cell(1)));
      slugs.add(lines(1, LINE));
    }
    List<TableRow> rows = rows(cells, slugs);
    assertThat(rows.subList(0, 4))
        .extracting(row -> row.cuts().getLast())
        .containsExactly(false, false, true, true);
  }

  @Test
  void aSpanningCellOfMoreThanAPageIsDividedAllTheSame() {
    List<TableRow> rows =
        rows(
            List.of(List.of(cell(2), cell(1)), List.of(cell(1))),
            List.of(lines(90, LINE), lines(1, LINE), lines(1, LINE)));
    assertThat(rows.getFirst().slugs()).allMatch(slug -> slug.height() < DEPTH);
    assertThat(height(rows.getFirst())).isEqualTo(900);
  }
}
