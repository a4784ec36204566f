package offprint.paragraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import offprint.composition.Pressed;
import offprint.document.PageSize;
import offprint.glyph.Face;
import offprint.glyph.FontBook;
import offprint.glyph.GlyphRun;
import offprint.glyph.HarfBuzzShaper;
import offprint.glyph.Outlines;
import offprint.page.Mark;
import offprint.source.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands on the page, glyph by glyph, of the small things. */
class DetailTest {
  private static final double SIZE = 10.7;
  private static final FontBook BOOK = FontBook.bundled();

  private static Pressed pressed(String words) {
    return Pressed.a4("---\ntitle: T\n---\n\n" + words + "\n");
  }

  /** The glyphs that a feature makes of words in a run's face. */
  private static int[] glyphs(String words, GlyphRun like, String... features) {
    try (HarfBuzzShaper shaper = new HarfBuzzShaper()) {
      return shaper.shape(words, like.face(), 10, List.of(features), "en", false).glyphs();
    }
  }

  private static void assertSet(Pressed pressed, String words, String... features) {
    GlyphRun run = pressed.text(words).run();
    int at = run.text().indexOf(words);
    int[] wanted = glyphs(words, run, features);
    for (int i = 0; i < wanted.length; i++) {
      assertThat(run.glyphs()[at + i]).as(words).isEqualTo(wanted[i]);
    }
  }

  // ---- figures

  @Test
  void figuresAreOldStyleInTextAndLiningInTables() {
    Pressed pressed = pressed("In 1984.\n\n| 2019 |\n|---|\n| 1066 |");
    assertSet(pressed, "1984", "onum");
    assertSet(pressed, "2019", "lnum", "tnum");
    assertSet(pressed, "1066", "lnum", "tnum");
    assertThat(glyphs("1984", pressed.text("1984").run(), "onum"))
        .isNotEqualTo(glyphs("1984", pressed.text("1984").run()));
  }

  @Test
  void figuresBesideCapitalsAreLining() {
    for (String words : List.of("A4", "COVID-19", "PDF/A-3a", "H1N1")) {
      assertSet(pressed("On " + words + "."), words, "lnum");
    }
    assertSet(pressed("By ISO 9001, and"), "9001", "lnum");
    for (String words : List.of("1990s", "3rd", "12.5")) {
      assertSet(pressed("On " + words + " A"), words, "onum");
    }
    assertSet(pressed("In NATO in 1949"), "1949", "onum");
    assertSet(pressed("Of Paris 1789"), "1789", "onum");
  }

  // ---- raised and lowered

  @Test
  void raisedFiguresAreTheFacesOwn() {
    Pressed pressed = pressed("E = mc<sup>2</sup>, H<sub>3</sub>O and 10<sup>n9</sup>");
    assertSet(pressed, "2", "sups");
    assertSet(pressed, "3", "subs");
    assertSet(pressed, "n9", "sups");
    assertThat(pressed.text("2").run().size()).isEqualTo(SIZE);
    assertThat(pressed.text("2").y()).isEqualTo(pressed.text("E =").y());
  }

  @Test
  void whatTheFaceHasNoSuperiorOfIsSmallTypeRaised() {
    for (String words : List.of("ж", "−9")) {
      Pressed pressed = pressed("x<sup>" + words + "</sup>");
      assertThat(pressed.text(words).run().size()).isLessThan(SIZE);
      assertThat(pressed.text(words).y()).isLessThan(pressed.text("x").y());
    }
  }

  @Test
  void aNotesMarkIsAFiguresSuperiorAndMovesNoLine() {
    String words = "Words of a paragraph that is long enough for two lines ";
    Pressed pressed = pressed(words + "here[^1] " + words + "there" + "\n\n[^1]: Noted.");
    assertSet(pressed, "1", "sups");
    double first = pressed.text("here").y();
    assertThat(pressed.text("there").y() - first).isCloseTo(14.5, within(0.001));
  }

  // ---- marks

