package offprint.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import offprint.document.Settings.Repair;
import offprint.source.Finding;
import offprint.source.Findings;
import offprint.source.Source;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CutParagraphsTest {
  private static final String LONG =
      "The committee met in the spring and found, after many weeks of hearings, that it was ";

  private final Findings findings = new Findings();

  private List<String> look(String text, Repair repair) {
    Source source = new Source("a.md", null, text);
    Node document =
        Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build()
            .parse(text);
    CutParagraphs.look(document, repair, source, findings);
    return Words.blocks(document).stream().map(Words::line).toList();
  }

  @Test
  void aCutIsToldWithItsLineAndItsWords() {
    look(LONG + "meant to deter\n\nand *thwart* a clear threat.\n", Repair.REPORT);
    Finding finding = findings.list().get(0);
    assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
    assertThat(finding.place().toString()).isEqualTo("a.md:3:1");
    assertThat(finding.message())
        .isEqualTo(
            "a paragraph seems to be cut in two behind line 1:"
                + " '... was meant to deter' / 'and thwart a clear ...'");
    assertThat(finding.code()).isEqualTo("cut-paragraph");
    assertThat(finding.hint()).contains("--repair auto", "repair: auto");
  }

  @Test
  void autoJoinsWhatIsCut() {
    assertThat(look(LONG + "meant,\n\nso they *said*, to stop\n\nit all.\n", Repair.AUTO))
        .containsExactly(LONG + "meant, so they said, to stop it all.");
    assertThat(findings.list()).allMatch(f -> f.severity() == Finding.Severity.INFO).hasSize(2);
  }

  @Test
  void offSaysNothing() {
    look(LONG + "meant\n\nto stop.\n", Repair.OFF);
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void aCutWordIsToldAndNeverJoined() {
    assertThat(look(LONG + "a trans-\n\nmission of power.\n", Repair.AUTO)).hasSize(2);
    assertThat(findings.list()).hasSize(1);
    assertThat(findings.list().get(0).message()).startsWith("a word");
    assertThat(findings.list().get(0).code()).isEqualTo("cut-word");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The first part ends here.\n\nand so on.",
        "The first part ends here:\n\nand so on.",
        "The first part is open\n\nThe second begins anew.",
        "The first part ends in ”\n\nand so on.",
        "Look at https://example.org/path\n\nfor more of it.",
        "Look at <https://example.org/path>\n\nfor more of it.",
        "Look at it\n\nwww.example.org has it.",
        "write to\n\nann@example.org at once",
        "so much depends\n\nupon\n\na red wheel\n\nbarrow",
        "so much depends\nupon\na red wheel\n\nbarrow\nglazed with rain\nwater",
        "Call it\n\n`foo` or so.",
        "How the reefs of the north came back\n\nby Nawal Nawaz",
        "How the reefs of the north came back\n\nby\n\nNawal Nawaz",
        "- one item is\n\n<!-- -->\n\n- another",
        "The list is\n\n- this",
      })
  void whatIsNoCutIsLeft(String text) {
    look(text + "\n", Repair.REPORT);
    assertThat(findings.list()).isEmpty();
  }
}
