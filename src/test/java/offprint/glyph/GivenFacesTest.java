package offprint.glyph;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import offprint.source.Finding;
import offprint.source.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenFacesTest {
  private static final Path SAMPLE = Path.of("src/test/articles/scripts/fonts");
  private static final List<String> SERIF = List.of("serif");

  private final FontBook book = FontBook.with(List.of(SAMPLE), false, new Findings());

  @ParameterizedTest
  @CsvSource({
    "ja, Noto Serif CJK JP",
    "zh, Noto Serif CJK SC",
    "zh-CN, Noto Serif CJK SC",
    "zh-TW, Noto Serif CJK TC",
    "zh-Hant, Noto Serif CJK TC",
    "yue, Noto Serif CJK TC",
    "ko, Noto Serif CJK KR"
  })
  void theLanguageChoosesTheForms(String language, String family) {
    assertThat(face('全', language).family()).isEqualTo(family);
  }

  @Test
  void theFormsDiffer() {
    assertThat(face('直', "ja").bytes()).isNotEmpty();
    assertThat(outline(face('骨', "ja"), '骨')).isNotEqualTo(outline(face('骨', "zh"), '骨'));
  }

  @Test
  void compactOutlinesAreWhereTheFaceSays() {
    Face face = face('人', "ja");
    Outlines.Bounds box = new Outlines(face).bounds(face.glyph('人'));
    // The ideographic square reaches from 120 below the baseline to 880 above it.
    assertThat(box.left()).isBetween(0, 120);
    assertThat(box.right()).isBetween(880, 1000);
    assertThat(box.bottom()).isBetween(-120, 0);
    assertThat(box.top()).isBetween(760, 880);
  }

  @Test
  void aRecastFaceDrawsTheSameInTheOrderAskedFor() {
    Face face = face('人', "ja");
    int[] glyphs = {0, face.glyph('人'), face.glyph('の'), face.glyph('。')};
    Face recast = new Face("Recast", 400, false, Recast.of(face, glyphs));
    assertThat(face.isPlain()).isFalse();
    assertThat(recast.isPlain()).isTrue();
    assertThat(recast.glyphs()).isEqualTo(4);
    for (int i = 0; i < glyphs.length; i++) {
      assertThat(recast.advance(i)).isEqualTo(face.advance(glyphs[i]));
      assertThat(area(recast, i)).isEqualTo(area(face, glyphs[i]), within(2000.0));
      assertThat(area(recast, i)).isNotZero();
    }
  }

  @Test
  void aFileThatIsNoFontIsAFinding(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("a.ttf"), "no font at all");
    Findings findings = new Findings();
    FontBook.with(List.of(file, folder.resolve("none.otf")), false, findings);
    assertThat(findings.list()).extracting(Finding::code).contains("unfit-font");
  }

  /** Each of 200 copies of a face has another bit turned over, somewhere behind its directory. */
  @Test
  void aFontWithAFlippedBitIsAFinding(@TempDir Path folder) throws Exception {
    byte[] sound = requireNonNull(book.face(SERIF, 10, 400, false)).bytes();
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      byte[] damaged = sound.clone();
      int at = 12 + 16 * 20 + random.nextInt(sound.length - 12 - 16 * 20);
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      Findings findings = new Findings();
      FontBook.with(List.of(Files.write(folder.resolve("a.ttf"), damaged)), false, findings);
      assertThat(findings.list()).as("at %d", at).extracting(Finding::code).contains("unfit-font");
    }
  }

  /** As in the collections of WenQuanYi: only the sum of the table that speaks of the file. */
  @Test
  void aCollectionServesWhoseHeadHasAnotherSum(@TempDir Path folder) throws Exception {
    byte[] sound = requireNonNull(book.face(SERIF, 10, 400, false)).bytes();
    byte[] collection = collectionOf(sound);
    int head = collection.length - sound.length + new Face("", 400, false, sound).table("head");
    collection[head + 4] ^= 1; // of its revision
    Findings findings = new Findings();
    Path file = Files.write(folder.resolve("a.ttc"), collection);
    FontBook given = FontBook.with(List.of(file), false, findings);
    assertThat(findings.list()).isEmpty();
    assertThat(given.face(List.of("Source Serif 4"), 10, 400, false)).isNotNull();
    collection[collection.length - 100] ^= 1; // of another table
    Files.write(file, collection);
    FontBook.with(List.of(file), false, findings);
    assertThat(findings.list()).extracting(Finding::code).contains("unfit-font");
  }

  /** A collection of one face (OpenType 1.9, Font collections). */
  private static byte[] collectionOf(byte[] face) {
    int before = 16;
    ByteBuffer out = ByteBuffer.allocate(before + face.length);
    out.put("ttcf".getBytes(StandardCharsets.US_ASCII)).putInt(0x10000).putInt(1).putInt(before);
    out.put(face);
    for (int i = 0; i < out.getShort(before + 4); i++) {
      int offset = before + 12 + 16 * i + 8;
      out.putInt(offset, out.getInt(offset) + before);
    }
    return out.array();
  }

  /** What the directory says wrongly is a finding, or no matter. */
  @Test
  void aFontWithADamagedDirectoryIsAFindingOrServes(@TempDir Path folder) throws Exception {
    byte[] sound = requireNonNull(book.face(SERIF, 10, 400, false)).bytes();
    for (int bit = 0; bit < 8 * (12 + 16 * 20); bit += 5) {
      byte[] damaged = sound.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      Path file = Files.write(folder.resolve("a.ttf"), damaged);
      Findings findings = new Findings();
      FontBook given = FontBook.with(List.of(file), false, findings);
      if (findings.list().isEmpty()) {
        Face face = given.face(List.of("Source Serif 4"), 10, 400, false);
        assertThat(outline(face, 'a').top()).as("bit %d", bit).isPositive();
        assertThat(face.xHeight()).isPositive();
      }
    }
  }

  private Face face(int codePoint, String language) {
    return requireNonNull(book.face(SERIF, 10, 400, false, codePoint, language));
  }

  private static Outlines.Bounds outline(Face face, int codePoint) {
    return new Outlines(face).bounds(face.glyph(codePoint));
  }

  /** The area of the polygon through a glyph's points, in square units of the em. */
  private static double area(Face face, int glyph) {
    double[] sum = new double[1];
    new Outlines(face)
        .draw(
            glyph,
            new Pen() {
              private double startX;
              private double startY;
              private double x;
              private double y;

              @Override
              public void moveTo(double toX, double toY) {
                startX = x = toX;
                startY = y = toY;
              }

              @Override
              public void lineTo(double toX, double toY) {
                sum[0] += (x * toY - toX * y) / 2;
                x = toX;
                y = toY;
              }

              @Override
              public void curveTo(double controlX, double controlY, double toX, double toY) {
                lineTo(controlX, controlY);
                lineTo(toX, toY);
              }

              @Override
              public void close() {
                lineTo(startX, startY);
              }
            });
    return sum[0];
  }
}
