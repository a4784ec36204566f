package offprint.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import offprint.document.PageSize;
import offprint.page.Mark;
import offprint.page.Page;
import offprint.source.Findings;
import offprint.style.PageStyle;
import offprint.style.Theme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles that are read from right to left, on pages whose sides are the other ones. */
class ReadFromTheRightTest {
  private static Pressed set(String theme) {
    return Pressed.of(
        "---\nlang: ar\ntitle: مقال\nauthor: ليلى حداد\n---\n"
            + "## المادة\n\nيولد جميع الناس أحرارا متساوين في الكرامة والحقوق.\n\n".repeat(40),
        PageSize.A4,
        theme);
  }

  private static List<Mark.Text> texts(Page page) {
    return page.marks().stream()
        .filter(Mark.Text.class::isInstance)
        .map(Mark.Text.class::cast)
        .filter(text -> text.owner() != Mark.Artifact.LAYOUT)
        .toList();
  }

  private static double right(List<Mark.Text> texts) {
    return texts.stream().mapToDouble(text -> text.x() + text.run().width()).max().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"classic", "modern", "manuscript", "office"})
  void whatHangsOutHasTheWiderMargin(String name) {
    Theme theme = Objects.requireNonNull(Theme.load(name, PageSize.A4, new Findings()));
    for (Page page : set(name).pages().pages().subList(0, 3)) {
      PageStyle style =
          theme.page(page.folio() % 2 == 1 ? PageStyle.Side.RECTO : PageStyle.Side.VERSO, true);
      double edge = name.equals("modern") ? 32 * 72 / 25.4 : style.margin().left();
      assertThat(style.width() - right(texts(page)))
          .as("%s", page.folio())
          .isCloseTo(edge, within(3.0));
    }
  }

  @ParameterizedTest
  @CsvSource({"modern, 2", "modern, 3", "office, 1", "office, 3"})
  void theFolioStandsAtTheOtherEnd(String name, int folio) {
    Page page = set(name).pages().pages().get(folio - 1);
    Mark.Text number =
        texts(page).stream()
            .filter(text -> text.run().text().equals(Integer.toString(folio)))
            .findFirst()
            .orElseThrow();
    assertThat(number.x()).isLessThan(page.width() / 3);
  }
}
