package offprint.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import offprint.document.PageSize;
import offprint.document.Settings;
import offprint.source.Findings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every theme that the press carries keeps, whatever it looks like. */
class BundledThemesTest {
  static final List<String> NAMES = new Shelf("no such folder").names();
  private static final List<String> TRIMS = List.of("a4", "letter", "a5", "6x9in");
  private static final double MM = 72 / 25.4;

  private final Findings findings = new Findings();
  private final Element body = Element.root().child(Tag.BODY, null);

  record Case(String theme, String trim, Settings.Sides sides) {}

  static Stream<Case> cases() {
    return NAMES.stream()
        .flatMap(
            name ->
                TRIMS.stream()
                    .flatMap(
                        trim ->
                            Stream.of(Settings.Sides.values())
                                .map(sides -> new Case(name, trim, sides))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theSheetsSayNothingThatIsNotUnderstood(Case each) {
    theme(each);
    assertThat(findings.list()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyPageHasRoomForThePrinterAndForTheReader(Case each) {
    Theme theme = theme(each);
    for (PageStyle.Side side : PageStyle.Side.values()) {
      PageStyle page = theme.page(side, false);
      Style.Edges margin = page.margin();
      assertThat(Stream.of(margin.top(), margin.right(), margin.bottom(), margin.left()))
          .allMatch(edge -> edge >= 12 * MM - 0.01);
      // A letter of a text face is a little less than half as wide as it is high.
      double letters = page.measure() / (theme.body().size() * 0.47);
      assertThat(letters).isBetween(50.0, 95.0);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void bothSidesHaveOneMeasure(Case each) {
    Theme theme = theme(each);
    assertThat(theme.page(PageStyle.Side.VERSO, false).measure())
        .isCloseTo(theme.page(PageStyle.Side.RECTO, false).measure(), within(1e-6));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void headingsWithTheirSpaceAreWholeLines(Case each) {
    Theme theme = theme(each);
    for (int level = 1; level <= 2; level++) {
      Style heading = theme.style(body.child(Tag.heading(level), null));
      double lines =
          (heading.margin().top() + heading.leading() + heading.margin().bottom())
              / theme.body().leading();
      assertThat(Math.abs(lines - Math.rint(lines))).isLessThan(1e-9);
      assertThat(heading.margin().top()).isGreaterThanOrEqualTo(heading.margin().bottom());
      assertThat(heading.breakAfter()).isEqualTo(Style.Break.AVOID);
      assertThat(heading.hyphens()).isFalse();
    }
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void theReadersSheetHasNothingThatADeviceMustUndo(String name) {
    String sheet =
        theme(new Case(name, "a4", Settings.Sides.TWO))
            .readerSheet()
            .replaceAll("(?s)/\\*.*?\\*/", "");
    assertThat(sheet)
        .contains("blockquote")
        .doesNotContain("@", "var(", "min(", "max(", "calc(", "color", "background")
        .doesNotContainPattern("\\d(px|pt)\\b")
        .doesNotContainPattern("(?m)^\\s*(html|body)\\b");
    Matcher margin = Pattern.compile("margin[^:]*:([^;}]*)").matcher(sheet);
    while (margin.find()) {
      Matcher em = Pattern.compile("([\\d.]+)em").matcher(margin.group(1));
      while (em.find()) {
        assertThat(Double.parseDouble(em.group(1))).isLessThanOrEqualTo(2);
      }
    }
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void theThemeSaysInALineWhatItIs(String name) {
    assertThat(new Shelf("no such folder").entries())
        .filteredOn(entry -> entry.name().equals(name))
        .allMatch(entry -> entry.description().length() > 30)
        .allMatch(entry -> entry.description().length() < 110);
  }

  private Theme theme(Case each) {
    return Objects.requireNonNull(
        Theme.load(
            each.theme, Objects.requireNonNull(PageSize.of(each.trim)), each.sides, findings));
  }
}
