package offprint.glyph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faces with no more than what a text needs. */
class SubsetTest {
  private static CarriedFace carried(String family) {
    return Objects.requireNonNull(CarriedFace.find(family, 400, false));
  }

  private static Face cut(Face whole, String text) {
    return new Face(
        whole.family(), whole.weight(), whole.italic(), Subset.of(whole, text.codePoints()));
  }

  @ParameterizedTest
  @CsvSource({
    "Noto Nastaliq Urdu, ur, true, بسم اللہ الرحمٰن الرحیم ۔ اُردو کی کتابیں، ۱۲۳",
    "Noto Naskh Arabic, ar, true, السلام عليكم ورحمة الله",
    "Noto Serif Devanagari, hi, false, क्षत्रिय श्री ज्ञान र्क",
    "Noto Serif Thai, th, false, ภาษาไทยนี้น้ำ",
    "Source Serif 4, en, false, 'Office fluff, Ångström ½ ffi'",
    "Source Code Pro, en, false, 'a -> b != c'",
    "Noto Emoji, en, false, 😀👩‍🚀"
  })
  void shapesItsTextAsTheWholeFaceDoes(
      String family, String language, boolean rightToLeft, String text) {
    Face whole = carried(family).face();
    Face part = cut(whole, text);
    part.check();
    try (HarfBuzzShaper shaper = new HarfBuzzShaper()) {
      for (List<String> features : List.of(List.<String>of(), List.of("smcp", "c2sc"))) {
        GlyphRun expected = shaper.shape(text, whole, 10, features, language, rightToLeft);
        GlyphRun run = shaper.shape(text, part, 10, features, language, rightToLeft);
        assertThat(run.glyphs()).containsExactly(expected.glyphs());
        assertThat(run.advances()).containsExactly(expected.advances());
        assertThat(run.yOffsets()).containsExactly(expected.yOffsets());
        for (int glyph : run.glyphs()) {
          ByteBuffer outline = whole.outlineOf(glyph);
          assertThat(part.outlineOf(glyph).limit(outline.limit())).isEqualTo(outline);
        }
      }
    }
  }

  @Test
  void hasNothingElse() {
    Face whole = carried("Source Serif 4").face();
    Face part = cut(whole, "reef");
    assertThat(part.covers('e')).isTrue();
    assertThat(part.covers('Q')).isFalse();
    assertThat(part.outlineOf(whole.glyph('Q')).hasRemaining()).isFalse();
    assertThat(part.bytes().length).isLessThan(whole.bytes().length * 3 / 5);
  }

  @Test
  void aCharacterThatTheFaceHasNotIsPassedOver() {
    Face part = cut(carried("Noto Serif Thai").face(), "ไ中");
    assertThat(part.covers('ไ')).isTrue();
    assertThat(part.covers('中')).isFalse();
  }

  @Test
  void itsNameIsItsOwnAndItsLicenceIsInside() {
    byte[] part = Subset.of(carried("Source Serif 4").face(), IntStream.of('a'));
    String names = new String(part, StandardCharsets.UTF_16BE);
    String shifted = new String(part, 1, part.length - 1, StandardCharsets.UTF_16BE);
    assertThat(names + shifted)
        .contains("SIL Open Font License", "Subset")
        .doesNotContain("Source Serif");
  }

  @Test
  void theSameTextMakesTheSameBytes() {
    Face whole = carried("Noto Nastaliq Urdu").face();
    assertThat(Subset.of(whole, "اردو".codePoints()))
        .isEqualTo(Subset.of(whole, "ودرا".codePoints()));
  }

  @Test
  void everyCarriedFaceForTextComesWithItsLicence() {
    for (Cut cut : FontBook.index()) {
      if (cut.from() <= 10) {
        CarriedFace face = CarriedFace.find(cut.family(), cut.weight(), cut.italic());
        assertThat(face).isNotNull();
        assertThat(face.licence()).contains("SIL OPEN FONT LICENSE Version 1.1");
        assertThat(face.face().isFree() && face.face().isFreeInPart()).isTrue();
      }
    }
  }
}
