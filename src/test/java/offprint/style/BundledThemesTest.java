package offprint.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import offprint.document.Block;
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
  void theAuthorsTitleOfAnAlertIsInLettersThatCodeAndItalicsStandIn(Case each) {
    Theme theme = theme(each);
    Element alert = body.child(Tag.of("aside", "alert", "note"), null);
    Style title = theme.style(alert.child(Tag.ALERT_TITLE, null));
    assertThat(title.weight()).isBetween(600, 700);
    assertThat(title.features()).doesNotContain("smcp");
    assertThat(title.letterSpacing()).isZero();
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
  void pagesFaceEachOtherWhereBothSidesArePrintedAndTheThemeTellsThemApart(Case each) {
    assertThat(theme(each).facing())
        .isEqualTo(each.sides == Settings.Sides.TWO && !each.theme.equals("manuscript"));
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
    // Links keep the text's colour and pictures their paper: what readers undo least of all.
    assertThat(sheet).contains("\na { color: inherit }", "background-color: #ffffff");
    sheet = sheet.replaceAll("\na \\{[^}]*\\}|; background-color: #ffffff", "");
    assertThat(sheet)
        .contains("blockquote", "li.task { list-style-type: none }")
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

  /** Web Content Accessibility Guidelines 2.2, 1.4.3; on paper no less than on a screen. */
  @ParameterizedTest
  @FieldSource("NAMES")
  void everyColourStandsOutFromThePaper(String name) {
    Theme theme = theme(new Case(name, "a4", Settings.Sides.TWO));
    Element p = body.child(Tag.of("p"), null);
    Element code = body.child(Tag.of("pre"), null).child(Tag.of("code"), null);
    Stream<Element> others =
        Stream.of(Tag.LINE_NUMBER, Tag.LINK_NUMBER, Tag.NOTE_MARK, Tag.LINK_ADDRESS, Tag.of("del"))
            .map(tag -> p.child(tag, null));
    Stream<Element> kinds =
        Stream.of(Block.CodeBlock.Kind.values()).map(kind -> code.child(Tag.of(kind), null));
    double white = luminance(new Style.Colour(255, 255, 255));
    assertThat(Stream.concat(others, kinds))
        .allSatisfy(e -> assertThat(contrast(white, theme.style(e))).isGreaterThan(4.5));
    Style marked = theme.style(p.child(Tag.of("mark"), null));
    if (marked.background() != null) {
      assertThat(contrast(luminance(marked.background()), marked)).isGreaterThan(4.5);
    }
  }

  private static double contrast(double ground, Style words) {
    return (ground + 0.05) / (luminance(words.colour()) + 0.05);
  }

  /** Relative luminance, from 0 for black to 1 for white (as above, definitions). */
  private static double luminance(Style.Colour colour) {
    return 0.2126 * linear(colour.red())
        + 0.7152 * linear(colour.green())
        + 0.0722 * linear(colour.blue());
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
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
