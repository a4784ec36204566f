package offprint.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeakerTest {
  private static String said(String language, String tex) {
    try {
      return Formula.read(tex).alternative(language);
    } catch (UnreadableFormula e) {
      throw new IllegalArgumentException(tex, e);
    }
  }

  /** What is heard: words alone, however long the pauses are. */
  private static String heard(String language, String tex) {
    return said(language, tex).replaceAll("[,:.;]", " ").replaceAll("\\s+", " ").strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "x^2 + y^2 = z^2~x squared plus y squared equals z squared",
        "x^{2n}~x to the power 2 n, end power",
        "x^2 n~x squared n",
        "x^{-1} y~x to the power minus 1 y",
        "x^T A^* B^\\top~x superscript capital T capital A superscript star capital B transpose",
        "W^{(l)}~capital W superscript open paren l close paren, end superscript",
        "90^\\circ~90 degrees",
        "x_{i+1}^2~x sub i plus 1, end sub, squared",
        "f'(x) = f''(a+b)~f prime of x equals f double prime of open paren a plus b close paren",
        "\\frac{a}{b} + \\frac{a}{b+c}~a over b plus fraction a over b plus c, end fraction",
        "a/(b+c)~a slash open paren b plus c close paren",
        "\\sqrt{2} \\sqrt{x+1}~square root of 2 square root of x plus 1, end root",
        "\\int_0^1 f(x)\\,dx~integral from 0 to 1 of f of x d x",
        "\\sum_{i=1}^n i~sum from i equals 1 to n of i",
        "\\lim_{x\\to 0} x~limit as x approaches 0 of x",
        "\\hat{x} \\widehat{ab}~x hat group a b, end group, hat",
        "|x| + |a-b|^2~absolute value of x plus absolute value of a minus b,"
            + " end absolute value, squared",
        "\\|x\\|_2 + \\left|x\\right|^2~norm of x, end norm, sub 2 plus absolute value of x,"
            + " end absolute value, squared",
        "P(A|B)~capital P open paren capital A vertical bar capital B close paren",
        "\\binom{n}{k}~n choose k",
        "\\mathbb{R}^n~double-struck capital R to the power n",
        "ℝ \\Gamma~double-struck capital R capital gamma",
        "10{,}000~10,000",
        "\\overset{!}{=}~equals with exclamation mark above",
        "a \\not\\sim b~a not similar to b",
        "a \\boxplus b~a squared plus b", // U+229E's own name: a plus in a square
        "x = y.~x equals y.",
        "x = 1, \\quad y = 2 \\tag{3}~x equals 1 comma, y equals 2, label (3)",
        "\\begin{pmatrix} 1 & 0 \\\\ 0 & -1 \\end{pmatrix}~2 by 2 matrix, row 1: 1, 0,"
            + " row 2: 0, minus 1, end matrix",
        "\\begin{cases} 1 & \\text{if } x \\\\ 0 & x > 1 \\end{cases}~2 cases, case 1: 1, if x,"
            + " case 2: 0, where x greater than 1, end cases",
      })
  void saysAFormulaAsItIsReadOut(String tex, String words) {
    assertThat(said("en", tex)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "de~x hoch 2 plus y hoch 2 gleich z hoch 2~Summe von i gleich 1 bis n von groß A Index i",
        "fr~x au carré plus y au carré égale z au carré"
            + "~somme de i égale 1 à n de A majuscule indice i",
        "es~x al cuadrado más y al cuadrado igual a z al cuadrado"
            + "~suma desde i igual a 1 hasta n de A mayúscula sub i",
      })
  void saysItInTheArticlesLanguage(String language, String squares, String sum) {
    assertThat(said(language, "x^2 + y^2 = z^2")).isEqualTo(squares);
    assertThat(said(language + "-419", "\\sum_{i=1}^n A_i")).isEqualTo(sum);
  }

  @Test
  void saysTheSourceInALanguageThatHasNoWordsForIt() {
    assertThat(said("la", " x^2\n+ 1 ")).isEqualTo("x^2 + 1");
    assertThat(said("", "x^2")).isEqualTo("x^2");
  }

  @Test
  void aFormulaOfNothingButSpaceHasAnAlternativeToo() {
    assertThat(said("en", "\\,")).isEqualTo("\\,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr", "es"})
  void noFormulaIsSaidWithABackslashOrABrace(String language) throws IOException {
    assertThat(FormulaTest.formulas())
        .allSatisfy(tex -> assertThat(said(language, tex)).doesNotContainPattern("[\\\\{}^]|\\B_"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr", "es"})
  void everyLanguageHasWordsForWhatEnglishHas(String language) throws IOException {
    // What is raised may go without words of its own, and what is said as it is written.
    Set<String> english =
        keys("en").filter(key -> !key.startsWith("^")).collect(Collectors.toSet());
    assertThat(keys(language)).doesNotHaveDuplicates().containsAll(english);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr", "es"})
  void whatAWordStandsForHasAsManyPartsInEveryLanguage(String language) throws IOException {
    Map<String, Integer> gaps =
        lines("en").collect(Collectors.toMap(SpeakerTest::key, SpeakerTest::gaps));
    assertThat(lines(language))
        .allSatisfy(line -> assertThat(gaps(line)).isEqualTo(gaps.getOrDefault(key(line), 0)));
  }

  private static Stream<String> lines(String language) throws IOException {
    try (InputStream in =
        SpeakerTest.class.getResourceAsStream("/math/spoken/" + language + ".txt")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return all.lines().filter(line -> !line.isBlank() && !line.startsWith("# "));
    }
  }

  private static Stream<String> keys(String language) throws IOException {
    return lines(language).map(SpeakerTest::key);
  }

  private static String key(String line) {
    return line.split(": ", 2)[0];
  }

  private static int gaps(String line) {
    return line.split(": ", 2)[1].split("\\{}", -1).length - 1;
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr", "es"})
  void differentFormulasAreNeverHeardAlike(String language) {
    Map<String, String> heard = new HashMap<>();
    List<String> alike = new ArrayList<>();
    for (String tex : different()) {
      String words = heard(language, tex);
      String other = heard.put(words, tex);
      if (other != null) {
        alike.add(tex + " and " + other + " are " + words);
      }
    }
    assertThat(heard).hasSizeGreaterThan(9_000);
    assertThat(alike).isEmpty();
  }

  /** Formulas, each unlike each other: all ways to put two letters and a number together. */
  private static List<String> different() {
    List<String> simple = List.of("a", "B", "2");
    List<String> joined = new ArrayList<>();
    for (String one : simple) {
      joined.addAll(around(one));
      for (String other : List.of("b", "3")) {
        joined.addAll(between(one, other));
      }
    }
    List<String> all = new ArrayList<>(simple);
    all.addAll(joined);
    for (String part : joined) {
      all.addAll(around(part));
      all.addAll(between(part, "n"));
      all.addAll(between("m", part));
    }
    return all;
  }

  private static List<String> around(String part) {
    return List.of(
        "-" + part,
        "(" + part + ")",
        "\\{" + part + "\\}",
        "\\sqrt{" + part + "}",
        "\\sqrt[5]{" + part + "}",
        "\\left|" + part + "\\right|",
        "\\lVert " + part + "\\rVert",
        "\\left(" + part + "\\right)^2",
        "\\left|" + part + "\\right|^2",
        "\\boxed{" + part + "}",
        "f(" + part + ")",
        "\\sin " + part,
        "\\int " + part,
        "c^{" + part + "}",
        "c_{" + part + "}",
        "c'^{" + part + "}",
        "\\log_{" + part + "} c",
        "\\lim_{" + part + "} c",
        "\\sum_{" + part + "}^{" + part + "} c",
        "\\xrightarrow{" + part + "}",
        "\\overline{" + part + "}",
        "\\dot{" + part + "}",
        "\\tilde{" + part + "}",
        "\\vec{" + part + "}");
  }

  private static List<String> between(String one, String other) {
    return List.of(
        one + " + " + other,
        one + " - " + other,
        one + " / " + other,
        one + " \\cdot " + other,
        one + " \\times " + other,
        one + " \\sim " + other,
        one + " \\circ " + other,
        one + " | " + other,
        one + ", " + other,
        one + " \\to " + other,
        one + " \\, " + other,
        "\\frac{" + one + "}{" + other + "}",
        "\\binom{" + one + "}{" + other + "}",
        "\\overset{" + one + "}{" + other + "}",
        "\\sum_{" + one + "} " + other,
        "\\sum^{" + one + "} " + other,
        "\\max_{" + one + "} " + other,
        "\\begin{matrix} " + one + " & " + other + "\\end{matrix}",
        "\\begin{pmatrix} " + one + " \\\\ " + other + "\\end{pmatrix}",
        "\\begin{cases} " + one + " & " + other + "\\end{cases}");
  }
}
