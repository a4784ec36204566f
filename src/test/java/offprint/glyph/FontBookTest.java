package offprint.glyph;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import offprint.source.Findings;
import offprint.source.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FontBookTest {
  private static final List<String> SERIF = List.of("Source Serif 4", "serif");

  private final FontBook book = FontBook.bundled();

  static List<Cut> bundled() {
    return FontBook.index();
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void aBundledFaceHasOutlinesThatMayBeEmbedded(Cut cut) {
    Face face = cut.read();
    assertThat(face.table("glyf")).isPositive();
    // Installable, with no ban on subsets or outlines (OpenType 1.9, OS/2, fsType).
    assertThat(face.unsigned16(face.table("OS/2") + 8)).isZero();
    assertThat(face.ascent()).isPositive();
    assertThat(face.descent()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void theIndexSaysWhatTheFileSays(Cut cut) {
    Face face = cut.read();
    assertThat(name(face)).startsWith(cut.family());
    assertThat(face.unsigned16(face.table("OS/2") + 4)).isEqualTo(cut.weight());
    boolean italic = (face.unsigned16(face.table("OS/2") + 62) & 1) != 0;
    assertThat(italic).isEqualTo(cut.italic());
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void aLicenceLiesBesideEachFace(Cut cut) {
    String folder = path(cut).substring(0, path(cut).indexOf('/'));
    assertThat(FontBook.class.getResourceAsStream("/fonts/" + folder + "/OFL.txt"))
        .asString(UTF_8)
        .contains("SIL OPEN FONT LICENSE Version 1.1")
        .contains("Copyright");
  }

  private static String path(Cut cut) {
    return ((FontFile.Carried) cut.file()).path();
  }

  @Test
  void everyFileIsInTheIndex() throws Exception {
    Path fonts = Path.of("src/main/resources/fonts");
    try (Stream<Path> files = Files.walk(fonts)) {
      List<String> there =
          files
              .filter(file -> file.toString().endsWith(".ttf"))
              .map(file -> fonts.relativize(file).toString().replace('\\', '/'))
              .toList();
      assertThat(bundled())
          .extracting(FontBookTest::path)
          .containsExactlyInAnyOrderElementsOf(there);
    }
  }

  /** The sizes the makers give for their cuts. */
  @ParameterizedTest
  @CsvSource({
    "6, Source Serif 4 Caption",
    "8.4, Source Serif 4 Caption",
    "8.6, Source Serif 4 SmText",
    "10, Source Serif 4",
    "10.7, Source Serif 4",
    "14, Source Serif 4 Subhead",
    "25, Source Serif 4 Display"
  })
  void theCutIsChosenByTheSize(double size, String name) {
    assertThat(name(book.face(SERIF, size, 400, false))).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"100, 400", "400, 400", "500, 400", "550, 600", "600, 600", "650, 700", "900, 700"})
  void theNearestWeightServes(int wanted, int found) {
    assertThat(book.face(SERIF, 10, wanted, false).weight()).isEqualTo(found);
  }

  @Test
  void anItalicIsItalicWhateverItsSizeOrWeight() {
    for (double size : new double[] {6, 9, 11, 16, 30}) {
      for (int weight = 100; weight <= 900; weight += 100) {
        for (String family : List.of("serif", "sans-serif", "monospace")) {
          assertThat(book.face(List.of(family), size, weight, true).italic()).isTrue();
        }
      }
    }
  }

  @Test
  void theFirstFamilyOfTheBookIsTaken() {
    assertThat(family(List.of("Minion", "SOURCE SANS 3", "serif"))).isEqualTo("Source Sans 3");
    assertThat(family(List.of("monospace"))).isEqualTo("Source Code Pro");
    assertThat(family(List.of("sans-serif"))).isEqualTo("Source Sans 3");
    assertThat(family(List.of("Minion"))).isEqualTo("Source Serif 4");
    assertThat(family(List.of())).isEqualTo("Source Serif 4");
  }

  @Test
  void aFileIsReadOnce() {
    assertThat(book.face(SERIF, 10, 400, false))
        .isSameAs(book.face(List.of("serif"), 11, 400, false));
  }

  @ParameterizedTest
  @CsvSource({
    "a, Source Serif 4",
    "Ж, Source Serif 4",
    "ω, Source Serif 4",
    "ש, Noto Serif Hebrew",
    "س, Noto Naskh Arabic",
    "क, Noto Serif Devanagari",
    "ไ, Noto Serif Thai",
    "∮, STIX Two Math",
    "😀, Noto Emoji"
  })
  void aCharacterIsSetInTheFirstFaceThatHasIt(String character, String family) {
    Face face = book.face(SERIF, 10, 400, false, character.codePointAt(0), "en");
    assertThat(face).isNotNull().extracting(Face::family).isEqualTo(family);
  }

  @Test
  void urduIsWrittenInNastaliqAndArabicInNaskh() {
    assertThat(book.face(SERIF, 10, 400, false, 'س', "ur"))
        .extracting(Face::family)
        .isEqualTo("Noto Nastaliq Urdu");
    assertThat(book.face(SERIF, 10, 400, false, 'س', "fa"))
        .extracting(Face::family)
        .isEqualTo("Noto Naskh Arabic");
  }

  @Test
  void aMarkThatScriptsShareIsFoundInTheFaceOfOne() {
    assertThat(book.face(SERIF, 10, 400, false, '،', "en"))
        .extracting(Face::family)
        .isEqualTo("Noto Naskh Arabic");
    assertThat(book.face(SERIF, 10, 400, false, '।', "hi"))
        .extracting(Face::family)
        .isEqualTo("Noto Serif Devanagari");
  }

  @Test
  void aFallbackIsAsBoldAsItCanBe() {
    assertThat(book.face(SERIF, 10, 700, true, 'ש', "en")).hasToString("Noto Serif Hebrew 700");
  }

  @Test
  void aNamedFamilyGoesBeforeTheFallbacks() {
    Face face = book.face(List.of("serif", "Noto Emoji"), 10, 400, false, 0x2600, "en");
    assertThat(book.face(SERIF, 10, 400, false).covers(0x2600)).isFalse();
    assertThat(face).extracting(Face::family).isEqualTo("Noto Emoji");
  }

  @Test
  void aCharacterThatNoFaceHasHasNone() {
    assertThat(book.face(SERIF, 10, 400, false, '漢', "en")).isNull();
    assertThat(book.face(SERIF, 10, 400, false, 0x10ffff, "en")).isNull();
  }

  @Test
  void whatShowsNothingStaysInTheFaceOfItsText() {
    for (int invisible : new int[] {0xad, 0x200b, 0x200d, 0xfe0f, 0x2060, 0xe0101}) {
      assertThat(book.face(SERIF, 10, 400, false, invisible, "en"))
          .isSameAs(book.face(SERIF, 10, 400, false));
    }
  }

  private String family(List<String> families) {
    return book.face(families, 10, 400, false).family();
  }

  /** The family as the name table has it, with the cut (OpenType 1.9, name IDs 16 and 1). */
  private static String name(Face face) {
    int table = face.table("name");
    int strings = table + face.unsigned16(table + 4);
    String plain = "";
    for (int i = 0; i < face.unsigned16(table + 2); i++) {
      int entry = table + 6 + 12 * i;
      int id = face.unsigned16(entry + 6);
      if (face.unsigned16(entry) == 3 && (id == 1 || id == 16)) {
        int offset = strings + face.unsigned16(entry + 10);
        String name = new String(face.bytes(), offset, face.unsigned16(entry + 8), UTF_16BE);
        if (id == 16) {
          return name;
        }
        plain = name;
      }
    }
    return plain;
  }

  @Test
  void aFamilyThatAThemeBringsStandsForAllOfItsName() {
    byte[] file = new FontFile.Carried("source-code-pro/SourceCodePro-Regular.ttf").read();
    byte[] cutShort = Arrays.copyOf(file, file.length - 9);
    Place place = new Place("print.css", 3, 1);
    Findings findings = new Findings();
    FontBook book =
        FontBook.bundled()
            .and(
                List.of(
                    new FontBook.Brought("Source Sans 3", 400, false, file, place),
                    new FontBook.Brought("Mine", 400, false, new byte[] {1, 2, 3}, place),
                    new FontBook.Brought(
                        "Mine", 700, false, cutShort, new Place("print.css", 4, 1))),
                findings);
    assertThat(book.face(List.of("sans-serif"), 10, 700, true).bytes()).isSameAs(file);
    assertThat(book.face(List.of("Mine", "serif"), 10, 400, false).family())
        .isEqualTo("Source Serif 4");
    assertThat(findings.list()).hasSize(2);
    assertThat(findings.list().getLast().toString())
        .startsWith("print.css:4:1: warning: the font is of no use");
  }
}
