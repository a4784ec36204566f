package offprint.cover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import offprint.glyph.Face;
import offprint.glyph.FontBook;
import offprint.glyph.GlyphRun;
import offprint.glyph.Outlines;
import offprint.glyph.Pen;
import offprint.page.Mark;
import offprint.page.Page;
import offprint.picture.PngWriter;
import offprint.style.Style.Colour;
import org.junit.jupiter.api.Test;

class RasterTest {
  private static final Colour RED = new Colour(200, 30, 40);

  @Test
  void aRuleIsWhereThePageHasIt() throws IOException {
    BufferedImage picture = painted(10, 20, new Mark.Rule(2, 3, 4, 5, RED, Mark.Artifact.LAYOUT));
    for (int y = 0; y < 20; y++) {
      for (int x = 0; x < 10; x++) {
        boolean inside = x >= 2 && x < 6 && y >= 3 && y < 8;
        assertThat(picture.getRGB(x, y) & 0xffffff).isEqualTo(inside ? 0xc81e28 : 0xffffff);
      }
    }
  }

  @Test
  void aPageWithoutColoursIsGrey() throws IOException {
    Mark rule = new Mark.Rule(2, 3, 4, 5, Colour.BLACK, Mark.Artifact.LAYOUT);
    assertThat(painted(10, 20, rule).getColorModel().getNumComponents()).isEqualTo(1);
    Mark red = new Mark.Rule(2, 3, 4, 5, RED, Mark.Artifact.LAYOUT);
    assertThat(painted(10, 20, rule, red).getColorModel().getNumComponents()).isEqualTo(3);
  }

  @Test
  void thePageIsScaledToThePicture() throws IOException {
    Page page = new Page(1, 5, 10, List.of(new Mark.Rule(1, 1, 1, 1, RED, Mark.Artifact.LAYOUT)));
    BufferedImage picture = read(Raster.png(page, 10, 30));
    assertThat(picture.getRGB(2, 3) & 0xffffff).isEqualTo(0xc81e28);
    assertThat(picture.getRGB(3, 5) & 0xffffff).isEqualTo(0xc81e28);
    assertThat(picture.getRGB(1, 3) & 0xffffff).isEqualTo(0xffffff);
    assertThat(picture.getRGB(2, 6) & 0xffffff).isEqualTo(0xffffff);
  }

  @Test
  void aGlyphHasAsMuchInkAsItsOutlineEncloses() throws IOException {
    Face face = FontBook.bundled().face(List.of("Source Serif 4"), 12, 400, false);
    for (String letter : List.of("H", "o", "é", "&")) {
      double size = 90;
      GlyphRun run = run(face, size, letter);
      Mark text = new Mark.Text(run, 10, 100, Colour.BLACK, Mark.Artifact.LAYOUT, null);
      BufferedImage picture = painted(120, 140, text);
      double ink = 0;
      for (int y = 0; y < 140; y++) {
        for (int x = 0; x < 120; x++) {
          ink += (255 - picture.getRaster().getSample(x, y, 0)) / 255.0;
        }
      }
      Area area = new Area();
      new Outlines(face).draw(run.glyphs()[0], area);
      double em = size / face.unitsPerEm();
      assertThat(ink).as(letter).isCloseTo(Math.abs(area.twice / 2) * em * em, within(ink / 100));
    }
  }

  @Test
  void theBaselineIsWhereThePageHasIt() throws IOException {
    Face face = FontBook.bundled().face(List.of("Source Serif 4"), 12, 400, false);
    Mark text = new Mark.Text(run(face, 60, "H"), 10, 80, Colour.BLACK, Mark.Artifact.LAYOUT, null);
    BufferedImage picture = painted(80, 100, text);
    assertThat(darkest(picture, 79)).isLessThan(60);
    assertThat(darkest(picture, 81)).isEqualTo(255);
    int head = (int) (80 - face.capHeight() * 60);
    assertThat(darkest(picture, head + 2)).isLessThan(60);
    assertThat(darkest(picture, head - 2)).isEqualTo(255);
  }

  @Test
  void anyPictureIsReadBackAsItWasWritten() throws IOException {
    byte[] samples = new byte[37 * 11 * 3];
    new Random(7).nextBytes(samples);
    BufferedImage picture = read(PngWriter.of(37, 11, 3, samples));
    for (int i = 0; i < samples.length; i++) {
      int sample = picture.getRaster().getSample(i / 3 % 37, i / 3 / 37, i % 3);
      assertThat(sample).isEqualTo(samples[i] & 0xff);
    }
  }

  private static int darkest(BufferedImage picture, int row) {
    int darkest = 255;
    for (int x = 0; x < picture.getWidth(); x++) {
      darkest = Math.min(darkest, picture.getRaster().getSample(x, row, 0));
    }
    return darkest;
  }

  private static GlyphRun run(Face face, double size, String letter) {
    int glyph = face.glyph(letter.codePointAt(0));
    double[] none = {0};
    double[] advance = {face.advance(glyph) * size / face.unitsPerEm()};
    return new GlyphRun(
        face, size, letter, new int[] {glyph}, new int[] {0}, advance, none, none, false);
  }

  private static BufferedImage painted(int width, int height, Mark... marks) throws IOException {
    return read(Raster.png(new Page(1, width, height, List.of(marks)), width, height));
  }

  private static BufferedImage read(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  /**
   * What contours enclose, doubled: Gauss's formula, and for each curve the segment between it and
   * its chord, two thirds of the triangle of its points.
   */
  private static final class Area implements Pen {
    double twice;
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
      twice += x * toY - toX * y;
      x = toX;
      y = toY;
    }

    @Override
    public void curveTo(double controlX, double controlY, double toX, double toY) {
      double triangle = (controlX - x) * (toY - y) - (toX - x) * (controlY - y);
      twice += triangle * 2 / 3;
      lineTo(toX, toY);
    }

    @Override
    public void close() {
      lineTo(startX, startY);
    }
  }
}
