package offprint.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import offprint.document.Block;
import offprint.document.Document;
import offprint.document.Inline;
import offprint.document.Settings;
import offprint.source.Findings;
import offprint.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainersTest {
  private static List<Block> read(String text) {
    Document document =
        new MarkdownReader(Settings.NONE, new Findings()).read(new Source("a.md", null, text));
    return document.body();
  }

  private static String words(Block block) {
    return Inline.text(((Block.Paragraph) block).content());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ":::warning\n\nMind.\n\n:::\n\nOn.\n",
        "::: warning\nMind.\n:::\nOn.\n",
        "::: {.callout-warning collapse=\"true\"}\r\nMind.\r\n:::\r\n\r\nOn.\r\n",
        ":::: warning ::::\nMind.\n::::\nOn.\n",
      })
  void oneOfAKnownNameIsAnAlert(String text) {
    List<Block> blocks = read(text);
    assertThat(blocks).hasSize(2);
    Block.Alert alert = (Block.Alert) blocks.getFirst();
    assertThat(alert.kind()).isEqualTo(Block.Alert.Kind.WARNING);
    assertThat(words(alert.content().getFirst())).isEqualTo("Mind.");
    assertThat(words(blocks.get(1))).isEqualTo("On.");
  }

  @ParameterizedTest
  @ValueSource(strings = {":::tip[Low *tide*]\nGo.\n:::\n", "::: tip Low *tide*\nGo.\n:::\n"})
  void itsTitleStandsBehindItsName(String text) {
    Block.Alert alert = (Block.Alert) read(text).getFirst();
    assertThat(Inline.text(alert.title())).isEqualTo("Low tide");
    assertThat(words(alert.content().getFirst())).isEqualTo("Go.");
  }

  @Test
  void ofOthersOnlyWhatIsInThemIsLeft() {
    List<Block> blocks =
        read("::: {.columns}\n::: {.column}\nOne.\n:::\n\n::: {.column}\nTwo.\n:::\n:::\n\nOn.\n");
    assertThat(blocks).extracting(ContainersTest::words).containsExactly("One.", "Two.", "On.");
  }

  @Test
  void theInnermostIsClosedFirst() {
    List<Block> blocks = read(":::note\nA.\n\n:::tip\nB.\n:::\n\nC.\n:::\n\nD.\n");
    Block.Alert outer = (Block.Alert) blocks.getFirst();
    assertThat(outer.content()).hasSize(3);
    assertThat(words(blocks.get(1))).isEqualTo("D.");
  }

  @Test
  void colonsInCodeCloseNothing() {
    Block.Alert alert = (Block.Alert) read(":::note\n```\n:::\n```\nA.\n:::\n").getFirst();
    assertThat(alert.content()).hasSize(2);
  }

  @Test
  void whatIsNeverClosedIsText() {
    assertThat(words(read(":::note\n\nA.\n").getFirst())).isEqualTo(":::note");
  }
}
