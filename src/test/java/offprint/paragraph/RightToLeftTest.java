package offprint.paragraph;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import offprint.galley.Slug;
import offprint.glyph.FontBook;
import offprint.glyph.HarfBuzzShaper;
import offprint.page.Mark;
import offprint.page.Structure;
import offprint.source.Findings;
import offprint.source.Source;
import offprint.style.Style;
import offprint.style.Tag;
import offprint.style.Theme;
import offprint.type.TypeCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RightToLeftTest {
  private static final double LEFT = 20;
  private static final double MEASURE = 150;

  private final HarfBuzzShaper shaper = new HarfBuzzShaper();
  private final TypeCase type =
      new TypeCase(FontBook.bundled(), shaper, new Findings(), new Source("article.md", null, ""));
  private final Theme theme = requireNonNull(Theme.load("classic", null, new Findings()));
  private final Style style = theme.style(Job.body().child(Tag.of("p"), null));

  @AfterEach
  void close() {
    shaper.close();
  }

  @Test
  void aHebrewParagraphBeginsAtTheRightAndEndsRagged() {
    List<Mark.Text> line = line("שלום עולם", "en", Style.Align.LEFT, 0);
    assertThat(right(line)).isEqualTo(LEFT + MEASURE, within(0.01));
    assertThat(line.getFirst().x()).isGreaterThan(LEFT + 50);
  }

  @Test
  void theIndentIsAtTheRight() {
    assertThat(right(line("שלום", "he", Style.Align.JUSTIFY, 12)))
        .isEqualTo(LEFT + MEASURE - 12, within(0.01));
  }

  @Test
  void aJustifiedLineFillsTheMeasureAndItsBlankHangsOut() {
    List<Mark.Text> line =
        line("כל בני אדם נולדו בני חורין ושווים בערכם ובזכויותיהם", "he", Style.Align.JUSTIFY, 0);
    assertThat(right(line)).isEqualTo(LEFT + MEASURE, within(0.01));
    assertThat(left(line)).isBetween(LEFT - 8, LEFT - 1);
  }

  @Test
  void theFirstStrongCharacterDecidesInAnArticleReadFromLeftToRight() {
    assertThat(left(line("B שלום", "en", Style.Align.LEFT, 0))).isEqualTo(LEFT, within(0.01));
    assertThat(right(line("1. שלום A", "en", Style.Align.LEFT, 0)))
        .isEqualTo(LEFT + MEASURE, within(0.01));
  }

  @Test
  void allOfAnArabicArticleIsReadFromRightToLeft() {
    List<Mark.Text> line = line("PDF هو", "ar", Style.Align.LEFT, 0);
    assertThat(right(line)).isEqualTo(LEFT + MEASURE, within(0.01));
    assertThat(line.getLast().run().text()).startsWith("PDF");
  }

  @Test
  void bracketsAreMirroredAndNumbersAreNot() {
    List<Mark.Text> line = line("אחת (12) שתיים", "he", Style.Align.LEFT, 0);
    assertThat(line).extracting(mark -> mark.run().text()).contains("12");
    Mark.Text closing =
        line.stream().filter(mark -> mark.run().text().startsWith(")")).findFirst().orElseThrow();
    int[] glyphs = closing.run().glyphs();
    assertThat(glyphs[glyphs.length - 1]).isEqualTo(closing.run().face().glyph('('));
  }

  @Test
  void anAddressIsReadFromTheLeftToItsLastSlash() {
    Copy copy = new Copy();
    Structure.Content owner = new Structure.Element(Structure.Role.PARAGRAPH).content();
    copy.add("موقع ", style, "ar", owner, Copy.Division.WORDS, false, null);
    copy.add("un.org/ar/", style, "ar", owner, Copy.Division.ADDRESS, false, null);
    copy.add(" ص", style, "ar", owner, Copy.Division.WORDS, false, null);
    assertThat(line(copy, Style.Align.LEFT, 0))
        .extracting(m -> m.run().text())
        .contains("un.org/ar/");
  }

  @Test
  void arabicIsNotTracked() {
    double plain = type.width("سلام", style, "ar");
    Style tracked = theme.style(Job.body().child(Tag.MASTHEAD, null).child(Tag.BYLINE, null));
    assertThat(tracked.letterSpacing()).isPositive();
    assertThat(type.width("سلام", tracked, "ar") / tracked.size())
        .isEqualTo(plain / style.size(), within(1e-6));
  }

  @Test
  void aLineOfNastaliqHasMoreRoom() {
    assertThat(lines(copy("سلام", "ur"), Style.Align.LEFT, 0).getFirst().height())
        .isEqualTo(1.5 * style.leading(), within(0.01));
  }

  private List<Mark.Text> line(String words, String language, Style.Align align, double indent) {
    return line(copy(words, language), align, indent);
  }

  private List<Mark.Text> line(Copy copy, Style.Align align, double indent) {
    return lines(copy, align, indent).getFirst().marks().stream()
        .filter(Mark.Text.class::isInstance)
        .map(Mark.Text.class::cast)
        .toList();
  }

  private Copy copy(String words, String language) {
    Copy copy = new Copy();
    Structure.Content owner = new Structure.Element(Structure.Role.PARAGRAPH).content();
    copy.add(words, style, language, owner, Copy.Division.WORDS, false, null);
    return copy;
  }

  private List<Slug> lines(Copy copy, Style.Align align, double indent) {
    return new ParagraphSetter(type)
        .set(copy, style, new ParagraphSetter.Form(LEFT, MEASURE, indent, align, false))
        .lines();
  }

  private static double left(List<Mark.Text> line) {
    return line.stream().mapToDouble(Mark.Text::x).min().orElseThrow();
  }

  private static double right(List<Mark.Text> line) {
    return line.stream().mapToDouble(m -> m.x() + m.run().width()).max().orElseThrow();
  }
}
