package offprint.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import offprint.document.Block;
import offprint.document.CanonicalHtml;
import offprint.document.Settings;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.source.Source;
import org.junit.jupiter.api.Test;

class LineBlocksTest {
  private static MarkdownReader.Body read(String text) {
    return new MarkdownReader(Settings.NONE, new Findings()).body(new Source("a.md", null, text));
  }

  private static String html(String text) {
    MarkdownReader.Body body = read(text);
    return CanonicalHtml.of(body.blocks(), body.links()).replace("\n", "");
  }

  @Test
  void linesBehindABarAreVerse() {
    assertThat(html("| one *two*\n|    three\n|\n|\n| four\n"))
        .isEqualTo(
            "<div class=\"verse\"><p>one <em>two</em><br>\u00a0\u00a0\u00a0three<br></p>"
                + "<p>four<br></p></div>");
  }

  @Test
  void aLineThatBeginsWithABlankGoesOn() {
    assertThat(html("| one\n  two\n| three\n")).contains("<p>onetwo<br>three<br></p>");
    assertThat(html("| one\ntwo\n")).endsWith("</div><p>two</p>");
    assertThat(html("| one\n\n| two\n")).containsSubsequence("one<br></p></div>", "<p>two<br>");
  }

  @Test
  void tablesAreTables() {
    assertThat(html("| a | b\n|---|---\n| c | d\n")).startsWith("<table>");
    assertThat(html("> | a | b\n> | --- | ---\n")).contains("<table>");
    assertThat(html("| a\r\n|---\r\n")).startsWith("<table>");
    assertThat(html("| one\n| a | b |\n|:-:|--:|\n")).contains("one<br></p></div><table>");
    assertThat(html("| a | b |\n| c | d |\n")).isEqualTo("<p>| a | b || c | d |</p>");
  }

  @Test
  void aBarElsewhereIsABar() {
    assertThat(html("|x| is positive\n")).isEqualTo("<p>|x| is positive</p>");
    assertThat(html("a\n| b\n")).isEqualTo("<p>a| b</p>");
    assertThat(html("|\n")).isEqualTo("<p>|</p>");
    assertThat(html("    | a\n")).startsWith("<pre>");
  }

  @Test
  void placesAreThoseOfTheWords() {
    Block.Verse verse =
        (Block.Verse)
            read("> | one\n> |   two\n").blocks().stream()
                .map(quote -> ((Block.BlockQuote) quote).content().getFirst())
                .findFirst()
                .orElseThrow();
    assertThat(verse.place()).isEqualTo(new Place("a.md", 1, 3));
    Block.Verse.Line second = verse.stanzas().getFirst().lines().get(1);
    assertThat(second.place()).isEqualTo(new Place("a.md", 2, 7));
    assertThat(second.indent()).isEqualTo(2);
  }

  @Test
  void aLineOfBlanksIsABlankLine() {
    assertThat(html("| a\n|" + " ".repeat(100) + "\n| \tb\n")).contains("<p>\u00a0\u00a0b<br></p>");
  }
}
