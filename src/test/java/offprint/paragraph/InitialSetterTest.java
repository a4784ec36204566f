package offprint.paragraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import offprint.composition.Pressed;
import offprint.document.PageSize;
import offprint.glyph.GlyphRun;
import offprint.glyph.Outlines;
import offprint.page.Mark;
import offprint.style.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitialSetterTest {
  private static final String HEAD = "---\ntitle: T\ndrop-cap: true\n---\n\n";
  private static final String WORDS = " upon a time and a very good time it was there was a moocow";
  private static final double SIZE = 10.7;
  private static final double LEADING = 14.5;

  private static Pressed pressed(String beginning) {
    return Pressed.a4(HEAD + beginning + WORDS.repeat(6) + ".\n\nNext.\n");
  }

  private static Mark.Text initial(Pressed pressed) {
    return pressed.texts().stream()
        .filter(text -> text.run().size() > 40)
        .findFirst()
        .orElseThrow();
  }

  /** The first run of each line of the paragraph. */
  private static List<Mark.Text> lines(Pressed pressed) {
    double[] y = {0};
    return pressed.texts().stream()
        .filter(text -> text.run().size() == SIZE && !"".equals(text.actual()))
        .filter(
            text -> {
              boolean begins = text.y() > y[0] + 1;
              y[0] = Math.max(y[0], text.y());
              return begins;
            })
        .toList();
  }

  private static Outlines.Bounds bounds(Mark.Text letter) {
    return new Outlines(letter.run().face()).bounds(letter.run().glyphs()[0]);
  }

  @Test
  void itsFootIsOnTheThirdLineAndItsHeadAsHighAsTheFirstOnesCapitals() {
    Pressed pressed = pressed("Hence");
    Mark.Text letter = initial(pressed);
    List<Mark.Text> lines = lines(pressed);
    assertThat(letter.run().text()).isEqualTo("H");
    assertThat(letter.y()).isCloseTo(lines.get(2).y(), within(0.001));
    double height = bounds(letter).top() * letter.run().size() / 1000;
    assertThat(bounds(letter).bottom()).isZero();
    double capitals = 670 * SIZE / 1000;
    assertThat(letter.y() - height).isCloseTo(lines.getFirst().y() - capitals, within(0.1));
    assertThat(lines.get(2).y() - lines.getFirst().y()).isCloseTo(2 * LEADING, within(0.001));
  }

  @Test
  void linesBesideItAreShorterAndItBeginsWhereTheOthersDo() {
    Pressed pressed = pressed("Hence");
    Mark.Text letter = initial(pressed);
    List<Mark.Text> lines = lines(pressed);
    double left = lines.get(3).x();
    double unit = letter.run().size() / 1000;
    assertThat(letter.x() + bounds(letter).left() * unit).isCloseTo(left, within(0.001));
    double beside = left + (bounds(letter).right() - bounds(letter).left()) * unit;
    assertThat(lines.subList(0, 3))
        .allSatisfy(line -> assertThat(line.x()).isCloseTo(beside + 0.26 * SIZE, within(0.001)));
    assertThat(pressed.findings().hasWarnings()).isFalse();
  }

  @Test
  void theFirstWordIsReadWhole() {
    Pressed pressed = pressed("“Once");
    assertThat(initial(pressed).actual()).isEmpty();
    assertThat(pressed.text("nce").actual()).isEqualTo("“Once");
    assertThat(pressed("A").text("upon").actual()).isEqualTo("A upon");
  }

  @Test
  void theWordsOfItsFirstPhraseAreSmallCapitals() {
    assertThat(smallCapitals(pressed("Once"))).isEqualTo("nce upon a time");
    assertThat(smallCapitals(pressed("A"))).isEqualTo("upon a time");
    assertThat(smallCapitals(pressed("Once upon, at"))).isEqualTo("nce upon,");
    assertThat(smallCapitals(pressed("Once *upon* at"))).isEqualTo("nce");
    assertThat(smallCapitals(pressed("Once `upon` at"))).isEqualTo("nce");
    assertThat(smallCapitals(pressed("“Once upon”"))).isEqualTo("nce upon” upon a");
    String narrow = HEAD + "Notwithstanding internationally" + WORDS.repeat(9) + ".\n";
    assertThat(smallCapitals(Pressed.of(narrow, PageSize.of("a6")))).isEqualTo("otwithstanding");
  }

  @Test
  void whereTheFaceHasNoneNoSmallCapitalsAreMadeUp(@TempDir Path theme) throws IOException {
    Files.writeString(
        theme.resolve("print.css"),
        "@import \"../classic/print.css\"; p { font-family: \"Source Code Pro\" }");
    Pressed pressed = Pressed.of(HEAD + "Once" + WORDS.repeat(6), PageSize.A4, theme.toString());
    assertThat(initial(pressed).run().text()).isEqualTo("O");
    assertThat(smallCapitals(pressed)).isEmpty();
  }

  /** What is set in glyphs of the text's size that are not those of its letters. */
  private static String smallCapitals(Pressed pressed) {
    StringBuilder words = new StringBuilder();
    for (Mark.Text text : pressed.texts()) {
      GlyphRun run = text.run();
      boolean small = false;
      for (int i = 0; i < run.glyphs().length; i++) {
        char c = run.text().charAt(run.clusters()[i]);
        small |= c >= 'a' && c <= 'z' && c != 'f' && run.glyphs()[i] != run.face().glyph(c);
      }
      if (small && run.size() > 8) {
        words.append(run.text());
      }
    }
    return words.toString().strip();
  }

  @Test
  void aQuotationMarkHangsOutside() {
    Pressed pressed = pressed("“Hence");
    Mark.Text mark = pressed.text("“");
    assertThat(mark.run().size()).isEqualTo(SIZE);
    assertThat(mark.y()).isEqualTo(lines(pressed).getFirst().y());
    assertThat(mark.x() + mark.run().width()).isLessThan(lines(pressed).get(3).x());
  }

  @Test
  void whatReachesBelowItsFootHasALineMoreBesideIt() {
    List<Mark.Text> lines = lines(pressed("Queens"));
    assertThat(lines.get(3).x()).isEqualTo(lines.getFirst().x());
    assertThat(lines.get(4).x()).isLessThan(lines.getFirst().x());
  }

  @Test
  void aShortParagraphBeginsAsOthersDo(@TempDir Path theme) throws IOException {
    Files.writeString(
        theme.resolve("print.css"),
        "@import \"../classic/print.css\"; p.drop-cap::first-letter { initial-letter: 4 }");
    for (int lines = 1; lines < 6; lines++) {
      String words = "Hence" + WORDS.repeat(lines) + ".\n";
      Pressed pressed = Pressed.of(HEAD + words, PageSize.A4, theme.toString());
      boolean isShort = lines < 3;
      assertThat(pressed.texts().stream().noneMatch(text -> text.run().size() > 40))
          .isEqualTo(isShort);
      assertThat(pressed.text("ence").run().text().startsWith("Hence")).isEqualTo(isShort);
    }
  }

  @Test
  void whatIsNoCapitalBeginsAsOthersDo() {
    for (String beginning : List.of("hence", "1984", "…", "שלום", "![a](b.png)")) {
      assertThat(pressed(beginning).texts()).noneMatch(text -> text.run().size() > 40);
    }
  }

  @Test
  void itsColourAndFaceAreTheThemes() {
    Mark.Text letter = initial(pressed("Hence"));
    assertThat(letter.run().face().family()).isEqualTo("Source Serif 4");
    assertThat(letter.colour()).isEqualTo(Style.Colour.BLACK);
  }
}
