package offprint.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import offprint.document.PageSize;
import offprint.document.Settings;
import offprint.source.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundled theme, against what was drawn for it. */
class ClassicTest {
  private static final double MM = 72 / 25.4;

  private final Findings findings = new Findings();
  private final Element body = Element.root().child(Tag.BODY, null);

  @ParameterizedTest
  @CsvSource({"a4, 10.7, 14.5, 118, 26, 34, 40, 52", "a5, 10, 13.5, 100, 18, 22, 22, 26"})
  void textAndPageAreAsDrawn(
      String trim,
      double size,
      double leading,
      double measure,
      double head,
      double foot,
      double inner,
      double outer) {
    Theme theme = classic(trim);
    assertThat(theme.body().size()).isEqualTo(size);
    assertThat(theme.body().leading()).isEqualTo(leading);
    assertThat(theme.body().families()).startsWith("Source Serif 4");
    PageStyle recto = theme.page(PageStyle.Side.RECTO, false);
    assertThat(recto.measure()).isCloseTo(measure * MM, within(1e-6));
    assertEdges(recto.margin(), head, outer, foot, inner);
    assertEdges(theme.page(PageStyle.Side.VERSO, false).margin(), head, inner, foot, outer);
  }

  @Test
  void letterHasTheMeasureOfA4() {
    PageStyle page = classic("letter").page(PageStyle.Side.VERSO, false);
    assertThat(page.measure()).isCloseTo(118 * MM, within(0.01));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a3",
        "a4",
        "a5",
        "a6",
        "b4",
        "b5",
        "jis-b4",
        "jis-b5",
        "letter",
        "legal",
        "ledger",
        "6x9in",
        "5.5x8.5in",
        "5x8in",
        "4.25x6.87in",
        "110x180mm",
        "125x190mm",
        "126x190mm",
        "160x240mm",
        "161x240mm",
        "190x260mm",
        "191x260mm",
        "211x280mm",
        "297x210mm",
        "210x148mm",
        "11x8.5in",
        "90x140mm",
        "600x400mm",
        "400x600mm"
      })
  void everyTrimHasAReadableMeasureInProportionedMargins(String trim) {
    for (Settings.Sides sides : Settings.Sides.values()) {
      Theme theme = classic(trim, sides);
      for (PageStyle.Side side : PageStyle.Side.values()) {
        PageStyle page = theme.page(side, false);
        Style.Edges margin = page.margin();
        // What the real article has of characters to the em, spaces too.
        double characters = page.measure() / theme.body().size() / 0.436;
        assertThat(characters).isBetween(45.0, 75.5);
        assertThat(margin.bottom()).isGreaterThan(margin.top());
        double inner = side == PageStyle.Side.RECTO ? margin.left() : margin.right();
        double outer = side == PageStyle.Side.RECTO ? margin.right() : margin.left();
        if (sides == Settings.Sides.TWO) {
          assertThat(outer).isBetween(1.15 * inner, 1.4 * inner);
        } else {
          assertThat(outer).isEqualTo(inner);
        }
        assertThat(page.measure())
            .isCloseTo(theme.page(PageStyle.Side.RECTO, true).measure(), within(1e-6));
        double depth = page.height() - margin.top() - margin.bottom();
        assertThat(depth / page.height()).isBetween(0.75, 0.835);
      }
    }
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void onOneSideTheHeadCarriesBothNames() {
    PageStyle page = classic("a4", Settings.Sides.ONE).page(PageStyle.Side.VERSO, false);
    assertThat(page.boxes())
        .extracting(PageStyle.MarginBox::position)
        .containsExactlyInAnyOrder("top-left", "top-right", "bottom-right");
    assertThat(page.measure()).isCloseTo(118 * MM, within(1e-6));
  }

  @Test
  void theTitleIsSetInTheDisplayCutAndNeverDivided() {
    Style title = classic("a4").style(body.child(Tag.MASTHEAD, null).child(Tag.TITLE, null));
    assertThat(title.families()).startsWith("Source Serif 4 Display");
    assertThat(title.size()).isEqualTo(25);
    assertThat(title.leading()).isEqualTo(29);
    assertThat(title.align()).isEqualTo(Style.Align.LEFT);
    assertThat(title.balanced()).isTrue();
    assertThat(title.hyphens()).isFalse();
    assertThat(title.stringSet()).isEqualTo("title");
  }

  @Test
  void headingsWithTheirSpaceAreWholeLines() {
    for (String trim : new String[] {"a4", "a5"}) {
      Theme theme = classic(trim);
      for (int level = 1; level <= 2; level++) {
        Style heading = theme.style(body.child(Tag.heading(level), null));
        double lines =
            (heading.margin().top() + heading.leading() + heading.margin().bottom())
                / theme.body().leading();
        assertThat(lines).isCloseTo(level == 1 ? 3 : 2, within(1e-9));
        assertThat(heading.margin().top()).isGreaterThan(heading.margin().bottom());
        assertThat(heading.breakAfter()).isEqualTo(Style.Break.AVOID);
      }
      assertThat(theme.style(body.child(Tag.heading(3), null)).display())
          .isEqualTo(Style.Display.RUN_IN);
    }
  }

  @Test
  void onlyAParagraphBehindAnotherIsIndented() {
    Theme theme = classic("a4");
    Tag p = Tag.of("p");
    Element first = body.child(p, body.child(Tag.heading(1), null));
    assertThat(theme.style(first).indent()).isZero();
    assertThat(theme.style(body.child(p, first)).indent()).isCloseTo(1.2 * 10.7, within(1e-9));
    Element list = body.child(Tag.of("ul"), first);
    assertThat(theme.style(body.child(p, list)).indent()).isZero();
    assertThat(theme.style(first).align()).isEqualTo(Style.Align.JUSTIFY);
    assertThat(theme.style(first).margin()).isEqualTo(Style.Edges.NONE);
  }

  @Test
  void notesLinksAndQuotationsAreAsDrawn() {
    Theme theme = classic("a4");
    Style note = theme.style(body.child(Tag.NOTES, null).child(Tag.NOTE, null));
    assertThat(note.footnote()).isTrue();
    assertThat(note.size()).isEqualTo(8.6);
    assertThat(note.leading()).isEqualTo(11);
    Style number = theme.style(body.child(Tag.of("p"), null).child(Tag.LINK_NUMBER, null));
    assertThat(number.colour()).isEqualTo(new Style.Colour(0x1d, 0x3f, 0x72));
    assertThat(number.rise()).isPositive();
    Style quote = theme.style(body.child(Tag.of("blockquote"), null));
    assertThat(quote.size()).isEqualTo(10);
    assertThat(quote.leading()).isEqualTo(14);
    assertThat(quote.margin().left()).isEqualTo(15);
    assertThat(quote.margin().right()).isEqualTo(15);
    Style code = theme.style(body.child(Tag.of("p"), null).child(Tag.of("code"), null));
    assertThat(code.families()).startsWith("Source Code Pro");
    assertThat(code.size()).isCloseTo(0.82 * 10.7, within(1e-9));
  }

  @Test
  void theFirstPageHasOnlyItsFolio() {
    Theme theme = classic("a4");
    PageStyle first = theme.page(PageStyle.Side.RECTO, true);
    assertThat(first.boxes()).hasSize(1);
    assertThat(first.boxes().getFirst().position()).isEqualTo("bottom-right");
    assertThat(theme.page(PageStyle.Side.VERSO, false).boxes())
        .extracting(PageStyle.MarginBox::position)
        .containsExactly("top-left", "bottom-left");
    assertThat(theme.page(PageStyle.Side.RECTO, false).boxes())
        .extracting(PageStyle.MarginBox::position)
        .containsExactlyInAnyOrder("top-right", "bottom-right");
  }

  private Theme classic(String trim) {
    return classic(trim, Settings.Sides.TWO);
  }

  private Theme classic(String trim, Settings.Sides sides) {
    return Objects.requireNonNull(
        Theme.load("classic", Objects.requireNonNull(PageSize.of(trim)), sides, findings));
  }

  private static void assertEdges(
      Style.Edges edges, double top, double right, double bottom, double left) {
    assertThat(edges.top()).isCloseTo(top * MM, within(1e-6));
    assertThat(edges.right()).isCloseTo(right * MM, within(1e-6));
    assertThat(edges.bottom()).isCloseTo(bottom * MM, within(1e-6));
    assertThat(edges.left()).isCloseTo(left * MM, within(1e-6));
  }
}
