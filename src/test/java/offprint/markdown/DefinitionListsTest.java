package offprint.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import offprint.document.Block;
import offprint.document.CanonicalHtml;
import offprint.document.Settings;
import offprint.source.Finding;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.source.Source;
import org.junit.jupiter.api.Test;

class DefinitionListsTest {
  private final Findings findings = new Findings();

  private MarkdownReader.Body read(String text) {
    return new MarkdownReader(Settings.NONE, findings).body(new Source("a.md", null, text));
  }

  private String html(String text) {
    MarkdownReader.Body body = read(text);
    return CanonicalHtml.of(body.blocks(), body.links()).replace("\n", "");
  }

  @Test
  void aTermIsTheLineAboveAColon() {
    assertThat(html("Apple\n:   A fruit\nof the tree.\n\nOrange\n: Another.\n"))
        .isEqualTo(
            "<dl><dt>Apple</dt><dd>A fruitof the tree.</dd>"
                + "<dt>Orange</dt><dd>Another.</dd></dl>");
    assertThat(html("Apple\n~ A fruit.\n")).contains("<dd>A fruit.</dd>");
  }

  @Test
  void termsAndDefinitionsMayBeSeveral() {
    assertThat(html("*A*\nB\n: one\n: two\n"))
        .isEqualTo("<dl><dt><em>A</em></dt><dt>B</dt><dd>one</dd><dd>two</dd></dl>");
  }

  @Test
  void aBlankLineMakesParagraphs() {
    assertThat(html("A\n\n: one\n\n: two\n"))
        .isEqualTo("<dl><dt>A</dt><dd><p>one</p></dd><dd><p>two</p></dd></dl>");
    assertThat(html("A\n: one\n\n: two\n")).contains("<dd><p>one</p></dd>");
  }

  @Test
  void whatIsIndentedBelongsToTheDefinition() {
    assertThat(html("A\n: one\n\n  - x\n    - y\n\nB\n"))
        .isEqualTo("<dl><dt>A</dt><dd>one<ul><li>x<ul><li>y</li></ul></li></ul></dd></dl><p>B</p>");
    assertThat(html("A\n: one\n\n    two\n\n        code\n"))
        .contains("<p>two</p><pre><code>code</code></pre></dd>");
    assertThat(html("> A\n> : one\n")).startsWith("<blockquote><dl><dt>A</dt>");
    assertThat(html("A\n: B\n  : C\n")).contains("<dd><dl><dt>B</dt><dd>C</dd></dl></dd>");
  }

  @Test
  void aColonElsewhereIsAColon() {
    assertThat(html(": one\n")).isEqualTo("<p>: one</p>");
    assertThat(html("# A\n: one\n")).endsWith("<p>: one</p>");
    assertThat(html("A\n:one\n")).isEqualTo("<p>A:one</p>");
    assertThat(html("[a]: /b\n: one\n")).isEqualTo("<p>: one</p>");
    assertThat(html("A\n:\n")).isEqualTo("<p>A:</p>");
    assertThat(html("A\n\n\n: one\n")).isEqualTo("<p>A</p><p>: one</p>");
    assertThat(html("A\nB\n\n: one\n")).isEqualTo("<p>AB</p><p>: one</p>");
    String prose = "Er sagte es ihr, und er sagte es laut, und alle hörten das Wort";
    assertThat(html(prose + "\n" + prose + "\n: nein.\n")).startsWith("<p>");
  }

  @Test
  void placesAreThoseOfTheTermAndTheWords() {
    Block.DefinitionList list =
        (Block.DefinitionList) read("x\n\nA\nB\n: one\n").blocks().getLast();
    Block.DefinitionList.Entry entry = list.entries().getFirst();
    assertThat(list.place()).isEqualTo(new Place("a.md", 3, 1));
    assertThat(entry.terms().get(1).place()).isEqualTo(new Place("a.md", 4, 1));
    assertThat(entry.definitions().getFirst().place()).isEqualTo(new Place("a.md", 5, 1));
  }

  @Test
  void readsTheListOfHtml() {
    assertThat(
            html(
                "<dl>\n<dt>A</dt>\n<dd>one <em>two</em></dd>\n"
                    + "<div><dt>B<dd><p>three</p></div>\n</dl>\n"))
        .isEqualTo(
            "<dl><dt>A</dt><dd><p>one <em>two</em></p></dd>"
                + "<dt>B</dt><dd><p>three</p></dd></dl>");
    assertThat(html("<dl>\n<dt>A</dt>\n<dd>\n\n**one**\n\n</dd>\n</dl>\n"))
        .isEqualTo("<dl><dt>A</dt><dd><strong>one</strong></dd></dl>");
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void whatHasLostItsFellowInHtmlKeepsItsWords() {
    assertThat(html("<dl><dd>one</dd></dl>\n")).isEqualTo("<dl><dt></dt><dd>one</dd></dl>");
    assertThat(html("<dl><dt>A</dt></dl>\n")).isEqualTo("<dl><dt>A</dt><dd></dd></dl>");
    assertThat(findings.list()).isEmpty();
    assertThat(html("<dl><center>one</center></dl>\n")).contains("<dd>one</dd>");
    assertThat(findings.list()).extracting(Finding::code).isEqualTo(List.of("html-dropped"));
  }
}
