package offprint.glyph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HarfBuzzShaperTest {
  private final FontBook book = FontBook.bundled();
  private final Face serif = book.face(List.of("serif"), 10, 400, false);
  private final HarfBuzzShaper shaper = new HarfBuzzShaper();

  @AfterEach
  void close() {
    shaper.close();
  }

  @Test
  void aLetterIsAsWideAsItsFaceSays() {
    GlyphRun run = shape("H");
    assertThat(run.glyphs()).containsExactly(serif.glyph('H'));
    double units = serif.advance(serif.glyph('H'));
    assertThat(run.width()).isEqualTo(units * 10 / serif.unitsPerEm(), within(1e-9));
  }

  @Test
  void widthsGrowWithTheSize() {
    double ten = shape("Offprint").width();
    GlyphRun twenty = shaper.shape("Offprint", serif, 20, List.of(), "en", false);
    assertThat(twenty.width()).isEqualTo(2 * ten, within(1e-9));
    assertThat(twenty.size()).isEqualTo(20);
  }

  @Test
  void lettersAreKerned() {
    double apart = shape("A").width() + shape("V").width();
    assertThat(shape("AV").width()).isLessThan(apart - 0.1);
    assertThat(features("AV", "kern=0").width()).isEqualTo(apart, within(1e-9));
  }

  @Test
  void aLigatureStandsForTheLettersFromItsCluster() {
    GlyphRun run = shape("offer");
    assertThat(run.glyphs()).hasSizeLessThan(5);
    assertThat(run.clusters()).startsWith(0, 1).endsWith(3, 4);
    assertThat(features("offer", "liga=0").glyphs()).hasSize(5);
  }

  @Test
  void smallCapitalsAndOldStyleFiguresComeByTheirFeatures() {
    assertThat(features("ada", "smcp").glyphs()).isNotEqualTo(shape("ada").glyphs());
    assertThat(features("1843", "onum").glyphs()).isNotEqualTo(shape("1843").glyphs());
  }

  @Test
  void aFeatureThatReadsWrongIsOurMistake() {
    assertThatThrownBy(() -> features("a", "not a feature"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a feature");
  }

  @Test
  void clustersCountCodeUnits() {
    Face emoji = book.face(List.of("Noto Emoji"), 10, 400, false);
    GlyphRun run = shaper.shape("😀😀a", emoji, 10, List.of(), "en", false);
    assertThat(run.clusters()).containsExactly(0, 2, 4);
  }

  @Test
  void whatShowsNothingHasNoGlyph() {
    double width = shape("ab").width();
    for (String invisible : List.of("\u00ad", "\u200b", "\u200d", "\ufe0f", "\u2060")) {
      GlyphRun run = features("a" + invisible + "b", "kern=0");
      assertThat(run.glyphs()).containsExactly(serif.glyph('a'), serif.glyph('b'));
      assertThat(run.width()).isEqualTo(width, within(0.2));
    }
  }

  @Test
  void arabicIsJoinedAndRunsFromTheRight() {
    Face naskh = book.face(List.of("Noto Naskh Arabic"), 10, 400, false);
    GlyphRun run = shaper.shape("سلام", naskh, 10, List.of(), "ar", true);
    assertThat(run.rightToLeft()).isTrue();
    assertThat(run.clusters()).isSortedAccordingTo((a, b) -> Integer.compare(b, a));
    // The lone forms that the characters are mapped to are not what is seen.
    assertThat(run.glyphs()).doesNotContain(naskh.glyph('س'), naskh.glyph('ل'));
  }

  @Test
  void devanagariIsReordered() {
    Face face = book.face(List.of("Noto Serif Devanagari"), 10, 400, false);
    GlyphRun run = shaper.shape("कि", face, 10, List.of(), "hi", false);
    // The vowel sign is written before the consonant that it follows.
    assertThat(run.glyphs()[run.glyphs().length - 1]).isEqualTo(face.glyph('क'));
  }

  @Test
  void languagesMayHaveFormsOfTheirOwn() {
    Face italic = book.face(List.of("serif"), 10, 400, true);
    int[] russian = shaper.shape("бгдпт", italic, 10, List.of(), "ru", false).glyphs();
    int[] serbian = shaper.shape("бгдпт", italic, 10, List.of(), "sr", false).glyphs();
    assertThat(serbian).isNotEqualTo(russian);
  }

  @Test
  void noTextHasNoGlyphs() {
    assertThat(shape("").glyphs()).isEmpty();
    assertThat(shape("").width()).isZero();
  }

  @Test
  void aLongTextIsShapedToo() {
    String text = "Print ".repeat(30_000);
    assertThat(shape(text).glyphs()).hasSize(text.length());
  }

  @Test
  void aSecondTimeGivesTheSame() {
    assertThat(shape("Offprint")).usingRecursiveComparison().isEqualTo(shape("Offprint"));
  }

  @Test
  void runsOutliveTheShaperThatIsClosedOnce() {
    GlyphRun run = shape("Offprint");
    shaper.close();
    shaper.close();
    assertThat(run.width()).isPositive();
    assertThatThrownBy(() -> shape("other")).isInstanceOf(IllegalStateException.class);
  }

  private GlyphRun shape(String text) {
    return features(text);
  }

  private GlyphRun features(String text, String... features) {
    return shaper.shape(text, serif, 10, List.of(features), "en", false);
  }
}
