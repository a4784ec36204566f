package offprint.type;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import offprint.glyph.FontBook;
import offprint.glyph.GlyphRun;
import offprint.glyph.HarfBuzzShaper;
import offprint.glyph.Shaper;
import offprint.paragraph.Job;
import offprint.source.Finding;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.source.Source;
import offprint.style.Style;
import offprint.style.Tag;
import offprint.style.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeCaseTest {
  private final HarfBuzzShaper shaper = new HarfBuzzShaper();
  private final Findings findings = new Findings();
  private final Style style =
      requireNonNull(Theme.load("classic", null, new Findings()))
          .style(Job.body().child(Tag.of("p"), null));

  @AfterEach
  void close() {
    shaper.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1\ufe0f\u20e3", "👩‍👩‍👧‍👦", "👍🏽", "🇩🇪", "☕", "❤\ufe0f", "🏳\ufe0f‍🌈"})
  void aPictureOfSeveralCharactersIsOneGlyphEvenBehindWords(String picture) {
    List<GlyphRun> runs = shape("See " + picture);
    assertThat(runs.getLast().face().family()).isEqualTo("Noto Emoji");
    assertThat(runs.getLast().text()).isEqualTo(picture);
    assertThat(runs.getLast().glyphs()).hasSize(1);
  }

  @Test
  void wordsAreShapedOnceHoweverOftenTheyAreMeasured() {
    List<String> shaped = new ArrayList<>();
    Shaper counting =
        (text, face, size, features, language, rightToLeft) -> {
          shaped.add(text);
          return shaper.shape(text, face, size, features, language, rightToLeft);
        };
    TypeCase type =
        new TypeCase(FontBook.bundled(), counting, findings, new Source("a.md", null, ""));
    double width = type.width("once", style, "en");
    assertThat(type.width("once", style, "en")).isEqualTo(width);
    assertThat(type.offsets("once", style, "en")[4]).isCloseTo(width, within(1e-9));
    assertThat(shaped).containsExactly("once");
  }

  @Test
  void whatIsToBeReadAsTextIsNoPicture() {
    assertThat(shape("See ☕\ufe0e").getLast().face().family()).isNotEqualTo("Noto Emoji");
  }

  @Test
  void arabicIsAsLargeToTheEyeAsTheLettersBesideIt() {
    List<GlyphRun> runs = shape("See كان");
    assertThat(runs.getLast().size()).isGreaterThan(1.1 * runs.getFirst().size());
    assertThat(shape("See עברית").getLast().size()).isEqualTo(style.size());
  }

  @Test
  void pointsAndBracketsAreThoseOfTheirScript() {
    assertThat(shape("हिन्दी।")).hasSize(1);
    assertThat(shape("(שלום)"))
        .extracting(run -> run.face().family())
        .contains("Noto Serif Hebrew");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u1160", "\ufdd0", "\ue000", "\udbff\udfff", "\ud800", "\u200e", "ꦗ\u0301"})
  void nothingIsWithoutAGlyph(String text) {
    for (GlyphRun run : shape("a" + text + "b")) {
      assertThat(Arrays.stream(run.glyphs())).doesNotContain(0);
    }
  }

  @Test
  void whatNoFaceHasIsToldOnceWithItsNameAndPlace() {
    TypeCase type = type("One\nand ꦗ, ꦗ; then &#x12000;.");
    type.shape("ꦗ ꦗ \ud808\udc00", style, "en", false);
    assertThat(findings.list())
        .extracting(Finding::place)
        .containsExactly(new Place("article.md", 2, 5), new Place("article.md", 2, 16));
    assertThat(findings.list().getFirst().message()).contains("U+A997 JAVANESE LETTER JA");
  }

  @Test
  void aScriptOfEastAsiaThatNoFaceHasIsOneFinding() {
    type("人間と文字").shape("人間文字", style, "ja", false);
    assertThat(findings.list()).hasSize(1);
    assertThat(findings.list().getFirst().hint()).contains("fonts-noto-cjk").contains("--font");
  }

  private List<GlyphRun> shape(String words) {
    return type(words).shape(words, style, "en", false);
  }

  private TypeCase type(String article) {
    return new TypeCase(
        FontBook.bundled(), shaper, findings, new Source("article.md", null, article));
  }
}
