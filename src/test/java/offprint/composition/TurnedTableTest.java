package offprint.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import offprint.galley.SetNote;
import offprint.galley.Slug;
import offprint.page.Mark;
import offprint.page.Marks;
import offprint.style.Style.Colour;
import offprint.table.TableRow;
import offprint.table.TableSetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnedTableTest {
  private static final double WIDTH = 500;
  private static final double HEIGHT = 100;

  private static Slug slug(int name, double height) {
    Mark mark = new Mark.Rule(name, 0, 30, height, Colour.BLACK, Mark.Artifact.LAYOUT);
    return new Slug(height, List.of(mark), false);
  }

  private static TableRow row(int name, double height, boolean cut) {
    return new TableRow(List.of(slug(name, height)), List.of(cut));
  }

  /** The names on each page. */
  private static List<List<Integer>> names(List<Slug> pages) {
    return pages.stream()
        .map(
            page ->
                page.marks().stream()
                    .map(mark -> (int) (WIDTH - ((Mark.Rule) mark).y() - 30))
                    .toList())
        .toList();
  }

  private static List<Slug> pages(TableRow... rows) {
    return TurnedTable.pages(
        List.of(slug(90, 10)),
        new TableSetter.Lines(List.of(slug(91, 20)), List.of(rows), List.of(slug(92, 1))),
        WIDTH,
        HEIGHT,
        0);
  }

  private static TableRow row(int name, int... notes) {
    List<SetNote> called =
        Arrays.stream(notes).mapToObj(n -> new SetNote(List.of(slug(n, 10)))).toList();
    Slug.Extras extras = new Slug.Extras(called, List.of(), List.of(), List.of());
    return new TableRow(List.of(slug(name, 20).with(List.of(), extras)), List.of(true));
  }

  @Test
  void notesStandOnTheirSheet() {
    List<Slug> pages = pages(row(0), row(1, 81), row(2, 82), row(3));
    assertThat(names(pages)).containsExactly(List.of(90, 91, 0, 1, 81), List.of(91, 2, 3, 92, 82));
    assertThat(pages).allMatch(page -> page.extras().notes().isEmpty());
    assertThat(((Mark.Rule) pages.getFirst().marks().getLast()).x()).isEqualTo(70 + 6);
  }

  @Test
  void notesThatFillASheetAreLeftToPages() {
    List<Slug> pages = pages(row(0), row(1, 81, 82, 83, 84, 85), row(2, 86));
    assertThat(names(pages)).containsExactly(List.of(90, 91, 0, 1, 2, 92));
    assertThat(pages.getFirst().extras().notes()).hasSize(6);
  }

  @Test
  void whatIsBelowStandsFurtherRight() {
    List<Slug> pages = pages(row(1, 30, true));
    assertThat(pages).hasSize(1);
    assertThat(pages.getFirst().height()).isEqualTo(WIDTH);
    assertThat(pages.getFirst().marks().stream().map(mark -> ((Mark.Rule) mark).x()))
        .containsExactly(0., 10., 30., 60.);
    Mark.Rule row = (Mark.Rule) pages.getFirst().marks().get(2);
    assertThat(row.width()).isEqualTo(30);
    assertThat(row.y()).isEqualTo(WIDTH - 1 - 30);
  }

  @Test
  void theHeadStandsOnEachPageTheCaptionOnTheFirst() {
    List<TableRow> rows = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      rows.add(row(i, 30, true));
    }
    assertThat(names(pages(rows.toArray(new TableRow[0]))))
        .containsExactly(List.of(90, 91, 0, 1), List.of(91, 2, 3, 92));
  }

  @Test
  void rowsThatAreKeptTogetherGoTogether() {
    assertThat(names(pages(row(0, 30, true), row(1, 30, false), row(2, 30, true))))
        .containsExactly(List.of(90, 91, 0), List.of(91, 1, 2, 92));
  }

  /** Upright, and too wide to be. */
  @ParameterizedTest
  @ValueSource(ints = {2, 14})
  void aRepeatedHeadSaysThePageThatItsLinkLeadsTo(int columns) {
    String row = "| antidisestablishment".repeat(columns - 1);
    Pressed pressed =
        Pressed.a4(
            "# Title\n\n## Reefs\n\n| To [reefs](#reefs)[^1] "
                + row
                + " |\n"
                + "|---".repeat(columns)
                + "|\n"
                + ("| coral " + row + " |\n").repeat(100)
                + "\nText.\n\n[^1]: A note.");
    assertThat(pressed.texts()).extracting(text -> text.run().text()).doesNotContain("0", "00");
    assertThat(pressed.texts())
        .filteredOn(text -> text.run().text().equals("reefs"))
        .hasSizeGreaterThan(1);
    assertThat(pressed.text("A note").turned()).isEqualTo(columns > 2);
  }

  /** Upright, where the paragraph begins anew below it, and turned, where it stands elsewhere. */
  @ParameterizedTest
  @ValueSource(ints = {2, 14})
  void textThatGoesOnWithoutATableIsIndentedAsParagraphsAre(int columns) {
    String row = "| antidisestablishment".repeat(columns) + "|\n";
    Pressed pressed =
        Pressed.a4(
            "# Title\n\nBefore.\n\nSecond.\n\n"
                + row
                + "|---".repeat(columns)
                + "|\n"
                + row
                + "\nBehind.");
    double indented = pressed.text("Second.").x() - pressed.text("Before.").x();
    assertThat(pressed.text("Behind.").x() - pressed.text("Before.").x())
        .isCloseTo(columns > 2 ? indented : 0, within(0.1));
  }

  @Test
  void textAndLinksTurnWithTheSheet() {
    Mark anchor = new Mark.Anchor("a", 40, 10);
    assertThat(Marks.turned(List.of(anchor), WIDTH))
        .containsExactly(new Mark.Anchor("a", 10, WIDTH - 40));
  }
}