  @Test
  void aMarkTouchesNoLetterBeforeIt() {
    for (String word : List.of("*half*", "half", "*roof*", "“f”", "**f**", "wall")) {
      Pressed pressed = pressed("The " + word + "[^1]\n\n[^1]: Noted.");
      Mark.Text mark = pressed.text("1");
      List<Mark.Text> texts = pressed.texts();
      Mark.Text before = texts.get(texts.indexOf(mark) - 1);
      assertThat(ink(mark, 0, true) - ink(before, before.run().glyphs().length - 1, false))
          .as(word)
          .isGreaterThan(0.04 * SIZE);
    }
  }

  /** Where a glyph's ink begins or ends, in points from the left of the page. */
  private static double ink(Mark.Text text, int glyph, boolean left) {
    double x = text.x();
    for (int i = 0; i < glyph; i++) {
      x += text.run().advances()[i];
    }
    Face face = text.run().face();
    Outlines.Bounds bounds = new Outlines(face).bounds(text.run().glyphs()[glyph]);
    return x + (left ? bounds.left() : bounds.right()) * text.run().size() / face.unitsPerEm();
  }

  @Test
  void severalMarksAtOnePlaceAreParted() {
    Pressed pressed =
        pressed("One[^1][^2] and [a](https://example.org/)[^1].\n\n[^1]: A.\n[^2]: B.");
    String words =
        pressed.texts().stream().map(text -> text.run().text()).reduce("", String::concat);
    assertThat(words).contains("One1,2 and a[1],1.");
  }

  @Test
  void aLinksNumberIsInBracketsWhereNotesAreNumberedToo() {
    String link = "A [link](https://example.org/), and";
    assertSet(pressed(link + " a note[^1].\n\n[^1]: Noted."), "[1]", "sups");
    assertThat(pressed(link + " no note.").texts())
        .noneMatch(text -> text.run().text().contains("["));
  }

  // ---- edges

  @Test
  void aQuotationMarkHangsOutOfALineThatIsNotJustified() {
    Pressed pressed = Pressed.a4("---\ntitle: “Quoted”\ndate: 2026-11-24\n---\n\nHere.\n");
    double edge = pressed.text("Here").x();
    assertThat(edge - pressed.text("Quoted").x()).isBetween(3.0, 8.0);
    assertThat(pressed.text("24").x()).isCloseTo(edge, within(0.001));
  }

  @Test
  void theWordsOfATableBeginAndEndWhereItsRulesDo() {
    String table = "<table><tr><td rowspan=2>Deep</td><td>x</td></tr><tr><td>End</td></tr></table>";
    Pressed pressed = pressed("Here.\n\n" + table);
    double edge = pressed.text("Here").x();
    assertThat(pressed.text("Deep").x()).isCloseTo(edge, within(0.001));
    Mark.Text end = pressed.text("End");
    double rule =
        pressed.pages().pages().getFirst().marks().stream()
            .filter(Mark.Rule.class::isInstance)
            .map(Mark.Rule.class::cast)
            .mapToDouble(r -> r.x() + r.width())
            .max()
            .orElseThrow();
    assertThat(end.x() + end.run().width()).isCloseTo(rule, within(0.15));
    assertThat(end.x()).isGreaterThan(edge + pressed.text("Deep").run().width() + 5);
  }

  // ---- what stands together

  @Test
  void whatIsAnnouncedByAColonStandsOnThePageOfItsAnnouncement() {
    for (int lines = 38; lines < 46; lines++) {
      StringBuilder article = new StringBuilder("---\ntitle: T\nsides: one\n---\n");
      article.append("\nA line.\n".repeat(lines));
      article.append("\nAnnounced:\n\n- Item\n- and item\n- and item\n");
      Pressed pressed = Pressed.of(article.toString(), PageSize.A4, "classic");
      assertThat(pressed.folio("Announced")).as("%d", lines).isEqualTo(pressed.folio("Item"));
    }
  }

  @Test
  void whatIsAnnouncedStandsAsNearOnAPageThatIsLedOut() {
    StringBuilder article = new StringBuilder();
    for (int i = 10; i < 40; i++) {
      article.append("A line of text.\n\n".repeat(i % 4));
      article.append("Announced %d:\n\n| Verse %d\n|    and more of it.\n\n".formatted(i, i));
    }
    Pressed pressed = pressed(article.toString());
    for (int i = 10; i < 40; i++) {
      double verse = pressed.text("Verse " + i).y();
      assertThat(verse - pressed.text("Announced " + i).y())
          .as("%d", i)
          .isCloseTo(29, within(0.01));
    }
  }

