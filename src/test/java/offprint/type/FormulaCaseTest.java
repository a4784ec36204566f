package offprint.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import offprint.composition.Pressed;
import offprint.page.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaCaseTest {
  @ParameterizedTest
  @ValueSource(strings = {"$ꦗ$", "$x_ꦗ$", "$x_{y_\\text{ꦗ}}$", "$$\\sqrt{ꦗ}$$"})
  void aCharacterThatNoFaceHasIsABoxInAFormulaToo(String formula) {
    Pressed pressed = Pressed.a4(formula);
    assertThat(words(pressed)).contains("A9", "97");
    assertThat(pressed.findings().list())
        .extracting(finding -> finding.code())
        .contains("missing-character");
  }

  @Test
  void theBoxIsAsSmallAsAScriptAndTheFormulaAsHighAsTheBox() {
    Mark.Formula level = formula("$ꦗ$");
    Mark.Formula script = formula("$x^ꦗ$");
    assertThat(level.set().ascent()).isGreaterThan(5);
    assertThat(size(script)).isLessThan(0.8 * size(level));
  }

  private static Mark.Formula formula(String markdown) {
    return formulas(Pressed.a4(markdown)).getFirst();
  }

  private static double size(Mark.Formula formula) {
    return formula.parts().stream()
        .filter(part -> part instanceof Mark.Text text && text.run().text().equals("A9"))
        .mapToDouble(part -> ((Mark.Text) part).run().size())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> words(Pressed pressed) {
    return formulas(pressed).stream()
        .flatMap(formula -> formula.parts().stream())
        .filter(Mark.Text.class::isInstance)
        .map(part -> ((Mark.Text) part).run().text())
        .toList();
  }

  private static List<Mark.Formula> formulas(Pressed pressed) {
    return pressed.pages().pages().stream()
        .flatMap(page -> page.marks().stream())
        .filter(Mark.Formula.class::isInstance)
        .map(Mark.Formula.class::cast)
        .toList();
  }
}
