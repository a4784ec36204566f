package offprint.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import offprint.document.Block;
import offprint.document.CanonicalHtml;
import offprint.document.Inline;
import offprint.document.Settings;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.source.Source;
import org.junit.jupiter.api.Test;

class AdmonitionsTest {
  private MarkdownReader.Body read(String text) {
    return new MarkdownReader(Settings.NONE, new Findings()).body(new Source("a.md", null, text));
  }

  private String html(String text) {
    MarkdownReader.Body body = read(text);
    return CanonicalHtml.of(body.blocks(), body.links()).replace("\n", "");
  }

  private Block.Alert alert(String text) {
    return (Block.Alert) read(text).blocks().getFirst();
  }

  private String title(String text) {
    List<Inline> title = alert(text).title();
    return title == null ? "its kind" : Inline.text(title);
  }

  @Test
  void whatIsIndentedBelowThreeMarksIsAnAlert() {
    assertThat(html("!!! note\n    one\n\n    - two\n\n        more\n\nthree\n"))
        .isEqualTo(
            "<blockquote class=\"NOTE\"><p>one</p><ul><li><p>two</p><p>more</p></li></ul>"
                + "</blockquote><p>three</p>");
    assertThat(html("!!! tip\r\n\r\n\tone\r\n"))
        .isEqualTo("<blockquote class=\"TIP\"><p>one</p></blockquote>");
    assertThat(html("words\n!!! note\n    one\n!!! warning\n    two\n"))
        .startsWith("<p>words</p><blockquote class=\"NOTE\">")
        .endsWith("<blockquote class=\"WARNING\"><p>two</p></blockquote>");
  }

  @Test
  void whatFoldsOnAScreenIsAnAlertToo() {
    assertThat(html("??? note\n    one\n")).startsWith("<blockquote class=\"NOTE\">");
    assertThat(title("???+ \"Proof\"\n    one\n")).isEqualTo("Proof");
  }

  @Test
  void aTitleIsKeptInPlaceOfTheKind() {
    assertThat(title("!!! note\n    one\n")).isEqualTo("its kind");
    assertThat(title("!!! NOTE inline end \"*The* Theorem\"\n    one\n")).isEqualTo("The Theorem");
    assertThat(title("!!! note \"\"\n    one\n")).isEmpty();
    assertThat(alert("!!! note \"Of `x`\"\n    one\n").title())
        .contains(new Inline.Code("x", new Place("a.md", 1, 14)));
  }

  @Test
  void anotherKindIsTheNearestAndItsWordTheTitle() {
    assertThat(alert("!!! danger\n    one\n").kind()).isEqualTo(Block.Alert.Kind.CAUTION);
    assertThat(title("!!! danger\n    one\n")).isEqualTo("Danger");
    assertThat(alert("!!! lemma\n    one\n").kind()).isEqualTo(Block.Alert.Kind.NOTE);
    assertThat(title("!!! lemma\n    one\n")).isEqualTo("Lemma");
  }

  @Test
  void admonitionsStandInQuotesListsAndOneAnother() {
    assertThat(html("> !!! note\n>     one\n"))
        .isEqualTo("<blockquote><blockquote class=\"NOTE\"><p>one</p></blockquote></blockquote>");
    assertThat(html("- !!! note\n\n      one\n"))
        .contains("<li><blockquote class=\"NOTE\"><p>one</p></blockquote></li>");
    assertThat(html("!!! note\n    !!! tip\n        one\n"))
        .contains("<blockquote class=\"TIP\"><p>one</p></blockquote></blockquote>");
  }

  @Test
  void marksWithNothingBelowThemAreMarks() {
    assertThat(html("!!! note\n")).isEqualTo("<p>!!! note</p>");
    assertThat(html("!!! note\n\nwords\n")).isEqualTo("<p>!!! note</p><p>words</p>");
    assertThat(html("!!! what, no!\n\n    code\n")).startsWith("<p>!!! what, no!</p><pre>");
    assertThat(html("!!!\n\n    code\n")).startsWith("<p>!!!</p><pre>");
    assertThat(html("    !!! note\n        one\n")).startsWith("<pre>");
  }

  @Test
  void aCalloutMayHaveATitleAndFold() {
    assertThat(title("> [!tip]- Of *reefs*\n> one\n")).isEqualTo("Of reefs");
    assertThat(title("> [!todo]+\n> one\n")).isEqualTo("Todo");
    assertThat(title("> [!quote|right] A\n>\n> one\n")).isEqualTo("A");
    assertThat(alert("> [!bug] A\n> one\n").kind()).isEqualTo(Block.Alert.Kind.CAUTION);
    assertThat(alert("> [!tip] Of `x`\n> one\n").title())
        .contains(new Inline.Code("x", new Place("a.md", 1, 13)));
    assertThat(html("> [!tip] A\n> one\n> > [!note]\n> > two\n"))
        .isEqualTo(
            "<blockquote class=\"TIP\"><p>one</p>"
                + "<blockquote class=\"NOTE\"><p>two</p></blockquote></blockquote>");
  }

  @Test
  void aCalloutOfATitleAloneSaysThat() {
    assertThat(html("> [!tip] Of *reefs*\n"))
        .isEqualTo("<blockquote class=\"TIP\"><p>Of <em>reefs</em></p></blockquote>");
    assertThat(html("> [!tip]\n")).isEqualTo("<blockquote><p>[!tip]</p></blockquote>");
    assertThat(html("> [tip]\n> a\n")).isEqualTo("<blockquote><p>[tip]a</p></blockquote>");
  }
}
