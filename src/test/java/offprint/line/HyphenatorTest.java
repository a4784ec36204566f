package offprint.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HyphenatorTest {
  /** What TeX is known to make of these (The TeXbook, appendix H; Liang's thesis). */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "hy-phen-ation",
        "con-cate-na-tion",
        "su-per-cal-ifrag-ilis-tic-ex-pi-ali-do-cious",
        "al-go-rithm",
        "Com-puter"
      })
  void dividesEnglishAsTeXDoes(String divided) {
    assertThat(divided("en-US", divided.replace("-", ""))).isEqualTo(divided);
  }

  @ParameterizedTest
  @ValueSource(strings = {"as-so-ciate", "ta-ble", "present", "project", "ret-ri-bu-tion"})
  void anExceptionGoesBeforeThePatterns(String divided) {
    assertThat(divided("en-US", divided.replace("-", ""))).isEqualTo(divided);
  }

  @ParameterizedTest
  @CsvSource({
    "de, Sil-ben-tren-nung",
    "de, Stra-ßen",
    "de, Do-nau-dampf-schiff-fahrt",
    "en-GB, uni-ver-sity",
    "fr, ty-po-gra-phie",
    "es, ti-po-gra-fía",
    "it, ti-po-gra-fia",
    "nl, aan-dachts-trek-ker",
    "pt, ti-po-gra-fia",
    "pl, przy-naj-mniej",
    "ru, ти-по-гра-фия",
    "sv, ty-po-grafi"
  })
  void dividesTheLanguagesItKnows(String language, String divided) {
    assertThat(divided(language, divided.replace("-", ""))).isEqualTo(divided);
  }

  @Test
  void aLanguageWithoutPatternsIsLeftWhole() {
    assertThat(divided("ar", "hyphenation")).isEqualTo("hyphenation");
    assertThat(divided("", "hyphenation")).isEqualTo("hyphenation");
    assertThat(divided("no such tag", "hyphenation")).isEqualTo("hyphenation");
  }

  @Test
  void twoLettersAreNotWorthALine() {
    assertThat(divided("de", "Straße")).isEqualTo("Straße");
    assertThat(divided("it", "arte")).isEqualTo("arte");
  }

  @Test
  void aRegionFallsBackOnItsLanguage() {
    assertThat(divided("de-AT", "Straßen")).isEqualTo("Stra-ßen");
    assertThat(divided("en", "manuscript")).isEqualTo(divided("en-US", "manuscript"));
    assertThat(divided("en-AU", "manuscript")).isEqualTo("ma-nu-script");
  }

  @Test
  void punctuationAboutAWordDoesNotMatter() {
    assertThat(divided("en-US", "(“hyphenation”),")).isEqualTo("(“hy-phen-ation”),");
  }

  @Test
  void aShortWordIsNotDivided() {
    assertThat(divided("it", "vino")).isEqualTo("vino");
  }

  @Test
  void aSoftHyphenIsTheOnlyPlace() {
    assertThat(Hyphenator.of("en-US").points("hyphen\u00adation")).containsExactly(7);
    assertThat(Hyphenator.of("ar").points("hyphen\u00adation")).containsExactly(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state-owned",
        "self-hyphenation",
        "hyphenation2",
        "UNESCO",
        "iPhone",
        "McAdam",
        "PDFs"
      })
  void compoundsNumbersAndAbbreviationsAreNotDivided(String word) {
    assertThat(divided("en-US", word)).isEqualTo(word);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Common-Mark", "Glaxo-Smith-Kline", "“Java-Script,”"})
  void aNameOfWordsWrittenAsOneIsDividedBetweenThem(String word) {
    assertThat(divided("en-US", word.replace("-", ""))).isEqualTo(word);
  }

  @Test
  void aHyphenAtTheEndOfAWordDoesNotMatter() {
    assertThat(divided("de", "Silbentrennungs-")).startsWith("Sil-ben-tren-nungs");
  }

  @Test
  void anApostropheEndsAnEnglishWordAndJoinsAFrenchOne() {
    assertThat(divided("en-US", "couldn’t")).isEqualTo("couldn’t");
    assertThat(divided("en-US", "hyphenation’s")).isEqualTo("hy-phen-ation’s");
    assertThat(divided("fr", "l’imprimerie")).isEqualTo("l’im-pri-me-rie");
    assertThat(divided("it", "dell’arte")).isEqualTo("del-l’arte");
  }

  @Test
  void theMachinesLanguageDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.of("tr"));
      assertThat(divided("en-US", "Illumination")).isEqualTo("Il-lu-mi-na-tion");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void anAccentIsNeverPartedFromItsLetter() {
    for (int point : Hyphenator.of("fr").points("e\u0301le\u0301mentaire")) {
      assertThat("e\u0301le\u0301mentaire".charAt(point)).isNotEqualTo('\u0301');
    }
  }

  private static String divided(String language, String word) {
    StringBuilder divided = new StringBuilder(word);
    int[] points = Hyphenator.of(language).points(word);
    for (int i = points.length - 1; i >= 0; i--) {
      divided.insert(points[i], '-');
    }
    return divided.toString();
  }
}
