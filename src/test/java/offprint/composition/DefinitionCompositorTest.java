package offprint.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import offprint.page.Mark;
import offprint.page.Structure;
import org.junit.jupiter.api.Test;

class DefinitionCompositorTest {
  private static final String LIST = "# T\n\nText.\n\nMeasure\nWidth\n: How wide a line is.\n";

  @Test
  void aDefinitionStandsIndentedBelowItsTerm() {
    Pressed pressed = Pressed.a4(LIST);
    Mark.Text term = pressed.text("Measure");
    Mark.Text other = pressed.text("Width");
    Mark.Text words = pressed.text("How wide");
    assertThat(term.run().face().weight()).isEqualTo(600);
    assertThat(other.y() - term.y()).isEqualTo(words.y() - other.y());
    assertThat(words.x() - term.x()).isCloseTo(1.6 * 10.7, within());
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.api.Assertions.within(0.01);
  }

  @Test
  void aTermIsALabelInTheStructureAndADefinitionItsBody() {
    Structure.Element root = Pressed.a4(LIST).pages().structure();
    Structure.Element list =
        elements(root).stream()
            .filter(e -> e.role() == Structure.Role.LIST)
            .findFirst()
            .orElseThrow();
    assertThat(list.numbering()).isEqualTo(Structure.Numbering.NONE);
    assertThat(elements(elements(list).getFirst()))
        .extracting(Structure.Element::role)
        .containsExactly(Structure.Role.LABEL, Structure.Role.LABEL, Structure.Role.LIST_BODY);
  }

  private static List<Structure.Element> elements(Structure.Element parent) {
    return parent.kids().stream()
        .filter(Structure.Element.class::isInstance)
        .map(Structure.Element.class::cast)
        .toList();
  }

  @Test
  void aPageMayEndBelowADefinitionOfOneLine() {
    Pressed pressed = Pressed.a4("# T\n\n" + "| a\n".repeat(34) + "\nterm\n: words\n".repeat(8));
    assertThat(pressed.folio("term")).isEqualTo(1);
    assertThat(pressed.pages().pages()).hasSize(2);
  }

  @Test
  void aHeadingBelowADefinitionStandsAsNearItsTextAsAnyOther() {
    Pressed pressed = Pressed.a4(LIST + "\n## Head\n\nbelow\n\n## Other\n\nunder\n");
    assertThat(pressed.text("below").y() - pressed.text("Head").y())
        .isCloseTo(pressed.text("under").y() - pressed.text("Other").y(), within());
  }

  @Test
  void aTermIsNeverFarFromItsDefinition() {
    for (int lines = 30; lines < 50; lines++) {
      Pressed pressed =
          Pressed.a4("# T\n\n" + "| a\n".repeat(lines) + "\nMeasure\nWidth\n: The words.\n");
      assertThat(pressed.folio("Measure")).isEqualTo(pressed.folio("The words"));
    }
  }
}
