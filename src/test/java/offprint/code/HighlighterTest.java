package offprint.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import offprint.document.Block.CodeBlock.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HighlighterTest {
  /** Each part as its kind and its words. */
  private static List<String> parts(String language, String text) {
    return Highlighter.parts(language, text).stream()
        .map(
            part ->
                part.kind().name().toLowerCase(Locale.ROOT)
                    + " "
                    + text.substring(part.start(), part.end()))
        .toList();
  }

  @Test
  void tellsThePartsOfJava() {
    assertThat(parts("java", "@Override int n = 0x1f; // \"no\"\nString s = \"a // b\";\n"))
        .containsExactly(
            "meta @Override", "type int", "number 0x1f", "comment // \"no\"", "string \"a // b\"");
  }

  @Test
  void aCommentGoesOnOverLinesButNoPartDoes() {
    assertThat(parts("java", "/* one\n\n two */ return;\n"))
        .containsExactly("comment /* one", "comment  two */", "keyword return");
  }

  @Test
  void aStringGoesOnOverLines() {
    assertThat(parts("python", "x = \"\"\"return\nreturn\"\"\"\nreturn\n"))
        .containsExactly("string \"\"\"return", "string return\"\"\"", "keyword return");
  }

  @Test
  void knowsALanguageByEachOfItsNames() {
    String text = "return 1\n";
    for (String name : List.of("C++", "js", "TS", "py", "rs", "golang", "kt", "C#")) {
      assertThat(parts(name, text)).as(name).startsWith("keyword return");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java", "python", "js", "ts", "c", "c++", "rust", "go", "sh", "sql", "html", "xml", "css",
        "json", "yaml", "diff"
      })
  void whateverTheTextPartsRiseAndEndWithTheirLine(String language) {
    String text =
        "\"a 'b \\\n<!-- /* \u00e9\ud83d\ude00 {\n*/ --> ]]> @@ $x ` 1e \u0000\n\n+ - #\n'''";
    int at = 0;
    for (Part part : Highlighter.parts(language, text)) {
      assertThat(part.start()).isGreaterThanOrEqualTo(at);
      assertThat(part.end()).isGreaterThan(part.start());
      assertThat(text.substring(part.start(), part.end())).doesNotContain("\n");
      at = part.end();
    }
    assertThat(at).isLessThanOrEqualTo(text.length());
  }

  @Test
  void aLanguageThatNobodyKnowsIsPlain() {
    assertThat(parts("reefscript", "return 1;\n")).isEmpty();
    assertThat(parts("", "return 1;\n")).isEmpty();
  }

  @Test
  void aDiffIsToldByItsLines() {
    assertThat(parts("diff", "--- a\n+++ b\n@@ -1 +1 @@\n-x\n+y\n z\n"))
        .containsExactly(
            "meta --- a", "meta +++ b", "meta @@ -1 +1 @@", "deleted -x", "inserted +y");
  }
}
