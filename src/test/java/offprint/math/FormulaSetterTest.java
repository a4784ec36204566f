package offprint.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import offprint.glyph.Face;
import offprint.glyph.FontBook;
import offprint.glyph.HarfBuzzShaper;
import offprint.glyph.MathTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormulaSetterTest {
  private static final FontBook FONTS = FontBook.bundled();
  private static final HarfBuzzShaper SHAPER = new HarfBuzzShaper();
  private static final Face SERIF = FONTS.face(List.of("serif"), 10, 400, false);
  private static final FormulaSetter SETTER =
      new FormulaSetter(
          new MathTable(FONTS.face(List.of("STIX Two Math"), 10, 400, false)),
          SHAPER,
          (words, size) -> List.of(SHAPER.shape(words, SERIF, size, List.of(), "en", false)),
          10);

  @AfterAll
  static void close() {
    SHAPER.close();
  }

  private static SetFormula display(String tex) throws UnreadableFormula {
    return SETTER.set(Formula.read(tex), true);
  }

  private static SetFormula inLine(String tex) throws UnreadableFormula {
    return SETTER.set(Formula.read(tex), false);
  }

  @ParameterizedTest
  @MethodSource("offprint.math.FormulaTest#formulas")
  void everyFormulaHasASizeAndGlyphsForAllOfIt(String tex) throws UnreadableFormula {
    SetFormula set = display(tex);
    assertThat(set.width()).isBetween(1.0, 1000.0);
    assertThat(set.ascent()).isBetween(0.5, 200.0);
    assertThat(set.descent()).isBetween(-10.0, 200.0);
    for (SetFormula.Piece piece : set.pieces()) {
      if (piece instanceof SetFormula.Piece.Glyphs glyphs) {
        assertThat(glyphs.run().glyphs()).doesNotContain(0);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("offprint.math.FormulaTest#formulas")
  void thePiecesOfALineAreAsWideAsTheWhole(String tex) throws UnreadableFormula {
    Formula formula = Formula.read(tex);
    double width = 0;
    for (FormulaSetter.Stretch stretch : SETTER.stretches(formula)) {
      width += stretch.lead() + stretch.set().width();
    }
    assertThat(width).isCloseTo(SETTER.set(formula, false).width(), within(1.0));
  }

  @Test
  void noLineBeginsWithTheLastFigureOfAShortFormula() throws UnreadableFormula {
    assertThat(SETTER.stretches(Formula.read("e^{i\\pi} + 1 = 0"))).hasSize(1);
    assertThat(SETTER.stretches(Formula.read("e^{i\\pi} + 1 = abc"))).hasSize(2);
  }

  @Test
  void aSumIsLargerInADisplay() throws UnreadableFormula {
    assertThat(height(display("\\sum"))).isGreaterThan(1.2 * height(inLine("\\sum")));
  }

  @Test
  void delimitersGrowWithWhatTheyHold() throws UnreadableFormula {
    double low = height(display("\\left( x \\right)"));
    double high = height(display("\\left( \\frac{a}{b} \\right)"));
    double built = height(display("\\left(" + deep(12) + "\\right)"));
    assertThat(high).isGreaterThan(low);
    assertThat(built).isGreaterThan(5 * high);
  }

  @Test
  void aMatrixKeepsItsDistanceFromWhatIsAroundIt() throws UnreadableFormula {
    double column = display("x").width();
    assertThat(display("\\begin{matrix} x \\\\ x \\end{matrix}").width()).isGreaterThan(column + 2);
    assertThat(display("\\begin{gathered} x \\\\ x \\end{gathered}").width())
        .isCloseTo(column, within(0.01));
  }

  private static String deep(int rows) {
    return "\\begin{matrix}" + "x \\\\ ".repeat(rows) + "\\end{matrix}";
  }

  @Test
  void aFractionStandsAroundTheAxis() throws UnreadableFormula {
    SetFormula.Piece bar =
        display("\\frac{a}{b}").pieces().stream()
            .filter(SetFormula.Piece.Rule.class::isInstance)
            .findFirst()
            .orElseThrow();
    SetFormula.Piece.Rule rule = (SetFormula.Piece.Rule) bar;
    // The face's axis is 0.258 em above the baseline.
    assertThat(rule.y() + rule.height() / 2).isCloseTo(-2.58, within(0.001));
  }

  @Test
  void whatIsRaisedIsSmallerAndHigher() throws UnreadableFormula {
    List<SetFormula.Piece> pieces = inLine("x^2").pieces();
    SetFormula.Piece.Glyphs base = (SetFormula.Piece.Glyphs) pieces.get(0);
    SetFormula.Piece.Glyphs power = (SetFormula.Piece.Glyphs) pieces.get(1);
    assertThat(power.run().size()).isCloseTo(7, within(0.001));
    assertThat(power.y()).isCloseTo(base.y() - 3.6, within(0.001));
  }

  @Test
  void equationsInRowsAreAlignedAtTheirRelations() throws UnreadableFormula {
    SetFormula set = display("\\begin{aligned} a + b &= c \\\\ d &= e \\end{aligned}");
    double[] relations =
        set.pieces().stream()
            .filter(
                piece ->
                    piece instanceof SetFormula.Piece.Glyphs glyphs
                        && glyphs.run().text().equals("="))
            .mapToDouble(piece -> ((SetFormula.Piece.Glyphs) piece).x())
            .toArray();
    assertThat(relations).hasSize(2);
    assertThat(relations[0]).isCloseTo(relations[1], within(0.001));
  }

  @Test
  void aLineMayEndBehindARelation() throws UnreadableFormula {
    List<FormulaSetter.Stretch> stretches = SETTER.stretches(Formula.read("aaa + bbb = cccccc"));
    assertThat(stretches)
        .extracting(FormulaSetter.Stretch::relation)
        .containsExactly(false, false, true);
    assertThat(SETTER.stretches(Formula.read("(aaaaa + bbbbb = ccccc)"))).hasSize(1);
    assertThat(SETTER.stretches(Formula.read("a = b"))).hasSize(1);
  }

  @Test
  void aShortFormulaIsDividedBehindARelationAtMost() throws UnreadableFormula {
    assertThat(SETTER.stretches(Formula.read("b + x = tuv")))
        .hasSize(2)
        .allMatch(FormulaSetter.Stretch::isShort);
  }

  /** A display is divided before relations, which stand below each other. */
  @Test
  void aWideDisplayIsDividedBeforeRelations() throws UnreadableFormula {
    Formula formula = Formula.read("f(a = b) = aaaa + bbbb = cccc + dddd = eeee + ffff");
    double whole = SETTER.set(formula, true).width();
    SetFormula set = SETTER.divided(formula, whole / 2);
    assertThat(set).isNotNull();
    assertThat(set.width()).isLessThanOrEqualTo(whole / 2);
    List<SetFormula.Piece.Glyphs> relations = glyphs(set, "=");
    assertThat(relations).hasSize(4);
    SetFormula.Piece.Glyphs first = relations.get(1);
    assertThat(relations.subList(2, 4)).anyMatch(r -> r.y() > first.y() + 5);
    assertThat(relations.subList(2, 4))
        .filteredOn(r -> r.y() > first.y() + 5)
        .first()
        .satisfies(r -> assertThat(r.x()).isCloseTo(first.x(), within(0.001)));
  }

  @Test
  void aWideSumIsDividedBeforeAnOperatorFurtherIn() throws UnreadableFormula {
    Formula formula = Formula.read("f = aaaa(b + c) + bbbb(c - d) + cccc(d + e)");
    double whole = SETTER.set(formula, true).width();
    SetFormula set = SETTER.divided(formula, whole * 0.7);
    assertThat(set).isNotNull();
    assertThat(set.width()).isLessThanOrEqualTo(whole * 0.7);
    double lowest =
        glyphs(set, "+").stream().mapToDouble(SetFormula.Piece.Glyphs::y).max().orElse(0);
    SetFormula.Piece.Glyphs below =
        glyphs(set, "+").stream().filter(p -> p.y() == lowest).findFirst().orElseThrow();
    assertThat(below.x()).isGreaterThan(glyphs(set, "=").getFirst().x() + 15);
    assertThat(glyphs(set, "−").getFirst().y()).isEqualTo(glyphs(set, "=").getFirst().y());
  }

  @Test
  void aWideLineOfSeveralIsDivided() throws UnreadableFormula {
    Formula formula =
        Formula.read("\\begin{aligned} a &= b \\\\ c &= dddd = eeee = ffff \\end{aligned}");
    double whole = SETTER.set(formula, true).width();
    SetFormula set = SETTER.divided(formula, whole * 0.8);
    assertThat(set).isNotNull();
    assertThat(set.width()).isLessThanOrEqualTo(whole * 0.8);
    assertThat(glyphs(set, "=").stream().map(SetFormula.Piece.Glyphs::y).distinct()).hasSize(3);
  }

  @Test
  void whatHasNoPlaceForItIsNotDivided() throws UnreadableFormula {
    assertThat(SETTER.divided(Formula.read("\\frac{aaaa = bbbb}{cccc}"), 10)).isNull();
    assertThat(SETTER.divided(Formula.read("(aaaa + bbbb)"), 10)).isNull();
    assertThat(SETTER.divided(Formula.read("\\begin{pmatrix} a & b \\end{pmatrix}"), 1)).isNull();
  }

  private static List<SetFormula.Piece.Glyphs> glyphs(SetFormula set, String words) {
    return set.pieces().stream()
        .filter(SetFormula.Piece.Glyphs.class::isInstance)
        .map(SetFormula.Piece.Glyphs.class::cast)
        .filter(piece -> piece.run().text().equals(words))
        .toList();
  }

  private static double height(SetFormula set) {
    return set.ascent() + set.descent();
  }
}
