package offprint.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import offprint.document.PageSize;
import offprint.page.Mark;
import offprint.page.Page;
import offprint.source.Finding;
import org.junit.jupiter.api.Test;

class FormulaCompositorTest {
  private static Pressed set(int above, int rows) {
    return Pressed.of(
        "Words\n\n".repeat(above)
            + "$$\\begin{aligned}\n"
            + "f(x) &= \\frac{a}{b} + c \\\\\n".repeat(rows - 1)
            + "&= d\n\\end{aligned}$$\n\nMore\n",
        PageSize.of("a5"));
  }

  /** How many lines of the formula stand on each page. */
  private static List<Long> lines(Pressed set) {
    return set.pages().pages().stream()
        .map(Page::marks)
        .map(marks -> marks.stream().filter(Mark.Formula.class::isInstance).count())
        .toList();
  }

  @Test
  void aFormulaDeeperThanAPageIsDividedBetweenItsLinesInItsOwnSize() {
    Pressed set = set(3, 30);
    assertThat(set.findings().list()).extracting(Finding::code).doesNotContain("wide-formula");
    List<Long> lines = lines(set);
    assertThat(lines).hasSizeGreaterThan(1).allMatch(count -> count == 0 || count > 1);
    assertThat(lines.stream().mapToLong(Long::longValue).sum()).isEqualTo(30);
  }

  @Test
  void aFormulaOfAFewLinesStandsTogether() {
    for (int above = 10; above < 40; above++) {
      assertThat(lines(set(above, 5))).as("below %d lines", above).contains(5L);
    }
  }

  @Test
  void aMatrixIsNotDivided() {
    Pressed set =
        Pressed.of(
            "$$\\begin{pmatrix}\n" + "a & b \\\\\n".repeat(70) + "\\end{pmatrix}$$\n",
            PageSize.of("a5"));
    assertThat(set.findings().list()).extracting(Finding::code).contains("wide-formula");
    assertThat(lines(set)).contains(1L);
  }

  @Test
  void formulasBelowEachOtherBeginAlike() {
    List<Double> begins =
        Pressed.of("Words\n\n$$a$$\n\n$$b$$\n", PageSize.A4, "modern")
            .pages()
            .pages()
            .getFirst()
            .marks()
            .stream()
            .filter(Mark.Formula.class::isInstance)
            .map(mark -> ((Mark.Formula) mark).x())
            .toList();
    assertThat(begins).hasSize(2);
    assertThat(begins.getFirst()).isEqualTo(begins.getLast());
  }

  @Test
  void eachTagStandsAtItsOwnLine() {
    Pressed set =
        Pressed.a4("$$\\begin{align} a &= b \\tag{1} \\\\ c &= d \\tag{2} \\end{align}$$\n");
    List<Double> places =
        set.pages().pages().getFirst().marks().stream()
            .filter(Mark.Formula.class::isInstance)
            .map(mark -> (Mark.Formula) mark)
            .map(formula -> formula.y() + baseline(formula))
            .toList();
    assertThat(places).hasSize(4);
    assertThat(places.get(0)).isEqualTo(places.get(1));
    assertThat(places.get(2)).isEqualTo(places.get(3)).isGreaterThan(places.get(0));
  }

  @Test
  void aTagBesideSeveralLinesPartsNone() {
    String lines = "\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}";
    double tagged = depth("$$" + lines + "\\tag{1}$$\n\nMore\n");
    assertThat(tagged).isEqualTo(depth("$$" + lines + "$$\n\nMore\n"));
  }

  private static double depth(String article) {
    return Pressed.a4(article).text("More").y();
  }

  private static double baseline(Mark.Formula formula) {
    return switch (formula.set().pieces().getFirst()) {
      case offprint.math.SetFormula.Piece.Glyphs glyphs -> glyphs.y();
      case offprint.math.SetFormula.Piece.Rule rule -> rule.y();
    };
  }
}