  // ---- hairs

  @Test
  void aDashThatTouchesItsWordsGetsAHair() {
    GlyphRun run = pressed("a—b — c").text("a—b").run();
    double alone = run.face().advance(run.glyphs()[1]) * SIZE / run.face().unitsPerEm();
    assertThat(run.advances()[1]).isCloseTo(alone + 0.06 * SIZE, within(0.001));
    double letter = run.face().advance(run.glyphs()[0]) * SIZE / run.face().unitsPerEm();
    assertThat(run.advances()[0]).isCloseTo(letter + 0.06 * SIZE, within(0.2));
    assertThat(run.advances()[5]).as("— c").isLessThan(run.advances()[1]);
  }

  @Test
  void quotationMarksOfTwoKindsStandApart() {
    GlyphRun run = pressed("“‘a’”").text("“").run();
    double alone = run.face().advance(run.glyphs()[0]) * SIZE / run.face().unitsPerEm();
    assertThat(run.advances()[0]).isGreaterThan(alone);
  }

  @Test
  void noLineBeginsWithADash() {
    String words = "word – ".repeat(60);
    assertThat(pressed(words).texts())
        .noneMatch(text -> text.run().text().stripLeading().startsWith("–") && text.x() < 120);
  }

  // ---- faces

  @Test
  void codeHasNoLigatures() {
    Pressed pressed = pressed("office `office`");
    assertThat(pressed.text("office ").run().glyphs().length).isLessThan("office ".length());
    GlyphRun code =
        pressed.texts().stream()
            .map(Mark.Text::run)
            .filter(run -> run.text().equals("office"))
            .findFirst()
            .orElseThrow();
    assertThat(code.glyphs()).hasSize("office".length());
  }

  @Test
  void smallCapitalsAndItalicsAreDrawnAsSuch() {
    Pressed pressed = Pressed.a4("---\ntitle: T\nauthor: Ada Ward\n---\n\nSo *true* it is.\n");
    assertSet(pressed, "da", "smcp");
    assertThat(pressed.text("true").run().face().italic()).isTrue();
  }

  @Test
  void aFamilyWithoutItalicsStaysUprightAndIsTold(@TempDir Path theme) throws IOException {
    Files.writeString(
        theme.resolve("print.css"),
        "@import \"../classic/print.css\"; p { font-family: \"STIX Two Math\" }");
    Pressed pressed =
        Pressed.of("---\ntitle: T\n---\n\nSo *true* *is*.\n", PageSize.A4, theme.toString());
    assertThat(pressed.text("true").run().face().italic()).isFalse();
    assertThat(pressed.findings().list()).extracting(Finding::code).containsOnlyOnce("no-italic");
  }

  @Test
  void everySizeHasItsCut() {
    Pressed pressed = pressed("Text[^1]\n\n[^1]: Noted.");
    assertThat(pressed.text("T").run().face().bytes()).isEqualTo(cut(25));
    assertThat(pressed.text("Text").run().face().bytes()).isEqualTo(cut(10.7));
    assertThat(pressed.text("Noted").run().face().bytes()).isEqualTo(cut(8.6));
    assertThat(List.of(cut(25), cut(10.7), cut(8.6))).doesNotHaveDuplicates();
  }

  private static byte[] cut(double size) {
    return BOOK.face(List.of("Source Serif 4"), size, 400, false).bytes();
  }

  @Test
  void whatIsCodeDoesNotHang() {
    double words = Pressed.a4("# T\n\nHere.\n").text("Here").x();
    assertThat(Pressed.a4("# T\n\n`'static` is code.\n").text("'static").x()).isEqualTo(words);
  }

  @Test
  void aRunInHeadingStandsOnTheGrid() {
    Pressed pressed =
        Pressed.a4("# T\n\nText.\n\n## A\n\n### B\n\n```\ncode\n```\n\n#### Run in\n\nWords.\n");
    double lines = (pressed.text("Run").y() - pressed.text("Text").y()) / 14.5;
    assertThat(lines).isCloseTo(Math.rint(lines), org.assertj.core.api.Assertions.within(0.001));
  }
}
