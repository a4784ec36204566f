package offprint.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

class FormulaTest {

  /** One of each thing that authors write. */
  static Stream<String> formulas() throws IOException {
    try (InputStream in = FormulaTest.class.getResourceAsStream("/math/formulas.txt")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return all.lines();
    }
  }

  private static String mathMl(String tex) throws UnreadableFormula {
    String whole = Formula.read(tex).mathMl(false, "en");
    return whole.substring(whole.indexOf("<mrow>") + 6, whole.length() - 14);
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void everyFormulaIsMathMlWithAsManyPartsAsItsElementsTake(String tex) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    String xml = Formula.read(tex).mathMl(true, "la");
    Element root =
        factory
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)))
            .getDocumentElement();
    assertThat(root.getAttribute("alttext")).isEqualTo(tex.replaceAll("\\s+", " "));
    assertThat(root.getAttribute("display")).isEqualTo("block");
    hold(root);
  }

  // MathML 3, section 3.1.3.1
  private static void hold(Element element) {
    int parts =
        switch (element.getLocalName()) {
          case "mfrac", "mroot", "msub", "msup", "munder", "mover" -> 2;
          case "msubsup", "munderover" -> 3;
          default -> -1;
        };
    int found = 0;
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        found++;
        hold(inner);
      }
    }
    if (parts >= 0) {
      assertThat(found).as(element.getLocalName()).isEqualTo(parts);
    }
  }

  @Test
  void aMinusBeforeATermIsNoOperator() throws UnreadableFormula {
    assertThat(mathMl("-x")).isEqualTo("<mo form=\"prefix\">−</mo><mi>x</mi>");
    assertThat(mathMl("a-x")).isEqualTo("<mi>a</mi><mo>−</mo><mi>x</mi>");
  }

  @Test
  void digitsAreOneNumberAndLettersAreEachTheirOwn() throws UnreadableFormula {
    assertThat(mathMl("3.14ab")).isEqualTo("<mn>3.14</mn><mi>a</mi><mi>b</mi>");
    assertThat(mathMl("\\mathrm{kg}")).isEqualTo("<mi>kg</mi>");
    assertThat(mathMl("x^12")).isEqualTo("<msup><mi>x</mi><mn>1</mn></msup><mn>2</mn>");
  }

  @Test
  void limitsStandAboveAndBelowWhereTheyDo() throws UnreadableFormula {
    assertThat(mathMl("\\sum_i^n")).startsWith("<munderover><mo>∑</mo>");
    assertThat(mathMl("\\int_i^n")).startsWith("<msubsup><mo>∫</mo>");
    assertThat(mathMl("\\sum\\nolimits_i^n")).startsWith("<msubsup>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cases", "pmatrix", "aligned"})
  void fourBackslashesEndARowAsTwoDo(String name) throws UnreadableFormula {
    String rows = "\\begin{" + name + "} a & b \\\\ c & d \\\\ \\end{" + name + "}";
    assertThat(mathMl(rows.replace("\\\\", "\\\\\\\\"))).isEqualTo(mathMl(rows));
    assertThat(mathMl("\\substack{a \\\\\\\\ b}")).isEqualTo(mathMl("\\substack{a \\\\ b}"));
    assertThat(mathMl("\\begin{matrix} a \\\\\\alpha \\end{matrix}")).contains("α");
  }

  @Test
  void superscriptsOfUnicodeAreRaised() throws UnreadableFormula {
    assertThat(mathMl("x²")).isEqualTo("<msup><mi>x</mi><mn>2</mn></msup>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      value = {
        "\\foo{x}~0~the command \\foo is not known",
        "\\frac{1}{2~8~a brace is never closed",
        "a}~1~'}' closes nothing",
        "\\left( x~0~\\left without \\right",
        "\\right)~0~'\\right' closes nothing",
        "x^1^2~4~a second '^' behind the first",
        "\\frac{1}~8~something is missing behind \\frac",
        "\\begin{foo} x \\end{foo}~0~the environment foo is not known",
        "\\begin{pmatrix} x \\end{bmatrix}~18~\\begin{pmatrix} is closed by \\end{bmatrix}",
        "\\left x~7~\\left stands before what is no bracket",
        "50%~2~'%' begins a comment in TeX",
        "x # y~3~'#' does not stand alone in TeX",
        "\\~1~it ends with a backslash",
      })
  void whatCannotBeReadIsToldWithItsPlace(String tex, int offset, String message) {
    assertThatThrownBy(() -> Formula.read(tex))
        .asInstanceOf(InstanceOfAssertFactories.type(UnreadableFormula.class))
        .satisfies(
            wrong -> {
              assertThat(wrong.message()).isEqualTo(message);
              assertThat(wrong.offset()).isEqualTo(offset);
              assertThat(wrong.hint()).isNotBlank();
            });
  }

  @Test
  void whatXmlHasNoCharacterForIsLeftOut() throws UnreadableFormula {
    String odd = "\\text{a\uFFFFb\uFFFEc\uD800d}";
    assertThat(Formula.read(odd).mathMl(false, "en"))
        .contains("abcd")
        .doesNotContain("\uFFFF", "\uFFFE", "\uD800");
  }

  @Test
  void nestingHasAnEnd() {
    assertThatThrownBy(() -> Formula.read("{".repeat(5000))).isInstanceOf(UnreadableFormula.class);
    assertThatThrownBy(() -> Formula.read("\\sqrt".repeat(5000) + "x"))
        .isInstanceOf(UnreadableFormula.class);
  }
}
