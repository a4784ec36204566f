package offprint.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DollarsTest {

  /** The formula that a text begins with, between bars where it stands by itself. */
  private static @Nullable String found(String text, int before) {
    Dollars.Found found = Dollars.of("").find(text, before);
    return found == null ? null : found.display() ? "|" + found.tex() + "|" : found.tex();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "$x$~x",
        "$x$, and more~x",
        "$f(x) = 2x + 1$ is a line~f(x) = 2x + 1",
        "$n$th~n",
        "$k$-th~k",
        "$\\alpha$~\\alpha",
        "$a_i$ and $b$~a_i",
        "$n \\ge 1$设~n \\ge 1",
        "$O(n log n)$~O(n log n)",
        "$\\$5 + x^2$~\\$5 + x^2",
        "$\\text{if } x > 0$~\\text{if } x > 0",
        "$$x = y$$ and~|x = y|",
        "$`a_1 < b`$~a_1 < b",
      })
  void whatLooksLikeAFormulaIsOne(String text, String tex) {
    assertThat(found(text, ' ')).isEqualTo(tex);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$5 and $10",
        "$ 3, or 4$",
        "$5 or 10$",
        "$5 million to $7 million",
        "$5-$7",
        "$5/$7",
        "$10,000 (about €9,000) or 12,000$",
        "$100K-$200K",
        "$5M in 2019, or 12 CA$",
        "$HOME/bin:$PATH",
        "$PATH$",
        "$foo_bar$",
        "$a$b",
        "${x}",
        "${a}/${b}$",
        "$x $",
        "$x",
        "$",
        "$$",
        "$$$",
        "$$ to $$",
        "$$-$$$",
        "$4.99](https://example.org/a$b",
        "$5和10$",
        "$1,000 for a week, a month or a 10$",
      })
  void moneyAndVariablesAreNone(String text) {
    assertThat(found(text, ' ')).isNull();
  }

  @Test
  void nothingBeginsBehindAWord() {
    assertThat(found("$3 or 4$", 'S')).isNull();
    assertThat(found("$x$", 'S')).isNull();
    assertThat(found("$x$", '(')).isEqualTo("x");
    assertThat(found("$x$", '设')).isEqualTo("x");
  }

  @Test
  void anArticleOnMathematicsMayNameItsVariables() {
    String article = "We take $\\alpha \\in A$, $\\beta \\in B$ and $\\gamma \\in C$.";
    Dollars.Found found = Dollars.of(article).find("$cost[i]$ is", ' ');
    assertThat(found).isEqualTo(new Dollars.Found("cost[i]", false, 9));
    assertThat(found("$cost[i]$ is", ' ')).isNull();
  }
}
